// SPDX-License-Identifier: Apache-2.0
/// Tokens: what is one, and which are equal.

#include "weft/text/tokens.hpp"

#include <catch2/catch.hpp>

namespace weft {
namespace {

std::vector<std::string> words(Tokenizer& tokenizer, const std::string& text) {
  std::vector<std::string> out;
  for (const Token& token : tokenizer.read(text))
    out.push_back(text.substr(token.begin, token.end - token.begin));
  return out;
}

std::vector<std::uint64_t> keys(Tokenizer& tokenizer, const std::string& text) {
  std::vector<std::uint64_t> out;
  for (const Token& token : tokenizer.read(text))
    out.push_back(token.key);
  return out;
}

TEST_CASE("East Asian runs give overlapping pairs and a lone character gives itself") {
  Tokenizer tokenizer;
  CHECK(words(tokenizer, "大风起。云") == std::vector<std::string>{"大风", "风起", "云"});
  CHECK(words(tokenizer, "바람") == std::vector<std::string>{"바람"});
}

TEST_CASE("inflected words of a stemmed language have one key") {
  Tokenizer english("en-GB");
  CHECK(keys(english, "Running") == keys(english, "run"));
  CHECK(english.folded("Lamps") == "lamp");
  Tokenizer none;
  CHECK(keys(none, "Running") != keys(none, "run"));
  CHECK(keys(none, "RIVER") == keys(none, "river"));
}

TEST_CASE("letters beyond ASCII and full-width letters are folded") {
  Tokenizer tokenizer;
  CHECK(keys(tokenizer, "ÉTÉ") == keys(tokenizer, "été"));
  CHECK(keys(tokenizer, "Ａｂ") == keys(tokenizer, "ab"));
  CHECK(keys(tokenizer, "МИР") == keys(tokenizer, "мир"));
}

TEST_CASE("numbers are kept without their grouping") {
  Tokenizer tokenizer;
  CHECK(keys(tokenizer, "16,000") == keys(tokenizer, "16000"));
  CHECK(keys(tokenizer, "１６") == keys(tokenizer, "16"));
  CHECK(keys(tokenizer, "1.6") != keys(tokenizer, "16"));
  CHECK(words(tokenizer, "pay 3.5, now") == std::vector<std::string>{"pay", "3.5", "now"});
}

TEST_CASE("apostrophes join letters and hyphens part words") {
  Tokenizer tokenizer;
  CHECK(words(tokenizer, "don't re-use 'it'") ==
        std::vector<std::string>{"don't", "re", "use", "it"});
  CHECK(keys(tokenizer, "don’t") == keys(tokenizer, "don't"));
}

TEST_CASE("kinds say what a token is") {
  Tokenizer tokenizer;
  const std::vector<Token> tokens = tokenizer.read("风筝 7 kites");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].kind == TokenKind::kBigram);
  CHECK(tokens[1].kind == TokenKind::kNumber);
  CHECK(tokens[2].kind == TokenKind::kWord);
}

}  // namespace
}  // namespace weft
