// SPDX-License-Identifier: Apache-2.0
/// Vectors of sentences made from a lexicon: what both languages' words mean in the words of one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "weft/endpoint/vectors.hpp"
#include "weft/lexicon/lexicon.hpp"

namespace weft {

/// Numbers of a lexical vector.
inline constexpr std::size_t kLexicalDimension = 256;

/// The two sides' sentences as vectors of `dimension` numbers, not normalized, so that windows are
/// sums: each word, in the words of the lexicon's second language it may mean, rarer words
/// of the text counting more, every word at places and signs by its hash (a sparse random
/// projection: Achlioptas 2003). Words that the lexicon does not have stand for themselves, as do
/// numbers, so that they match where both texts have them. A stand-in for a bag of
/// words, and no model of meaning.
struct LexicalVectors {
  Vectors source;
  Vectors target;

  /// The lexicon's first language is the source's, where `source_language` (BCP 47 range) says so.
  LexicalVectors(const Lexicon& lexicon, const std::string& source_language,
                 const std::string& target_language, std::span<const std::string_view> sources,
                 std::span<const std::string_view> targets,
                 std::size_t dimension = kLexicalDimension);
};

}  // namespace weft
