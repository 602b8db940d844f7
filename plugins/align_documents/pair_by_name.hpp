// SPDX-License-Identifier: Apache-2.0
/// Which documents of a corpus are one text in several languages, by their names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "name_pattern.hpp"

namespace weft {

/// Documents of one text.
struct NamedGroup {
  std::vector<std::size_t> members;  ///< positions in the corpus, in the order of the ranges
  std::string id;                    ///< the first member's with all languages: "foo.en+zh.txt"
};

/// What was found.
struct NamedGroups {
  std::vector<NamedGroup> groups;
  std::vector<std::size_t> rivals;  ///< documents left out because another took their place
};

/// Groups of at least two languages. An id goes to the first pattern that gives it a partner; of
/// several documents of one text and language the one of the partner's file type is taken, then the
/// first. Ids of groups differ from all ids.
NamedGroups pair_by_name(const std::vector<std::string_view>& ids,
                         const std::vector<NamePattern>& patterns,
                         const std::vector<std::string>& ranges);

/// The languages that the names of a group's members give, in their order, by the first pattern
/// that takes all of them for one text. Empty when none does.
std::vector<std::string> languages_by_name(const std::vector<std::string_view>& ids,
                                           const std::vector<NamePattern>& patterns,
                                           const std::vector<std::string>& ranges);

}  // namespace weft
