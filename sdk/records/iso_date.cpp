// SPDX-License-Identifier: Apache-2.0
/// Reading year, month and day, then a time and a zone if there are any.
#include "weft/records/iso_date.hpp"

#include <chrono>

namespace weft {
namespace {

std::string_view unquoted(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\"'";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Takes words off the front of a text.
class Front {
 public:
  explicit Front(std::string_view rest) : rest_(rest) {}

  /// 1 to `most` digits; -1 when there are none, or fewer than `least`.
  int number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    for (; size < most && size < rest_.size() && rest_[size] >= '0' && rest_[size] <= '9'; ++size)
      value = value * 10 + (rest_[size] - '0');
    if (size < least) return -1;
    rest_.remove_prefix(size);
    return value;
  }
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::string two_digits(int value) {
  std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

/// "Z", "+08:00", "+0800", " +08", or nothing; false for anything else.
bool read_zone(Front& front, std::string& out) {
  front.take(" ");
  if (front.done()) return true;
  if (front.take("Z") || front.take("UTC") || front.take("GMT")) {
    out += 'Z';
    return front.done();
  }
  const bool minus = front.rest().starts_with("-");
  if (!front.take("+") && !front.take("-")) return false;
  const int hours = front.number(2, 2);
  front.take(":");
  const int minutes = front.done() ? 0 : front.number(2, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !front.done()) return false;
  out += (minus ? "-" : "+") + two_digits(hours) + ":" + two_digits(minutes);
  return true;
}

/// What stands behind the day; false when it is no time.
bool read_time(Front& front, std::string& out) {
  front.take(" ");
  front.take("T");
  front.take("t");
  const int hour = front.number(1, 2);
  if (hour < 0 || hour > 23 || !front.take(":")) return false;
  const int minute = front.number(2, 2);
  if (minute < 0 || minute > 59) return false;
  out += "T" + two_digits(hour) + ":" + two_digits(minute);
  if (front.take(":")) {
    const int second = front.number(2, 2);
    if (second < 0 || second > 60) return false;
    out += ":" + two_digits(second);
    if (front.take(".")) front.number(1, 9);
  }
  return read_zone(front, out);
}

}  // namespace

std::string iso_date(std::string_view text) {
  Front front(unquoted(text));
  const int year = front.number(4, 4);
  if (year < 1000) return {};
  int month = -1;
  int day = -1;
  if (front.take("年")) {
    month = front.number(1, 2);
    if (!front.take("月")) return {};
    day = front.number(1, 2);
    if (!front.take("日") && !front.take("号")) return {};
  } else if (front.take("-")) {
    month = front.number(1, 2);
    if (front.take("-")) day = front.number(1, 2);
  } else if (front.take("/") || front.take(".")) {
    month = front.number(1, 2);
    if (front.take("/") || front.take(".")) day = front.number(1, 2);
  } else {
    month = front.number(2, 2);
    day = front.number(2, 2);
  }
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 0 || day < 0 || !date.ok()) return {};
  std::string out = std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
  if (front.done()) return out;
  return read_time(front, out) ? out : std::string();
}

}  // namespace weft
