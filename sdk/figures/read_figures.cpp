// SPDX-License-Identifier: Apache-2.0
/// Numerals, then what each of them counts, then ranges.
#include "weft/figures/read_figures.hpp"

#include <algorithm>
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

bool is_language(std::string_view tag, std::string_view language) {
  return tag.substr(0, language.size()) == language &&
         (tag.size() == language.size() || tag[language.size()] == '-');
}

DigitStyle style_of(std::string_view language) {
  for (const std::string_view points : {"de", "fr", "es", "it", "nl", "pt", "da", "nb", "sv", "fi",
                                        "ru", "uk", "pl", "cs", "tr", "el", "ro", "hu", "id"}) {
    if (is_language(language, points)) return {'.', ','};
  }
  return {};
}

std::optional<Taken> take(const NumeralView& view, bool vague) {
  if (!vague) {
    for (const auto attempt :
         {take_era, take_numeric_date, take_han_date, take_time, take_share, take_english_date}) {
      if (auto taken = attempt(view)) return taken;
    }
  }
  return take_amount(view);
}

/// 到, 至, "-", " to " between two figures.
bool joins_range(std::string_view gap) {
  for (const std::string_view mark :
       {"-", "–", "—", "~", "～", "至", "到", " to ", " - ", " – ", "－", "-to-"}) {
    if (gap == mark) return true;
  }
  return false;
}

/// 5-6 million: the first end is meant in millions too.
void share_scale(Figure& first, Rational first_scale, const Figure& second, Rational scale) {
  if (!(first_scale == Rational(1)) || scale == Rational(1)) return;
  const Rational scaled = first.value * scale;
  if (!scaled.valid() || scaled.to_double() >= second.value.to_double()) return;
  first.value = first.high = scaled;
}

/// 3-5公里, 5%到10%: the second takes in the first.
bool merge_range(std::string_view text, Figure first, Rational first_scale, Figure& second,
                 Rational scale) {
  if (first.kind == FigureKind::kDate || second.kind == FigureKind::kDate ||
      first.kind == FigureKind::kTime || second.kind == FigureKind::kTime || first.is_range() ||
      second.is_range() || second.begin < first.end ||
      first.value.to_double() >= second.value.to_double())
    return false;
  const bool plain = first.kind == FigureKind::kNumber && first.unit.empty();
  const bool same = first.kind == second.kind && first.unit == second.unit;
  const bool sign = first.kind == FigureKind::kMoney && second.kind == FigureKind::kNumber;
  const std::string_view gap = text.substr(first.end, second.begin - first.end);
  // "three or four": neighbours only, since "10 or 20" names two numbers.
  const bool neighbours = gap == " or " && first.value + Rational(1) == second.value;
  if ((!plain && !same && !sign) || (!joins_range(gap) && !neighbours)) return false;
  if (neighbours) second.bound = FigureBound::kAbout;
  share_scale(first, first_scale, second, scale);
  if (sign) {
    second.kind = first.kind;
    second.unit = first.unit;
    second.assumed_unit = first.assumed_unit;
  }
  second.begin = first.begin;
  second.value = first.value;
  if (first.spelled && second.spelled) second.doubtful = false;
  if (first.bound != FigureBound::kExact) second.bound = first.bound;
  return true;
}

}  // namespace

void read_figures(std::string_view text, std::string_view language, std::vector<Figure>& out,
                  FigureOptions options) {
  out.clear();
  thread_local std::vector<Numeral> numerals;
  const bool words = language.empty() || is_language(language, "en") || is_language(language, "zh");
  find_numerals(text, style_of(language), words, numerals);
  std::size_t done = 0;
  Rational last_scale = 1;
  for (std::size_t i = 0; i < numerals.size();) {
    const NumeralView view{text, numerals, i};
    ++i;
    if (view.here().begin < done) continue;
    auto taken = take(view, view.here().vague);
    if (!taken || !taken->figure.value.valid() || !taken->figure.high.valid()) continue;
    i += taken->numerals - 1;
    Figure& figure = taken->figure;
    // A sign between two figures (5 RMB¥6) belongs to the first.
    figure.begin = std::max(figure.begin, static_cast<std::uint32_t>(done));
    done = figure.end;
    read_bounds(text, figure);
    if (!out.empty() && merge_range(text, out.back(), last_scale, figure, taken->scale))
      out.pop_back();
    out.push_back(figure);
    last_scale = taken->scale;
  }
  if (!options.doubtful) {
    out.erase(std::remove_if(out.begin(), out.end(),
                             [](const Figure& figure) { return figure.doubtful; }),
              out.end());
  }
}

std::vector<Figure> read_figures(std::string_view text, std::string_view language,
                                 FigureOptions options) {
  std::vector<Figure> out;
  read_figures(text, language, out, options);
  return out;
}

}  // namespace weft
