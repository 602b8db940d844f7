// SPDX-License-Identifier: Apache-2.0
/// The beads of a document as a reviewer wants them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "decisions.hpp"
#include "weft/document.hpp"

namespace weft {

/// What became of a document's decisions.
struct Applied {
  std::size_t accepted = 0;   ///< parts
  std::size_t rejected = 0;   ///< parts
  std::size_t reshaped = 0;   ///< runs of pairs that were merged or split
  std::size_t unmatched = 0;  ///< decisions whose pairs are not there, or not as they were
  std::vector<const Decision*> overruling;     ///< those because of which an earlier one is void
  std::vector<const Decision*> no_neighbours;  ///< left out: their pairs are not side by side
};

/// Applies decisions to a document, in their order; of two on the same sentences the later holds
/// (ReviewUnits). Rejected beads are removed, or with `mark` get the attribute `reject` = "review".
/// Accepted ones get `review` = WEFT_REVIEW_ACCEPTED. Where pairs are merged or split, all beads
/// from there on are made anew, so that their order stays that of the text; attributes go with
/// them. A new bead has the lowest score of those it was made of and the findings whose sentences
/// it has.
Applied apply_decisions(Document& document, const Decisions& decisions,
                        const std::vector<Decision>& own, bool mark);

}  // namespace weft
