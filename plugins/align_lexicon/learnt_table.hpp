// SPDX-License-Identifier: Apache-2.0
/// What a corpus taught about pairs of tokens, by key, for any of its documents.
#pragma once

#include <cstdint>
#include <vector>

#include "flat_map.hpp"
#include "model_one.hpp"
#include "token_table.hpp"

namespace weft {

/// Read-only after it is made: any thread.
class LearntTable {
 public:
  LearntTable() = default;
  /// `given_keys` and `other_keys` are the keys of the types that `counts` speaks of.
  LearntTable(const LearntCounts& counts, const std::vector<std::uint64_t>& given_keys,
              const std::vector<std::uint64_t>& other_keys);

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  /// The counts of those pairs that a document has both tokens of.
  [[nodiscard]] LearntCounts counts_for(const TokenTable& given, const TokenTable& other) const;

 private:
  struct Entry {
    std::uint64_t other = 0;
    float count = 0;
  };
  FlatMap given_;
  std::vector<std::uint32_t> begin_;
  std::vector<Entry> entries_;
  std::vector<float> totals_;
};

}  // namespace weft
