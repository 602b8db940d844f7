// SPDX-License-Identifier: Apache-2.0
/// The terms that a headword or a translation of a dictionary stands for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weft/text/tokens.hpp"

namespace weft {

/// Reads terms of one language. One thread at a time.
class TermReader {
 public:
  explicit TermReader(std::string_view language);

  /// Languages with whole headwords: the text, folded, when it has a letter. Others: the folded
  /// content words, each once, in order; function words when there is nothing else; neither numbers
  /// nor words of East Asian scripts.
  std::vector<std::string> read(std::string_view text);

 private:
  bool whole_;
  std::string language_;
  Tokenizer tokenizer_;
  std::vector<Token> tokens_;
};

/// True for articles, pronouns, prepositions, auxiliaries and the placeholders of dictionaries
/// ("sb", "sth"). `word` is in lower case. English, German, French, Spanish, Italian, Portuguese
/// and Dutch; in other languages no word is one.
bool is_function_word(std::string_view word, std::string_view language);

}  // namespace weft
