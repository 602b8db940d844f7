// SPDX-License-Identifier: Apache-2.0
/// The trie of headwords, as the arrays of a lexicon file.
#pragma once

#include <cstddef>
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

/// How many headwords hold each term, itself among them: the commoner a word, the more compounds it
/// is part of. By number of term, `terms` of them.
std::vector<std::uint32_t> count_compounds(
    const Trie& trie, const std::vector<std::pair<std::u32string, std::uint32_t>>& headwords,
    std::size_t terms);

/// Where the items of each page of 64 code points begin in a sorted list whose first item counts as
/// number `first`; one more at the end. As many pages as there are items for.
std::vector<std::uint32_t> page_borders(const std::vector<std::uint32_t>& points,
                                        std::uint32_t first);

}  // namespace weft
