// SPDX-License-Identifier: Apache-2.0
/// What units, currencies, classifiers and ordinal marks make of a numeral; the last resort is a
/// plain number.
#include <algorithm>
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

bool one_of(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (starts_at(text, at, word)) return true;
  }
  return false;
}

/// The lower-case word before `end` is one of `words`.
bool word_before_is(std::string_view text, std::size_t end,
                    std::initializer_list<std::string_view> words) {
  const std::size_t stop = skip_blank_back(text, end);
  const std::size_t begin = word_begin(text, stop);
  for (const std::string_view word : words) {
    if (stop - begin == word.size() && same_word(text, begin, word)) return true;
  }
  return false;
}

void multiply(Figure& figure, Rational factor) {
  figure.value = figure.value * factor;
  figure.high = figure.high * factor;
}

/// 多, 余 behind a unit (一百元多, 两年多), and 半 (两年半): moves the end.
void take_tail(std::string_view text, const Unit& unit, Figure& figure) {
  if (one_of(text, figure.end, {"半"}) &&
      (unit.sort == UnitSort::kDuration || unit.sort == UnitSort::kMultiple)) {
    figure.value = figure.value + Rational(1, 2);
    figure.high = figure.high + Rational(1, 2);
    figure.end += 3;
  } else if (one_of(text, figure.end, {"多", "余", "餘"})) {
    figure.bound = FigureBound::kOver;
    figure.end += 3;
  }
}

/// "ten times less" is a tenth.
void turn_around(std::string_view text, Figure& figure) {
  std::size_t at = skip_blank(text, figure.end);
  if (!(figure.value == Rational(0)) && figure.value == figure.high &&
      (same_word(text, at, "less") || same_word(text, at, "fewer") ||
       same_word(text, at, "lower") || same_word(text, at, "smaller") ||
       same_word(text, at, "cheaper")))
    figure.value = figure.high = Rational(figure.value.denominator(), figure.value.numerator());
}

/// May a single numeral (三, 一, 百, "one") count with this unit?
bool counts_with(const Numeral& numeral, UnitSort sort) {
  const bool one = numeral.value == Rational(1);
  switch (sort) {
    case UnitSort::kPercent:
    case UnitSort::kMoney:
    case UnitSort::kMeasure:
      return true;
    case UnitSort::kTenth:
    case UnitSort::kMultiple:
    case UnitSort::kSubMoney:
      return numeral.places == 1 && numeral.value.to_double() < 100;
    case UnitSort::kDuration:
    case UnitSort::kClassifier:
    case UnitSort::kDime:
      return !one && numeral.value.to_double() <= 10;
    default:
      return false;
  }
}

void apply_unit(std::string_view text, const FoundUnit& found, const Numeral& numeral,
                Figure& figure) {
  const Unit& unit = found.unit;
  if (numeral.bare && !counts_with(numeral, unit.sort)) figure.doubtful = true;
  if (numeral.bare && counts_with(numeral, unit.sort)) figure.doubtful = false;
  if (unit.sort == UnitSort::kClassifier) return;
  figure.end = static_cast<std::uint32_t>(found.end);
  figure.unit = unit.canonical;
  figure.assumed_unit = unit.assumed;
  switch (unit.sort) {
    case UnitSort::kTenth:
      multiply(figure, 10);
      [[fallthrough]];
    case UnitSort::kPercent:
      figure.kind = FigureKind::kPercentage;
      figure.unit = {};
      break;
    case UnitSort::kMultiple:
      figure.kind = FigureKind::kMultiple;
      turn_around(text, figure);
      break;
    case UnitSort::kDime:
    case UnitSort::kSubMoney:
      multiply(figure, Rational(1, unit.sort == UnitSort::kDime ? 10 : 100));
      [[fallthrough]];
    case UnitSort::kMoney:
      figure.kind = FigureKind::kMoney;
      break;
    case UnitSort::kDuration:
      figure.kind = FigureKind::kDuration;
      break;
    default:
      figure.kind = FigureKind::kMeasure;
  }
  take_tail(text, unit, figure);
}

/// 三个半小时: 个 and half before a duration.
bool take_and_half(std::string_view text, Figure& figure) {
  if (!one_of(text, figure.end, {"个半", "個半"})) return false;
  const FoundUnit unit = unit_behind(text, figure.end + 6);
  if (unit.unit.sort != UnitSort::kDuration && !one_of(text, figure.end + 6, {"月"})) return false;
  figure.kind = FigureKind::kDuration;
  figure.unit = one_of(text, figure.end + 6, {"月"}) ? "month" : unit.unit.canonical;
  figure.value = figure.value + Rational(1, 2);
  figure.high = figure.value;
  figure.doubtful = false;
  figure.end += 6 + static_cast<std::uint32_t>(
                        one_of(text, figure.end + 6, {"月"}) ? 3 : unit.unit.text.size());
  return true;
}

