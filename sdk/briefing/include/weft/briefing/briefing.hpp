// SPDX-License-Identifier: Apache-2.0
/// What a person wants to read of a document, in reading order and without any markup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// Part of a text. Its numbers say what it is the place of: 1 is the first item of that list of the
/// briefing, 0 none. Several runs of a text may have the same number.
struct BriefingRun {
  std::string text;
  std::uint32_t point = 0;        ///< of Briefing::summary: this is the evidence
  std::uint32_t translation = 0;  ///< of Briefing::summary: this is the translation of it
  std::uint32_t figure = 0;       ///< of Briefing::figures
  std::uint32_t phrase = 0;       ///< of Briefing::phrases
  std::string language = {};      ///< where it is another than that of the text
};

/// One line (but for code) of valid UTF-8, fit for XML (clean_for_xml), not escaped.
struct BriefingText {
  std::string language;  ///< BCP 47; empty where it is not known or "mul"
  std::vector<BriefingRun> runs;
  /// Of a digest's blocks: where it was read from, "source:120-245 news/a.txt" (a place, a space,
  /// the id of a document); one line each.
  std::vector<std::string> evidence = {};

  /// All runs joined.
  [[nodiscard]] std::string plain() const;
};

enum class Shape : std::uint8_t { kParagraph, kHeading, kListItem, kQuote, kTable, kCode };

/// One block of the body, or a table of them.
struct Passage {
  Shape shape = Shape::kParagraph;
  int depth = 1;      ///< level of a heading (1..6), nesting of a list item (from 1)
  BriefingText text;  ///< empty for a table
  /// Of a table, cells in their columns; one row where the document does not say rows.
  std::vector<std::vector<BriefingText>> rows;
};

/// A line by itself, as in BriefingText, and its language.
struct BriefingLine {
  std::string text;
  std::string language;
};

/// A picked sentence (or several that are one bead), and its translation in an aligned document.
struct SummaryPoint {
  BriefingLine text;
  BriefingLine translation;         ///< empty text: there is none
  bool placed = false;              ///< some run of the body has its number
  bool translation_placed = false;  ///< the same of the translation
};

struct KeyPhrase {
  std::string text;
  bool placed = false;
};

struct KeyFigure {
  std::string text;       ///< the number with its unit, as it is written; empty where unknown
  std::string canonical;  ///< "~USD 6000000"; empty where unknown
  BriefingLine clause;    ///< what is said with it
  bool placed = false;
};

/// One kind of metadata.
struct Fact {
  std::string_view key;             ///< WEFT_KEY_...: static storage
  std::string_view label;           ///< "Author"
  std::vector<std::string> values;  ///< one line each, none twice

  /// The values with ", " between them.
  [[nodiscard]] std::string joined() const;
};

struct Briefing {
  std::string id;                     ///< of the document, one line
  std::string language;               ///< of the first title, else of the first text; may be empty
  std::vector<BriefingLine> titles;   ///< at least one: a headline or the id where there is none
  std::vector<BriefingLine> decks;    ///< standfirsts
  std::vector<Fact> facts;            ///< author, dates, publisher, ... in a fixed order
  std::vector<std::string> urls;      ///< of the document, first its own, then of its original
  std::vector<SummaryPoint> summary;  ///< in the order of the summary
  std::vector<KeyPhrase> phrases;     ///< best first
  std::vector<KeyFigure> figures;     ///< best first
  std::vector<Passage> body;          ///< without captions, biographies and boilerplate

  /// The values of a fact, or none.
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const;
};

struct BriefingNames;

/// Reads documents. Interns names, so it is made in a stage's constructor; then for any thread.
class BriefingReader {
 public:
  BriefingReader();
  ~BriefingReader();
  BriefingReader(const BriefingReader&) = delete;
  BriefingReader& operator=(const BriefingReader&) = delete;

  /// What the document holds; what earlier stages did not give is empty. A bilingual document reads
  /// as it stood, paragraph by paragraph; in one made of two files the paragraphs of the second
  /// stand behind those they translate (links `parallel` and `bead`). Text repaired by
  /// transform_clean is read as repaired. `with_body` false leaves the body out, and then nothing
  /// is placed. Counts `characters-replaced`, in all that is shown. Near linear in the document;
  /// throws nothing but std::bad_alloc.
  [[nodiscard]] Briefing read(const Document& document, bool with_body = true) const;

 private:
  std::unique_ptr<BriefingNames> names_;
};

}  // namespace weft
