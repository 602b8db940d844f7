// SPDX-License-Identifier: Apache-2.0
/// The lines that scrapers put before an HTML fragment: a time stamp, a Markdown title, a rule.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace weft {

/// Byte range [begin, end) of a text; empty when nothing was found.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

/// What stands before the HTML of a mixed input.
struct Prologue {
  std::string
      retrieved;    ///< ISO 8601 in UTC, of a comment that is an epoch in milliseconds or seconds
  TextRange stamp;  ///< the digits
  TextRange title;  ///< of "[title](url)", "# title" or a line underlined by dashes
  TextRange url;
  std::size_t end = 0;  ///< where the HTML begins
};

/// Reads the prologue of a text; all members stay empty where there is none. Any thread.
Prologue read_prologue(std::string_view text);

/// `text` with the marks of the prologue replaced by as many bytes of spaces and one <hr>, so that
/// the title is a block of its own and every other byte stays where it was.
std::string hide_prologue(std::string_view text, const Prologue& prologue);

}  // namespace weft
