// SPDX-License-Identifier: Apache-2.0
/// The dynamic program that cuts two rows of sentences into beads, by length.
#pragma once

#include <cstdint>
#include <vector>

#include "bead.hpp"
#include "length_model.hpp"

namespace weft {

/// One side of a text.
struct Sentences {
  std::vector<std::uint32_t> bytes;        ///< length of each sentence
  std::vector<std::uint8_t> begins_block;  ///< 1 where it is the first of its block; may be empty
};

/// The most likely beads by Gale and Church, in order, covering every sentence once. Time and
/// memory grow with the sum of both sides, not with the product: the search keeps to a band around
/// the diagonal, and is repeated in a wider one wherever the path ran into its border, up to a
/// thousand sentences to either side. Any thread.
std::vector<Bead> align_by_length(const Sentences& source, const Sentences& target,
                                  const LengthModel& model);

}  // namespace weft
