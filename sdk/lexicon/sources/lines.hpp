// SPDX-License-Identifier: Apache-2.0
/// Lines and fields of text dictionaries.
#pragma once

#include <algorithm>
#include <string_view>

namespace weft {

/// Takes the field up to `mark`, or the rest, off the front; false when nothing is left.
inline bool take_field(std::string_view& text, char mark, std::string_view& out) {
  if (text.empty()) return false;
  const std::size_t end = std::min(text.find(mark), text.size());
  out = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return true;
}

/// The same for a line, without its CR.
inline bool take_line(std::string_view& text, std::string_view& out) {
  if (!take_field(text, '\n', out)) return false;
  if (!out.empty() && out.back() == '\r') out.remove_suffix(1);
  return true;
}

/// Without blanks at both ends.
inline std::string_view trim_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

}  // namespace weft
