// SPDX-License-Identifier: Apache-2.0
/// Days, months and years in Chinese, English and numeric writing.
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

Taken date_of(const NumeralView& view, std::size_t begin, std::size_t end, FigureDate date,
              std::size_t numerals) {
  Taken out;
  out.figure = figure_of(view.here());
  out.figure.begin = static_cast<std::uint32_t>(begin);
  out.figure.end = static_cast<std::uint32_t>(end);
  out.figure.kind = FigureKind::kDate;
  out.figure.bound = FigureBound::kExact;
  out.figure.value = 0;
  out.figure.high = 0;
  out.figure.date = date;
  out.numerals = numerals;
  return out;
}

bool plain(const Numeral& numeral) {
  return !numeral.scaled && !numeral.grouped && !numeral.point && !numeral.ordinal &&
         numeral.bound == FigureBound::kExact && numeral.value.whole() &&
         numeral.value == numeral.high;
}

/// Four digits that are a year, as 1992, 一九九二 and ２００１ are.
bool is_full_year(const Numeral& numeral) {
  const bool written = numeral.form == NumeralForm::kDigits || numeral.form == NumeralForm::kPlaces;
  return written && numeral.places == 4 && plain(numeral) && within(numeral, 1000, 2999);
}

std::size_t behind(std::string_view text, std::size_t at,
                   std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (starts_at(text, at, word)) return at + word.size();
  }
  return at;
}
bool before(std::string_view text, std::size_t end, std::initializer_list<std::string_view> words,
            std::size_t* begin = nullptr) {
  for (const std::string_view word : words) {
    if (!ends_at(text, end, word)) continue;
    if (begin != nullptr) *begin = end - word.size();
    return true;
  }
  return false;
}

std::int16_t small(const Numeral& numeral) {
  return static_cast<std::int16_t>(numeral.value.numerator());
}

/// 月 behind a month's number; not 月球, 月票, and not where 个 parts them.
std::size_t month_end(std::string_view text, const Numeral& numeral) {
  if (!plain(numeral) || !within(numeral, 1, 12)) return 0;
  const std::size_t at = skip_blank(text, numeral.end);
  const std::size_t end = behind(text, at, {"月份", "月"});
  return end == at || starts_at(text, end, "球") || starts_at(text, end, "票") ? 0 : end;
}
/// 日 or 号 behind a day's number; not 日本, 日元.
std::size_t day_end(std::string_view text, const Numeral& numeral) {
  if (!plain(numeral) || !within(numeral, 1, 31)) return 0;
  const std::size_t at = skip_blank(text, numeral.end);
  const std::size_t end = behind(text, at, {"日", "号", "號"});
  if (end == at) return 0;
  for (const std::string_view other :
       {"本", "元", "圆", "圓", "报", "報", "币", "楼", "樓", "线"}) {
    if (starts_at(text, end, other)) return 0;
  }
  return end;
}

struct YearSign {
  bool found = false;
  std::size_t begin = 0;
  std::int64_t offset = 0;
  bool negative = false;
};
YearSign year_sign(std::string_view text, std::size_t begin) {
  YearSign out;
  const std::size_t end = skip_blank_back(text, begin);
  if (before(text, end, {"公元前", "西元前"}, &out.begin)) {
    out.negative = true;
  } else if (before(text, end, {"民国", "民國"}, &out.begin)) {
    out.offset = 1911;
  } else if (!before(text, end, {"公元", "西元"}, &out.begin)) {
    return out;
  }
  out.found = true;
  return out;
}

