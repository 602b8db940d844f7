// SPDX-License-Identifier: Apache-2.0
/// Lines to typed blocks: paragraphs joined over lines, columns and pages.
#pragma once

#include <string>
#include <vector>

#include "page_lines.hpp"

namespace weft::pdf {

struct Block {
  const char* type = "";    ///< a span type of the vocabulary
  const char* reason = "";  ///< of boilerplate
  std::string text;
  std::size_t page = 0;  ///< from 0
  double size = 0;
  int level = 0;  ///< of a heading
};

/// Blocks in reading order; furniture and notes of a page stand behind the paragraph that goes on
/// over the page's end.
std::vector<Block> find_blocks(const std::vector<Line>& lines);

}  // namespace weft::pdf
