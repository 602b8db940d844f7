// SPDX-License-Identifier: Apache-2.0
/// One spelling for equal figures.
#include <string>

#include "weft/figures/figure.hpp"

namespace weft {
namespace {

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "1.6" where the decimals end, else "2/3".
std::string number_text(Rational value) {
  std::int64_t rest = value.denominator();
  std::int64_t scale = 1;
  std::size_t places = 0;
  while (rest % 10 == 0 || rest % 2 == 0 || rest % 5 == 0) {
    if (rest == 1 || scale > 1000000000000) break;
    rest /= rest % 10 == 0 ? 10 : rest % 2 == 0 ? 2 : 5;
    scale *= 10;
    ++places;
  }
  const Rational scaled = value * Rational(scale);
  if (rest != 1 || !scaled.whole())
    return std::to_string(value.numerator()) + '/' + std::to_string(value.denominator());
  std::string digits = std::to_string(scaled.numerator());
  if (places == 0) return digits;
  const std::string sign = digits.front() == '-' ? "-" : "";
  digits.erase(0, sign.size());
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return sign + digits;
}

std::string date_text(const FigureDate& date) {
  if (date.era == FigureEra::kDecade) return std::to_string(date.year) + "s";
  if (date.era == FigureEra::kCentury) return "C" + std::to_string(date.year);
  if (date.weekday != 0) return "W" + std::to_string(date.weekday);
  std::string out = date.year == 0 ? "-" : std::to_string(date.year);
  if (date.month == 0 && date.day == 0) return out;
  out += date.month == 0 ? "-" : '-' + two_digits(date.month);
  return date.day == 0 ? out : out + '-' + two_digits(date.day);
}

std::string time_text(const Figure& figure) {
  const std::int64_t minutes = figure.value.numerator();
  return std::to_string(minutes / 60) + ':' + two_digits(minutes % 60) +
         (figure.twelve_hours ? "/12" : "");
}

std::string amount_text(const Figure& figure) {
  std::string out = number_text(figure.value);
  if (figure.is_range()) out += ".." + number_text(figure.high);
  switch (figure.kind) {
    case FigureKind::kOrdinal:
      return '#' + out;
    case FigureKind::kPercentage:
      return out + '%';
    case FigureKind::kMultiple:
      return 'x' + out;
    case FigureKind::kMoney:
      return std::string(figure.unit) + ' ' + out;
    default:
      return figure.unit.empty() ? out : out + ' ' + std::string(figure.unit);
  }
}

}  // namespace

std::string canonical_text(const Figure& figure) {
  const char* bound = figure.bound == FigureBound::kAbout   ? "~"
                      : figure.bound == FigureBound::kOver  ? ">"
                      : figure.bound == FigureBound::kUnder ? "<"
                                                            : "";
  if (figure.kind == FigureKind::kDate) return bound + date_text(figure.date);
  if (figure.kind == FigureKind::kTime) return bound + time_text(figure);
  return bound + amount_text(figure);
}

}  // namespace weft
