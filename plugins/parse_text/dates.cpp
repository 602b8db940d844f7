// SPDX-License-Identifier: Apache-2.0
/// Reading of dates: year first, by month name, or in numbers; then the time of day and the zone.

#include "dates.hpp"

#include <array>
#include <chrono>
#include <cstdint>

#include "characters.hpp"
#include "match.hpp"
#include "months.hpp"
#include "scanner.hpp"
#include "time_of_day.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2199;
constexpr int kMinguoOffset = 1911;  // year 1 of the Republic of China is 1912

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;  ///< 0: the month only

  [[nodiscard]] bool exists() const {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return false;
    return day == 0 || std::chrono::year_month_day(std::chrono::year(year),
                                                   std::chrono::month(static_cast<unsigned>(month)),
                                                   std::chrono::day(static_cast<unsigned>(day)))
                           .ok();
  }
  [[nodiscard]] std::string iso() const {
    std::string out = padded(year, 4);
    out += '-';
    out += padded(month, 2);
    if (day == 0) return out;
    out += '-';
    out += padded(day, 2);
    return out;
  }
};

int chinese_digit(char32_t point) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (point == U'零' || point == U'○') return 0;
  const std::size_t found = kDigits.find(point);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

/// "二〇二五": digit by digit.
int take_chinese_year(Scanner& scanner) {
  const std::size_t from = scanner.at();
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const char32_t point = scanner.peek();
    const int digit = chinese_digit(point);
    if (digit < 0) {
      scanner.move_to(from);
      return -1;
    }
    value = value * 10 + digit;
    scanner.take(point);
  }
  return value;
}

/// "七", "十", "十二", "三十一".
int take_chinese_number(Scanner& scanner) {
  int value = 0;
  bool any = false;
  while (true) {
    const char32_t point = scanner.peek();
    const int digit = chinese_digit(point);
    if (digit < 0 && point != U'十') return any ? value : -1;
    scanner.take(point);
    if (point == U'十') {
      value = (any ? value : 1) * 10;
    } else {
      value += digit;
    }
    any = true;
    if (value > 99) return -1;
  }
}

int take_part(Scanner& scanner) {
  scanner.skip_blanks();
  const int number = scanner.take_number(2);
  return number >= 0 ? number : take_chinese_number(scanner);
}

/// 年 月 日 and their Korean counterparts.
bool take_unit(Scanner& scanner, char32_t han, char32_t hangul) {
  scanner.skip_blanks();
  return scanner.take(han) || scanner.take(hangul);
}

bool take_with_units(Scanner& scanner, Day& day) {
  scanner.take_word("公元");
  const bool minguo = scanner.take_word("民国");
  scanner.skip_blanks();
  day.year = minguo ? scanner.take_number(3) : scanner.take_number(4);
  if (minguo && day.year > 0) day.year += kMinguoOffset;
  if (day.year < 0) day.year = take_chinese_year(scanner);
  if (day.year < 0 || !take_unit(scanner, U'年', U'년')) return false;
  day.month = take_part(scanner);
  if (day.month < 0 || !take_unit(scanner, U'月', U'월')) return false;
  const std::size_t month_end = scanner.at();
  day.day = take_part(scanner);
  if (day.day > 0 && (take_unit(scanner, U'日', U'일') || scanner.take(U'号'))) return true;
  if (day.day > 0 && scanner.take(U'號')) return true;
  day.day = 0;
  scanner.move_to(month_end);
  return true;
}

bool take_year_first(Scanner& scanner, Day& day) {
  int digits = 0;
  day.year = scanner.take_number(4, &digits);
  if (day.year < 0 || digits != 4) return false;
  const char32_t mark = scanner.take_any("-/.");
  if (mark == 0) return false;
  day.month = scanner.take_number(2);
  if (day.month < 0 || !scanner.take(mark)) return false;
  day.day = scanner.take_number(2);
  return day.day > 0;
}

/// "7/2/2025": a day above 12 tells which number is the month.
bool take_year_last(Scanner& scanner, Day& day) {
  const int first = scanner.take_number(2);
  const char32_t mark = first < 0 ? 0 : scanner.take_any("/.-");
  const int second = mark == 0 ? -1 : scanner.take_number(2);
  int digits = 0;
  if (second < 0 || !scanner.take(mark)) return false;
  day.year = scanner.take_number(4, &digits);
  if (day.year < 0 || digits != 4) return false;
  // "7.2.2025" is always day first: nobody writes dots in the other order.
  const bool day_first = mark == '.' || first > 12;
  if (!day_first && second <= 12 && first != second) return false;
  day.day = day_first ? first : second;
  day.month = day_first ? second : first;
  return true;
}

