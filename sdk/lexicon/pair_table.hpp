// SPDX-License-Identifier: Apache-2.0
/// What translates what and how often, and the probabilities that follow.
#pragma once

#include <cstdint>
#include <vector>

#include "layout.hpp"

namespace weft {

/// How a Chinese term is written; both where nothing tells.
inline constexpr std::uint8_t kSimplifiedForm = 1;
inline constexpr std::uint8_t kTraditionalForm = 2;
inline constexpr std::uint8_t kBothForms = kSimplifiedForm | kTraditionalForm;

/// Evidence that two terms translate each other. Numbers of terms are the caller's own.
struct PairCount {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  bool own = false;
  double count = 0;
  /// One divided by the number of content words that the first (second) term was one of.
  float first_share = 1;
  float second_share = 1;
};

/// Equal pairs become one, in order of first, second, own: dictionary before own.
void merge_pairs(std::vector<PairCount>& pairs);

/// Translations of the terms 0 .. terms - 1 of one side.
struct TranslationTable {
  std::vector<TranslationList> lists;
  std::vector<Translation> translations;
};

/// p(second | first), of merged pairs.
TranslationTable forward_table(const std::vector<PairCount>& pairs, std::uint32_t first_terms);

/// What is known of the terms of the first side, by number.
struct FirstTerms {
  std::vector<std::uint8_t> forms;  ///< as above; forms of a word share no mass (weft::Lexicon)
  std::vector<std::uint32_t> uses;  ///< how often the dictionary itself uses the term, at least 1
};

/// p(first | second). A dictionary knows no frequencies: that a term is twice as likely as another
/// takes four times its uses.
TranslationTable backward_table(const std::vector<PairCount>& pairs, std::uint32_t second_terms,
                                const FirstTerms& first);

}  // namespace weft
