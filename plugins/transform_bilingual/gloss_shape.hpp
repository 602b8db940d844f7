// SPDX-License-Identifier: Apache-2.0
/// Whether a Chinese term and a term in Latin letters can be each other's translation, by their
/// shapes alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft {

/// The most pinyin syllables a term is read as.
inline constexpr std::size_t kMostSyllables = 8;

/// True where all of `latin` (letters, and spaces, hyphens, apostrophes between syllables) reads as
/// exactly `syllables` syllables of toneless pinyin, 1 to kMostSyllables. Spelling only: which
/// characters they are is not known. Any thread.
bool reads_as_pinyin(std::u32string_view latin, std::size_t syllables);
/// The same for any number of syllables from 2 on: that number, or 0. Where there are several ways
/// ("Xian"), the fewest.
std::size_t pinyin_syllables(std::u32string_view latin);

/// Two to six capital letters and nothing else; units of measure are none.
bool is_acronym(std::u32string_view latin);
/// True where every word begins with a capital letter.
bool is_name_like(std::u32string_view latin);
/// How sure the left border of a Chinese term is: kLoose where a modifier could stand before it.
enum class TermBorder : std::uint8_t { kTight, kLoose };
/// True where a term of so many characters can be what an acronym stands for.
bool fits_acronym(std::size_t han, std::u32string_view latin, TermBorder border);
/// True where so many characters can stand for these words, by their letters.
bool fits_words(std::size_t han, std::u32string_view latin);
/// True where no part of `han`, parted by middle dots, has more characters than a transliteration
/// of the word at its place needs; a name whose title stands before it has.
bool fits_sound(std::u32string_view han, std::u32string_view latin);

}  // namespace weft