void skip_glue(Scanner& scanner) {
  scanner.skip_blanks();
  scanner.take(',');
  scanner.skip_blanks();
  if (scanner.take_word("de") || scanner.take_word("of")) scanner.skip_blanks();
}

void skip_ordinal(Scanner& scanner) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "."}) {
    if (scanner.take_word(ending)) return;
  }
}

bool take_by_name(Scanner& scanner, Day& day) {
  if (take_weekday(scanner)) skip_glue(scanner);
  scanner.take_word("the");
  scanner.skip_blanks();
  day.day = scanner.take_number(2);
  const bool day_first = day.day > 0;
  if (day_first) {
    skip_ordinal(scanner);
    skip_glue(scanner);
  }
  day.month = take_month(scanner);
  if (day.month == 0) return false;
  skip_glue(scanner);
  if (!day_first) {
    const std::size_t month_end = scanner.at();
    day.day = scanner.take_number(2);
    if (day.day > 0) {
      skip_ordinal(scanner);
      skip_glue(scanner);
    } else {
      day.day = 0;
      scanner.move_to(month_end);
    }
  }
  int digits = 0;
  day.year = scanner.take_number(4, &digits);
  return day.year > 0 && digits == 4;
}

}  // namespace

namespace {

/// Every form but the one in Chinese numerals has a digit in its first words. Names of months are
/// looked for only then: most words are none.
bool has_digit_near(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 40;  // bytes of a weekday and a month
  constexpr std::string_view kWideDigitLead = "\xEF\xBC";
  const std::string_view near = text.substr(at, kReach);
  return near.find_first_of("0123456789") != std::string_view::npos ||
         near.find(kWideDigitLead) != std::string_view::npos;
}

/// What a date can begin with: a digit, a bracket, a letter that is no ideograph, or 公 民 二 一.
bool may_begin_date(char32_t point) {
  if (!is_ideographic(point)) return true;
  return point == U'公' || point == U'民' || point == U'星' || point == U'周' || point == U'週' ||
         point == U'礼' || point == U'禮' || chinese_digit(point) >= 0;
}

}  // namespace

std::optional<FoundDate> date_at(std::string_view text, std::size_t at) {
  const char32_t first = Scanner(text, at).peek();
  if (!may_begin_date(first)) return std::nullopt;
  if (!is_ideographic(first) && !has_digit_near(text, at)) return std::nullopt;
  using Reader = bool (*)(Scanner&, Day&);
  constexpr std::array<Reader, 4> kReaders = {take_with_units, take_year_first, take_by_name,
                                              take_year_last};
  for (const Reader reader : kReaders) {
    Scanner scanner(text, at);
    Day day;
    if (!reader(scanner, day) || !day.exists()) continue;
    const char32_t after = scanner.peek();
    const char32_t last = scanner.before();
    if (after >= '0' && after <= '9' && last >= '0' && last <= '9') continue;
    FoundDate found{at, scanner.at(), day.iso()};
    if (day.day == 0) return found;
    if (const std::string time = take_time(scanner); !time.empty()) {
      found.iso += 'T';
      found.iso += time;
    }
    found.end = scanner.at();
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> find_date(std::string_view text) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    // A date begins at a digit or a word, never inside one.
    const bool inside = (before >= '0' && before <= '9') ||
                        (is_letter(before) && !is_ideographic(before)) || before == '.';
    std::size_t next = at;
    const char32_t point = next_code_point(text, next);
    const bool digit = point >= '0' && point <= '9';
    if (!(inside && point < 0x2E80) && (digit || is_letter(point) || point >= 0xFF10)) {
      if (auto found = date_at(text, at)) return found;
    }
    before = point;
    at = next;
  }
  return std::nullopt;
}

bool is_relative_date(std::string_view key) {
  return key.size() <= 40 &&
         fits_any(key,
                  "* ago | yesterday* | today | just now | last updated * ago | 今天* | 昨天* | "
                  "前天* | 刚刚 | *分钟前 | *小时前 | *天前 | *周前 | *个月前 | *年前");
}

}  // namespace weft::plain
