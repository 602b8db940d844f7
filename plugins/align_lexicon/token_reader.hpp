// SPDX-License-Identifier: Apache-2.0
/// From text to the tokens that the lexical measure of a bead is made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "number_reader.hpp"
#include "token_table.hpp"
#include "weft/lexicon/lexicon.hpp"
#include "weft/text/tokens.hpp"

namespace weft {

/// A lexicon and which of its sides is the language at hand.
struct LexiconUse {
  const Lexicon* lexicon = nullptr;  ///< nullptr: there is none
  LexiconSide side = LexiconSide::kFirst;
};

/// Reads one side. Not for two threads at once.
class TokenReader {
 public:
  /// BCP 47 tags of this side and the other one, whose words may stand among characters.
  TokenReader(std::string_view language, std::string_view other_language, LexiconUse lexicon);

  /// Appends one sentence of valid UTF-8.
  void read(std::string_view sentence, TokenTable& table);

 private:
  void read_words(std::string_view sentence, TokenTable& table);
  std::size_t read_characters(std::string_view sentence, std::size_t at, TokenTable& table);
  static std::size_t read_bigram(std::string_view sentence, const Token& token, std::size_t done,
                                 TokenTable& table);
  void add_parts(std::string_view word, std::uint64_t key, TokenTable& table);
  void read_parts(std::string_view word);
  void read_signs(std::string_view sentence, TokenTable& table);

  LexiconUse lexicon_;
  bool headwords_ = false;  // the lexicon's side has whole headwords
  bool english_ = false;
  Tokenizer tokenizer_;
  std::vector<Token> tokens_;
  std::vector<NumberFound> numbers_;
  std::vector<Headword> found_;
  struct Part {  // of a headword
    std::uint64_t key = 0;
    std::uint32_t term = TokenType::kNoTerm;
    float weight = 0;
  };
  FlatMap words_;                        // headwords met, by key
  std::vector<std::uint32_t> begin_{0};  // of a word's parts
  std::vector<Part> parts_;
};

}  // namespace weft
