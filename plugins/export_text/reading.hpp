// SPDX-License-Identifier: Apache-2.0
/// What a person wants to read of a document, in reading order and without any markup.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "weft/document.hpp"

namespace weft {

enum class Shape : std::uint8_t { kParagraph, kHeading, kListItem, kQuote, kCells, kCode };

/// One block of the body. Text is one line (but for code), clean of control characters.
struct Passage {
  Shape shape = Shape::kParagraph;
  int depth = 1;  ///< level of a heading (1..6), nesting of a list item (from 1)
  std::string text;
};

/// A picked sentence and, in an aligned document, its translation.
struct SummaryLine {
  std::string text;
  std::string translation;
};

struct Reading {
  std::vector<std::string> titles;  ///< at least one; the document's id where it has none
  std::vector<std::string> decks;
  std::vector<std::pair<std::string, std::string>> facts;  ///< label, value: "Author", "Ada Pier"
  std::vector<std::string> urls;                           ///< of the document, first its own
  std::vector<SummaryLine> summary;
  std::vector<Passage> body;
};

/// Reads documents. Names are interned once.
class Reader {
 public:
  Reader();
  [[nodiscard]] Reading read(const Document& document) const;

 private:
  enum class Role : std::uint8_t { kTitle, kDeck, kBlock, kSentence };
  struct Type {
    Role role = Role::kBlock;
    Shape shape = Shape::kParagraph;
  };

  [[nodiscard]] const Type* type_of(const weft_span& span) const;
  [[nodiscard]] std::vector<weft_span> blocks(const Document& document) const;
  void interleave(const Document& document, std::vector<weft_span>& blocks) const;
  [[nodiscard]] Passage passage(const Document& document, const weft_span& span) const;
  void read_facts(const Document& document, Reading& out) const;
  void read_summary(const Document& document, Reading& out) const;
  static void add_bead(const Document& document, const weft_link& summary, const weft_link& bead,
                       const weft_span& sentence, std::unordered_set<weft_id>& shown,
                       SummaryLine& line);

  std::unordered_map<weft_id, Type> types_;
  std::vector<std::pair<weft_id, const char*>> facts_;
  std::vector<weft_id> urls_;
  weft_id level_ = name(WEFT_KEY_LEVEL);
  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id deck_ = name(WEFT_KEY_DECK);
  weft_id headline_ = name(WEFT_KEY_HEADLINE);
  weft_id list_ = name(WEFT_SPAN_LIST);
  weft_id quote_ = name(WEFT_SPAN_QUOTE);
  weft_id summary_ = name(WEFT_LINK_SUMMARY);
  weft_id bead_ = name(WEFT_LINK_BEAD);
  weft_id parallel_ = name(WEFT_LINK_PARALLEL);
};

}  // namespace weft
