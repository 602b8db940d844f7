// SPDX-License-Identifier: Apache-2.0
/// Document text on a screen: on one line, as wide as it looks, and nothing that steers a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace weft {

/// Columns the text takes in a terminal: wide characters (UAX #11) two, combining marks none.
std::size_t columns(std::string_view text);

/// Embeddings, overrides and isolates (UAX #9), which turn around what stands behind them.
constexpr bool is_bidi_control(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/// The text on one line: runs of white space as one blank, control characters, bidirectional
/// controls and unassigned code points as U+FFFD, invisible ones left out.
std::string one_line(std::string_view text);

/// The first part of a one-line text that fits `width` columns, with an ellipsis where it was cut.
/// 0: all of it.
std::string cut(std::string_view text, std::size_t width);

/// The text and as many blanks as it lacks to `width` columns.
std::string pad(std::string_view text, std::size_t width);

}  // namespace weft
