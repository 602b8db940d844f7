// SPDX-License-Identifier: Apache-2.0
/// Sorted, each type once with the sum of its weights.
#include "bead_bags.hpp"

#include <algorithm>
#include <cstddef>

namespace weft {
namespace {

void fill_bag(const TokenTable& table, std::uint32_t begin, std::uint32_t count, TokenBag& out) {
  const auto first = table.uses.begin() + table.begin[begin];
  out.assign(first, table.uses.begin() + table.begin[begin + count]);
  std::sort(out.begin(), out.end(),
            [](const TokenUse& a, const TokenUse& b) { return a.type < b.type; });
  std::size_t kept = 0;
  for (const TokenUse& use : out) {
    if (kept > 0 && out[kept - 1].type == use.type)
      out[kept - 1].weight += use.weight;
    else
      out[kept++] = use;
  }
  out.resize(kept);
}

}  // namespace

void for_each_bag(const AlignedText& aligned,
                  const std::function<void(const TokenBag& given, const TokenBag& other)>& visit) {
  TokenBag source;
  TokenBag target;
  for (const Bead& bead : aligned.beads) {
    if (bead.is_null()) continue;
    fill_bag(aligned.text.source, bead.source_begin, bead.source_count, source);
    fill_bag(aligned.text.target, bead.target_begin, bead.target_count, target);
    aligned.given_is_source ? visit(source, target) : visit(target, source);
  }
}

}  // namespace weft
