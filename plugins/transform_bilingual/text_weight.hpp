// SPDX-License-Identifier: Apache-2.0
/// How much a text says, by writing system, in units that two languages share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "weft/text/script.hpp"

namespace weft {

/// Words by writing: 1.6 Han characters, 2.5 kana or Hangul syllables, 5 letters make one, so that
/// a text and its translation weigh about the same.
struct Words {
  std::array<double, kWritings> by_writing{};

  [[nodiscard]] double of(Writing writing) const {
    return by_writing[static_cast<std::size_t>(writing)];
  }
  void add(const Words& more, double times = 1);
  [[nodiscard]] double all() const;
  /// The writing of most words; kLatin where there is none.
  [[nodiscard]] Writing most() const;
  /// Share of the words that are not in that writing; 0 where there are none.
  [[nodiscard]] double share_beside(Writing writing) const;
};

Words words_of(const ScriptCounts& counts);

/// Words, with 5 digits as one more: the size that lengths are compared by.
double weight_of(const ScriptCounts& counts);

/// Hashes of what a translation leaves as it is, ascending, each once: numbers of two digits or
/// more (thousands joined), and Latin words with a capital letter or digit, in lower case.
std::vector<std::uint64_t> anchors_of(std::string_view text);

/// Marks that a translation mostly keeps: one bit each for question marks, exclamation marks,
/// quotation marks, brackets and colons, in any width.
inline constexpr std::size_t kMarkKinds = 5;
std::uint8_t marks_of(std::string_view text);

}  // namespace weft
