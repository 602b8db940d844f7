// SPDX-License-Identifier: Apache-2.0
/// A clause of a document that can stand above it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "clauses.hpp"
#include "rank_phrases.hpp"

namespace weft {

/// Where it stands: a sentence and bytes of it.
struct Headline {
  std::uint32_t sentence = 0;
  Clause clause;
  double score = 0;  ///< 0 .. 1: how much of what the key phrases say it says
};

/// The clause, or two neighbours, that say most of the key phrases for their length, early ones
/// first; words that only announce ("this paper presents") are cut off. `units` are of
/// `sentences`, `parts_before` other texts before them. Nothing where no clause has a key phrase.
std::optional<Headline> suggest_headline(std::span<const std::string_view> sentences,
                                         const Units& units, std::uint32_t parts_before,
                                         std::span<const RankedPhrase> phrases);

}  // namespace weft
