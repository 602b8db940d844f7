// SPDX-License-Identifier: Apache-2.0
/// Figures in texts: numbers, amounts, dates, times and measures, with their exact value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/figures/rational.hpp"

namespace weft {

enum class FigureKind : std::uint8_t {
  kNumber,      ///< 16,000; 1.6万; two dozen
  kOrdinal,     ///< 第三, third, 21st
  kPercentage,  ///< 5 %, 百分之五, 三成: the value is 5 of 100, not 0.05
  kFraction,    ///< 三分之二, two thirds, 一半
  kMultiple,    ///< 十倍, tenfold, doubled, 翻一番: the factor ("ten times less" is 1/10)
  kMoney,       ///< $6 million, 600万美元
  kDate,        ///< a day, month, year, decade, century or weekday: see FigureDate
  kTime,        ///< 下午三点, 3:30 p.m.: minutes after midnight
  kDuration,    ///< 三年, five days, 两个半小时
  kMeasure,     ///< 5 km, 三十公斤, 20 °C
};

/// How near the value is said to be.
enum class FigureBound : std::uint8_t {
  kExact,  ///< nothing said
  kAbout,  ///< 约, 左右, about, or so
  kOver,   ///< 超过, 余, 多, more than, at least
  kUnder,  ///< 不到, 至多, less than, up to
};

enum class FigureEra : std::uint8_t { kNone, kDecade, kCentury };

/// What a figure of kind kDate says; 0 where it says nothing.
struct FigureDate {
  std::int16_t year = 0;  ///< 2001; 97 where two digits are written; -221 before our era; the first
                          ///< year of a decade (1990, or 90); the number of a century (21)
  std::uint8_t month = 0;            ///< 1..12
  std::uint8_t day = 0;              ///< 1..31
  std::uint8_t weekday = 0;          ///< 1 (Monday) .. 7
  FigureEra era = FigureEra::kNone;  ///< what `year` counts
  bool operator==(const FigureDate&) const = default;
};

/// One figure. A value; `unit` points to storage of the library that lives as long as the program.
struct Figure {
  std::uint32_t begin =
      0;                  ///< bytes [begin, end) of the text: numeral, unit and currency sign, not
  std::uint32_t end = 0;  ///< the words that bound it
  FigureKind kind = FigureKind::kNumber;
  FigureBound bound = FigureBound::kExact;
  bool doubtful = false;      ///< may count nothing: 一 before most words, "one", codes like F-16
  bool spelled = false;       ///< in words or Han characters, not in digits
  bool assumed_unit = false;  ///< the currency is the usual one for 元, $, "dollars", 镑, ...
  bool twelve_hours = false;  ///< a time that does not say which half of the day
  Rational value;             ///< of a date: 0
  Rational high;          ///< the upper end of a range (3-5, 三到五, 两三个), else as value
  std::string_view unit;  ///< canonical: ISO 4217 (USD), SI and common signs (km, °C), duration
                          ///< (second, minute, hour, day, week, month, year); empty where none
  FigureDate date;

  [[nodiscard]] bool is_range() const { return !(value == high); }
};

/// One spelling for equal figures, for keys, logs and tests, independent of the locale: "16000",
/// "1.6", "2/3", "#3" (ordinal), "5%", "x10" (multiple), "USD 6000000", "2001-09-11", "--09-11",
/// "1990s", "C21", "W3" (Wednesday), "15:00", "3:00/12" (some three o'clock), "3 year", "3..5 km";
/// in front "~", ">" or "<" for a bound. Any thread.
std::string canonical_text(const Figure& figure);

}  // namespace weft
