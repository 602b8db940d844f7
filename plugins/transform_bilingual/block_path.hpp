// SPDX-License-Identifier: Apache-2.0
/// Aligns two sequences of pieces in order.
#pragma once

#include <vector>

#include "fit.hpp"
#include "piece.hpp"

namespace weft {

/// Groups of up to two pieces of each sequence that fit, in order; pieces may stay alone. Looks at
/// a band around the diagonal of equal text. O(pieces). `first` is of side `first_side`.
std::vector<Pair> align_blocks(const std::vector<Piece>& pieces,
                               const std::vector<std::size_t>& first,
                               const std::vector<std::size_t>& second, const FitModel& model);

}  // namespace weft
