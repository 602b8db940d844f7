// SPDX-License-Identifier: Apache-2.0
/// What it costs when a bead does not respect the borders of paragraphs and other blocks.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace weft {

/// Costs (-log of a ratio of probabilities; below 0 is a gain) of the places where blocks begin.
/// All are 0 where borders tell nothing.
struct BorderCost {
  /// Of a bead that begins at [source sentence begins a block][target sentence begins a block].
  std::array<std::array<double, 2>, 2> begin{};
  double inside_source = 0;  ///< of a block that begins within the source side of a bead
  double inside_target = 0;
};

/// Blocks of a text and its translation begin together most of the time, however often they begin:
/// the costs compare that with chance. A flag per sentence says whether it begins a block; empty
/// spans mean that nothing is known of blocks. Where nearly every sentence is a block of its own
/// (text given line by line), borders lose their say.
BorderCost border_cost(std::span<const std::uint8_t> source_begins,
                       std::span<const std::uint8_t> target_begins);

}  // namespace weft
