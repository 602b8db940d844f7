// SPDX-License-Identifier: Apache-2.0
/// The dynamic program that cuts two rows of sentences into beads, by length.
#pragma once

#include <vector>

#include "length_model.hpp"
#include "weft/align/bead.hpp"
#include "weft/align/two_sides.hpp"

namespace weft {

/// The most likely beads by Gale and Church, in order, covering every sentence once. Time and
/// memory grow with the sum of both sides, not with the product: the search keeps to a band around
/// the diagonal, and is repeated in a wider one wherever the path ran into its border, up to a
/// thousand sentences to either side. The score of a bead is the probability that true translations
/// differ in length by so much or more: 1 = just the length expected. Any thread.
std::vector<Bead> align_by_length(const Sentences& source, const Sentences& target,
                                  const LengthModel& model);

}  // namespace weft
