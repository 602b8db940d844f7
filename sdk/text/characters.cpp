// SPDX-License-Identifier: Apache-2.0
/// Character questions answered from ICU's properties; the common ones without a call.

#include "characters.hpp"

#include <unicode/uchar.h>

#include "character_class.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool has_category(char32_t point, std::uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(point)) & mask) != 0;
}

Mark mark_beyond_ascii(char32_t point) {
  switch (point) {
    case U'．':
      return Mark::kPeriod;
    case U'…':
    case U'‥':
    case U'⋯':
      return Mark::kEllipsis;
    default:
      return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_S_TERM) != 0 ? Mark::kWide
                                                                                 : Mark::kNone;
  }
}

}  // namespace

Mark mark_of(char32_t point) {
  if (point == '.') return Mark::kPeriod;
  if (point == '!' || point == '?') return Mark::kStrong;
  if (point < 0x80 || script_of(point) != Script::kNone) return Mark::kNone;
  return mark_beyond_ascii(point);
}

bool is_space(char32_t point) {
  if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
  return point == 0xA0 || point == 0x3000 ||
         (point >= 0x1680 && u_isUWhiteSpace(static_cast<UChar32>(point)) != 0) || point == 0x85 ||
         point == 0x200B || point == 0xFEFF;
}

bool is_line_end(char32_t point) {
  return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool is_opening_quote(char32_t point) {
  return point == U'“' || point == U'‘' || point == U'「' || point == U'『' || point == U'«' ||
         point == U'„' || point == U'‚' || point == U'‹' || point == U'〝' || point == U'＂' ||
         point == '"' || point == '\'' || point == U'﹁' || point == U'﹃';
}

bool is_closing_quote(char32_t point) {
  return point == U'”' || point == U'’' || point == U'」' || point == U'』' || point == U'»' ||
         point == U'›' || point == U'〞' || point == U'〟' || point == U'﹂' || point == U'﹄';
}

bool is_opening_bracket(char32_t point) {
  return point != U'„' && point != U'‚' && !is_opening_quote(point) &&
         has_category(point, U_GC_PS_MASK);
}

bool is_closing_bracket(char32_t point) {
  return !is_closing_quote(point) && has_category(point, U_GC_PE_MASK);
}

bool is_dash(char32_t point) {
  return point == U'—' || point == U'–' || point == U'―' || point == U'─';
}

bool is_pause(char32_t point) {
  switch (point) {
    case ',':
    case ';':
    case ':':
    case U'，':
    case U'、':
    case U'；':
    case U'：':
    case U'､':
    case U'،':
    case U'؛':
      return true;
    default:
      return false;
  }
}

bool is_upper(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  return has_category(point, U_GC_LU_MASK | U_GC_LT_MASK);
}

bool is_lower(char32_t point) {
  if (point < 0x80) return point >= 'a' && point <= 'z';
  return has_category(point, U_GC_LL_MASK);
}

bool is_letter(char32_t point) {
  const Script script = script_of(point);
  return script != Script::kNone && script != Script::kDigit;
}

bool is_digit(char32_t point) {
  return script_of(point) == Script::kDigit;
}

bool is_cjk(char32_t point) {
  const Script script = script_of(point);
  return script == Script::kHan || script == Script::kHiragana || script == Script::kKatakana ||
         script == Script::kBopomofo;
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : char32_t{0};
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  return offset == 0 ? char32_t{0} : code_point_at(text, before_one(text, offset));
}

std::size_t after_one(std::string_view text, std::size_t offset) {
  if (offset < text.size()) next_code_point(text, offset);
  return offset;
}

std::size_t before_one(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  --offset;
  while (offset > 0 && !on_border(text, offset))
    --offset;
  return offset;
}

std::size_t skip_space(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_space(code_point_at(text, offset)))
    offset = after_one(text, offset);
  return offset;
}

}  // namespace weft
