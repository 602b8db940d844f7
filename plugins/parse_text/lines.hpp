// SPDX-License-Identifier: Apache-2.0
/// The lines of a text: where they begin and end, how far they are indented, what they look like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shape.hpp"

namespace weft::plain {

/// A line that is not blank. Offsets are bytes of the text, blanks at both ends left out.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t indent = 0;        ///< columns of blanks before it
  std::uint32_t blank_before = 0;  ///< blank lines above it; the first line counts one
  bool starts_item = false;        ///< begins with a bullet or a number like "3." (list_marker)
  Shape shape;
};

/// Splits at LF, CR, CR LF, NEL, VT, FF, LS and PS. Linear. Any thread.
std::vector<Line> split_lines(std::string_view text);

/// Bytes of the bullet and the blanks behind it at the start of a trimmed line, or 0. A bullet is
/// "-", "*", "+", "•" and the like, then a blank (no blank needed behind the last).
std::size_t bullet_size(std::string_view line);

/// True for a line that begins with a bullet, or with a number, letter or Chinese numeral and its
/// delimiter: "3. ", "(b) ", "①", "一、", "（二）".
bool starts_item(std::string_view line);

/// How deep the number at the start of a line lies among a text's sections: 1 for "3. " and "一、",
/// 2 for "3.2 " and "（二）", 3 for "3.2.1 "; 0 for a line without such a number.
int section_depth(std::string_view line);

/// True for a line of nothing but one repeated mark: "-----", "* * *", "====", "～～～".
bool is_rule(std::string_view line);

}  // namespace weft::plain
