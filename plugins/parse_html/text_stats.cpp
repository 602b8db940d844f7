// SPDX-License-Identifier: Apache-2.0
/// Counts what the characters of a block are, without ICU: the classes needed are a few ranges.
#include <weft/utf8.hpp>

#include "page_text.hpp"

namespace weft {
namespace {

enum class CharacterKind : std::uint8_t {
  space,
  letter,
  capital,
  digit,
  wide,
  comma,
  stop,
  closing,
  other
};

CharacterKind kind_of_ascii(char32_t c) {
  if (c >= 'a' && c <= 'z') return CharacterKind::letter;
  if (c >= 'A' && c <= 'Z') return CharacterKind::capital;
  if (c >= '0' && c <= '9') return CharacterKind::digit;
  switch (c) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
      return CharacterKind::space;
    case ',':
    case ';':
    case ':':
      return CharacterKind::comma;
    case '.':
    case '!':
    case '?':
      return CharacterKind::stop;
    case '"':
    case '\'':
    case ')':
    case ']':
      return CharacterKind::closing;
    default:
      return CharacterKind::other;
  }
}

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3041 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0x0E01 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||  // Thai, Lao, Burmese
         (c >= 0x1780 && c <= 0x17FF);                                    // Khmer
}

CharacterKind character_kind(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
  if (is_wide(c)) return CharacterKind::wide;
  switch (c) {
    case 0x00A0:
    case 0x3000:
    case 0x200B:
    case 0xFEFF:
      return CharacterKind::space;
    case 0x3001:  // ideographic comma
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0x060C:  // Arabic comma
    case 0x061B:
      return CharacterKind::comma;
    case 0x3002:  // ideographic full stop
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0x2026:  // ellipsis
    case 0x061F:  // Arabic question mark
    case 0x06D4:
    case 0x0964:  // danda
      return CharacterKind::stop;
    case 0x201D:
    case 0x2019:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x300B:
    case 0xFF09:
    case 0x00BB:
      return CharacterKind::closing;
    default:
      break;
  }
  if (c >= 0x2000 && c <= 0x2BFF) return CharacterKind::other;
  if (c >= 0x3000 && c <= 0x303F) return CharacterKind::other;
  if (c >= 0x1F000 || (c >= 0xE000 && c <= 0xF8FF)) return CharacterKind::other;
  return c < 0xC0 ? CharacterKind::other : CharacterKind::letter;
}

}  // namespace

TextStats count_text(std::string_view text) {
  TextStats stats;
  bool in_word = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const CharacterKind kind = character_kind(next_code_point(text, at));
    const bool word = kind == CharacterKind::letter || kind == CharacterKind::capital ||
                      kind == CharacterKind::digit;
    if (word && !in_word) ++stats.words;
    in_word = word;
    if (kind == CharacterKind::space) continue;
    ++stats.characters;
    stats.wide += kind == CharacterKind::wide ? 1 : 0;
    stats.digits += kind == CharacterKind::digit ? 1 : 0;
    stats.capitals += kind == CharacterKind::capital ? 1 : 0;
    stats.commas += kind == CharacterKind::comma ? 1 : 0;
    stats.stops += kind == CharacterKind::stop ? 1 : 0;
    if (kind != CharacterKind::closing) stats.ends_sentence = kind == CharacterKind::stop;
  }
  return stats;
}

}  // namespace weft
