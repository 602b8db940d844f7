// SPDX-License-Identifier: Apache-2.0
/// The visible text of a page in reading order, cut into the blocks a reader sees.
#pragma once

#include <weft/abi.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html_tree.hpp"

namespace weft {

/// The part of a block that an inline element (`a`, `b`, `cite`, `time`, ...) covers; offsets in
/// the text.
struct InlineRange {
  std::uint32_t node = kNoNode;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What the characters of a block are, counted in code points.
struct TextStats {
  std::uint32_t characters = 0;  ///< without spaces
  std::uint32_t wide = 0;        ///< Han, Kana, Hangul and other scripts written without spaces
  std::uint32_t words = 0;       ///< runs of letters and digits of other scripts
  std::uint32_t digits = 0;
  std::uint32_t capitals = 0;
  std::uint32_t commas = 0;    ///< , ; : and their full-width and other-script forms
  std::uint32_t stops = 0;     ///< sentence ends . ! ? and their full-width and other-script forms
  std::uint32_t linked = 0;    ///< characters in links
  std::uint32_t bold = 0;      ///< characters in b or strong
  bool ends_sentence = false;  ///< the last character, quotes and brackets aside, ends a sentence

  /// Length comparable across scripts: words plus wide characters, of which about 1.6 make a word.
  [[nodiscard]] float length() const {
    return static_cast<float>(words) + static_cast<float>(wide) * 0.6F;
  }
};

/// A stretch of text between two block borders, whitespace collapsed (not in `pre`).
struct TextBlock {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t node = kNoNode;  ///< innermost block element around it
  std::uint32_t first_inline = 0;
  std::uint32_t inline_count = 0;
  TextStats stats;
};

struct PageText {
  std::string text;            ///< blocks in reading order, parted by newlines that have no origin
  std::vector<weft_run> runs;  ///< to the text the tree was parsed from
  std::vector<TextBlock> blocks;
  std::vector<InlineRange> inlines;

  [[nodiscard]] std::string_view of(const TextBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
  [[nodiscard]] std::span<const InlineRange> inlines_of(const TextBlock& block) const {
    return std::span(inlines).subspan(block.first_inline, block.inline_count);
  }
};

/// Lays out all visible text of nodes [from, to) of the tree; the whole page by default. Any
/// thread.
PageText lay_out_text(const HtmlTree& tree, std::uint32_t from = 0, std::uint32_t to = kNoNode);

/// Counts the characters of `text`; `linked` and `bold` stay 0.
TextStats count_text(std::string_view text);

}  // namespace weft
