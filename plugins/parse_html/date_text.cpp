// SPDX-License-Identifier: Apache-2.0
/// A hand-written scanner: at every digit or month name it tries the forms in turn.
#include "date_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "month_names.hpp"

namespace weft {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads from a position of a text; every read either succeeds and moves, or fails and stays.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }

  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end]))
      ++end;
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data() + at_, text_.data() + end, value);
    at_ = end;
    return value;
  }
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take_one_of(std::string_view characters, char* taken = nullptr) {
    if (done() || characters.find(text_[at_]) == std::string_view::npos) return false;
    if (taken != nullptr) *taken = text_[at_];
    ++at_;
    return true;
  }
  void skip(std::string_view characters) {
    while (take_one_of(characters)) {
    }
  }
  std::optional<int> month_name() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter_byte(text_[end]))
      ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    const int month = month_of(word);
    if (month == 0) return std::nullopt;
    at_ = end;
    take(".");
    return month;
  }
  /// Words between the parts of a date: "of", "de", an ordinal's "st".
  void skip_joints() {
    skip(" ,");
    for (const std::string_view word : {"of ", "de ", "del "})
      take(word);
  }
  void skip_ordinal() {
    for (const std::string_view word : {"st", "nd", "rd", "th", ".", "er"})
      if (take(word)) return;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool is_valid(const Day& day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day.year >= 1990 && day.year <= 2099 && day.month >= 1 && day.month <= 12 &&
         day.day >= 1 && day.day <= kDays.at(static_cast<std::size_t>(day.month - 1));
}

// 2024-05-21, 2024/5/21, 2024.5.21, 2024年5月21日, 20240521.
std::optional<Day> year_first(Scanner& scan, DateOrder /*order*/) {
  Scanner compact = scan;
  if (const auto eight = compact.number(8, 8)) {
    const Day day{*eight / 10000, *eight / 100 % 100, *eight % 100};
    if (!is_valid(day)) return std::nullopt;
    scan = compact;
    return day;
  }
  Day day;
  const auto year = scan.number(4, 4);
  if (!year) return std::nullopt;
  day.year = *year;
  char separator = 0;
  scan.skip(" ");
  const bool han = scan.take("年") || scan.take("년");
  if (!han && !scan.take_one_of("-/.", &separator)) return std::nullopt;
  scan.skip(" ");
  const auto month = scan.number(1, 2);
  if (!month) return std::nullopt;
  scan.skip(" ");
  if (han ? !(scan.take("月") || scan.take("월")) : !scan.take(std::string_view(&separator, 1)))
    return std::nullopt;
  scan.skip(" ");
  const auto number = scan.number(1, 2);
  if (!number) return std::nullopt;
  if (han) {
    scan.skip(" ");
    if (!scan.take("日")) scan.take("일");
  }
  day.month = *month;
  day.day = *number;
  return day;
}

// 21 May 2024, 21st of May, 2024, 21. Mai 2024; and 21/05/2024 where only one reading is a date.
std::optional<Day> day_first(Scanner& scan, DateOrder order) {
  const auto first = scan.number(1, 2);
  if (!first) return std::nullopt;
  char separator = 0;
  Scanner slashed = scan;
  if (slashed.take_one_of("/.-", &separator)) {
    const auto second = slashed.number(1, 2);
    if (second && slashed.take(std::string_view(&separator, 1))) {
      const auto year = slashed.number(4, 4);
      if (!year) return std::nullopt;
      scan = slashed;
      if (*first > 12 || separator == '.') return Day{*year, *second, *first};
      if (*second > 12 || *first == *second) return Day{*year, *first, *second};
      if (order == DateOrder::day_first) return Day{*year, *second, *first};
      if (order == DateOrder::month_first) return Day{*year, *first, *second};
      return std::nullopt;
    }
  }
  scan.skip_ordinal();
  scan.skip_joints();
  scan.take_one_of("-");
  const auto month = scan.month_name();
  if (!month) return std::nullopt;
  scan.skip_joints();
  scan.take_one_of("-");
  const auto year = scan.number(4, 4);
  if (!year) return std::nullopt;
  return Day{*year, *month, *first};
}

// May 21, 2024.
std::optional<Day> month_first(Scanner& scan, DateOrder /*order*/) {
  const auto month = scan.month_name();
  if (!month) return std::nullopt;
  scan.skip(" ");
  const auto day = scan.number(1, 2);
  if (!day) return std::nullopt;
  scan.skip_ordinal();
  scan.skip_joints();
  const auto year = scan.number(4, 4);
  if (!year) return std::nullopt;
  return Day{*year, *month, *day};
}

std::string two_digits(int number) {
  const std::string digits = std::to_string(number);
  return digits.size() < 2 ? '0' + digits : digits;
}

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string zone;
};

