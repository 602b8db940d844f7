// SPDX-License-Identifier: Apache-2.0
/// Widths and safety of characters, by utf8proc.
#include "core/show/screen_text.hpp"

#include <utf8proc.h>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::size_t width_of(char32_t point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

bool is_space(utf8proc_category_t category, char32_t point) {
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || (point >= 9 && point <= 13);
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();)
    sum += width_of(next_code_point(text, at));
  return sum;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    if (is_space(category, point)) {
      blank = !out.empty();
      continue;
    }
    const bool unsafe = is_bidi_control(point) || category == UTF8PROC_CATEGORY_CC ||
                        category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO;
    if (category == UTF8PROC_CATEGORY_CF && !unsafe) continue;
    if (blank) out += ' ';
    blank = false;
    out += unsafe ? kReplacement : text.substr(begin, at - begin);
  }
  return out;
}

std::string cut(std::string_view text, std::size_t width) {
  if (width == 0) return std::string(text);
  std::size_t sum = 0;
  std::size_t fits = 0;  // bytes before which an ellipsis still has room
  for (std::size_t at = 0; at < text.size();) {
    sum += width_of(next_code_point(text, at));
    if (sum > width) return std::string(text.substr(0, fits)) + std::string(kEllipsis);
    if (sum < width) fits = at;
  }
  return std::string(text);
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t taken = columns(text);
  return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

}  // namespace weft
