// SPDX-License-Identifier: Apache-2.0
/// The text of a briefing: paragraphs, lists, tables, and bookmarks where evidence stands.
#include <algorithm>
#include <array>

#include "word_body.hpp"
#include "word_markup.hpp"

namespace weft {
namespace {

constexpr int kTableWidth = 9000;         ///< twentieths of a point, of the text on an A4 page
constexpr std::size_t kMostColumns = 63;  ///< that Word takes

}  // namespace

void WordBody::body(const std::vector<Passage>& body) {
  for (const Passage& next : body)
    passage(next);
}

void WordBody::passage(const Passage& passage) {
  const std::string bidi = bidi_of(passage.text.language);
  switch (passage.shape) {
    case Shape::kHeading: {  // below "Text"
      const int level = std::clamp(passage.depth + (alone_ ? 0 : 1), alone_ ? 2 : 3, 6);
      paragraph(paragraph_start("Heading" + std::to_string(level), bidi), passage.text);
      return;
    }
    case Shape::kListItem: {
      const std::string level = std::to_string(std::clamp(passage.depth, 1, 9) - 1);
      const std::string bullet =
          "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr>";
      paragraph(paragraph_start("ListParagraph", bullet + bidi), passage.text);
      return;
    }
    case Shape::kQuote:
      paragraph(paragraph_start("Quote", bidi), passage.text);
      return;
    case Shape::kCode:
      paragraph(paragraph_start("Code"), passage.text);
      return;
    case Shape::kTable:
      table(passage);
      return;
    case Shape::kParagraph:
      break;
  }
  paragraph(paragraph_start("", bidi), passage.text);
}

void WordBody::paragraph(std::string_view properties, const BriefingText& text) {
  out_ += properties;
  for (const BriefingRun& next : text.runs)
    run(next, text.language);
  out_ += "</w:p>\n";
}

void WordBody::table(const Passage& passage) {
  std::size_t columns = 1;
  for (const auto& row : passage.rows)
    columns = std::max(columns, row.size());
  columns = std::min(columns, kMostColumns);
  const int width = kTableWidth / static_cast<int>(columns);
  out_ += table_start("GridTable", std::vector<int>(columns, width));
  for (const auto& row : passage.rows) {
    // A row longer than Word takes goes on in the next.
    for (std::size_t begin = 0; begin == 0 || begin < row.size(); begin += columns) {
      out_ += "<w:tr>";
      for (std::size_t i = begin; i < begin + columns; ++i)
        cell("Cell", width, i < row.size() ? row[i] : BriefingText{});
      out_ += "</w:tr>\n";
    }
  }
  out_ += table_end();
}

void WordBody::cell(std::string_view style, int width, const BriefingText& text) {
  out_ += cell_start(width);
  paragraph(paragraph_start(style, bidi_of(text.language)), text);
  out_ += "</w:tc>";
}

std::string WordBody::anchor(char kind, std::size_t number) const {
  return "b" + std::to_string(briefings_) + kind + std::to_string(number);
}

std::uint32_t WordBody::bookmark(char kind, std::uint32_t number) {
  if (number == 0 || !marked_.emplace(std::pair(kind, number), bookmarks_ + 1).second) return 0;
  ++bookmarks_;
  out_ += "<w:bookmarkStart w:id=\"" + std::to_string(bookmarks_) + "\" w:name=\"" +
          anchor(kind, number) + "\"/>";
  return bookmarks_;
}

void WordBody::run(const BriefingRun& run, std::string_view language) {
  const std::array<std::uint32_t, 4> marks{bookmark('s', run.point), bookmark('t', run.translation),
                                           bookmark('f', run.figure), bookmark('k', run.phrase)};
  runs_.append(out_, run.text, run.language.empty() ? language : run.language,
               run.point != 0 || run.translation != 0 ? "Evidence" : "");
  for (const std::uint32_t id : marks)
    out_ += id == 0 ? "" : bookmark_end(id);
}

}  // namespace weft