/// "$1.6m", "1.6m people": millions and billions in one letter.
void take_letter_scale(std::string_view text, const Numeral& numeral, bool money, Figure& figure) {
  const char letter = byte_at(text, figure.end);
  if (numeral.scaled || (letter != 'm' && letter != 'M' && letter != 'b' && letter != 'B') ||
      is_letter(byte_at(text, figure.end + 1)) || is_digit(byte_at(text, figure.end + 1)) ||
      byte_at(text, figure.end + 1) == '-')
    return;
  const std::size_t word = figure.end + 2;
  const bool counted = byte_at(text, figure.end + 1) == ' ' && word_end(text, word) - word > 2 &&
                       !is_upper(byte_at(text, word));
  constexpr std::array<std::string_view, 16> kOfLength = {
      "tall", "high", "long",  "wide", "deep",   "above", "below",     "away",
      "from", "and",  "thick", "the",  "sprint", "race",  "freestyle", "across"};
  const bool length = std::any_of(kOfLength.begin(), kOfLength.end(), [&](std::string_view known) {
    return same_word(text, word, known);
  });
  if (!money && (!counted || length || letter == 'M' || letter == 'B')) return;
  multiply(figure, letter == 'm' || letter == 'M' ? 1000000 : 1000000000);
  figure.end += 1;
  figure.doubtful = numeral.code;
}

bool take_ordinal(const NumeralView& view, const Numeral& numeral, Figure& figure) {
  const std::string_view text = view.text;
  if (ends_at(text, numeral.begin, "第")) {
    figure.begin -= 3;
    figure.kind = FigureKind::kOrdinal;
    figure.doubtful = false;
    return true;
  }
  if (numeral.form == NumeralForm::kDigits && !numeral.point) {
    for (const std::string_view letters : {"st", "nd", "rd", "th"}) {
      if (!same_word(text, numeral.end, letters) || is_letter(byte_at(text, numeral.end + 2)))
        continue;
      figure.kind = FigureKind::kOrdinal;
      figure.doubtful = numeral.code;
      figure.end += 2;
      return true;
    }
  }
  if (!numeral.ordinal) return false;
  figure.kind = FigureKind::kOrdinal;
  // "at first", "a second", "third parties" say no rank; "the second floor" does.
  const bool sure = word_before_is(
      text, numeral.begin,
      {"the", "its", "his", "her", "their", "our", "my", "your", "this", "that", "s"});
  const bool seconds = text.substr(numeral.begin, 6) == "second" &&
                       word_before_is(text, numeral.begin, {"a", "per", "every", "each"});
  figure.doubtful = (within(numeral, 1, 3) && (!sure || seconds)) ||
                    same_word(text, numeral.end, " of all") ||
                    same_word(text, numeral.end, " time");
  return true;
}

/// "half of", "half an hour", 半年.
void take_half(std::string_view text, const Numeral& numeral, Figure& figure) {
  std::size_t at = numeral.end;
  for (const std::string_view article : {" an ", " a ", " dozen "}) {
    if (same_word(text, at, article) && article != " dozen ") {
      at += article.size() - 1;
      break;
    }
  }
  const FoundUnit unit = unit_behind(text, at);
  const bool counted =
      unit.unit.sort == UnitSort::kDuration || unit.unit.sort == UnitSort::kMeasure;
  if (counted) {
    figure.doubtful = false;
    Numeral plain = numeral;
    plain.bare = false;
    apply_unit(text, unit, plain, figure);
    return;
  }
  figure.kind = FigureKind::kFraction;
  figure.doubtful =
      !(same_word(text, numeral.end, " of ") || same_word(text, numeral.end, " the ") ||
        same_word(text, numeral.end, " its ") || same_word(text, numeral.end, " their ") ||
        one_of(text, numeral.end, {"数", "數"}));
  const bool quarter = !(numeral.value == Rational(1, 2));
  if (quarter)
    figure.doubtful =
        !word_before_is(text, numeral.begin, {"a"}) || !same_word(text, numeral.end, " of ");
}

/// Doubtful by its own form: codes, single numerals, places that are no year.
bool doubtful_form(std::string_view text, const Numeral& numeral) {
  if (numeral.code || numeral.bare) return true;
  if (numeral.form == NumeralForm::kPlaces) return numeral.places != 4;
  if (numeral.form != NumeralForm::kDigits) return false;
  if (is_letter(byte_at(text, numeral.end))) return true;
  // The number of a list item.
  const bool item = numeral.begin == 0 || text[numeral.begin - 1] == '\n';
  return item && numeral.places <= 3 &&
         (one_of(text, numeral.end, {". ", ") ", "、", "．"}) ||
          (one_of(text, numeral.end, {"."}) && numeral.end + 1 == text.size()));
}

