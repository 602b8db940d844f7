// SPDX-License-Identifier: Apache-2.0
/// What is known of a document's tokens before any of it is aligned.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "token_reader.hpp"
#include "token_table.hpp"

namespace weft {

/// Two types that may translate each other.
struct PriorPair {
  std::uint32_t type = 0;  ///< of the given side
  std::uint32_t other = 0;
  float probability = 0;  ///< of `other` given `type`, among all that `type` may become
};

/// Pairs by type, then by other. The given side is the lexicon's first where there is a lexicon.
struct PriorPairs {
  std::vector<PriorPair> pairs;
  std::vector<std::uint32_t> begin{0};  ///< type t has pairs [begin[t], begin[t + 1])
  std::uint32_t in_lexicon = 0;         ///< pairs that the lexicon knows
  [[nodiscard]] std::span<const PriorPair> of(std::uint32_t type) const {
    return std::span(pairs).subspan(begin[type], begin[type + 1] - begin[type]);
  }
};

/// Looks up every type of `given` in the lexicon (nullptr: none); equal signs and equal words
/// translate each other, and so do words of two alphabets that are written alike.
PriorPairs find_prior_pairs(const TokenTable& given, const TokenTable& other, LexiconUse lexicon);

}  // namespace weft
