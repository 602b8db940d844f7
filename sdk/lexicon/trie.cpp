// SPDX-License-Identifier: Apache-2.0
/// Lays a sorted list of words out as a trie, level by level, so that siblings lie together.
#include "trie.hpp"

#include <algorithm>
#include <cstddef>

#include "layout.hpp"

namespace weft {
namespace {

/// The words that share a node: all begin with the same `depth` labels.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The number of a child, or 0: the root is nobody's child.
std::uint32_t find_child(const Trie& trie, std::uint32_t node, char32_t label) {
  const auto first = trie.labels.begin() + trie.first_children[node];
  const auto last = trie.labels.begin() + trie.first_children[node + 1];
  const auto found = std::lower_bound(first, last, static_cast<std::uint32_t>(label));
  if (found == last || *found != label) return 0;
  return static_cast<std::uint32_t>(found - trie.labels.begin());
}

}  // namespace

Trie build_trie(const std::vector<std::pair<std::u32string, std::uint32_t>>& headwords) {
  Trie trie;
  trie.labels.push_back(0);
  trie.node_terms.push_back(kNoTerm);
  std::vector<Range> level{{0, headwords.size()}};
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    std::vector<Range> next;
    for (Range range : level) {
      trie.first_children.push_back(static_cast<std::uint32_t>(trie.labels.size()));
      // The shortest word of a node is the node itself, and sorts first.
      if (range.begin < range.end && headwords[range.begin].first.size() == depth) ++range.begin;
      while (range.begin < range.end) {
        const char32_t label = headwords[range.begin].first[depth];
        Range child{range.begin, range.begin};
        while (child.end < range.end && headwords[child.end].first[depth] == label)
          ++child.end;
        const auto& [word, term] = headwords[child.begin];
        trie.labels.push_back(label);
        trie.node_terms.push_back(word.size() == depth + 1 ? term : kNoTerm);
        next.push_back(child);
        range.begin = child.end;
      }
    }
    level = std::move(next);
  }
  trie.first_children.push_back(static_cast<std::uint32_t>(trie.labels.size()));
  const std::vector<std::uint32_t> roots(trie.labels.begin() + 1,
                                         trie.labels.begin() + trie.first_children[1]);
  trie.root_pages = page_borders(roots, 1);
  return trie;
}

std::vector<std::uint32_t> count_compounds(
    const Trie& trie, const std::vector<std::pair<std::u32string, std::uint32_t>>& headwords,
    std::size_t terms) {
  std::vector<std::uint32_t> counts(terms, 0);
  std::vector<std::uint32_t> last(terms, kNoTerm);  // a headword counts once, "妈妈" too
  for (std::uint32_t whole = 0; whole < headwords.size(); ++whole) {
    const std::u32string& word = headwords[whole].first;
    for (std::size_t begin = 0; begin < word.size(); ++begin) {
      std::uint32_t node = 0;
      for (std::size_t at = begin; at < word.size(); ++at) {
        node = find_child(trie, node, word[at]);
        if (node == 0) break;
        const std::uint32_t term = trie.node_terms[node];
        if (term != kNoTerm && std::exchange(last[term], whole) != whole) ++counts[term];
      }
    }
  }
  return counts;
}

std::vector<std::uint32_t> page_borders(const std::vector<std::uint32_t>& points,
                                        std::uint32_t first) {
  std::vector<std::uint32_t> borders;
  const std::size_t pages = points.empty() ? 0 : (points.back() >> kPageBits) + std::size_t{1};
  borders.reserve(pages + 1);
  std::size_t at = 0;
  for (std::size_t page = 0; page <= pages; ++page) {
    while (at < points.size() && points[at] >> kPageBits < page)
      ++at;
    borders.push_back(first + static_cast<std::uint32_t>(at));
  }
  return borders;
}

}  // namespace weft
