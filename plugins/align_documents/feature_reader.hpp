// SPDX-License-Identifier: Apache-2.0
/// Reads out of a text what its translation shows too: numbers, names, addresses, cognates, terms.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document_note.hpp"
#include "weft/figures/figure.hpp"
#include "weft/lexicon/lexicon.hpp"
#include "weft/text/tokens.hpp"

namespace weft {

/// True for languages written without the Latin alphabet's spaces and capitals, in which a word of
/// Latin letters is a name: "zh-Hans", "ja", "ko", "th".
bool is_wide_language(std::string_view tag);

/// The side of a lexicon that holds words of texts in `language` ("zh-Hans" is on the side "zh").
std::optional<LexiconSide> side_of(const Lexicon& lexicon, std::string_view language);

/// What was read of a text.
struct FeatureList {
  std::vector<Feature> features;
  std::uint32_t sentences = 0;
};

/// Keeps its tokenizers, so make one and use it for many texts; not for two threads at once.
class FeatureReader {
 public:
  /// `cognates`: words of alphabets are features too, by their beginnings. `lexicon`, if any, must
  /// outlive this; its terms are features of texts in its languages.
  explicit FeatureReader(bool cognates, const Lexicon* lexicon = nullptr);

  /// The features of a text's blocks (valid UTF-8, in `language`), sorted by key, then sentence. At
  /// most eight occurrences of a key and kMost in all: of a longer text those that recur are kept,
  /// but not those that are everywhere, since both sides then keep the same.
  FeatureList read(const std::vector<std::string_view>& blocks, std::string_view language);

  static constexpr std::size_t kMost = 1200;

 private:
  void read_sentence(std::string_view text, std::string_view language);
  void read_figures_of(std::string_view text, std::string_view language);
  void read_headwords(std::string_view text, LexiconSide side);
  void read_stems(std::string_view text, LexiconSide side);
  void read_addresses(std::string_view text);
  void read_word(std::string_view word, std::uint64_t key);
  void add(FeatureKind kind, std::uint64_t value);
  void add_capitalised_names();
  void keep_most_telling();

  bool cognates_;
  const Lexicon* lexicon_;
  std::optional<LexiconSide> side_;  ///< of the text being read
  bool wide_ = false;
  std::uint16_t sentence_ = 0;  ///< that is being read
  Tokenizer plain_;
  std::array<Tokenizer, 2> stemming_;  ///< by side of the lexicon
  std::vector<Token> tokens_;
  std::vector<Figure> figures_;
  std::vector<Feature> found_;
  struct Spelling {
    std::vector<std::uint16_t> capitalised;
    bool lower = false;
  };
  std::unordered_map<std::uint64_t, Spelling> spellings_;
  std::vector<std::uint64_t> spelling_order_;
};

}  // namespace weft
