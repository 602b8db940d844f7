// SPDX-License-Identifier: Apache-2.0
/// One look at the end of each sentence.
#include "heading_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

// More of a text than this share without marks: it is written without them.
constexpr double kMarkless = 0.25;

bool ends_in_letter(std::string_view sentence) {
  std::size_t end = sentence.size();
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && !on_border(sentence, at))
      --at;
    std::size_t next = at;
    const char32_t point = next_code_point(sentence, next);
    const bool closes = point == U')' || point == U'）' || point == U']' || point == U'】' ||
                        point == U' ' || point == U'\u3000';
    if (!closes) return script_of(point) != Script::kNone;
    end = at;
  }
  return false;
}

}  // namespace

std::vector<std::uint8_t> begins_with_headings(const TextSide& side) {
  const std::size_t count = side.sentences.size();
  std::vector<std::uint8_t> headings(count, 0);
  for (std::size_t i = 0; i < count; ++i)
    headings[i] = ends_in_letter(side.sentences[i]) ? 1 : 0;
  std::vector<std::uint8_t> begins = side.begins_block;
  const auto found = std::count(headings.begin(), headings.end(), std::uint8_t{1});
  if (static_cast<double>(found) > kMarkless * static_cast<double>(count)) return begins;
  begins.resize(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (headings[i] == 0) continue;
    begins[i] = 1;
    if (i + 1 < count) begins[i + 1] = 1;
  }
  return begins;
}

}  // namespace weft
