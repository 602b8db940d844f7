// SPDX-License-Identifier: Apache-2.0
/// Leaves out of a page, before a tree is built, what no reader sees and what would make the tree
/// explode.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// From `position` of the reduced text on, `shift` bytes have been left out before it.
struct ReducedCut {
  std::uint32_t position = 0;
  std::uint32_t shift = 0;
};

/// A page without scripts, style sheets, drawings and unread attributes; and the way back to its
/// source.
struct ReducedHtml {
  std::string html;
  std::vector<ReducedCut> cuts;          ///< ascending positions
  std::uint32_t dropped_tags = 0;        ///< tags left out because they were too deep or too many
  std::uint32_t dropped_attributes = 0;  ///< attributes left out because an element had too many
};

/// Limits that keep any tree builder from quadratic time: HTML asks "is X open?" at most tags,
/// which costs the depth of the page, and compares each attribute with all before it.
struct HtmlLimits {
  std::uint32_t bytes = 32U << 20U;   ///< a longer page is refused
  std::uint32_t reduced = 8U << 20U;  ///< and so is one of which more than this remains
  std::uint32_t depth = 512;          ///< deeper tags are left out, their text stays
  std::uint32_t formatting = 32;      ///< open b, font, ... at once: each goes into every paragraph
  std::uint32_t attributes = 64;      ///< of one element
  std::uint32_t tags = 80'000;        ///< of the page; the text of later ones stays
  std::uint32_t dropped = 500'000;    ///< tags left out; a page of more is refused as hopeless
  std::uint32_t comments = 1'000;     ///< of the page; later ones are left out
};

/// Reads `source` (UTF-8, borrowed for the call) once as HTML's tokenizer would and copies what
/// matters. Contents of script, style and svg go, comments longer than 256 bytes are emptied,
/// attributes that tell nothing about text are left out, tags past the limits too. Linear in the
/// size. Any thread. Throws weft::Error (WEFT_E_LIMIT) with the place of the first byte too many
/// when it is too long.
ReducedHtml reduce_html(std::string_view source, const HtmlLimits& limits = {});

/// Where the byte at `position` of the reduced text stands in the source. O(log cuts).
std::uint32_t source_position(const ReducedHtml& reduced, std::uint32_t position);

}  // namespace weft
