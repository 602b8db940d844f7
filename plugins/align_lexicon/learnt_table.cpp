// SPDX-License-Identifier: Apache-2.0
/// Rows of entries behind a map of keys.
#include "learnt_table.hpp"

#include <algorithm>
#include <cstddef>

namespace weft {

LearntTable::LearntTable(const LearntCounts& counts, const std::vector<std::uint64_t>& given_keys,
                         const std::vector<std::uint64_t>& other_keys) {
  auto next = counts.pairs.begin();
  for (std::uint32_t type = 0; type < given_keys.size(); ++type) {
    if (next == counts.pairs.end()) break;
    if (next->type != type) continue;
    given_.add(given_keys[type]);
    begin_.push_back(static_cast<std::uint32_t>(entries_.size()));
    totals_.push_back(counts.totals[type]);
    for (; next != counts.pairs.end() && next->type == type; ++next)
      entries_.push_back({other_keys[next->other], next->count});
  }
  begin_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

LearntCounts LearntTable::counts_for(const TokenTable& given, const TokenTable& other) const {
  LearntCounts out;
  out.totals.assign(given.types.size(), 0.0F);
  for (std::uint32_t type = 0; type < given.types.size(); ++type) {
    const std::uint32_t row = given_.find(given.types[type].key);
    if (row == FlatMap::kNone) continue;
    out.totals[type] = totals_[row];
    const std::size_t first = out.pairs.size();
    for (std::uint32_t i = begin_[row]; i < begin_[row + 1]; ++i) {
      const std::uint32_t match = other.numbers.find(entries_[i].other);
      if (match != FlatMap::kNone) out.pairs.push_back({type, match, entries_[i].count});
    }
    std::sort(out.pairs.begin() + static_cast<std::ptrdiff_t>(first), out.pairs.end(),
              [](const LearntPair& a, const LearntPair& b) { return a.other < b.other; });
  }
  return out;
}

}  // namespace weft
