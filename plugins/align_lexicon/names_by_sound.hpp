// SPDX-License-Identifier: Apache-2.0
/// Chinese names in English text: "Chen Qingyang" is 陈清扬, by pinyin.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "token_table.hpp"
#include "weft/lexicon/lexicon.hpp"

namespace weft {

/// Finds the names of one side in the characters of the other.
class NamesBySound {
 public:
  /// Takes words of `alphabet` that are nearly always capitalised. `lexicon` outlives it.
  NamesBySound(const TokenTable& alphabet, const Lexicon& lexicon);

  /// Appends to the last sentence of `characters`, whose text is `sentence`, one token for each
  /// name that one to three characters of it sound like.
  void add(std::string_view sentence, TokenTable& characters);

 private:
  struct Node {
    std::array<std::uint32_t, 26> next{};  // 0 = none
    std::uint32_t name = 0;                // type + 1
  };
  [[nodiscard]] std::uint32_t step(std::uint32_t node, std::string_view letters) const;
  void follow(std::size_t at, std::uint32_t node, int depth);

  const TokenTable& alphabet_;
  const Lexicon& lexicon_;
  std::vector<Node> nodes_;
  std::vector<char32_t> points_;
  std::vector<std::uint32_t> found_;
};

}  // namespace weft
