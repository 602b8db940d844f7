// SPDX-License-Identifier: Apache-2.0
/// Character classes: ASCII and Han by range, the rest from ICU's properties.

#include "characters.hpp"

#include <unicode/uchar.h>

#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

UChar32 to_icu(char32_t point) {
  return static_cast<UChar32>(point);
}

bool in_wide_block(char32_t point) {
  return (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7A3) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE4F) ||
         (point >= 0xFF00 && point <= 0xFF60) || (point >= 0xFFE0 && point <= 0xFFE6) ||
         (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
}

/// Format characters that stand for no ink: joiners, direction marks, soft hyphen, byte order mark.
bool is_invisible(char32_t point) {
  return point == 0xAD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 ||
         point == 0xFEFF;
}

}  // namespace

bool is_blank(char32_t point) {
  if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
  return point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

std::uint32_t columns_of(char32_t point) {
  if (point < 0x300) return point < 0x20 || is_invisible(point) ? 0 : 1;
  if (in_wide_block(point)) return 2;
  if (is_invisible(point)) return 0;
  const int8_t type = u_charType(to_icu(point));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ? 0 : 1;
}

bool is_wide_stop(char32_t point) {
  if (point < 0x80) return false;
  if (point == 0x3002 || point == 0xFF01 || point == 0xFF1F || point == 0x2026) return true;
  return !in_wide_block(point) ? u_hasBinaryProperty(to_icu(point), UCHAR_S_TERM) != 0
                               : point == 0xFF0E || point == 0xFF61;
}

bool is_closer(char32_t point) {
  if (point < 0x80) return point == '"' || point == '\'' || point == ')' || point == ']';
  const int8_t type = u_charType(to_icu(point));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

bool is_opener(char32_t point) {
  if (point < 0x80) return point == '"' || point == '\'' || point == '(' || point == '[';
  const int8_t type = u_charType(to_icu(point));
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

bool is_ideographic(char32_t point) {
  return point == 0x3005 || point == 0x3007 || (point >= 0x3041 && point <= 0x30FF) ||
         (point >= 0x3105 && point <= 0x312F) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFD);
}

bool is_impossible(char32_t point) {
  if (point < 0x20) return point < '\t' || (point > '\r' && point != 0x1B);
  if (point < 0x80) return point == 0x7F;
  const int8_t type = u_charType(to_icu(point));
  return point == 0xFFFD || type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR ||
         type == U_UNASSIGNED;
}

bool is_letter(char32_t point) {
  if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  return is_ideographic(point) || u_isalpha(to_icu(point)) != 0;
}

bool is_upper(char32_t point) {
  return point < 0x80 ? point >= 'A' && point <= 'Z' : u_isupper(to_icu(point)) != 0;
}

bool is_lower(char32_t point) {
  return point < 0x80 ? point >= 'a' && point <= 'z' : u_islower(to_icu(point)) != 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t next = 0;
    if (!is_blank(next_code_point(text, next))) break;
    text.remove_prefix(next);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && !on_border(text, last))
      --last;
    std::size_t at = last;
    if (!is_blank(next_code_point(text, at))) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace weft::plain
