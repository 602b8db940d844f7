// SPDX-License-Identifier: Apache-2.0
/// Which characters are common in which language, as one table of flags.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "encodings.hpp"

namespace weft {

/// Lists a character can be on; a letter's alphabets are bits of their own.
enum Flag : std::uint32_t {
  kCommonHan = 1U << 0U,
  kCommonKanji = 1U << 1U,
  kCommonHiragana = 1U << 2U,
  kCommonHangul = 1U << 3U,
  kWesternMark = 1U << 6U,
  kEastAsianMark = 1U << 7U,
  kFirstAlphabet = 1U << 8U,
};

struct Alphabet {
  Repertoire repertoire;
  std::string_view languages;   ///< two letters each, separated by blanks
  std::u32string_view letters;  ///< beyond ASCII
};

/// Alphabets of Latin script; the i-th one's letters carry the flag kFirstAlphabet << i.
std::span<const Alphabet> alphabets();

/// True when the character carries any of the flags.
bool has_flag(std::uint32_t flag, char32_t point);

}  // namespace weft
