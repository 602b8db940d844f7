// SPDX-License-Identifier: Apache-2.0
/// The steps of Scanner.

#include "scanner.hpp"

#include <unicode/uchar.h>

#include "characters.hpp"
#include "match.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

int digit_value(char32_t point) {
  if (point >= '0' && point <= '9') return static_cast<int>(point - '0');
  if (point >= 0xFF10 && point <= 0xFF19) return static_cast<int>(point - 0xFF10);
  return -1;
}

char32_t lowered(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
  if (point >= 0x4E00 && point <= 0x9FFF) return simplified(point);
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
}

}  // namespace

char32_t Scanner::peek() const {
  std::size_t next = at_;
  return done() ? 0 : next_code_point(text_, next);
}

char32_t Scanner::before() const {
  if (at_ == 0) return 0;
  std::size_t back = at_ - 1;
  while (back > 0 && !on_border(text_, back))
    --back;
  return next_code_point(text_, back);
}

bool Scanner::skip_blanks() {
  const std::size_t from = at_;
  while (!done()) {
    std::size_t next = at_;
    if (!is_blank(next_code_point(text_, next))) break;
    at_ = next;
  }
  return at_ > from;
}

bool Scanner::take(char32_t point) {
  if (done() || peek() != point) return false;
  next_code_point(text_, at_);
  return true;
}

char32_t Scanner::take_any(std::string_view set) {
  const char32_t here = peek();
  if (here == 0) return 0;
  for (std::size_t i = 0; i < set.size();) {
    if (next_code_point(set, i) != here) continue;
    next_code_point(text_, at_);
    return here;
  }
  return 0;
}

bool Scanner::take_word(std::string_view word) {
  std::size_t here = at_;
  char32_t last = 0;
  for (std::size_t i = 0; i < word.size();) {
    if (here >= text_.size()) return false;
    const char32_t wanted = next_code_point(word, i);
    last = next_code_point(text_, here);
    if (lowered(last) != wanted && !(wanted == ' ' && is_blank(last))) return false;
  }
  if (here < text_.size() && is_letter(last) && !is_ideographic(last)) {
    std::size_t next = here;
    const char32_t after = next_code_point(text_, next);
    if (is_letter(after) && !is_ideographic(after)) return false;
  }
  at_ = here;
  return true;
}

bool Scanner::take_one_of(std::string_view words) {
  bool found = false;
  each_pattern(words, [&](std::string_view word) { found = found || take_word(word); });
  return found;
}

int Scanner::take_number(int most, int* digits) {
  std::size_t here = at_;
  int value = 0;
  int count = 0;
  while (here < text_.size()) {
    std::size_t next = here;
    const int digit = digit_value(next_code_point(text_, next));
    if (digit < 0) break;
    if (++count > most) return -1;
    value = value * 10 + digit;
    here = next;
  }
  if (count == 0) return -1;
  at_ = here;
  if (digits != nullptr) *digits = count;
  return value;
}

}  // namespace weft::plain