/// 年 behind a numeral that is a year and no duration: where it ends, or 0.
std::size_t year_end(const NumeralView& view, const Numeral& numeral, bool signed_year) {
  const std::string_view text = view.text;
  const std::size_t at = skip_blank(text, numeral.end);
  const std::size_t end = behind(text, at, {"年"});
  if (end == at || !plain(numeral) || !within(numeral, 1, 2999)) return 0;
  if (starts_at(text, end, "代")) return 0;
  const Numeral* next = view.next();
  const bool month = next != nullptr && next->begin <= end + 1 && month_end(text, *next) != 0;
  if (signed_year || month) return end;
  if (is_full_year(numeral)) {
    const bool round = numeral.value.numerator() % 100 == 0;
    const bool span =
        behind(text, end, {"前", "后", "後", "来", "來", "间", "間", "多", "以"}) != end;
    return round && span ? 0 : end;
  }
  // 九七年; of digits, 97年 may as well count years and is left to the units.
  return numeral.form == NumeralForm::kPlaces && numeral.places == 2 ? end : 0;
}

bool is_month(const Numeral* numeral) {
  return numeral != nullptr && numeral->form == NumeralForm::kMonth;
}
bool is_day(const Numeral* numeral) {
  if (numeral == nullptr || numeral->code || numeral->scaled || numeral->point) return false;
  const bool digits = numeral->form == NumeralForm::kDigits && numeral->places <= 2;
  return (digits || numeral->ordinal) && within(*numeral, 1, 31);
}
/// "11th": the letters behind a day in digits.
std::size_t day_letters(std::string_view text, const Numeral& day) {
  if (day.form != NumeralForm::kDigits) return day.end;
  for (const std::string_view letters : {"st", "nd", "rd", "th"}) {
    if (same_word(text, day.end, letters) && !is_letter(byte_at(text, day.end + 2)))
      return day.end + 2;
  }
  return day.end;
}

/// ", 2001" or " 2001" behind a month or day.
bool year_follows(std::string_view text, std::size_t end, const Numeral* year) {
  if (year == nullptr || !is_full_year(*year) || year->begin < end) return false;
  const std::string_view gap = text.substr(end, year->begin - end);
  return gap == ", " || gap == " " || gap == ". " || gap == "," || gap == " of " ||
         gap == "\xC2\xA0";
}

/// The word before `end`, behind a space or hyphen, is one of `words`.
bool before_word(std::string_view text, std::size_t end,
                 std::initializer_list<std::string_view> words) {
  const bool parted = end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-');
  const std::size_t stop = parted ? end - 1 : end;
  const std::size_t begin = word_begin(text, stop);
  for (const std::string_view word : words) {
    if (parted && stop - begin == word.size() && same_word(text, begin, word)) return true;
  }
  return false;
}

/// "May" and "March" are other words as well: they need a number or a word like "in" beside them.
bool stands_as_month(std::string_view text, const Numeral& month) {
  const std::string_view word = text.substr(month.begin, month.end - month.begin);
  if (word.size() <= 4 && word != "May" && word != "June" && word != "July") return false;
  if (word != "May" && word != "March") return true;
  return before_word(
      text, month.begin,
      {"in", "of", "since", "until", "till", "by", "last", "this", "next", "early", "late", "mid"});
}

/// "September 11, 2001", "September 2001", "September".
Taken month_first(const NumeralView& view) {
  const Numeral& month = view.here();
  FigureDate date;
  date.month = static_cast<std::uint8_t>(small(month));
  std::size_t end = month.end;
  std::size_t used = 1;
  const Numeral* day = view.next();
  const std::string_view gap = day == nullptr ? std::string_view() : view.between(month, *day);
  if (is_day(day) && (gap == " " || gap == " the " || gap == ". ")) {
    date.day = static_cast<std::uint8_t>(small(*day));
    end = day_letters(view.text, *day);
    used = 2;
  }
  const Numeral* year = view.next(used);
  if (year_follows(view.text, end, year)) {
    date.year = small(*year);
    end = year->end;
    ++used;
  }
  Taken out = date_of(view, month.begin, end, date, used);
  out.figure.doubtful = used == 1 && !stands_as_month(view.text, month);
  return out;
}

