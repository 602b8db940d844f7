// SPDX-License-Identifier: Apache-2.0
/// Which two languages a text is in, and which of them a piece of it is in.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text_blocks.hpp"

namespace weft {

/// The side a text is on, and the share of its words that speaks against it.
struct SideGuess {
  std::uint32_t side = kNoSide;
  double beside = 0;
};

/// Two languages. Where their writings differ, as English and Chinese do, characters decide;
/// otherwise words do, which costs much more.
class TwoLanguages {
 public:
  TwoLanguages() = default;
  TwoLanguages(std::array<std::string, 2> tags, std::array<Writing, 2> writings);

  /// False for a text in one language, or in none.
  [[nodiscard]] bool found() const { return !tags_[0].empty(); }
  [[nodiscard]] const std::string& tag(std::uint32_t side) const { return tags_.at(side); }
  [[nodiscard]] Writing writing(std::uint32_t side) const { return writings_.at(side); }
  [[nodiscard]] bool differ_in_writing() const { return writings_[0] != writings_[1]; }

  /// By primary language: zh-Hant is the side of zh-Hans. kNoSide for any other.
  [[nodiscard]] std::uint32_t side_of_tag(std::string_view tag) const;
  [[nodiscard]] SideGuess side_of_text(std::string_view text, const ScriptCounts& counts) const;
  [[nodiscard]] SideGuess side_of_words(const Words& words) const;
  /// Where a text goes that no language claims: a date, a name.
  [[nodiscard]] std::uint32_t side_by_writing(const Words& words) const;
  /// True for a block with a real share of words in both writings.
  [[nodiscard]] bool is_mixed(const Words& words) const;

 private:
  std::array<std::string, 2> tags_;
  std::array<Writing, 2> writings_{};
};

/// The two languages with most words, the heavier first; not found() where there are no two with a
/// real share. Blocks that mix writings count for the languages of both.
TwoLanguages find_two_languages(const std::vector<TextBlock>& blocks);

/// True where lines inside blocks are in other languages than their block: always looked at where
/// writings differ, by a sample of lines where they do not.
bool lines_change_language(const std::vector<TextBlock>& blocks, const TwoLanguages& languages);

}  // namespace weft
