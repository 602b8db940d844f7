// SPDX-License-Identifier: Apache-2.0
/// Pairs that a document has already had, word for word or nearly.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "bead_pair.hpp"

namespace weft {

/// Keeps 16 bytes and a node for each pair and form seen. For one document.
class SeenPairs {
 public:
  /// "duplicate" where both texts were seen together before (case, width and white space apart),
  /// "near-duplicate" where they were but for punctuation and the digits of numbers; else empty.
  /// Remembers the pair.
  std::string_view see(const BeadPair& bead);

 private:
  using Key = std::pair<std::uint64_t, std::uint64_t>;
  std::set<Key> exact_;
  std::set<Key> near_;
};

}  // namespace weft
