// SPDX-License-Identifier: Apache-2.0
/// Line splitting, and the marks that lines begin with.

#include "lines.hpp"

#include <algorithm>

#include "characters.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::string_view kNumerals = "一二三四五六七八九十";
constexpr std::string_view kBullets = "•·●○◦▪▫■□◆◇►▸▶‣⁃※";
constexpr std::uint32_t kTabColumns = 4;

bool breaks_line(char32_t point) {
  return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool one_of(char32_t point, std::string_view set) {
  for (std::size_t at = 0; at < set.size();) {
    if (next_code_point(set, at) == point) return true;
  }
  return false;
}

std::uint32_t indent_of(std::string_view line) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t point = next_code_point(line, at);
    if (!is_blank(point)) break;
    columns += point == '\t' ? kTabColumns : point == 0x3000 ? 2U : point == 0x200B ? 0U : 1U;
  }
  return columns;
}

/// What numbers an item.
enum class Number : std::uint8_t { kNone, kDigits, kLetter, kChinese };

/// Skips up to three digits or Chinese numerals, or one letter.
Number skip_number(std::string_view line, std::size_t& at) {
  Number found = Number::kNone;
  for (int count = 0; count < 3 && at < line.size() && found != Number::kLetter; ++count) {
    std::size_t next = at;
    const char32_t point = next_code_point(line, next);
    Number here = Number::kNone;
    if (point >= '0' && point <= '9') here = Number::kDigits;
    if (count == 0 && point < 0x80 && is_letter(point)) here = Number::kLetter;
    if (one_of(point, kNumerals)) here = Number::kChinese;
    if (here == Number::kNone || (found != Number::kNone && here != found)) break;
    found = here;
    at = next;
  }
  return found;
}

bool starts_with_number(std::string_view line) {
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  if ((first >= 0x2460 && first <= 0x24FF) || (first >= 0x2776 && first <= 0x2793)) return true;
  const bool bracket = first == '(' || first == 0xFF08;
  if (!bracket) at = 0;
  const Number number = skip_number(line, at);
  if (number == Number::kNone || at >= line.size()) return false;
  const char32_t mark = next_code_point(line, at);
  if (bracket) return mark == ')' || mark == 0xFF09;
  if (number == Number::kChinese) return mark == 0x3001;
  if (number == Number::kDigits && (mark == 0x3001 || mark == 0xFF0E)) return true;
  // "A. Smith" is a name.
  const bool delimiter = mark == ')' || (mark == '.' && number == Number::kDigits);
  return delimiter && at < line.size() && (line[at] == ' ' || line[at] == '\t');
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  lines.reserve(std::min(ends, text.size() / 8) + 1);
  std::uint32_t blank = 1;
  const auto close = [&](std::size_t begin, std::size_t end) {
    const std::string_view whole = text.substr(begin, end - begin);
    const std::string_view core = trim(whole);
    if (core.empty()) {
      ++blank;
      return;
    }
    Line line;
    line.begin = static_cast<std::size_t>(core.data() - text.data());
    line.end = line.begin + core.size();
    line.indent = indent_of(whole);
    line.blank_before = blank;
    line.starts_item = starts_item(core);
    line.shape = measure(core);
    lines.push_back(line);
    blank = 0;
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t point = next_code_point(text, at);
    if (!breaks_line(point)) continue;
    if (point == '\r' && at < text.size() && text[at] == '\n') ++at;
    close(begin, here);
    begin = at;
  }
  if (begin < text.size()) close(begin, text.size());
  return lines;
}

std::size_t bullet_size(std::string_view line) {
  if (line.empty()) return 0;
  std::size_t at = 0;
  const char32_t mark = next_code_point(line, at);
  const bool plain = mark == '-' || mark == '*' || mark == '+' || mark == 0x2013;
  if (!plain && !one_of(mark, kBullets)) return 0;
  std::size_t behind = at;
  while (behind < line.size()) {
    std::size_t next = behind;
    if (!is_blank(next_code_point(line, next))) break;
    behind = next;
  }
  if (behind == line.size() || (plain && behind == at)) return 0;
  return behind;
}

bool starts_item(std::string_view line) {
  return !line.empty() && (bullet_size(line) > 0 || starts_with_number(line));
}

int section_depth(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = line.starts_with('(') || line.starts_with("（");
  if (bracket) next_code_point(line, at);
  const std::size_t number = at;
  if (skip_number(line, at) == Number::kChinese && at < line.size()) {
    const char32_t mark = next_code_point(line, at);
    if (bracket) return mark == ')' || mark == 0xFF09 ? 2 : 0;
    return mark == 0x3001 ? 1 : 0;
  }
  if (bracket) return 0;
  int depth = 0;
  bool point = true;
  for (at = number; point && at < line.size() && line[at] >= '1' && line[at] <= '9'; ++depth) {
    const std::size_t end = std::min(line.find_first_not_of("0123456789", at), line.size());
    if (end - at > 2) return 0;
    point = end < line.size() && line[end] == '.';
    at = end + (point ? 1 : 0);
  }
  if (depth == 0 || (depth == 1 && !point) || at >= line.size()) return 0;
  const std::string_view words = trim(line.substr(at));
  if (words.empty() || (words.data() == line.data() + at && line[at] > 0)) return 0;
  // "3.5 million" is an amount.
  const char32_t first = next_code_point(words, at = 0);
  return is_upper(first) || is_ideographic(first) || depth == 1 ? depth : 0;
}

bool is_rule(std::string_view line) {
  std::size_t at = 0;
  std::size_t marks = 0;
  char32_t mark = 0;
  while (at < line.size()) {
    const char32_t point = next_code_point(line, at);
    if (is_blank(point)) continue;
    const bool stop = point == '.' || point == '!' || point == '?' || is_wide_stop(point);
    if (stop || is_letter(point) || (point >= '0' && point <= '9')) return false;
    if (mark != 0 && point != mark) return false;
    mark = point;
    ++marks;
  }
  return marks >= 3;
}

}  // namespace weft::plain
