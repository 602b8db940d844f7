// SPDX-License-Identifier: Apache-2.0
/// Comparing figures of a text and its translation.
#include "weft/figures/agree.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "unit_table.hpp"

namespace weft {
namespace {

constexpr double kConversion = .06;  // rounding of converted quantities: 8 km for 5 miles
constexpr double kAbout = .05;       // what "about" allows, of the value

bool is_year_pair(std::int64_t one, std::int64_t other) {
  if (one > other) std::swap(one, other);
  // Two digits of a century, or years of the Republic of China.
  return one == other ||
         (one > 0 && one < 100 && other >= 1850 && other < 2050 && other % 100 == one) ||
         (one > 0 && one < 130 && one + 1911 == other);
}

bool same_day(const FigureDate& a, const FigureDate& b) {
  if ((a.weekday != 0 && b.weekday != 0 && a.weekday != b.weekday) ||
      (a.month != 0 && b.month != 0 && a.month != b.month) ||
      (a.day != 0 && b.day != 0 && a.day != b.day))
    return false;
  if (a.year != 0 && b.year != 0) return is_year_pair(a.year, b.year);
  // Something both say must be the same: a year alone and a month alone have nothing in common.
  return (a.month != 0 && b.month != 0) || (a.day != 0 && b.day != 0) ||
         (a.weekday != 0 && b.weekday != 0);
}

/// A century or decade holds a year, and the 1900s are the twentieth century.
bool same_era(const FigureDate& a, const FigureDate& b) {
  if (a.era == b.era) return is_year_pair(a.year, b.year);
  const FigureDate& era =
      a.era == FigureEra::kNone || (a.era == FigureEra::kDecade && b.era == FigureEra::kCentury)
          ? b
          : a;
  const FigureDate& other = &era == &a ? b : a;
  if (other.year == 0) return false;
  if (era.era == FigureEra::kCentury) return (other.year / 100) + 1 == era.year;
  return is_year_pair(era.year, other.year - other.year % 10);
}

bool same_date(const FigureDate& a, const FigureDate& b) {
  return a.era == FigureEra::kNone && b.era == FigureEra::kNone ? same_day(a, b) : same_era(a, b);
}

/// A number beside a date that says one thing only: "the 80s", 5号, 三日 / three days, 97年.
bool number_of_date(const Figure& date, const Figure& other) {
  if (!other.value.whole() || other.kind == FigureKind::kMoney ||
      other.kind == FigureKind::kPercentage)
    return false;
  const std::int64_t value = other.value.numerator();
  if (date.date.era != FigureEra::kNone) return date.date.year == value;
  if (date.date.year != 0 && is_year_pair(date.date.year, value)) return true;
  return date.date.day == value || date.date.month == value;
}

bool same_time(const Figure& a, const Figure& b) {
  if (a.value == b.value) return true;
  if (!a.twelve_hours && !b.twelve_hours) return false;
  return (a.value.numerator() - b.value.numerator()) % 720 == 0;
}

/// What a share (or the upper end of its range) is of one; NaN for kinds that are no share.
double share_of(const Figure& figure, bool upper) {
  const double value = (upper ? figure.high : figure.value).to_double();
  switch (figure.kind) {
    case FigureKind::kPercentage:
      return value / 100;
    case FigureKind::kFraction:
    case FigureKind::kMultiple:
      return value;
    default:
      return std::nan("");
  }
}

bool near(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

/// 30 % and three tenths; 增长两倍 and tripled; ten times less and a tenth.
bool same_share(const Figure& a, const Figure& b) {
  const double one = share_of(a, false);
  const double other = share_of(b, false);
  if (std::isnan(one) || std::isnan(other) || a.is_range() != b.is_range()) return false;
  if (a.is_range())
    return near(one, other, 1e-9) && near(share_of(a, true), share_of(b, true), 1e-9);
  if (near(one, other, 1e-9)) return true;
  const bool factors = a.kind == FigureKind::kMultiple || b.kind == FigureKind::kMultiple;
  if (!factors) return false;
  return near(one, other + 1, 1e-9) || near(one + 1, other, 1e-9) ||
         (one * other != 0 && near(one, 1 / other, 1e-9));
}

/// The next value that a bound with as many digits would name: 20多 ends before 30.
double room_of(double value) {
  if (value <= 0) return 0;
  double place = 1;
  while (place * 10 <= value && std::fmod(value, place * 10) == 0)
    place *= 10;
  return place;
}

bool within_bound(const Figure& bounded, double other) {
  const double value = bounded.value.to_double();
  switch (bounded.bound) {
    case FigureBound::kAbout:
      return near(value, other, kAbout);
    case FigureBound::kOver:
      return other >= value && other < value + room_of(value);
    case FigureBound::kUnder:
      return near(value, other, kAbout);
    default:
      return false;
  }
}

bool same_value(double a, double b, const Figure& first, const Figure& second) {
  return near(a, b, 1e-9) || within_bound(first, b) || within_bound(second, a);
}

bool same_amount(const Figure& a, const Figure& b) {
  if (a.value == b.value && a.high == b.high) return true;
  if (a.is_range() || b.is_range()) {
    // A range beside a single figure: either end will do; beside a range, both.
    const bool low = a.value == b.value;
    const bool high = a.high == b.high;
    if (a.is_range() && b.is_range()) return low && high;
    const double single = a.is_range() ? b.value.to_double() : a.value.to_double();
    const Figure& range = a.is_range() ? a : b;
    return single >= range.value.to_double() && single <= range.high.to_double();
  }
  return same_value(a.value.to_double(), b.value.to_double(), a, b);
}

bool is_temperature(std::string_view unit) {
  return unit == "°C" || unit == "°F" || unit == "°";
}

/// Both units are known and of one dimension: the quantity in the base unit decides.
bool same_quantity(const Figure& a, const Figure& b) {
  if (is_temperature(a.unit) && is_temperature(b.unit)) {
    const double one = a.value.to_double();
    const double other = b.value.to_double();
    return std::abs(one - (other * 9 / 5 + 32)) < 1 || std::abs(other - (one * 9 / 5 + 32)) < 1;
  }
  const UnitScale one = scale_of(a.unit);
  const UnitScale other = scale_of(b.unit);
  if (one.dimension == '\0' || one.dimension != other.dimension) return false;
  return near(a.value.to_double() * one.factor, b.value.to_double() * other.factor, kConversion);
}

bool one_unit(const Figure& a, const Figure& b) {
  if (a.unit.empty() || b.unit.empty() || a.unit == b.unit) return true;
  if (a.kind == FigureKind::kMoney && b.kind == FigureKind::kMoney)
    return a.assumed_unit || b.assumed_unit;
  // 镑 and pound are money as well as mass; years and ages are written as either.
  if (a.kind != b.kind) return true;
  return is_temperature(a.unit) && (a.unit == "°" || b.unit == "°");
}

/// "the tenth part" is a tenth.
bool is_part(const Figure& share, const Figure& ordinal) {
  return share.kind == FigureKind::kFraction && ordinal.kind == FigureKind::kOrdinal &&
         share.value.numerator() == 1 && share.value.denominator() > 2 &&
         ordinal.value == Rational(share.value.denominator());
}

bool is_share_kind(FigureKind kind) {
  return kind == FigureKind::kPercentage || kind == FigureKind::kFraction ||
         kind == FigureKind::kMultiple;
}

}  // namespace

bool agree(const Figure& a, const Figure& b) {
  const bool date = a.kind == FigureKind::kDate;
  const bool other_date = b.kind == FigureKind::kDate;
  if (date && other_date) return same_date(a.date, b.date);
  if (date) return number_of_date(a, b);
  if (other_date) return number_of_date(b, a);
  if (a.kind == FigureKind::kTime && b.kind == FigureKind::kTime) return same_time(a, b);
  if (a.kind == FigureKind::kTime || b.kind == FigureKind::kTime) {
    const Figure& time = a.kind == FigureKind::kTime ? a : b;
    const Figure& other = a.kind == FigureKind::kTime ? b : a;
    return other.value == Rational(time.value.numerator() / 60);
  }
  if (same_share(a, b) || is_part(a, b) || is_part(b, a)) return true;
  if (same_amount(a, b)) return one_unit(a, b);
  if (a.unit != b.unit && !a.unit.empty() && !b.unit.empty() && a.kind == b.kind)
    return same_quantity(a, b);
  return false;
}

bool only_units_differ(const Figure& a, const Figure& b) {
  const bool plain = a.kind == b.kind && a.kind != FigureKind::kDate &&
                     a.kind != FigureKind::kTime && !is_share_kind(a.kind);
  return plain && !agree(a, b) && a.value == b.value && a.high == b.high && !one_unit(a, b);
}

}  // namespace weft
