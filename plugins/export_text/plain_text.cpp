// SPDX-License-Identifier: Apache-2.0
/// Layout for a terminal.
#include <algorithm>

#include "layout.hpp"

namespace weft {
namespace {

/// The text and a line of marks as long as its longest line.
std::string underlined(const Wrapper& wrapper, const std::string& text, char mark) {
  const std::string lines = wrapper.wrap(text, "", "");
  std::size_t longest = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    longest = std::max(longest, columns_of(std::string_view(lines).substr(at, end - at)));
    at = end + 1;
  }
  return lines + std::string(longest, mark) + "\n";
}

std::string indented(const std::string& text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out + "\n";
}

/// A row a line.
std::string table(const Wrapper& wrapper, const Passage& passage) {
  std::string out;
  for (const auto& row : passage.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += (i == 0 ? "" : " | ") + row[i].plain();
    out += wrapper.wrap(line, "", "  ");
  }
  return out;
}

std::string laid_out(const Wrapper& wrapper, const Passage& passage) {
  const std::string text = passage.text.plain();
  switch (passage.shape) {
    case Shape::kHeading:
      return underlined(wrapper, text, '-');
    case Shape::kListItem: {
      const std::string indent(static_cast<std::size_t>(passage.depth) * 2, ' ');
      return wrapper.wrap(text, indent + "- ", indent + "  ");
    }
    case Shape::kQuote:
      return wrapper.wrap(text, "    ", "    ");
    case Shape::kCode:
      return indented(text);
    case Shape::kTable:
      return table(wrapper, passage);
    case Shape::kParagraph:
      break;
  }
  return wrapper.wrap(text, "", "");
}

void add_fact(std::string_view label, const std::string& value, std::string& out) {
  out += label;
  out += ":" + std::string(12 - std::min<std::size_t>(label.size(), 11), ' ') + value + "\n";
}

void add_facts(const Briefing& briefing, std::string& out) {
  if (!briefing.facts.empty() || !briefing.urls.empty() || !briefing.phrases.empty()) out += "\n";
  for (const Fact& fact : briefing.facts)
    add_fact(fact.label, fact.joined(), out);
  std::string phrases;
  for (const KeyPhrase& phrase : briefing.phrases)
    phrases += (phrases.empty() ? "" : ", ") + phrase.text;
  if (!phrases.empty()) add_fact("Key phrases", phrases, out);
  for (const std::string& url : briefing.urls)
    add_fact("See", url, out);
}

void add_summary(const Wrapper& wrapper, const Briefing& briefing, std::string& out) {
  if (!briefing.summary.empty()) out += "\n" + underlined(wrapper, "Summary", '-') + "\n";
  for (const SummaryPoint& point : briefing.summary) {
    out += wrapper.wrap(point.text.text, "  - ", "    ");
    if (!point.translation.text.empty())
      out += wrapper.wrap(point.translation.text, "    ", "    ");
  }
  if (!briefing.figures.empty()) out += "\n" + underlined(wrapper, "Key figures", '-') + "\n";
  for (const KeyFigure& figure : briefing.figures)
    out += wrapper.wrap(figure.clause.text, "  - ", "    ");
}

}  // namespace

std::string plain_text(const Briefing& briefing, const Wrapper& wrapper) {
  std::string out;
  for (const BriefingLine& title : briefing.titles)
    out += out.empty() ? underlined(wrapper, title.text, '=') : wrapper.wrap(title.text, "", "");
  for (const BriefingLine& deck : briefing.decks)
    out += "\n" + wrapper.wrap(deck.text, "", "");
  add_facts(briefing, out);
  add_summary(wrapper, briefing, out);
  const bool parts = !briefing.summary.empty() || !briefing.figures.empty();
  if (parts && !briefing.body.empty()) out += "\n" + underlined(wrapper, "Text", '-');
  Shape before = Shape::kParagraph;
  for (const Passage& next : briefing.body) {
    const bool same_list = before == Shape::kListItem && next.shape == Shape::kListItem;
    out += (same_list ? "" : "\n") + laid_out(wrapper, next);
    before = next.shape;
  }
  return out;
}

}  // namespace weft