std::string read_zone(Scanner& scan) {
  Scanner trial = scan;
  trial.skip(" ");
  if (trial.take("Z") || trial.take("GMT") || trial.take("UTC")) {
    Scanner offset = trial;
    if (!offset.take_one_of("+-")) {
      scan = trial;
      return "Z";
    }
  }
  char sign = 0;
  if (!trial.take_one_of("+-", &sign)) return {};
  const auto first = trial.number(1, 4);
  if (!first) return {};
  int hours = *first;
  int minutes = 0;
  if (*first > 99) {
    hours = *first / 100;
    minutes = *first % 100;
  } else if (trial.take(":")) {
    minutes = trial.number(2, 2).value_or(0);
  }
  if (hours > 14 || minutes > 59) return {};
  scan = trial;
  if (hours == 0 && minutes == 0) return "Z";
  return sign + two_digits(hours) + ':' + two_digits(minutes);
}

// T09:30:00.000+08:00, " 09:30", ", 9:30 am", " - 9:30PM".
std::optional<Clock> read_clock(Scanner& scan) {
  Scanner trial = scan;
  trial.skip(" ,T|-");
  trial.take("at ");
  const bool later = trial.take("下午") || trial.take("晚上");
  if (!later) trial.take("上午");
  Clock clock;
  const auto hour = trial.number(1, 2);
  if (!hour || !(trial.take(":") || trial.take("：") || trial.take("时"))) return std::nullopt;
  const auto minute = trial.number(2, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  clock.hour = *hour;
  clock.minute = *minute;
  trial.take("分");
  if (trial.take(":")) {
    clock.second = trial.number(2, 2).value_or(0);
    if (clock.second > 59) return std::nullopt;
    Scanner fraction = trial;
    if (fraction.take_one_of(".,") && fraction.number(1, 9)) trial = fraction;
  }
  if (later && clock.hour < 12) clock.hour += 12;
  Scanner half = trial;
  half.skip(" ");
  const bool afternoon = half.take("pm") || half.take("PM") || half.take("p.m.");
  const bool morning = !afternoon && (half.take("am") || half.take("AM") || half.take("a.m."));
  if (afternoon || morning) {
    trial = half;
    if (clock.hour > 12) return std::nullopt;
    clock.hour = clock.hour % 12 + (afternoon ? 12 : 0);
  }
  clock.zone = read_zone(trial);
  scan = trial;
  return clock;
}

std::string format(const Day& day, const std::optional<Clock>& clock) {
  std::string iso =
      std::to_string(day.year) + '-' + two_digits(day.month) + '-' + two_digits(day.day);
  if (!clock) return iso;
  return iso + 'T' + two_digits(clock->hour) + ':' + two_digits(clock->minute) + ':' +
         two_digits(clock->second) + clock->zone;
}

// A word begins behind what is no letter, or with a capital behind a small one, where two lines
// were glued: "PemberwickMay 5, 2024".
bool is_inside_word(std::string_view text, std::size_t at) {
  if (!is_letter_byte(text[at])) return true;
  const char before = text[at - 1];
  const bool glued = before >= 'a' && before <= 'z' && text[at] >= 'A' && text[at] <= 'Z';
  return is_letter_byte(before) && !glued;
}

// "2024-05-21.tar" is a name, "10.12.2021.3" a version.
bool runs_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_digit(text[at])) return true;
  if (text[at] != '.' || at + 1 == text.size()) return false;
  const char next = text[at + 1];
  return is_digit(next) || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, DateOrder order) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = is_digit(text[at]);
    if (at > 0 && (digit ? is_digit(text[at - 1]) : is_inside_word(text, at))) continue;
    if (!digit && !is_letter_byte(text[at])) continue;
    for (const auto read : {year_first, day_first, month_first}) {
      Scanner scan(text, at);
      const std::optional<Day> day = read(scan, order);
      if (!day || !is_valid(*day)) continue;
      if (runs_on(text, scan.at())) continue;
      const std::optional<Clock> clock = read_clock(scan);
      return FoundDate{format(*day, clock), at, scan.at()};
    }
  }
  return std::nullopt;
}

