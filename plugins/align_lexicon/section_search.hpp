// SPDX-License-Identifier: Apache-2.0
/// Cuts the sections of a text into beads, one after the other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "anchors.hpp"
#include "confidence.hpp"
#include "lexical_gains.hpp"
#include "line_prices.hpp"
#include "text_section.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead.hpp"
#include "weft/align/price_borders.hpp"
#include "weights.hpp"

namespace weft {

/// Flags of all sentences of both sides: 1 where a block begins.
struct BlockFlags {
  std::span<const std::uint8_t> source;
  std::span<const std::uint8_t> target;
};

/// One alignment of a text by what is known of its tokens. Keeps references to all.
class SectionSearch {
 public:
  SectionSearch(const LexicalText& text, BlockFlags blocks, LinePrices lines,
                const Weights& weights);

  /// Appends the beads of a section, in order; their numbers are the text's.
  void run(const TextSection& section, std::vector<Bead>& out);

  /// Fits the priors to what `run` found in the whole text, and searches again near its path.
  /// Replaces `beads`; what speaks for each, where `scores` are wanted.
  std::vector<BeadEvidence> refine(const std::vector<TextSection>& sections,
                                   std::vector<Bead>& beads, bool scores);

 private:
  std::vector<Bead> search(const TextSection& section);
  std::vector<Bead> search(const TextSection& section, const Band& band);
  /// Replaces the beads of rows that a band was widened at.
  void search_again(const TextSection& section, const Band& band,
                    const std::vector<std::uint8_t>& widened, std::vector<Bead>& beads);
  void refine(const TextSection& section, std::vector<Bead>& beads, bool scores,
              std::vector<BeadEvidence>& evidence);
  [[nodiscard]] BorderPrices borders_of(const TextSection& section) const;
  [[nodiscard]] BeadPriors priors_of(const TextSection& section) const;

  const LexicalText& text_;
  BlockFlags blocks_;
  LinePrices lines_;
  const Weights& weights_;
  BeadPriors priors_;
  LexicalGains gains_;
  AnchorFinder anchors_;
};

}  // namespace weft
