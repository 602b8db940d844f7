// SPDX-License-Identifier: Apache-2.0
/// Which characters are common in which language, as one table of flags.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "encodings.hpp"

namespace weft {

/// Lists a character can be on.
enum Flag : std::uint32_t {
  kCommonHan = 1U << 0U,
  kCommonKanji = 1U << 1U,
  kCommonHiragana = 1U << 2U,
  kCommonHangul = 1U << 3U,
  kWesternMark = 1U << 6U,
  kEastAsianMark = 1U << 7U,
};

struct Alphabet {
  Repertoire repertoire;
  std::string_view languages;   ///< two letters each, separated by blanks
  std::u32string_view letters;  ///< small ones beyond ASCII, the most frequent first
};

/// Alphabets of Latin script.
std::span<const Alphabet> alphabets();

/// Bits for a small letter, or a mark that stands for itself, about -log2 of its frequency in the
/// languages of `alphabet`, which must be of alphabets(); more when it is none of theirs.
double alphabet_cost(const Alphabet& alphabet, char32_t point);

/// True when the character carries any of the flags.
bool has_flag(std::uint32_t flag, char32_t point);

}  // namespace weft
