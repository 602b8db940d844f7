// SPDX-License-Identifier: Apache-2.0
/// The gains of beads at the borders of blocks, for a search that asks row by row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "weft/align/bead_types.hpp"

namespace weft {

/// BorderCost, turned into gains and laid out by column. Read-only after it is made: any thread.
class BorderPrices {
 public:
  /// A flag per sentence says whether it begins a block; an empty span means that nothing is known.
  /// `weight` is BeadPriors::border.
  BorderPrices(std::span<const std::uint8_t> source_begins,
               std::span<const std::uint8_t> target_begins, float weight);

  /// Adds to out[k] the gain of a bead of that type that ends with source sentence row - 1 and
  /// before target sentence column + k.
  void add(BeadType type, std::size_t row, std::size_t column, std::span<float> out) const;

 private:
  bool silent_ = true;
  BorderCost cost_;
  std::vector<std::uint8_t> source_begins_;
  std::vector<std::uint32_t> source_before_;  // begins among the sentences before
  // [target sentences - 1][source begins a block]: by column where the bead ends.
  std::array<std::array<std::vector<float>, 2>, kLongestBead> by_column_;
};

}  // namespace weft
