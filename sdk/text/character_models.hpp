// SPDX-License-Identifier: Apache-2.0
/// What one character of a decoded text costs under the model of a language.
#pragma once

#include <cstdint>
#include <vector>

#include "encodings.hpp"

namespace weft {

/// Where a character stands in its character set: the first level of GB 2312, Big5 and JIS X 0208
/// holds the characters of everyday texts, the second the rest, the third what later supersets
/// added.
enum class Level : std::uint8_t { kUnknown, kFirst, kSecond, kThird };

struct Character {
  char32_t point;
  char32_t left;
  Level level;
  std::uint32_t size;  ///< bytes it was decoded from
};

/// One language's view of characters; `alphabet` is a bit that the model's letters carry (0: none).
struct CharacterModel {
  Repertoire repertoire;
  std::uint32_t alphabet;
};

/// The models that may judge text of a repertoire; those of all repertoires for kAny.
std::vector<CharacterModel> models_for(Repertoire repertoire);

/// Bits: -log2 of about how frequent the character is there, and more beside neighbours that it
/// does not go with.
double character_cost(const Character& character, const CharacterModel& model);

}  // namespace weft
