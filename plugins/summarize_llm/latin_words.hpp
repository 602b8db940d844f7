// SPDX-License-Identifier: Apache-2.0
/// Words in Latin script and what of them may be names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// A run of Latin letters and digits with a letter in it.
struct LatinWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string key;               ///< case and compatibility forms folded
  bool capital = false;          ///< the first letter is one
  bool marked = false;           ///< has an inner capital or a digit: OpenAI, F16
  bool begins_sentence = false;  ///< the first, or behind a colon, an opening mark or a stop
  bool follows = false;  ///< only a space, hyphen or apostrophe lies between it and the last

  /// Longer than an initial, begins with a letter, and has a capital.
  [[nodiscard]] bool may_be_name() const;
};

/// The words of a valid UTF-8 text, in order. A possessive 's is no word. Any thread.
std::vector<LatinWord> latin_words(std::string_view text);

}  // namespace weft