/// "11 September 2001", "the 11th of September".
std::optional<Taken> day_first(const NumeralView& view) {
  const Numeral& day = view.here();
  const Numeral* month = view.next();
  if (!is_day(&day) || !is_month(month)) return std::nullopt;
  const std::size_t end = day_letters(view.text, day);
  const std::string_view gap = view.text.substr(end, month->begin - end);
  if (gap != " " && gap != " of " && gap != "-") return std::nullopt;
  FigureDate date;
  date.day = static_cast<std::uint8_t>(small(day));
  date.month = static_cast<std::uint8_t>(small(*month));
  const Numeral* year = view.next(2);
  const bool dated = year_follows(view.text, month->end, year);
  if (dated) date.year = small(*year);
  return date_of(view, day.begin, dated ? year->end : month->end, date, dated ? 3 : 2);
}

/// 221 B.C., 476 AD: only behind a number that needs it.
std::optional<Taken> with_era_letters(const NumeralView& view) {
  const Numeral& year = view.here();
  if (!plain(year) || year.form != NumeralForm::kDigits || !within(year, 1, 2999))
    return std::nullopt;
  const std::size_t at = skip_blank(view.text, year.end);
  for (const std::string_view letters : {"B.C.", "BCE", "BC"}) {
    if (!starts_at(view.text, at, letters)) continue;
    FigureDate date;
    date.year = static_cast<std::int16_t>(-small(year));
    return date_of(view, year.begin, at + letters.size(), date, 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Taken> take_han_date(const NumeralView& view) {
  const Numeral& first = view.here();
  if (first.code || first.form == NumeralForm::kMonth || first.form == NumeralForm::kWord ||
      ends_at(view.text, first.begin, "第"))
    return std::nullopt;
  FigureDate date;
  const YearSign sign = year_sign(view.text, first.begin);
  std::size_t begin = sign.found ? sign.begin : first.begin;
  std::size_t end = year_end(view, first, sign.found);
  std::size_t used = 0;
  const Numeral* next = &first;
  if (end != 0) {
    const std::int64_t year = first.value.numerator() + sign.offset;
    date.year = static_cast<std::int16_t>(sign.negative ? -year : year);
    next = view.next(++used);
  } else {
    begin = first.begin;
  }
  if (next != nullptr && (used == 0 || next->begin <= end + 1)) {
    if (const std::size_t month = month_end(view.text, *next); month != 0) {
      date.month = static_cast<std::uint8_t>(small(*next));
      end = month;
      next = view.next(++used);
    }
  }
  if (next != nullptr && (used == 0 || (date.month != 0 && next->begin <= end + 1))) {
    if (const std::size_t day = day_end(view.text, *next); day != 0) {
      date.day = static_cast<std::uint8_t>(small(*next));
      end = day;
      ++used;
    }
  }
  if (used == 0) return std::nullopt;
  Taken out = date_of(view, begin, end, date, used);
  // 5号 alone numbers houses as well as days, 三日 may be three days; twelve days are 十二天.
  out.figure.doubtful =
      date.month == 0 && date.day != 0 && (date.day <= 10 || !ends_at(view.text, end, "日"));
  return out;
}

std::optional<Taken> take_english_date(const NumeralView& view) {
  if (view.here().form == NumeralForm::kMonth) return month_first(view);
  if (auto taken = day_first(view)) return taken;
  if (auto taken = with_era_letters(view)) return taken;
  const Numeral& year = view.here();
  const bool digits = year.form == NumeralForm::kDigits;
  const bool spelled_year = year.form == NumeralForm::kWord && year.places == 2 && !year.scaled &&
                            within(year, 1010, 2099);
  if (year.code || (!spelled_year && !(digits && is_full_year(year) && within(year, 1500, 2099))))
    return std::nullopt;
  const FoundUnit unit = unit_behind(view.text, year.end);
  if (unit || currency_before(view.text, year.begin)) return std::nullopt;
  FigureDate date;
  date.year = small(year);
  return date_of(view, year.begin, year.end, date, 1);
}

std::optional<Taken> take_numeric_date(const NumeralView& view) {
  const Numeral& year = view.here();
  const Numeral* month = view.next();
  const Numeral* day = view.next(2);
  if (month == nullptr || day == nullptr || !is_full_year(year)) return std::nullopt;
  const std::string_view gap = view.between(year, *month);
  if (gap.size() != 1 || gap != view.between(*month, *day) ||
      std::string_view("-/.").find(gap.front()) == std::string_view::npos || month->places > 2 ||
      day->places > 2 || !within(*month, 1, 12) || !within(*day, 1, 31))
    return std::nullopt;
  FigureDate date;
  date.year = small(year);
  date.month = static_cast<std::uint8_t>(small(*month));
  date.day = static_cast<std::uint8_t>(small(*day));
  return date_of(view, year.begin, day->end, date, 3);
}

std::optional<Taken> take_era(const NumeralView& view) {
  const Numeral& first = view.here();
  const std::string_view text = view.text;
  if (first.code || first.bound != FigureBound::kExact || !within(first, 1, 2990))
    return std::nullopt;
  FigureDate date;
  date.era = FigureEra::kDecade;
  const std::size_t at = skip_blank(text, first.end);
  const bool round = first.value.numerator() % 10 == 0;
  if (first.form == NumeralForm::kEra) {
    date.year = small(first);
    Taken out = date_of(view, first.begin, first.end, date, 1);
    // "in his twenties" is an age.
    out.figure.doubtful = !before_word(text, first.begin, {"the", "early", "late", "mid"});
    return out;
  }
  if (const std::size_t end = behind(text, at, {"年代"});
      end != at && round && within(first, 10, 2990)) {
    date.year = small(first);
    std::size_t begin = first.begin;
    if (within(first, 10, 90) &&
        before(text, first.begin, {"上世纪", "上个世纪", "上世紀", "上個世紀"}, &begin))
      date.year = static_cast<std::int16_t>(1900 + date.year);
    return date_of(view, begin, end, date, 1);
  }
  const bool letter_s = byte_at(text, first.end) == 's' && !is_letter(byte_at(text, first.end + 1));
  const bool apostrophe =
      (starts_at(text, first.end, "'s") || starts_at(text, first.end, "’s")) && first.places == 4;
  if (first.form == NumeralForm::kDigits && (letter_s || apostrophe) && round &&
      (first.places == 4 || first.places == 2)) {
    date.year = small(first);
    return date_of(view, first.begin, first.end + (letter_s ? 1U : apostrophe ? 2U : 0U), date, 1);
  }
  date.era = FigureEra::kCentury;
  if (!within(first, 1, 40)) return std::nullopt;
  std::size_t end = behind(text, at, {"世纪", "世紀"});
  if (end != at) {
    const Numeral* decade = view.next();
    const std::size_t decade_at = decade == nullptr ? 0 : skip_blank(text, decade->end);
    if (decade != nullptr && decade->begin <= end + 1 && starts_at(text, decade_at, "年代") &&
        within(*decade, 10, 90)) {
      date.era = FigureEra::kDecade;
      date.year = static_cast<std::int16_t>((small(first) - 1) * 100 + small(*decade));
      return date_of(view, first.begin, decade_at + 6, date, 2);
    }
    date.year = small(first);
    return date_of(view, first.begin, end, date, 1);
  }
  const std::size_t letters = day_letters(text, first);
  const std::size_t word =
      letters + (byte_at(text, letters) == ' ' || byte_at(text, letters) == '-');
  if ((first.ordinal || letters != first.end) && word != letters &&
      same_word(text, word, "centur")) {
    date.year = small(first);
    return date_of(view, first.begin, word_end(text, word), date, 1);
  }
  return std::nullopt;
}

}  // namespace weft
