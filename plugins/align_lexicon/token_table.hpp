// SPDX-License-Identifier: Apache-2.0
/// One side of a document as numbers: which tokens its sentences hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat_map.hpp"

namespace weft {

/// What kind of evidence a token is.
enum class TokenClass : std::uint8_t {
  kWord,      ///< a word of an alphabet, stemmed
  kHeadword,  ///< of a language without spaces: a headword, a part of one, or characters
  kSign,      ///< a number, a month, a mark: equal ones translate each other
  kForeign,   ///< stands for a word of the other side: letters among characters, a name by sound
};

/// A token that occurs in the document, however often.
struct TokenType {
  static constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

  std::uint64_t key = 0;
  std::uint32_t term = kNoTerm;  ///< of the lexicon's side
  TokenClass kind = TokenClass::kWord;
  std::uint32_t capitalised = 0;  ///< of kWord: how often it began with A to Z
  std::uint32_t count = 0;        ///< how often it occurs at all
  std::string written;  ///< of kWord: as it was first written, ASCII letters in lower case
};

/// A token of one sentence.
struct TokenUse {
  std::uint32_t type = 0;
  float weight = 1;  ///< parts of a word count less than the word
};

/// The tokens of all sentences in order.
struct TokenTable {
  std::vector<TokenType> types;
  std::vector<TokenUse> uses;
  std::vector<std::uint32_t> begin{0};  ///< sentence i has uses [begin[i], begin[i + 1])
  FlatMap numbers;                      ///< key to type

  [[nodiscard]] std::size_t sentences() const { return begin.size() - 1; }
  [[nodiscard]] std::span<const TokenUse> of(std::size_t sentence) const {
    return std::span(uses).subspan(begin[sentence], begin[sentence + 1] - begin[sentence]);
  }
  /// The type of a key, made now if it is new; counts it.
  std::uint32_t add(std::uint64_t key, TokenClass kind, std::uint32_t term, float weight) {
    const std::uint32_t type = numbers.add(key);
    if (type == types.size()) types.push_back({key, term, kind, 0, 0, {}});
    ++types[type].count;
    uses.push_back({type, weight});
    return type;
  }
};

}  // namespace weft
