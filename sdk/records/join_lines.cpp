// SPDX-License-Identifier: Apache-2.0
/// Looking at the two characters around a line end.
#include "weft/records/join_lines.hpp"

#include <weft/utf8.hpp>

namespace weft {

bool is_wide(char32_t point) {
  const auto in = [&](char32_t first, char32_t last) { return point >= first && point <= last; };
  return in(0x2E80, 0x312F) || in(0x31A0, 0x9FFF) || in(0xF900, 0xFAFF) || in(0xFE30, 0xFE4F) ||
         in(0xFF01, 0xFF9F) || in(0x20000, 0x3FFFF);
}

char32_t last_code_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && !on_border(text, at))
    --at;
  return next_code_point(text, at);
}

std::string_view line_joint(std::string_view before, std::string_view behind) {
  // Quotation marks and dashes are Chinese where the other side is.
  const auto both = [](char32_t point) { return point >= 0x2010 && point <= 0x2026; };
  if (before.empty() || behind.empty()) return " ";
  const char32_t last = last_code_point(before);
  std::size_t at = 0;
  const char32_t first = next_code_point(behind, at);
  const bool joined =
      (is_wide(last) && (is_wide(first) || both(first))) || (both(last) && is_wide(first));
  return joined ? std::string_view() : std::string_view(" ");
}

}  // namespace weft
