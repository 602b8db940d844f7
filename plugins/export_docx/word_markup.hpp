// SPDX-License-Identifier: Apache-2.0
/// Pieces of WordprocessingML. Names and properties are ours and not escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "word_runs.hpp"

namespace weft {

/// A paragraph with its properties; an empty style is the ordinary one.
inline std::string paragraph_start(std::string_view style, std::string_view properties = {}) {
  std::string out = "<w:p>";
  if (style.empty() && properties.empty()) return out;
  out += "<w:pPr>";
  if (!style.empty()) out += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
  return out + std::string(properties) + "</w:pPr>";
}

/// The property of paragraphs that run from right to left.
inline std::string bidi_of(std::string_view language) {
  return is_right_to_left(language) ? "<w:bidi/>" : "";
}

inline std::string bookmark_end(std::uint32_t id) {
  return "<w:bookmarkEnd w:id=\"" + std::to_string(id) + "\"/>";
}

/// Widths in twentieths of a point, one a column.
inline std::string table_start(std::string_view style, const std::vector<int>& widths) {
  std::string out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"" + std::string(style) +
                    "\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>";
  for (const int width : widths)
    out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  return out + "</w:tblGrid>\n";
}

/// With a paragraph behind it: Word joins tables that follow each other.
inline std::string table_end() {
  return "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>\n";
}

inline std::string cell_start(int width) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>";
}

}  // namespace weft
