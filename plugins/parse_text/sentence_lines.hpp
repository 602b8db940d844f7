// SPDX-License-Identifier: Apache-2.0
/// Text of one sentence a line, as sentence-aligned corpora have it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace weft::plain {

/// A line without the white space around it; never empty.
struct SentenceLine {
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  bool begins_paragraph = false;  ///< the first, or behind a blank line
};

/// The lines of valid UTF-8 that are not blank. CR LF ends a line as LF does. Linear. Any thread.
std::vector<SentenceLine> sentence_lines(std::string_view text);

}  // namespace weft::plain