/// 十分 for "very", 千万 for "by all means" and their like: what no unit may rescue.
bool is_phrase(std::string_view text, const Numeral& numeral) {
  if (numeral.form != NumeralForm::kHan) return false;
  constexpr std::array<std::string_view, 22> kPhrases = {
      "万一", "萬一", "万分", "萬分", "万岁", "萬歲", "万能", "万物", "万事", "百姓", "百货",
      "百科", "百般", "千方", "十足", "八卦", "五官", "四季", "三角", "四处", "四周", "二手"};
  for (const std::string_view phrase : kPhrases) {
    if (starts_at(text, numeral.begin, phrase)) return true;
  }
  return starts_at(text, numeral.begin, "十分") &&
         !one_of(text, numeral.begin, {"十分之", "十分钟", "十分鐘"}) && numeral.places == 1;
}

/// 数百, 几十万, 上千, 成千上万: no number is said.
bool is_vague(std::string_view text, const Numeral& numeral) {
  if (numeral.vague) return true;
  if (numeral.form != NumeralForm::kHan) return false;
  const bool ten = one_of(text, numeral.begin, {"十"});
  if (!ten && !one_of(text, numeral.begin, {"百", "千", "万", "萬", "亿", "億"})) return false;
  for (const std::string_view word : {"数", "數", "几", "幾"}) {
    if (ends_at(text, numeral.begin, word)) return true;
  }
  return !ten && (ends_at(text, numeral.begin, "上") || ends_at(text, numeral.begin, "成"));
}

/// 星期三, 周五.
bool is_han_weekday(std::string_view text, const Numeral& numeral) {
  if (numeral.form != NumeralForm::kHan || numeral.places != 1 || !within(numeral, 1, 6))
    return false;
  for (const std::string_view week : {"星期", "周", "週", "礼拜", "禮拜"}) {
    if (ends_at(text, numeral.begin, week)) return true;
  }
  return false;
}

}  // namespace

Figure figure_of(const Numeral& numeral) {
  Figure figure;
  figure.begin = numeral.begin;
  figure.end = numeral.end;
  figure.bound = numeral.bound;
  figure.spelled = numeral.form != NumeralForm::kDigits;
  figure.value = numeral.value;
  figure.high = numeral.high;
  return figure;
}

bool within(const Numeral& numeral, std::int64_t least, std::int64_t most) {
  return numeral.value.whole() && numeral.value == numeral.high &&
         numeral.value.numerator() >= least && numeral.value.numerator() <= most;
}

std::optional<Taken> take_amount(const NumeralView& view) {
  const Numeral& numeral = view.here();
  const std::string_view text = view.text;
  Taken out;
  Figure& figure = out.figure;
  figure = figure_of(numeral);
  out.scale = numeral.scale;
  if (numeral.form == NumeralForm::kMonth) return std::nullopt;
  if (numeral.form == NumeralForm::kWeekday || is_han_weekday(text, numeral)) {
    figure.kind = FigureKind::kDate;
    figure.date.weekday = static_cast<std::uint8_t>(numeral.value.numerator());
    figure.value = figure.high = 0;
    return out;
  }
  if (is_vague(text, numeral) || is_phrase(text, numeral)) return std::nullopt;
  figure.doubtful = doubtful_form(text, numeral);
  if (numeral.form == NumeralForm::kTimes) {
    figure.kind = FigureKind::kMultiple;
    return out;
  }
  if (numeral.form == NumeralForm::kHalf) {
    take_half(text, numeral, figure);
    return out;
  }
  if (take_ordinal(view, numeral, figure)) return out;
  const FoundUnit before = currency_before(text, numeral.begin);
  take_letter_scale(text, numeral, static_cast<bool>(before), figure);
  if (take_and_half(text, figure)) return out;
  const FoundUnit behind = unit_behind(text, figure.end);
  if (behind) {
    if (behind.begin == numeral.end && numeral.form == NumeralForm::kDigits && !numeral.code)
      figure.doubtful = false;  // "5km" stands in no name
    apply_unit(text, behind, numeral, figure);
  }
  if (before && (figure.kind == FigureKind::kNumber || figure.kind == FigureKind::kMoney)) {
    figure.begin = static_cast<std::uint32_t>(before.begin);
    const bool sharper = figure.unit.empty() || figure.assumed_unit;
    figure.kind = FigureKind::kMoney;
    if (sharper) {
      figure.unit = before.unit.canonical;
      figure.assumed_unit = before.unit.assumed;
    }
    figure.doubtful = false;
  }
  return out;
}

}  // namespace weft
