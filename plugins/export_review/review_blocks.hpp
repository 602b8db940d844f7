// SPDX-License-Identifier: Apache-2.0
/// Pairs as columns, in blocks that a browser unpacks one by one.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document_card.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {

/// Collects documents until their texts are a block of about a mebibyte, so that memory does not
/// grow with the corpus and small documents still share their words. A block is lines: a JSON
/// object (columns: page/data.js reads them), the source side of each pair, the target side of each
/// pair. Sentences of a side are parted by U+001E where a space belongs between them, else by
/// U+001F; texts hold neither, nor line breaks. One thread at a time.
class ReviewBlocks {
 public:
  /// Adds the pairs of a document. Returns the blocks that are full, often none.
  std::vector<std::string> add(const Document& document, const std::vector<Pair>& pairs);
  /// The block begun, empty when there is none.
  std::string take();
  /// What undo() goes back to is what there is now.
  void mark();
  void undo();

 private:
  using Note = std::pair<std::size_t, std::string>;  ///< the pair in the block, and what of it

  /// What a block is made of; a value a pair where nothing else is said.
  struct Columns {
    std::vector<std::string> cards;
    std::vector<std::size_t> counts;  ///< pairs of each card
    std::string source;
    std::string target;
    std::string keys;
    std::vector<int> scores;
    std::vector<std::size_t> kind;
    std::vector<std::vector<std::string>> kinds;  ///< source language, target language, method
    std::vector<Note> findings;
    std::vector<Note> rejects;
    std::vector<Note> reviews;
    /// Of each mark: pair, side, sentence, begin, end in UTF-16 units, type.
    std::vector<std::size_t> marks;

    /// Calls back with each column, always in the same order.
    template <class Visit>
    void each(const Visit& visit) {
      visit(cards), visit(counts), visit(source), visit(target), visit(keys), visit(scores);
      visit(kind), visit(kinds), visit(findings), visit(rejects), visit(reviews), visit(marks);
    }
  };
  static constexpr std::size_t kColumns = 12;

  void add_pair(const Document& document, const Pair& pair);
  void add_side(const Document& document, const PairSide& side, std::size_t number,
                std::string& out);
  void add_marks(const Document& document, const weft_span& sentence, std::size_t side,
                 std::size_t number);
  std::size_t kind_of(const Pair& pair);

  CardNames names_;
  /// Types of spans that are marked; their places here are their numbers on the page.
  std::array<weft_id, 3> marked_ = {name(WEFT_SPAN_FINDING), name(WEFT_SPAN_KEY_FIGURE),
                                    name(WEFT_SPAN_KEYPHRASE)};
  std::vector<weft_span> marks_of_document_;  // by parent

  Columns columns_;
  std::array<std::size_t, kColumns> marked_at_{};  // sizes of the columns
  std::optional<Columns> full_;                    // they, where a block was full since then
};

}  // namespace weft
