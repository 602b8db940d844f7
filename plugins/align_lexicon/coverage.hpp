// SPDX-License-Identifier: Apache-2.0
/// How often a word finds a partner in this text: so much does a missing one say.
#pragma once

#include <vector>

#include "lexical_gains.hpp"
#include "weft/align/bead.hpp"

namespace weft {

/// Sets the text's `source_lexical` and `target_lexical`, the share of a token's probability that
/// its translations have, type by type: one step of expectation maximization (Dempster, Laird and
/// Rubin 1977) over two-sided beads. Types of which nothing is known get near 0 and no longer speak
/// against a bead; those that always have a partner speak louder. `usual` is the most that a type
/// has which no bead holds. Time is that of looking at every bead's pairs of tokens once.
void fit_coverage(const std::vector<Bead>& beads, float usual, LexicalText& text);

}  // namespace weft
