// SPDX-License-Identifier: Apache-2.0
/// From Markdown text to typed blocks of running text.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "front_matter.hpp"

namespace weft::markdown {

inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

/// A typed range of the text; containers (list, table, figure) stand before what is in them.
struct Block {
  std::string_view type;  ///< of the vocabulary
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t parent = kNoBlock;
  int level = 0;  ///< of a heading
  int row = 0;    ///< of a table cell, from 1
  int column = 0;
};

struct Reading {
  MappedText text;
  std::vector<Block> blocks;
  FrontMatter front;
  std::size_t title = kNoBlock;  ///< the heading that names the document
};

/// Reads valid UTF-8 without NUL. Throws weft::Error (WEFT_E_LIMIT) for texts over 256 MiB and
/// those with more markup than any that somebody wrote.
Reading read_markdown(std::string_view text);

/// The text of raw HTML: tags, comments, scripts and styles left out; blocks end at block tags.
std::vector<MappedText> text_of_html(const MappedText& html);

/// A copy in which a table that cmark would fill up with more cells than it has bytes is none:
/// its delimiter row is blanked out, so that every offset stays. Likewise "[^" that begins no
/// footnote's label has kHiddenCaret, which literal_of turns back.
std::string tamed(std::string_view text);

/// Unmatched "**" that stands around text beside Han or Kana: CommonMark's flanking rules do not
/// know that Chinese has no blanks. Ranges of `text` to leave out; `code` has ranges to leave
/// alone.
struct Range {
  std::size_t begin, end;
};
std::vector<Range> stray_markers(const MappedText& text, std::string_view source,
                                 const std::vector<Range>& code);

/// 0 .. 100 as sdk/README.md has it.
int sniff_markdown(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft::markdown
