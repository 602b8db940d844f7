// SPDX-License-Identifier: Apache-2.0
/// Words to lines, and what lines are as parts of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf_pages.hpp"

namespace weft::pdf {

/// What a line was found to be; kBody is everything that is no furniture.
enum class Role : std::uint8_t { kBody, kHeader, kFooter, kPageNumber, kRotated, kFootnote, kCell };

struct Line {
  std::string text;
  std::size_t page = 0;  ///< from 0
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;         ///< of the font most of its letters have
  bool bold = false;       ///< all of it
  double column_left = 0;  ///< of the lines above and below
  double column_right = 0;
  Role role = Role::kBody;
};

/// All lines in reading order, with columns and roles.
std::vector<Line> find_lines(const File& file);

/// The font size most of the text has.
double body_size(const std::vector<Line>& lines);

/// True for Chinese, Japanese and their punctuation: scripts that join lines without a space.
bool is_cjk(char32_t point);
char32_t first_point(std::string_view text);
char32_t last_point(std::string_view text);

/// Finds running heads and feet and page numbers: what stands at the same place of several pages,
/// digits aside.
void mark_furniture(const File& file, std::vector<Line>& lines);
/// Small print at the foot of a page that begins with a mark.
void mark_footnotes(const File& file, std::vector<Line>& lines);
/// Moves the top of a right column behind the left column where Poppler has them the other way.
void mend_column_order(std::vector<Line>& lines);
/// Pieces beside each other in two rows or more.
void mark_cells(std::vector<Line>& lines);

}  // namespace weft::pdf
