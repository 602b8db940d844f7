// SPDX-License-Identifier: Apache-2.0
/// One pass over the code points, and a short one back from the end.

#include "shape.hpp"

#include "characters.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

bool is_digit(char32_t point) {
  return (point >= '0' && point <= '9') || (point >= 0xFF10 && point <= 0xFF19);
}

/// "." ends a sentence behind a small letter, a digit, a bracket or an ideograph: not behind an
/// initial ("U.S. rules"), and not before more of the same word ("3.5", "example.org").
bool ascii_stop(char32_t stop, char32_t before, char32_t after) {
  const bool at_border = after == 0 || is_blank(after) || is_closer(after) || is_ideographic(after);
  if (stop != '.') return at_border || after >= 0x80;
  return at_border && before != 0 && !is_upper(before) && !is_blank(before);
}

bool is_ascii_stop(char32_t point) {
  return point == '.' || point == '!' || point == '?';
}

/// The text without closing quotes, brackets and footnote numbers at its end.
std::string_view without_closers(std::string_view text) {
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && !on_border(text, last))
      --last;
    std::size_t at = last;
    if (!is_closer(next_code_point(text, at))) break;
    if (text[last] == ']') {
      const std::size_t open = text.find_last_of('[');
      const bool note = open != std::string_view::npos && open + 1 < last &&
                        text.substr(open + 1, last - open - 1).find_first_not_of("0123456789") ==
                            std::string_view::npos;
      if (note) last = open;
    }
    text = trim(text.substr(0, last));
  }
  return text;
}

/// "... in the U.S." may be a headline as well as a sentence.
bool ends_in_initials(std::string_view text) {
  const auto capital = [&](std::size_t from_end) {
    const char c = text[text.size() - from_end];
    return c >= 'A' && c <= 'Z';
  };
  return text.size() >= 4 && text.ends_with('.') && capital(2) && text[text.size() - 3] == '.' &&
         capital(4);
}

char32_t last_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t last = text.size() - 1;
  while (last > 0 && !on_border(text, last))
    --last;
  return next_code_point(text, last);
}

Ending ending_of(char32_t last) {
  switch (last) {
    case '?':
    case 0xFF1F:
    case 0x061F:
      return Ending::kQuestion;
    case '!':
    case 0xFF01:
      return Ending::kExclamation;
    case ':':
    case 0xFF1A:
      return Ending::kColon;
    case ',':
    case ';':
    case 0xFF0C:
    case 0x3001:
    case 0xFF1B:
    case 0x060C:
      return Ending::kComma;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Ending::kDash;
    default:
      return last == '.' || is_wide_stop(last) ? Ending::kStop : Ending::kOpen;
  }
}

/// Counts one character after the other, seeing its two neighbours.
struct Counter {
  Shape shape;
  char32_t before = 0;
  bool in_word = false;

  void take(char32_t point, char32_t after) {
    const bool blank = is_blank(point);
    ++shape.points;
    shape.width += blank ? 1 : columns_of(point);
    const bool ideograph = is_ideographic(point);
    const bool letter = ideograph || is_letter(point);
    const bool digit = is_digit(point);
    shape.letters += letter ? 1U : 0U;
    shape.ideographs += ideograph ? 1U : 0U;
    shape.digits += digit ? 1U : 0U;
    if (letter && !ideograph) {
      shape.capitals += is_upper(point) ? 1U : 0U;
      shape.small += is_lower(point) ? 1U : 0U;
    }
    const bool part = (letter && !ideograph) || digit;
    shape.words += ideograph || (part && !in_word) ? 1U : 0U;
    in_word = part;
    if (is_wide_stop(point) || (is_ascii_stop(point) && ascii_stop(point, before, after))) {
      // A row of stops ("……", "?!") ends one sentence.
      if (!is_wide_stop(before) && !is_ascii_stop(before)) ++shape.stops;
    }
    if (shape.first_width == 0 && (blank || (ideograph && shape.points > 1)))
      shape.first_width = shape.width - (blank ? 1 : 2);
    if (shape.points == 1) shape.first = point;
    before = point;
  }
};

}  // namespace

Shape measure(std::string_view text) {
  text = trim(text);
  Counter counter;
  if (text.empty()) return counter.shape;
  std::size_t at = 0;
  char32_t point = next_code_point(text, at);
  while (at < text.size()) {
    const char32_t after = next_code_point(text, at);
    counter.take(point, after);
    point = after;
  }
  counter.take(point, 0);
  Shape& shape = counter.shape;
  shape.last = point;
  if (shape.first_width == 0) shape.first_width = shape.width;
  const std::string_view core = without_closers(text);
  shape.ending = ends_in_initials(core) ? Ending::kOpen : ending_of(last_point(core));
  return shape;
}

}  // namespace weft::plain
