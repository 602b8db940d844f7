// SPDX-License-Identifier: Apache-2.0
/// Turns numerals into figures by what stands around them. Made for one text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "numeral.hpp"
#include "unit_table.hpp"

namespace weft {

/// What one try took: a figure and the number of numerals it used.
struct Taken {
  Figure figure;
  std::size_t numerals = 1;
  Rational scale = 1;  // of the numeral: the first end of "5-6 million" takes it over
};

/// The numerals of a text and the one that is looked at.
struct NumeralView {
  std::string_view text;
  const std::vector<Numeral>& all;
  std::size_t at = 0;

  [[nodiscard]] const Numeral& here() const { return all[at]; }
  /// The n-th numeral behind this one, or null.
  [[nodiscard]] const Numeral* next(std::size_t n = 1) const {
    return at + n < all.size() ? &all[at + n] : nullptr;
  }
  [[nodiscard]] std::string_view between(const Numeral& a, const Numeral& b) const {
    return text.substr(a.end, b.begin - a.end);
  }
};

/// A figure over `numeral` with its value; not yet what it counts.
Figure figure_of(const Numeral& numeral);
/// A whole number within [least, most].
bool within(const Numeral& numeral, std::int64_t least, std::int64_t most);

// Each looks for one sort of figure at the numeral and gives none where it finds another.
std::optional<Taken> take_han_date(const NumeralView& view);
std::optional<Taken> take_english_date(const NumeralView& view);
std::optional<Taken> take_numeric_date(const NumeralView& view);  // 2001-09-11, 2001/9/11
std::optional<Taken> take_era(const NumeralView& view);           // 1990s, 21st century, 90年代
std::optional<Taken> take_time(const NumeralView& view);
std::optional<Taken> take_share(const NumeralView& view);   // 三分之二, two thirds, 一半
std::optional<Taken> take_amount(const NumeralView& view);  // what units decide; never none
/// Words beside a figure that bound it: 约, about, 以上.
void read_bounds(std::string_view text, Figure& figure);

}  // namespace weft
