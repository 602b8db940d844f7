// SPDX-License-Identifier: Apache-2.0
/// Finds which pieces of a mixed sequence in two languages translate each other.
#pragma once

#include <vector>

#include "fit.hpp"
#include "piece.hpp"

namespace weft {

/// Pairs pieces of two languages that alternate: the cheapest way to read each stream as groups of
/// one to three pieces of one language followed by their translation in the other, in either order,
/// or as a long run of one language followed by one of the other (chapter by chapter), where pieces
/// may stay alone. Sizes, numbers and names shared, and headings decide; a change of order costs a
/// little. Pieces that do not pair, or that `taken` says are in a pair already, are passed over.
/// In text order. O(pieces).
std::vector<Pair> find_interleaving(const std::vector<Piece>& pieces, const FitModel& model,
                                    const std::vector<bool>& taken = {});

/// The sizes' usual ratio, from neighbours in different languages.
FitModel model_of_neighbours(const std::vector<Piece>& pieces);

}  // namespace weft
