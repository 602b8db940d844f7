// SPDX-License-Identifier: Apache-2.0
/// Text as a full-text index of words wants it, for scripts that put no blanks between words.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// A text in two columns of words. Reused from text to text; one thread at a time.
struct SearchText {
  std::string words;  ///< the text, each character of Han, kana, Bopomofo, Thai a word of its own
  std::string two;    ///< each two such characters that stand side by side, as one word

  /// Reads valid UTF-8.
  void read(std::string_view text);
};

}  // namespace weft
