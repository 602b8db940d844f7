// SPDX-License-Identifier: Apache-2.0
/// The numbers behind a bead's gain: one set for every kind of text and every language pair.
#pragma once

#include <cstddef>

#include "weft/align/bead_types.hpp"

namespace weft {

/// Tuned by tests/train/align_lexicon on all development sets together.
struct Weights {
  float lexical = 0.5F;    ///< share of a token's probability that its translations have; the rest
                           ///< is background
  float cap = 6.0F;        ///< the most that one token gains
  float words = 0.856F;    ///< weight of both directions' mean
  float length = 0.345F;   ///< of the squared deviation of lengths
  float variance = 5.27F;  ///< of it, per byte
  float slack = 6.0F;      ///< bytes that every length may be off
  float length_cap = 24.5F;  ///< the most that length costs, before its weight
  float bare = 2.0F;         ///< off a bead for each of several sentences that no word speaks for
  float base = 0.8F;         ///< of any two-sided bead
  float one_two = -2.38F;    ///< of beads of 1 and 2, and so on
  float one_three = -3.74F;
  float one_four = -5.67F;
  float one_five = -6.17F;
  float two_two = -3.98F;
  float two_three = -5.2F;
  float larger = -2.5F;  ///< of every sentence more than 2 and 3
  float gap = -9.5F;
  float gap_more = -1.58F;
  float border = 1.0F;
  float unmarked_joined = -3.2F;  ///< of a line without a final mark in a bead with others
  float unmarked_alone = 4.0F;    ///< of one that opens a gap, beside `gap`
  float habits = 0.52F;           ///< how far a text's own frequencies of beads change their priors

  [[nodiscard]] BeadPriors priors() const;
};

}  // namespace weft
