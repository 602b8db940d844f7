// SPDX-License-Identifier: Apache-2.0
/// Putting the lines of a block together as their script does.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "page_lines.hpp"

namespace weft::pdf {

/// Knows the words of the document, to tell a hyphen that broke a word from one that belongs to it.
class LineJoiner {
 public:
  explicit LineJoiner(const std::vector<Line>& lines);
  /// Chinese and Japanese without a space, a broken word without its hyphen unless the document
  /// writes it with one elsewhere, all else with a space.
  void append(std::string& text, std::string_view line) const;

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace weft::pdf
