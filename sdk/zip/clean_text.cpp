// SPDX-License-Identifier: Apache-2.0
/// What every text goes through on its way into a block.
#include <weft/utf8.hpp>

#include "weft/zip/blocks.hpp"

namespace weft {
namespace {

bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 ? byte != '\t' && byte != '\n' : byte == 0x7F || byte == 0xC2 || byte == 0xEF)
      return false;
  }
  return find_invalid_utf8(text) == std::string_view::npos;
}

bool is_left_out(char32_t point) {
  const bool control =
      point < 0x20 ? point != '\t' && point != '\n' : point >= 0x7F && point < 0xA0;
  return control || point == 0xAD || point == 0xFEFF || point == 0xFFFE || point == 0xFFFF;
}

}  // namespace

void append_clean(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sequence_size(text, at);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
      continue;
    }
    std::size_t next = at;
    if (!is_left_out(next_code_point(text, next))) out.append(text, at, size);
    at += size;
  }
}

std::string clean_value(std::string_view text) {
  std::string clean;
  append_clean(clean, text);
  std::string out;
  for (const char c : clean) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace weft
