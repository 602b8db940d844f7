// SPDX-License-Identifier: Apache-2.0
/// Runs of WordprocessingML: text with its language and the fonts that fit it.
#pragma once

#include <string>
#include <string_view>

#include "weft/exports/language_map.hpp"

namespace weft {

/// Writes runs. Any thread.
class WordRuns {
 public:
  explicit WordRuns(LanguageMap map) : map_(std::move(map)) {}

  /// A run behind `out`: `style` is that of the character, or empty; tabs and line ends of the text
  /// are kept. Nothing for no text.
  void append(std::string& out, std::string_view text, std::string_view language,
              std::string_view style = {}) const;

  /// The tag as Word knows it: zh-Hans is zh-CN, zh-Hant zh-TW; empty for an empty one.
  [[nodiscard]] std::string language(std::string_view tag) const;

 private:
  LanguageMap map_;
};

/// True for languages that are written from right to left.
bool is_right_to_left(std::string_view language);

}  // namespace weft
