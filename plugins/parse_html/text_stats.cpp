// SPDX-License-Identifier: Apache-2.0
/// Counts what the characters of a block are, without ICU: the classes needed are a few ranges.
#include <weft/utf8.hpp>

#include "page_text.hpp"

namespace weft {
namespace {

enum class Kind : std::uint8_t { space, letter, capital, digit, wide, comma, stop, closing, other };

Kind kind_of_ascii(char32_t c) {
  if (c >= 'a' && c <= 'z') return Kind::letter;
  if (c >= 'A' && c <= 'Z') return Kind::capital;
  if (c >= '0' && c <= '9') return Kind::digit;
  switch (c) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
      return Kind::space;
    case ',':
    case ';':
    case ':':
      return Kind::comma;
    case '.':
    case '!':
    case '?':
      return Kind::stop;
    case '"':
    case '\'':
    case ')':
    case ']':
      return Kind::closing;
    default:
      return Kind::other;
  }
}

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3041 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0x0E01 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||  // Thai, Lao, Burmese
         (c >= 0x1780 && c <= 0x17FF);                                    // Khmer
}

Kind kind_of(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
  if (is_wide(c)) return Kind::wide;
  switch (c) {
    case 0x00A0:
    case 0x3000:
    case 0x200B:
    case 0xFEFF:
      return Kind::space;
    case 0x3001:  // ideographic comma
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0x060C:  // Arabic comma
    case 0x061B:
      return Kind::comma;
    case 0x3002:  // ideographic full stop
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0x2026:  // ellipsis
    case 0x061F:  // Arabic question mark
    case 0x06D4:
    case 0x0964:  // danda
      return Kind::stop;
    case 0x201D:
    case 0x2019:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x300B:
    case 0xFF09:
    case 0x00BB:
      return Kind::closing;
    default:
      break;
  }
  if (c >= 0x2000 && c <= 0x2BFF) return Kind::other;
  if (c >= 0x3000 && c <= 0x303F) return Kind::other;
  if (c >= 0x1F000 || (c >= 0xE000 && c <= 0xF8FF)) return Kind::other;
  return c < 0xC0 ? Kind::other : Kind::letter;
}

}  // namespace

TextStats count_text(std::string_view text) {
  TextStats stats;
  bool in_word = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const Kind kind = kind_of(next_code_point(text, at));
    const bool word = kind == Kind::letter || kind == Kind::capital || kind == Kind::digit;
    if (word && !in_word) ++stats.words;
    in_word = word;
    if (kind == Kind::space) continue;
    ++stats.characters;
    stats.wide += kind == Kind::wide ? 1 : 0;
    stats.digits += kind == Kind::digit ? 1 : 0;
    stats.capitals += kind == Kind::capital ? 1 : 0;
    stats.commas += kind == Kind::comma ? 1 : 0;
    stats.stops += kind == Kind::stop ? 1 : 0;
    if (kind != Kind::closing) stats.ends_sentence = kind == Kind::stop;
  }
  return stats;
}

}  // namespace weft
