// SPDX-License-Identifier: Apache-2.0
/// Numerals as they are written, before anyone asks what they count.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "weft/figures/figure.hpp"

namespace weft {

enum class NumeralForm : std::uint8_t {
  kDigits,   // 16,000  1.6万  ３
  kHan,      // 三百二十  两万五
  kPlaces,   // 二〇〇一: Han digits without units
  kWord,     // twenty-one, half a million
  kHalf,     // half, quarter, 半
  kTimes,    // doubled, twice: the value is the factor
  kEra,      // sixties: the value is 60
  kMonth,    // September: the value is 9
  kWeekday,  // Monday, 星期一: the value is 1 .. 7
};

struct Numeral {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NumeralForm form = NumeralForm::kDigits;
  FigureBound bound = FigureBound::kExact;  // 三十多, 100余
  std::uint8_t places = 0;                  // digits or Han characters written
  bool ordinal = false;                     // third, 21st
  bool grouped = false;                     // 16,000
  bool point = false;                       // 1.6
  bool scaled = false;                      // 1.6万, 6 million
  bool bare = false;                        // one character or word that may be part of a phrase
  bool vague = false;                       // 数百, dozens of: consumed, counts nothing
  bool code = false;                        // stands in a name: V3, F-16
  bool shorthand = false;                   // '90: a year without its century
  Rational value;
  Rational high;
  Rational scale = 1;  // what stands last: 10000 of 五十万, a million of "6 million"
};

/// How a language writes its digits.
struct DigitStyle {
  char group = ',';
  char point = '.';
};

/// The numerals of a text by position. `words`: English number words too.
void find_numerals(std::string_view text, DigitStyle style, bool words, std::vector<Numeral>& out);

/// A numeral of digits at `at`, where a digit (ASCII or full-width) stands, with the scale behind
/// it (万, million).
Numeral read_digits(std::string_view text, std::size_t at, DigitStyle style);

/// A numeral of Han characters at `at`, or none where the character there is no numeral.
std::optional<Numeral> read_han(std::string_view text, std::size_t at);
/// True for lead bytes and code points that may begin one.
bool may_begin_han(char32_t point);
/// Multiplies by the scale at numeral.end, if one stands there (万, 多亿, 百万), and moves the end.
/// Then 1亿2000万 and its like are summed by the caller.
void take_han_scale(std::string_view text, Numeral& numeral);

/// An English numeral at a word that begins at `at` and ends at `end`, or none.
std::optional<Numeral> read_words(std::string_view text, std::size_t at, std::size_t end);
/// Multiplies by the scale at numeral.end (" million", "bn", "-thousand"), if one stands there.
void take_word_scale(std::string_view text, Numeral& numeral);

}  // namespace weft
