// SPDX-License-Identifier: Apache-2.0
/// The text that phrases are looked for in: words and single characters, cut where no phrase goes
/// on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/summary/word_stems.hpp"

namespace weft {

/// What a unit can be in a phrase. kGeneral: of a word that any text may use ("result", "show"): no
/// phrase is made of these alone. kFunction: no phrase has it at either end, nor inside in Chinese.
enum class UnitClass : std::uint8_t { kContent, kGeneral, kFunction };

/// A Han or kana character, or a word of an alphabet; stems count, the text shows.
struct Unit {
  std::uint32_t id = 0;     ///< small numbers, equal for equal units
  std::uint32_t part = 0;   ///< of the texts that were read
  std::uint32_t begin = 0;  ///< bytes of that text
  std::uint32_t end = 0;
  char32_t alone = 0;  ///< the character of an unspaced script; 0: a word
  UnitClass word_class = UnitClass::kContent;
  bool starts_run = false;  ///< a mark stands before it, or a blank between unspaced characters
  bool digit = false;       ///< has one
  bool capital = false;     ///< begins with a capital, and not because a sentence does
  bool short_word = false;  ///< a word of one or two letters
};

/// Units of several texts, one after the other.
struct Units {
  std::vector<Unit> all;
  std::uint32_t ids = 0;  ///< ids are 0 .. ids - 1

  /// True where a run begins: `i` may be all.size().
  [[nodiscard]] bool at_border(std::size_t i) const { return i >= all.size() || all[i].starts_run; }
};

/// Reads units. Keeps a stemmer; not for sharing between threads.
class UnitReader {
 public:
  /// `language`: primary subtag, chooses the stemmer.
  explicit UnitReader(const std::string& language);

  /// Units of the texts in order; each text begins a run.
  Units read(std::span<const std::string_view> texts);

 private:
  WordStems stems_;
};

}  // namespace weft
