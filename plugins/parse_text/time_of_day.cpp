// SPDX-License-Identifier: Apache-2.0
/// Reading of times: hours, minutes, seconds, halves of the day, zones.

#include "time_of_day.hpp"

#include <string_view>

#include "match.hpp"
#include "months.hpp"

namespace weft::plain {
namespace {

enum class Half { kNone, kMorning, kAfternoon };

Half take_chinese_half(Scanner& scanner) {
  if (scanner.take_one_of("上午 | 凌晨 | 早上 | 清晨 | 早晨 | 오전 | 午前")) return Half::kMorning;
  if (scanner.take_one_of("下午 | 中午 | 晚上 | 傍晚 | 晚间 | 오후 | 午后 | 午後"))
    return Half::kAfternoon;
  return Half::kNone;
}

Half take_english_half(Scanner& scanner) {
  const std::size_t from = scanner.at();
  scanner.skip_blanks();
  if (scanner.take_one_of("a.m. | am | a.m")) return Half::kMorning;
  if (scanner.take_one_of("p.m. | pm | p.m")) return Half::kAfternoon;
  scanner.move_to(from);
  return Half::kNone;
}

int in_24_hours(int hour, Half half) {
  if (half == Half::kAfternoon && hour < 12) return hour + 12;
  return half == Half::kMorning && hour == 12 ? 0 : hour;
}

/// "+08:00", "-0500" where a zone may stand; empty otherwise. "-11:30" behind "10:00" is the end of
/// an appointment unless the time is `exact` (written with a T or with seconds).
std::string take_offset(Scanner& scanner, bool exact) {
  const std::size_t from = scanner.at();
  const char32_t sign = scanner.take_any("+-−");
  int digits = 0;
  int hours = sign == 0 ? -1 : scanner.take_number(4, &digits);
  int minutes = 0;
  if (hours >= 0 && digits >= 3) {
    minutes = hours % 100;
    hours /= 100;
  } else if (hours >= 0 && scanner.take(':')) {
    minutes = scanner.take_number(2);
  }
  const bool appointment = sign != '+' && !exact && digits != 4;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || appointment) {
    scanner.move_to(from);
    return {};
  }
  std::string out(1, sign == '+' ? '+' : '-');
  out += padded(hours, 2);
  out += ':';
  out += padded(minutes, 2);
  return out;
}

std::string take_zone(Scanner& scanner, bool exact) {
  const std::size_t from = scanner.at();
  scanner.skip_blanks();
  const bool bracket = scanner.take('(');
  std::string zone;
  if (scanner.take_word("z") || scanner.take_one_of("utc | gmt")) {
    zone = take_offset(scanner, true);
    if (zone.empty()) zone.push_back('Z');
  } else {
    zone = take_offset(scanner, exact);
  }
  // A named zone may be one of several ("CST"): read over, not turned into a number.
  const bool named = zone.empty() && scanner.take_one_of(
                                         "et | est | edt | ct | cst | cdt | mt | mst | mdt | "
                                         "pt | pst | pdt | bst | cet | cest | jst | kst | "
                                         "hkt | ist | 北京时间 | 当地时间");
  if (bracket && (!scanner.take(')') || (zone.empty() && !named))) {
    scanner.move_to(from);
    return {};
  }
  if (zone.empty() && !named) scanner.move_to(from);
  return zone;
}

/// ":49" or "分49秒", behind the minutes.
int take_seconds(Scanner& scanner, bool with_units) {
  const std::size_t from = scanner.at();
  if (!with_units && !scanner.take_any(":：")) return -1;
  const int seconds = scanner.take_number(2);
  if (seconds < 0 || seconds > 60 || (with_units && !scanner.take(U'秒'))) {
    scanner.move_to(from);
    return -1;
  }
  if (scanner.take('.')) scanner.take_number(9);  // fractions are dropped
  return seconds;
}

/// Behind the date and its glue; empty when what stands there is no time.
std::string take_clock(Scanner& scanner) {
  const Half before = take_chinese_half(scanner);
  scanner.skip_blanks();
  int hour = scanner.take_number(2);
  if (hour < 0 || hour > 24) return {};
  const bool with_units = scanner.take_any("时時点點") != 0;
  const bool colon = !with_units && scanner.take_any(":：.") != 0;
  int minute = with_units || colon ? scanner.take_number(2) : -1;
  if (with_units && minute >= 0) scanner.take_any("分");
  if (minute < 0 && with_units) minute = 0;
  const int second = minute >= 0 ? take_seconds(scanner, with_units) : -1;
  const Half after = take_english_half(scanner);
  if (minute < 0 && after != Half::kNone) minute = 0;
  if (minute < 0 || minute > 59) return {};
  hour = in_24_hours(hour, before != Half::kNone ? before : after);
  if (hour > 23) return {};
  scanner.take_word(" uhr");
  std::string out = padded(hour, 2);
  out += ':';
  out += padded(minute, 2);
  if (second < 0) return out;
  out += ':';
  out += padded(second, 2);
  return out;
}

}  // namespace

std::string take_time(Scanner& scanner) {
  const std::size_t from = scanner.at();
  scanner.skip_blanks();
  scanner.take_any(",，");
  scanner.skip_blanks();
  std::size_t keep = from;
  if (take_weekday(scanner)) keep = scanner.at();
  scanner.skip_blanks();
  const bool joined = scanner.take_any("T,，|·-–—") == 'T';
  scanner.skip_blanks();
  if (scanner.take_word("at") || scanner.take_word("um")) scanner.skip_blanks();
  const std::string clock = take_clock(scanner);
  if (clock.empty()) {
    scanner.move_to(keep);
    return {};
  }
  constexpr std::size_t kWithSeconds = 8;
  return clock + take_zone(scanner, joined || clock.size() == kWithSeconds);
}

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  std::string out(digits.size() < width ? width - digits.size() : 0, '0');
  out += digits;
  return out;
}

}  // namespace weft::plain
