// SPDX-License-Identifier: Apache-2.0
/// Cheap tokens for statistics over sentences: keys to count and compare, not words to show.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

enum class TokenKind : std::uint8_t {
  kWord,    ///< letters of an alphabet; folded, and stemmed where a stemmer is known
  kBigram,  ///< two neighbouring Han characters, kana or Hangul syllables, or one that stands alone
  kNumber,  ///< digits of any script, read as ASCII; grouping commas are dropped: "16,000" is 16000
};

struct Token {
  std::uint32_t begin = 0;  ///< bytes of the text it was read from
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  std::uint64_t key = 0;  ///< equal for equal tokens: XXH3 of the folded form
};

/// Reads tokens. Keeps a stemmer and its results, so make one and use it for many texts; not for
/// two threads at once.
class Tokenizer {
 public:
  /// `language` is a BCP 47 tag and picks the stemmer (Snowball: en, de, fr, es, it, pt, nl, sv,
  /// da, no, fi, hu, ro, tr, ru); an unknown one or none means words as they are. Bigrams need no
  /// language.
  explicit Tokenizer(std::string_view language = {});
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  /// The tokens of a valid UTF-8 text of less than 4 GiB, in order; replaces what `out` held. In a
  /// run of East Asian characters every two neighbours are a token, so bigrams overlap.
  void read(std::string_view text, std::vector<Token>& out);
  std::vector<Token> read(std::string_view text);

  /// The form whose hash is the key: "running" gives "run", "Ａ１" gives "a1".
  std::string folded(std::string_view word);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace weft
