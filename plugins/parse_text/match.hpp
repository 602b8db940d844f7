// SPDX-License-Identifier: Apache-2.0
/// Comparing short texts with tables of wordings: one key for all spellings, and patterns with "*".
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace weft::plain {

/// comparison_key (NFKC, case and white space folded) with traditional Chinese characters written
/// simplified, as far as the tables here use them (HanPairs in match.cpp).
std::string match_key(std::string_view text);

/// True when the whole `key` fits `pattern`, where "*" stands for anything. A piece of the pattern
/// that begins or ends with a letter or digit of a spaced script must do so at a word's border:
/// "*our*" does not fit "hour". Both are match_key forms.
bool fits(std::string_view key, std::string_view pattern);

/// Between the entries of a list of patterns.
inline constexpr std::string_view kPatternSeparator = " | ";

/// True when `key` fits one of the patterns of such a list.
bool fits_any(std::string_view key, std::string_view patterns);

/// True when `key` is one of the entries of such a list; "*" is nothing special.
bool equals_any(std::string_view key, std::string_view entries);

/// Such a list as a hash table, for what is asked of every line.
class WordSet {
 public:
  explicit WordSet(std::string_view entries);
  [[nodiscard]] bool has(std::string_view key) const { return words_.contains(key); }

 private:
  std::unordered_set<std::string_view> words_;
};

/// Patterns sorted by their first byte, for what is asked of every line.
class PatternSet {
 public:
  explicit PatternSet(std::string_view patterns);
  [[nodiscard]] bool fit(std::string_view key) const;

 private:
  std::array<std::vector<std::string_view>, 256> slots_;  // those that begin with "*" under it
};

/// Calls `use` with each pattern of such a list.
template <class Use>
void each_pattern(std::string_view patterns, Use&& use) {
  while (!patterns.empty()) {
    const std::size_t bar = patterns.find(kPatternSeparator);
    use(patterns.substr(0, bar));
    if (bar == std::string_view::npos) return;
    patterns.remove_prefix(bar + kPatternSeparator.size());
  }
}

/// The simplified form of a traditional character that the tables use, else the character itself.
char32_t simplified(char32_t point);

}  // namespace weft::plain
