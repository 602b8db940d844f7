// SPDX-License-Identifier: Apache-2.0
/// The trie of headwords, as the arrays of a lexicon file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace weft {

struct Trie {
  std::vector<std::uint32_t> labels;
  std::vector<std::uint32_t> first_children;
  std::vector<std::uint32_t> node_terms;
  std::vector<std::uint32_t> root_pages;
};

/// `headwords`: labels and number of each term, sorted, no two with the same labels, none empty.
Trie build_trie(const std::vector<std::pair<std::u32string, std::uint32_t>>& headwords);

/// Where the items of each page of 64 code points begin in a sorted list whose first item counts as
/// number `first`; one more at the end.
std::vector<std::uint32_t> page_borders(const std::vector<std::uint32_t>& points,
                                        std::uint32_t first);

}  // namespace weft
