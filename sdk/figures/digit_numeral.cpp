// SPDX-License-Identifier: Apache-2.0
/// Numerals of digits: grouped, with decimals, full-width, with the scale behind them.
#include <algorithm>
#include <string>

#include "numeral.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

constexpr std::size_t kMostDigits = 18;  // what 64 bits hold whatever the digits are

/// The digit at `at`, -1 for none; its bytes in `size`.
int digit_at(std::string_view text, std::size_t at, std::size_t& size) {
  const char c = byte_at(text, at);
  if (is_digit(c)) {
    size = 1;
    return c - '0';
  }
  if (starts_at(text, at, "\xEF\xBC") && at + 2 < text.size()) {
    const int value = static_cast<unsigned char>(text[at + 2]) - 0x90;
    size = 3;
    if (value >= 0 && value <= 9) return value;
  }
  return -1;
}

/// Appends the digits at `at` to `digits`; where they end.
std::size_t take_digits(std::string_view text, std::size_t at, std::string& digits) {
  std::size_t size = 0;
  for (int digit = digit_at(text, at, size); digit >= 0; digit = digit_at(text, at, size)) {
    digits += static_cast<char>('0' + digit);
    at += size;
  }
  return at;
}

/// The end of three digits at `at` that no fourth follows, or 0.
std::size_t group_end(std::string_view text, std::size_t at, std::string& digits) {
  std::string group;
  const std::size_t end = take_digits(text, at, group);
  if (group.size() != 3) return 0;
  digits += group;
  return end;
}

/// "16,000", "15 000": groups of three behind one to three digits.
std::size_t take_groups(std::string_view text, std::size_t at, char mark, std::string& digits) {
  if (digits.size() > 3 || digits.front() == '0') return at;
  // The wide comma groups nothing but wide digits.
  const bool wide_digits = at >= 3 && starts_at(text, at - 3, "\xEF\xBC");
  const bool wide = wide_digits && starts_at(text, at, "，");
  const bool marked = byte_at(text, at) == mark;
  const auto step_at = [&](std::size_t end) -> std::size_t {
    if (wide) return starts_at(text, end, "，") ? 3 : 0;
    if (marked) return byte_at(text, end) == mark ? 1 : 0;
    return blank_size(text, end);
  };
  for (std::size_t end = at;;) {
    const std::size_t step = step_at(end);
    const std::size_t next = step == 0 ? 0 : group_end(text, end + step, digits);
    if (next == 0) return end;
    end = next;
  }
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char digit : digits)
    value = value * 10 + (digit - '0');
  return value;
}

std::int64_t power_of_ten(std::size_t places) {
  std::int64_t power = 1;
  while (places-- > 0)
    power *= 10;
  return power;
}

/// "1.6": decimals behind a point. Not behind a second point: "1.2.3" is a code.
std::size_t take_decimals(std::string_view text, std::size_t at, char point, std::string& digits,
                          std::size_t& decimals) {
  std::size_t size = 1;
  if (byte_at(text, at) != point) {
    if (!starts_at(text, at, "．")) return at;
    size = 3;
  }
  const std::size_t before = digits.size();
  const std::size_t end = take_digits(text, at + size, digits);
  decimals = digits.size() - before;
  return decimals == 0 ? at : end;
}

/// Before a number that belongs to a name: a letter, or a letter and a hyphen or underscore.
bool stands_in_name(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const char before = text[begin - 1];
  if (is_letter(before) || before == '_' || before == '#' || before == '@') return true;
  if (before == '.' || before == '/' || before == ':')
    return begin > 1 && is_digit(text[begin - 2]);
  return before == '-' && begin > 1 && is_letter(text[begin - 2]);
}

/// Behind a number that belongs to a name or a version: ".2", "-A4".
bool goes_on_as_name(std::string_view text, std::size_t end) {
  const char next = byte_at(text, end);
  if (next == '_') return true;
  return (next == '.' || next == ':' || next == '/') && is_digit(byte_at(text, end + 1));
}

}  // namespace

Numeral read_digits(std::string_view text, std::size_t at, DigitStyle style) {
  Numeral out;
  out.begin = static_cast<std::uint32_t>(at);
  std::string digits;
  std::size_t end = take_digits(text, at, digits);
  const std::size_t first = digits.size();
  end = take_groups(text, end, style.group, digits);
  out.grouped = digits.size() > first;
  std::size_t decimals = 0;
  end = take_decimals(text, end, style.point, digits, decimals);
  out.end = static_cast<std::uint32_t>(end);
  out.point = decimals > 0;
  out.places = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 255));
  out.shorthand = first == 2 && !out.grouped && !out.point &&
                  (ends_at(text, at, "'") || ends_at(text, at, "’"));
  out.code = stands_in_name(text, at) || goes_on_as_name(text, end) ||
             digits.size() > kMostDigits || (first > 1 && digits.front() == '0' && !out.point);
  if (digits.size() <= kMostDigits) out.value = Rational(number_of(digits), power_of_ten(decimals));
  out.high = out.value;
  if (digits.size() > kMostDigits) {
    out.vague = true;
    return out;
  }
  take_han_scale(text, out);
  if (!out.scaled) take_word_scale(text, out);
  return out;
}

}  // namespace weft
