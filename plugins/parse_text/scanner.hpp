// SPDX-License-Identifier: Apache-2.0
/// A place in a text, and the small steps that readers of dates and labels take from it.
#pragma once

#include <cstddef>
#include <string_view>

namespace weft::plain {

/// Reads from left to right; every take_... moves only when it finds what it looks for.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  /// The next code point, 0 at the end.
  [[nodiscard]] char32_t peek() const;
  /// The one before, 0 at the start.
  [[nodiscard]] char32_t before() const;

  /// Skips blanks; true when there were some.
  bool skip_blanks();
  bool take(char32_t point);
  /// Any of the code points of `set`; 0 when it is none.
  char32_t take_any(std::string_view set);
  /// ASCII words without regard to case, and traditional characters for simplified ones; does not
  /// end inside a word of letters.
  bool take_word(std::string_view word);
  /// The first that fits of "word | word | word".
  bool take_one_of(std::string_view words);
  /// One to `most` digits, ASCII or full-width; -1 when there are none, or more than `most`.
  int take_number(int most, int* digits = nullptr);

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace weft::plain
