// SPDX-License-Identifier: Apache-2.0
/// Numbers, names and quotations that a summary has and its document has not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "weft/figures/figure.hpp"

namespace weft {

/// What is not found in the document: bytes [begin, end) of the text that says it.
struct OpenClaim {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string finding;  ///< "number: - / 16000", "name: - / Ada Pier", as findings of pairs are
};

/// What the document says, as far as it can be compared. Its checks are for any thread.
class SourceClaims {
 public:
  /// `texts`: all that the model was shown, valid UTF-8; `language`: their BCP 47 tag.
  SourceClaims(const std::vector<std::string_view>& texts, const std::string& language);

  /// What a text in that language claims on its own, by place. `unchecked` is raised by the names
  /// that cannot be compared because the document is written in another script.
  ///
  /// Figures: weft::agree with any figure of the document (1.6万 is 16,000), in Chinese and English
  /// also those in words; "one" and "two" in words accuse nobody. Names: in Latin script words with
  /// a capital, an inner capital or a digit, but for the first word of a sentence and in German; in
  /// Chinese what stands in book-title marks, foreign names with a dot between their parts, and
  /// people by han_names. Quotations of four words or characters and more, where both texts are in
  /// one language. Simplified and traditional characters are the same.
  [[nodiscard]] std::vector<OpenClaim> check(std::string_view text, const std::string& language,
                                             std::size_t& unchecked) const;
  /// Whether the document has this wording, but for case, spaces and the form of Han characters;
  /// for texts of its language.
  [[nodiscard]] bool says(std::string_view wording) const;
  /// Whether a text in that language can be compared with the document's wording.
  [[nodiscard]] bool comparable(const std::string& language) const;

 private:
  void check_figures(std::string_view text, const std::string& language,
                     std::vector<OpenClaim>& out) const;
  void check_words(std::string_view text, const std::string& language, std::size_t& unchecked,
                   std::vector<OpenClaim>& out) const;
  void check_marked(std::string_view text, std::vector<OpenClaim>& out) const;
  void check_people(std::string_view text, std::size_t& unchecked,
                    std::vector<OpenClaim>& out) const;
  void check_dotted(std::string_view text, std::size_t begin, std::size_t end,
                    std::vector<OpenClaim>& out) const;
  [[nodiscard]] bool has_word(const std::string& key) const;

  std::string language_;
  std::string wording_;                    ///< comparison key of all texts, without spaces
  std::string letters_;                    ///< all Latin words in one
  std::unordered_set<std::string> words_;  ///< looked up, never walked
  std::vector<Figure> figures_;
};

}  // namespace weft
