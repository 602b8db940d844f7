// SPDX-License-Identifier: Apache-2.0
/// Languages by their commonest words: evidence for texts too short for statistics.
#pragma once

#include <string_view>

namespace weft {

/// What the function words of a text say.
struct FunctionWordVote {
  std::string_view tag;   ///< language with most evidence; empty when there is none
  double score = 0;       ///< its words, each divided by the number of languages sharing it
  double second = 0;      ///< the score of the language behind it
  std::size_t words = 0;  ///< words of the text, at most 200 are read
};

/// Latin-script and Cyrillic languages of Europe, Indonesian and Turkish. Any thread.
FunctionWordVote vote_function_words(std::string_view text);

}  // namespace weft
