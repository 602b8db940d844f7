// SPDX-License-Identifier: Apache-2.0
/// What one character of a decoded text costs under the model of a language.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common_characters.hpp"
#include "encodings.hpp"
#include "letter_order.hpp"

namespace weft {

/// Where a character stands in its character set: the first level of GB 2312, Big5 and JIS X 0208
/// holds the characters of everyday texts, the second the rest, the third what later supersets
/// added.
enum class Level : std::uint8_t { kUnknown, kFirst, kSecond, kThird };

struct Character {
  char32_t point;
  char32_t left;
  char32_t right;
  Level level;
  std::uint32_t size;  ///< bytes it was decoded from
};

/// One language's view of characters.
struct CharacterModel {
  Repertoire repertoire;
  const Alphabet* alphabet = nullptr;  ///< of Latin script
  const LetterOrder* order = nullptr;  ///< of an alphabet beside Latin
};

/// The models that may judge text of a repertoire; those of all repertoires for kAny.
std::vector<CharacterModel> models_for(Repertoire repertoire);

/// The models of a language written in Latin script; none when its alphabet is not known here.
std::vector<CharacterModel> models_of_language(std::string_view tag);

/// Bits: -log2 of about how frequent the character is there, and more beside neighbours that it
/// does not go with.
double character_cost(const Character& character, const CharacterModel& model);

}  // namespace weft
