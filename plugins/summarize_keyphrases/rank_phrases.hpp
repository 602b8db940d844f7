// SPDX-License-Identifier: Apache-2.0
/// Which of the phrases of a document say best what it is about.
#pragma once

#include <vector>

#include "phrases.hpp"

namespace weft {

/// What the evidence for a phrase is worth. By length in units, `lengths` are added; the last one
/// holds for all longer phrases.
struct PhraseWeights {
  double count;     ///< of the logarithm of its occurrences
  double title;     ///< for standing in the title
  double late;      ///< against a first occurrence far behind
  double border;    ///< for occurrences next to a mark or a word of grammar, either side
  double open;      ///< for different neighbours, either side
  double weakest;   ///< of the weaker side's evidence, once more
  double general;   ///< against general words in it
  double nouns;     ///< for a last character that makes nouns
  double cohesion;  ///< of the logarithm of occurrences over those of its units
  double digits;    ///< against numbers in it
  double topical;   ///< of the logarithm of the occurrences of its units
  double capitals;  ///< for beginning with a capital inside sentences
  double lengths[9];
  double
      nested;  ///< share of its occurrences that must stand outside a longer phrase already taken
};

/// For units that are characters, and for units that are words.
extern const PhraseWeights kCharacterWeights;
extern const PhraseWeights kWordWeights;

struct RankedPhrase {
  Phrase phrase;
  double score = 0;  ///< 0 .. 1, falling
};

/// The best `most` phrases, best first; none is a part of another one but where it stands alone
/// often, none lacks a word of its own.
std::vector<RankedPhrase> rank_phrases(const Units& units, const std::vector<Phrase>& phrases,
                                       std::size_t most,
                                       const PhraseWeights& characters = kCharacterWeights,
                                       const PhraseWeights& words = kWordWeights);

}  // namespace weft
