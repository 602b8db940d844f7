// SPDX-License-Identifier: Apache-2.0
/// Tables and lists, which are content or furniture as a whole: a cell of one digit has no voice of
/// its own.
#pragma once

#include <cstdint>
#include <vector>

#include "page_profile.hpp"

namespace weft {

/// The blocks [first_block, end_block) of one data table or of one simple list.
struct WholeContainer {
  std::uint32_t first_block = 0;
  std::uint32_t end_block = 0;
  bool table = false;
};

/// The data tables (small cells, no table inside) and the lists of one block an item, in order;
/// they do not overlap but for lists in cells. Any thread.
std::vector<WholeContainer> find_whole_containers(const PageProfile& profile);

/// A table of which half the text is kept is kept, all other tables are not. A list that loses only
/// a few of its items gets them back.
void keep_whole(const PageProfile& profile, const std::vector<WholeContainer>& containers,
                std::vector<bool>& kept);

}  // namespace weft
