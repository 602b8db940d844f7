// SPDX-License-Identifier: Apache-2.0
/// The whole texts behind pairs: what corpora keep beside the links, sentence by sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "weft/exports/pair_reader.hpp"

namespace weft {

/// One sentence with an id that differs from all others of the corpus.
struct TextSentence {
  std::string id;         ///< an XML name of ASCII, "s12.ferry.txt"
  std::string_view text;  ///< one line, fit for XML but not escaped; good as long as SideTexts
};

/// Sentences of one block of the text, one behind the other.
struct TextBlock {
  std::string_view type;  ///< of the span around them: "paragraph", "heading"; empty where none is
  std::vector<TextSentence> sentences;
};

/// One view.
struct SideText {
  std::string_view language;  ///< BCP 47
  std::vector<TextBlock> blocks;
};

/// The views that the pairs of one document have sentences in on one side, with all their
/// sentences, also those in no pair. Ids are made of the document's id and the sentence's place in
/// the text, so that other documents change nothing. Made for one call of an exporter; borrows the
/// document and the pairs. Linear in the document's spans, but for sorting.
class SideTexts {
 public:
  /// `side` is &Pair::source or &Pair::target; `letter` begins the ids and tells the sides apart.
  SideTexts(const Document& document, const std::vector<Pair>& pairs, PairSide Pair::*side,
            char letter);

  /// In the order of the views.
  [[nodiscard]] const std::vector<SideText>& texts() const { return texts_; }

  /// Ids of the sentences of a pair's side, in text order, `before` in front of each and a space
  /// between. Throws Error(WEFT_E_INTERNAL) for a side of another document.
  [[nodiscard]] std::string ids(const PairSide& side, std::string_view before = {}) const;

  /// Characters replaced or left out, because XML or a line forbids them, in sentences of no pair;
  /// those of pairs are counted where the pairs are read.
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  void add(const Document& document, const weft_span& sentence, std::string_view words);
  [[nodiscard]] std::string id_of(std::size_t number) const;

  char letter_;
  std::string behind_;  // the number in an id
  std::vector<SideText> texts_;
  std::deque<std::string> alone_;                     // texts of sentences in no pair
  std::unordered_map<weft_id, std::size_t> numbers_;  // by span
  weft_id last_view_ = 0;
  weft_id last_block_ = 0;
  std::uint64_t replaced_ = 0;
};

}  // namespace weft
