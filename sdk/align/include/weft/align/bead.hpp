// SPDX-License-Identifier: Apache-2.0
/// A bead: some sentences and their translation.
#pragma once

#include <cstdint>

namespace weft {

/// Sentences [begin, begin + count) of either side that translate each other; not both counts are
/// 0.
struct Bead {
  std::uint32_t source_begin = 0;
  std::uint32_t source_count = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_count = 0;
  double score = 0;  ///< 0..1, as the search that made it says; 0 where a side is empty

  [[nodiscard]] bool is_null() const { return source_count == 0 || target_count == 0; }
};

}  // namespace weft
