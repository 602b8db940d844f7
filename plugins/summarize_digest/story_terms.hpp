// SPDX-License-Identifier: Apache-2.0
/// Reads out of a text what other texts about the same story show too, in its language or another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "weft/figures/figure.hpp"
#include "weft/lexicon/lexicon.hpp"
#include "weft/summary/word_stems.hpp"
#include "weft/text/tokens.hpp"

namespace weft {

/// What a term is. From kName on they mean the same in every language.
enum class TermKind : std::uint8_t {
  kPair,     ///< two neighbouring Han characters, in simplified form
  kStem,     ///< a word of an alphabet
  kName,     ///< a word in Latin letters among others, or a capitalised one, or one with digits
  kNumber,   ///< a figure of some size, or a day
  kAddress,  ///< an address of the web
  kTerm,     ///< a term of the lexicon, by its number on one side of the lexicon
};
inline constexpr bool crosses_languages(TermKind kind) {
  return kind >= TermKind::kName;
}

struct StoryTerm {
  std::uint64_t key = 0;  ///< a hash; equal for equal terms of a kind
  TermKind kind = TermKind::kPair;
};

/// Keeps its stemmers, so make one and use it for many texts; not for two threads at once.
class StoryTerms {
 public:
  /// `lexicon`, if any, must outlive this.
  explicit StoryTerms(const Lexicon* lexicon);

  /// Appends the terms of one sentence or title of valid UTF-8, as often as they stand there.
  /// Function words and words of any text are none. `language` is a BCP 47 tag.
  void read(std::string_view text, std::string_view language, std::vector<StoryTerm>& out);
  /// Appends an address as a term: a document's own, or that of its original.
  static void read_address(std::string_view url, std::vector<StoryTerm>& out);

 private:
  class Scan;
  void read_figures_of(std::string_view text, std::string_view language,
                       std::vector<StoryTerm>& out);
  void read_lexicon(std::string_view text, std::string_view language, std::vector<StoryTerm>& out);
  void add_term(LexiconSide side, std::uint32_t term, std::vector<StoryTerm>& out) const;
  WordStems& stems(std::string_view language);

  const Lexicon* lexicon_;
  LexiconSide meeting_ = LexiconSide::kFirst;  ///< whose terms stand for both sides
  std::array<Tokenizer, 2> tokenizers_;        ///< by side of the lexicon
  std::map<std::string, std::unique_ptr<WordStems>, std::less<>> stems_;
  std::vector<Token> tokens_;
  std::vector<Figure> figures_;
};

}  // namespace weft
