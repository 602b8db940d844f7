// SPDX-License-Identifier: Apache-2.0
/// The text of a digest while it grows, and its blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// What a block says: words of ours, then a sentence of a document.
struct DigestLine {
  std::string before;         ///< ours
  std::string sentence = {};  ///< theirs; a sentence span of the digest where not empty
  std::string language = {};  ///< of the sentence
  std::vector<std::string> evidence = {};  ///< places in documents: place_of
  std::string speaker = {};                ///< who says it, as far as the sentence tells
};

/// Names of the spans and attributes written. Made in a stage's constructor.
struct PageNames {
  weft_id title = name(WEFT_SPAN_TITLE);
  weft_id heading = name(WEFT_SPAN_HEADING);
  weft_id item = name(WEFT_SPAN_LIST_ITEM);
  weft_id list = name(WEFT_SPAN_LIST);
  weft_id table = name(WEFT_SPAN_TABLE);
  weft_id cell = name(WEFT_SPAN_TABLE_CELL);
  weft_id sentence = name(WEFT_SPAN_SENTENCE);
  weft_id level = name(WEFT_KEY_LEVEL);
  weft_id row = name(WEFT_KEY_ROW);
  weft_id column = name(WEFT_KEY_COLUMN);
  weft_id lang = name(WEFT_KEY_LANG);
  weft_id evidence = name(WEFT_KEY_EVIDENCE);
  weft_id speaker = name(WEFT_KEY_SPEAKER);
  weft_id metadata_title = name(WEFT_KEY_TITLE);
};

/// One view: a title, then headings, lists and tables in the order in which they are added.
class DigestPage {
 public:
  void title(std::string_view text);
  void heading(std::string_view text);
  void item(const DigestLine& line);
  /// Rows count from 1; cells of one row follow each other.
  void cell(std::uint32_t row, std::uint32_t column, const DigestLine& line);

  /// Adds the view, in `language`, its spans and attributes. The document has none yet.
  void write(Document& made, const PageNames& names, std::string_view language) const;

 private:
  enum class Kind : std::uint8_t { kTitle, kHeading, kItem, kCell };
  struct Block {
    Kind kind = Kind::kItem;
    std::size_t begin = 0, sentence = 0, end = 0;  ///< sentence: where theirs begins
    std::uint32_t row = 0, column = 0;
    DigestLine line;  ///< without its texts
  };
  void add(Kind kind, const DigestLine& line, std::uint32_t row = 0, std::uint32_t column = 0);
  void write_block(Document& made, const PageNames& names, const Block& block, weft_id view,
                   weft_id parent) const;

  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace weft
