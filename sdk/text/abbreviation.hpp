// SPDX-License-Identifier: Apache-2.0
/// What the word before a full stop says about whether the full stop ends the sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

enum class Abbreviation : std::uint8_t {
  kNone,          ///< an ordinary word: the full stop ends the sentence
  kNever,         ///< a title or "e.g.": the sentence goes on
  kBeforeNumber,  ///< "No.", "Fig.", "Jan.": goes on before a number
  kMayEnd,        ///< "U.S.", "Inc.", an initial: ends only before a word that begins sentences
};

/// Classifies the word before a full stop (without that full stop; inner ones kept: "U.S").
Abbreviation abbreviation_of(std::string_view word);

/// True for a capitalised closed-class word such as "The" or "However": one that seldom follows an
/// abbreviation within a sentence. English, and the commonest of German, French and Spanish.
bool begins_sentences(std::string_view word);

/// True for German ordinals' neighbours: a month's name after, or an article or preposition before,
/// a number with a full stop ("am 3. Oktober").
bool is_month(std::string_view word);
bool precedes_ordinal(std::string_view word);

}  // namespace weft
