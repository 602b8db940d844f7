// SPDX-License-Identifier: Apache-2.0
/// Titles, facts, summary and key figures.
#include "word_body.hpp"

#include "web_address.hpp"
#include "weft/exports/xml_text.hpp"
#include "word_markup.hpp"

namespace weft {
namespace {

BriefingText of_line(const BriefingLine& line) {
  BriefingText out{line.language, {}};
  out.runs.emplace_back().text = line.text;
  return out;
}

}  // namespace

void WordBody::add(const Briefing& briefing) {
  ++briefings_;
  marked_.clear();
  titles_.push_back(briefing.titles.front());
  heading(alone_ ? 0 : 1, briefing.titles.front());
  for (std::size_t i = 1; i < briefing.titles.size(); ++i)
    line("Subtitle", briefing.titles[i]);
  for (const BriefingLine& deck : briefing.decks)
    line("Deck", deck);
  facts(briefing);
  summary(briefing);
  figures(briefing);
  const bool parts = !briefing.summary.empty() || !briefing.figures.empty();
  if (parts && !briefing.body.empty()) heading(alone_ ? 1 : 2, {"Text", "en"});
  body(briefing.body);
}

void WordBody::mark() {
  marked_at_ = {briefings_, bookmarks_, titles_.size(), links_.size(), out_.size()};
}

void WordBody::undo() {
  briefings_ = marked_at_.briefings;
  bookmarks_ = marked_at_.bookmarks;
  titles_.erase(titles_.begin() + static_cast<std::ptrdiff_t>(marked_at_.titles), titles_.end());
  links_.erase(links_.begin() + static_cast<std::ptrdiff_t>(marked_at_.links), links_.end());
  out_.resize(marked_at_.bytes);
}

/// Level 0 is the document's own title. A briefing among several begins on a new page, and can be
/// jumped to.
void WordBody::heading(int level, const BriefingLine& line) {
  const bool begins = level == 1 && !alone_;
  out_ += "<w:p><w:pPr><w:pStyle w:val=\"";
  out_ += level == 0 ? std::string("Title") : "Heading" + std::to_string(level);
  out_ += "\"/>";
  if (begins) out_ += "<w:pageBreakBefore/>";
  out_ += bidi_of(line.language) + "</w:pPr>";
  const std::uint32_t id = begins ? bookmark('d', briefings_) : 0;
  runs_.append(out_, line.text, line.language);
  if (id != 0) out_ += bookmark_end(id);
  out_ += "</w:p>\n";
}

void WordBody::line(std::string_view style, const BriefingLine& line) {
  out_ += paragraph_start(style, bidi_of(line.language));
  runs_.append(out_, line.text, line.language);
  out_ += "</w:p>\n";
}

void WordBody::facts(const Briefing& briefing) {
  const auto row = [this](std::string_view label, const auto& write_value) {
    out_ += "<w:tr>" + cell_start(2000) + paragraph_start("Label");
    runs_.append(out_, label, "en");
    out_ += "</w:p></w:tc>" + cell_start(7000) + paragraph_start("Cell");
    write_value();
    out_ += "</w:p></w:tc></w:tr>\n";
  };
  out_ += table_start("FactTable", {2000, 7000});
  for (const Fact& fact : briefing.facts)
    row(fact.label, [&] { runs_.append(out_, fact.joined(), {}); });
  if (!briefing.phrases.empty()) {
    row("Key phrases", [&] {
      std::size_t number = 0;
      for (const KeyPhrase& phrase : briefing.phrases) {
        if (number > 0) runs_.append(out_, ", ", {});
        linked(phrase.text, briefing.language, phrase.placed, 'k', ++number);
      }
    });
  }
  for (const std::string& url : briefing.urls)
    row("See", [&] { url_cell(url); });
  row("Document", [&] { runs_.append(out_, briefing.id, {}); });
  out_ += table_end();
}

void WordBody::url_cell(const std::string& url) {
  const std::string address = web_address(url);
  if (!address.empty()) {
    links_.push_back(address);
    out_ += "<w:hyperlink r:id=\"l" + std::to_string(links_.size()) + "\" w:history=\"1\">";
  }
  runs_.append(out_, url, {}, address.empty() ? "" : "Hyperlink");
  if (!address.empty()) out_ += "</w:hyperlink>";
}

void WordBody::summary(const Briefing& briefing) {
  if (briefing.summary.empty()) return;
  heading(alone_ ? 1 : 2, {"Summary", "en"});
  // Each briefing counts its points from 1: a numbering of its own.
  const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" +
                               std::to_string(briefings_ + 1) + "\"/></w:numPr>";
  std::size_t number = 0;
  for (const SummaryPoint& point : briefing.summary) {
    out_ += paragraph_start("SummaryPoint", numbered + bidi_of(point.text.language));
    linked(point.text.text, point.text.language, point.placed, 's', ++number);
    out_ += "</w:p>\n";
    if (point.translation.text.empty()) continue;
    out_ += paragraph_start("Translation", bidi_of(point.translation.language));
    linked(point.translation.text, point.translation.language, point.translation_placed, 't',
           number);
    out_ += "</w:p>\n";
  }
}

void WordBody::figures(const Briefing& briefing) {
  if (briefing.figures.empty()) return;
  heading(alone_ ? 1 : 2, {"Key figures", "en"});
  out_ += table_start("GridTable", {2400, 6600}) + "<w:tr><w:trPr><w:tblHeader/></w:trPr>";
  cell("CellHead", 2400, of_line({"Figure", "en"}));
  cell("CellHead", 6600, of_line({"In the text", "en"}));
  out_ += "</w:tr>\n";
  std::size_t number = 0;
  for (const KeyFigure& figure : briefing.figures) {
    out_ += "<w:tr>" + cell_start(2400) + paragraph_start("Cell");
    linked(figure.text, figure.clause.language, figure.placed, 'f', ++number);
    out_ += "</w:p></w:tc>";
    cell("Cell", 6600, of_line(figure.clause));
    out_ += "</w:tr>\n";
  }
  out_ += table_end();
}

void WordBody::linked(const std::string& text, const std::string& language, bool placed, char kind,
                      std::size_t number) {
  if (placed) out_ += "<w:hyperlink w:anchor=\"" + anchor(kind, number) + "\" w:history=\"1\">";
  runs_.append(out_, text, language, placed ? "PlaceLink" : "");
  if (placed) out_ += "</w:hyperlink>";
}

std::string WordBody::xml(std::string_view title, std::string_view colophon) const {
  std::string out;
  if (!alone_) {
    out += paragraph_start("Title");
    runs_.append(out, title, {});
    out += "</w:p>\n";
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      out += paragraph_start("Contents", bidi_of(titles_[i].language));
      out += "<w:hyperlink w:anchor=\"b" + std::to_string(i + 1) + "d" + std::to_string(i + 1) +
             "\" w:history=\"1\">";
      runs_.append(out, titles_[i].text, titles_[i].language, "PlaceLink");
      out += "</w:hyperlink></w:p>\n";
    }
  }
  out += out_;
  out += paragraph_start("Colophon");
  runs_.append(out, colophon, "en");
  return out + "</w:p>\n";
}

}  // namespace weft
