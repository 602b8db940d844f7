// SPDX-License-Identifier: Apache-2.0
/// Walks a text and reports its words and its characters of unspaced scripts.
#pragma once

#include <unicode/uchar.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {

enum class CharacterKind : std::uint8_t { kSpace, kMark, kWord, kDigit, kAlone };

/// kAlone: of a script whose characters are terms in pairs. kMark: punctuation and symbols.
inline CharacterKind kind_of(char32_t point) {
  if (point < 0x80) {
    if (point >= '0' && point <= '9') return CharacterKind::kDigit;
    const char32_t lower = point | 0x20U;
    if (lower >= 'a' && lower <= 'z') return CharacterKind::kWord;
    return point <= ' ' ? CharacterKind::kSpace : CharacterKind::kMark;
  }
  switch (script_of(point)) {
    case Script::kHan:
    case Script::kHiragana:
    case Script::kKatakana:
    case Script::kBopomofo:
    case Script::kHangul:
    case Script::kThai:
      return CharacterKind::kAlone;
    case Script::kDigit:
      return CharacterKind::kDigit;
    case Script::kNone:
      break;
    default:
      return CharacterKind::kWord;
  }
  const auto code = static_cast<UChar32>(point);
  if ((U_GET_GC_MASK(code) & U_GC_M_MASK) != 0) return CharacterKind::kWord;
  return u_isUWhiteSpace(code) != 0 ? CharacterKind::kSpace : CharacterKind::kMark;
}

/// Calls reader.word(lower_case, has_digit), reader.alone(point) and reader.mark(point, is_space)
/// in text order. A number keeps its inner points and commas; full-width letters and digits count
/// as narrow ones.
template <class Reader>
void scan_text(std::string_view text, Reader& reader) {
  std::string word;
  bool digit = false;
  const auto flush = [&] {
    if (!word.empty()) reader.word(word, digit);
    word.clear();
    digit = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = next_code_point(text, at);
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
    const CharacterKind kind = kind_of(point);
    if (kind == CharacterKind::kWord || kind == CharacterKind::kDigit) {
      digit = digit || kind == CharacterKind::kDigit;
      const bool upper = point >= 'A' && point <= 'Z';
      const auto code = static_cast<UChar32>(point);
      append_code_point(word, point < 0x80 ? (upper ? point + 32 : point)
                                           : static_cast<char32_t>(u_tolower(code)));
      continue;
    }
    const bool joins = (point == '.' || point == ',') && !word.empty() && word.back() >= '0' &&
                       word.back() <= '9' && at < text.size() && text[at] >= '0' && text[at] <= '9';
    if (joins) {
      word.push_back(static_cast<char>(point));
      continue;
    }
    flush();
    if (kind == CharacterKind::kAlone) {
      reader.alone(point);
    } else {
      reader.mark(point, kind == CharacterKind::kSpace);
    }
  }
  flush();
}

}  // namespace weft
