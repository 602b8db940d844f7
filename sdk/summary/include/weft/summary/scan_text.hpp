// SPDX-License-Identifier: Apache-2.0
/// Walks a text and reports its words and its characters of unspaced scripts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "weft/utf8.hpp"

namespace weft {

/// kAlone: of a script whose characters are terms in pairs. kMark: punctuation and symbols.
enum class CharacterKind : std::uint8_t { kSpace, kMark, kWord, kDigit, kAlone };

/// The kind of any code point. Any thread.
CharacterKind kind_of(char32_t point);
/// The kinds of the basic plane, by code point: for loops. Lives as long as the program.
std::span<const CharacterKind, 0x10000> basic_kinds();
/// The small letter of a letter, else the code point itself. Any thread.
char32_t small_letter(char32_t point);

/// Calls reader.word(lower_case, has_digit, begin, end), reader.alone(point, begin) and
/// reader.mark(point, is_space, begin) in text order; begin and end are bytes of `text`. A number
/// keeps its inner points and commas; full-width letters and digits count as narrow ones. `text` is
/// valid UTF-8. Any thread.
template <class Reader>
void scan_text(std::string_view text, Reader& reader) {
  const std::span<const CharacterKind, 0x10000> kinds = basic_kinds();
  std::string word;
  bool digit = false;
  std::size_t word_begin = 0;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto flush = [&](std::size_t end) {
    if (!word.empty()) reader.word(std::string_view(word), digit, word_begin, end);
    word.clear();
    digit = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t point = next_code_point(text, at);
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
    const CharacterKind kind = point < kinds.size() ? kinds[point] : kind_of(point);
    if (kind == CharacterKind::kWord || kind == CharacterKind::kDigit) {
      if (word.empty()) word_begin = begin;
      digit = digit || kind == CharacterKind::kDigit;
      if (point < 0x80) {
        word.push_back(static_cast<char>(point >= 'A' && point <= 'Z' ? point + 32 : point));
      } else {
        append_code_point(word, small_letter(point));
      }
      continue;
    }
    const bool joins = (point == '.' || point == ',') && !word.empty() && is_digit(word.back()) &&
                       at < text.size() && is_digit(text[at]);
    if (joins) {
      word.push_back(static_cast<char>(point));
      continue;
    }
    flush(begin);
    if (kind == CharacterKind::kAlone) {
      reader.alone(point, begin);
    } else {
      reader.mark(point, kind == CharacterKind::kSpace, begin);
    }
  }
  flush(text.size());
}

}  // namespace weft
