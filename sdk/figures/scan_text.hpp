// SPDX-License-Identifier: Apache-2.0
/// Looking around a place of a UTF-8 text: letters, words, blanks, code points before and behind.
#pragma once

#include <cstddef>
#include <string_view>

#include "weft/utf8.hpp"

namespace weft {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
inline bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The byte at `at`, NUL outside the text.
inline char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}
inline bool starts_at(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}
inline bool ends_at(std::string_view text, std::size_t end, std::string_view word) {
  return end >= word.size() && text.substr(end - word.size(), word.size()) == word;
}

/// The code point at `at`, 0 at the end.
inline char32_t point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}
/// Where the code point before `at` begins; 0 at the start.
inline std::size_t step_back(std::string_view text, std::size_t at) {
  if (at > 0) --at;
  while (at > 0 && !on_border(text, at))
    --at;
  return at;
}

/// Bytes of a blank at `at`: a space, a no-break space (U+00A0, U+202F), a thin space (U+2009) or
/// an ideographic space (U+3000); else 0.
inline std::size_t blank_size(std::string_view text, std::size_t at) {
  if (byte_at(text, at) == ' ') return 1;
  if (starts_at(text, at, "\xC2\xA0")) return 2;
  const bool wide = starts_at(text, at, "\xE2\x80\xAF") || starts_at(text, at, "\xE2\x80\x89") ||
                    starts_at(text, at, "\xE3\x80\x80");
  return wide ? 3 : 0;
}
/// Behind one blank at most.
inline std::size_t skip_blank(std::string_view text, std::size_t at) {
  return at + blank_size(text, at);
}
/// Before one blank at most.
inline std::size_t skip_blank_back(std::string_view text, std::size_t end) {
  if (end > 0 && text[end - 1] == ' ') return end - 1;
  const std::size_t at = step_back(text, end);
  return end > 0 && blank_size(text, at) == end - at ? at : end;
}

/// Behind the ASCII letters at `at`.
inline std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at]))
    ++at;
  return at;
}
/// Where the ASCII letters that end at `end` begin.
inline std::size_t word_begin(std::string_view text, std::size_t end) {
  while (end > 0 && is_letter(text[end - 1]))
    --end;
  return end;
}
/// The text at `at` is `word` (lower case, a space taking a hyphen too) whatever its case; not
/// asked is what follows.
inline bool same_word(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = lower(text[at + i]);
    if (c != word[i] && !(word[i] == ' ' && c == '-')) return false;
  }
  return true;
}

}  // namespace weft