DateOrder order_of_dates(std::string_view text) {
  std::size_t days = 0;
  std::size_t months = 0;
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 2 && is_digit(text[begin - 1]))
      --begin;
    if (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '/')) continue;
    Scanner scan(text, begin);
    const auto first = scan.number(1, 2);
    const auto second = first && scan.take("/") ? scan.number(1, 2) : std::nullopt;
    if (!second || !scan.take("/") || !scan.number(4, 4)) continue;
    days += *first > 12 && *first <= 31 && *second <= 12 ? 1U : 0U;
    months += *second > 12 && *second <= 31 && *first <= 12 ? 1U : 0U;
  }
  if (days > 0 && months == 0) return DateOrder::day_first;
  return months > 0 && days == 0 ? DateOrder::month_first : DateOrder::unknown;
}

std::optional<std::string> day_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t at = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  for (; at < path.size(); at = path.find('/', at + 1)) {
    Scanner scan(path, at + 1);
    scan.take("t");
    Day day;
    if (Scanner compact = scan; const auto eight = compact.number(8, 8)) {
      day = {*eight / 10000, *eight / 100 % 100, *eight % 100};
      scan = compact;
    } else {
      const auto year = scan.number(4, 4);
      if (!year || !scan.take_one_of("/-")) continue;
      if (const auto both = scan.number(4, 4)) {
        day = {*year, *both / 100, *both % 100};
      } else {
        const auto month = scan.number(1, 2);
        const auto number = month && scan.take_one_of("/-") ? scan.number(1, 2) : std::nullopt;
        if (!number) continue;
        day = {*year, *month, *number};
      }
    }
    const bool followed = scan.at() + 1 < path.size() && scan.take_one_of("/_-");
    if (followed && is_valid(day)) return format(day, std::nullopt);
  }
  return std::nullopt;
}

long day_number(std::string_view iso) {
  const auto part = [&](std::size_t at, std::size_t size) {
    unsigned value = 0;
    if (iso.size() >= at + size) std::from_chars(iso.data() + at, iso.data() + at + size, value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(part(0, 4))),
                                        std::chrono::month(part(5, 2)),
                                        std::chrono::day(part(8, 2))};
  return std::chrono::sys_days(day).time_since_epoch().count();
}

std::optional<FoundDate> read_date(std::string_view text) {
  constexpr std::size_t kLabel = 24;
  std::optional<FoundDate> date = find_date(text);
  if (!date || date->begin > kLabel || text.size() - date->end > kLabel) return std::nullopt;
  return date;
}

std::optional<std::string> iso_of_epoch(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() == 13)
    value /= 1000;
  else if (digits.size() != 10)
    return std::nullopt;
  using std::chrono::seconds;
  const std::chrono::sys_seconds moment{seconds(value)};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{moment - day};
  const Day parts{static_cast<int>(date.year()),
                  static_cast<int>(static_cast<unsigned>(date.month())),
                  static_cast<int>(static_cast<unsigned>(date.day()))};
  if (!is_valid(parts)) return std::nullopt;
  return format(parts, Clock{static_cast<int>(clock.hours().count()),
                             static_cast<int>(clock.minutes().count()),
                             static_cast<int>(clock.seconds().count()), "Z"});
}

}  // namespace weft
