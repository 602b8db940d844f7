// SPDX-License-Identifier: Apache-2.0
/// Layout and the escapes it needs.
#include <algorithm>
#include <cctype>

#include "markdown.hpp"

namespace weft {
namespace {

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// True when the text behind an ampersand makes it an entity: "lt;", "#8212;".
bool is_entity(std::string_view text) {
  const std::size_t end = text.substr(0, 33).find(';');
  if (end == std::string_view::npos || end == 0) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return c == '#' || std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
}

/// Marks that mean something wherever they stand.
bool is_special(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '_') {  // inside a word it is no emphasis, so that names stay readable
    return i == 0 || i + 1 == text.size() || !is_word(text[i - 1]) || !is_word(text[i + 1]);
  }
  if (c == '&') return is_entity(text.substr(i + 1));
  if (c == '~') return (i + 1 < text.size() && text[i + 1] == '~') || (i > 0 && text[i - 1] == '~');
  return std::string_view("\\`*[]<").find(c) != std::string_view::npos;
}

/// Where a line's beginning must be escaped to be no heading, list, quote or rule; npos: nowhere.
std::size_t special_begin(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("#+-=>~|").find(text[0]) != std::string_view::npos) return 0;
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0)
    ++digits;
  const bool numbered = digits > 0 && digits < text.size() &&
                        (text[digits] == '.' || text[digits] == ')') &&
                        (digits + 1 == text.size() || text[digits + 1] == ' ');
  return numbered ? digits : std::string_view::npos;
}

/// As <link> where it is a plain URL, else as text.
std::string link(const std::string& url) {
  const bool plain = (url.starts_with("http://") || url.starts_with("https://")) &&
                     url.find_first_of(" <>") == std::string::npos;
  return plain ? "<" + url + ">" : escape_markdown(url);
}

std::string code(const std::string& text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max<std::size_t>(3, longest + 1), '`');
  return fence + "\n" + text + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string cell(const std::string& text) {
  return " " + escape_markdown(text, true) + " |";
}

/// With the first row as head, since Markdown has no tables without; a single row is a line.
std::string table(const Passage& passage) {
  std::size_t columns = 0;
  for (const auto& row : passage.rows)
    columns = std::max(columns, row.size());
  std::string out;
  if (passage.rows.size() == 1) {
    for (const BriefingText& text : passage.rows.front())
      out += (out.empty() ? "" : " | ") + text.plain();
    return escape_markdown(out) + "\n";
  }
  for (const auto& row : passage.rows) {
    const bool first = out.empty();
    out += "|";
    for (std::size_t i = 0; i < columns; ++i)
      out += cell(i < row.size() ? row[i].plain() : std::string());
    out += "\n";
    if (!first) continue;
    out += "|";
    for (std::size_t i = 0; i < columns; ++i)
      out += " --- |";
    out += "\n";
  }
  return out;
}

/// "#" at the end of a heading would be taken for its closing mark.
std::string heading_text(std::string_view text) {
  std::string out = escape_markdown(text);
  const std::size_t last = out.find_last_not_of('#');
  if (last != std::string::npos && last + 1 < out.size() && out[last] == ' ')
    out.insert(last + 1, "\\");
  return out;
}

std::string laid_out(const Passage& passage) {
  const std::string text = passage.text.plain();
  switch (passage.shape) {
    case Shape::kHeading:  // the title is above all headings, "Text" above those of the body
      return std::string(static_cast<std::size_t>(std::clamp(passage.depth + 1, 3, 6)), '#') + " " +
             heading_text(text) + "\n";
    case Shape::kListItem:
      return std::string(static_cast<std::size_t>(passage.depth - 1) * 2, ' ') + "- " +
             escape_markdown(text) + "\n";
    case Shape::kQuote:
      return "> " + escape_markdown(text) + "\n";
    case Shape::kCode:
      return code(text);
    case Shape::kTable:
      return table(passage);
    case Shape::kParagraph:
      break;
  }
  return escape_markdown(text) + "\n";
}

void add_facts(const Briefing& briefing, std::string& out) {
  if (!briefing.facts.empty() || !briefing.urls.empty() || !briefing.phrases.empty()) out += "\n";
  for (const Fact& fact : briefing.facts)
    out += "- " + std::string(fact.label) + ": " + escape_markdown(fact.joined()) + "\n";
  std::string phrases;
  for (const KeyPhrase& phrase : briefing.phrases)
    phrases += (phrases.empty() ? "" : ", ") + phrase.text;
  if (!phrases.empty()) out += "- Key phrases: " + escape_markdown(phrases) + "\n";
  for (const std::string& url : briefing.urls)
    out += "- " + link(url) + "\n";
}

void add_summary(const Briefing& briefing, std::string& out) {
  if (!briefing.summary.empty()) out += "\n## Summary\n\n";
  for (const SummaryPoint& point : briefing.summary) {
    out += "- " + escape_markdown(point.text.text) + "\n";
    if (!point.translation.text.empty())
      out += "\n  " + escape_markdown(point.translation.text) + "\n";
  }
  if (briefing.figures.empty()) return;
  out += "\n## Key figures\n\n| Figure | In the text |\n| --- | --- |\n";
  for (const KeyFigure& figure : briefing.figures)
    out += "|" + cell(figure.text) + cell(figure.clause.text) + "\n";
}

}  // namespace

std::string escape_markdown(std::string_view text, bool in_cell) {
  std::string out;
  const std::size_t begin = special_begin(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == begin || is_special(text, i) || (in_cell && text[i] == '|')) out += '\\';
    out += text[i];
  }
  return out;
}

std::string markdown(const Briefing& briefing) {
  std::string out;
  for (const BriefingLine& title : briefing.titles) {
    const std::string text = out.empty() ? heading_text(title.text) : escape_markdown(title.text);
    out += out.empty() ? "# " + text + "\n" : "\n**" + text + "**\n";
  }
  for (const BriefingLine& deck : briefing.decks)
    out += "\n*" + escape_markdown(deck.text) + "*\n";
  add_facts(briefing, out);
  add_summary(briefing, out);
  const bool parts = !briefing.summary.empty() || !briefing.figures.empty();
  if (parts && !briefing.body.empty()) out += "\n## Text\n";
  Shape before = Shape::kParagraph;
  for (const Passage& next : briefing.body) {
    const bool same_list = before == Shape::kListItem && next.shape == Shape::kListItem;
    out += (same_list ? "" : "\n") + laid_out(next);
    before = next.shape;
  }
  return out;
}

}  // namespace weft
