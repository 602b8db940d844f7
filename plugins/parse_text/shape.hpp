// SPDX-License-Identifier: Apache-2.0
/// What can be seen of a line or a paragraph without knowing its language: size, stops, case.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft::plain {

/// How a text ends, closing quotes and brackets and footnote marks aside.
enum class Ending : std::uint8_t { kOpen, kStop, kQuestion, kExclamation, kColon, kComma, kDash };

/// Sizes are those of the trimmed text. A line break inside counts as one blank.
struct Shape {
  std::uint32_t points = 0;   ///< code points
  std::uint32_t width = 0;    ///< columns; the measure that is fair to Chinese and English alike
  std::uint32_t words = 0;    ///< runs of letters and digits; an ideograph counts as one
  std::uint32_t letters = 0;  ///< code points that are letters
  std::uint32_t ideographs = 0;
  std::uint32_t digits = 0;
  std::uint32_t capitals = 0;  ///< upper-case letters
  std::uint32_t small = 0;     ///< lower-case letters
  std::uint32_t stops = 0;     ///< ends of sentences, the last one included
  std::uint32_t first_width =
      0;  ///< columns of the first word, of one ideograph where there is one
  Ending ending = Ending::kOpen;
  char32_t first = 0;  ///< first and last character; 0 when the text is empty
  char32_t last = 0;

  /// Ends like a sentence: full stop, question or exclamation mark, ellipsis.
  [[nodiscard]] bool stopped() const {
    return ending == Ending::kStop || ending == Ending::kQuestion || ending == Ending::kExclamation;
  }
  /// Ends like neither a sentence nor the beginning of something.
  [[nodiscard]] bool open() const { return ending == Ending::kOpen; }
  /// More Han and kana than other letters.
  [[nodiscard]] bool ideographic() const { return ideographs * 2 > letters; }
};

/// Measures valid UTF-8 in one pass. Any thread.
Shape measure(std::string_view text);

}  // namespace weft::plain
