// SPDX-License-Identifier: Apache-2.0
/// CommonMark layout and the escapes it needs.
#include <algorithm>
#include <cctype>

#include "layout.hpp"

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

std::string passage(const Passage& passage) {
  switch (passage.shape) {
    case Shape::kHeading:  // the title is above all headings, "Text" above those of the body
      return std::string(static_cast<std::size_t>(std::clamp(passage.depth + 1, 3, 6)), '#') + " " +
             escape_markdown(passage.text) + "\n";
    case Shape::kListItem:
      return std::string(static_cast<std::size_t>(passage.depth - 1) * 2, ' ') + "- " +
             escape_markdown(passage.text) + "\n";
    case Shape::kQuote:
      return "> " + escape_markdown(passage.text) + "\n";
    case Shape::kCode:
      return code(passage.text);
    case Shape::kCells:
    case Shape::kParagraph:
      break;
  }
  return escape_markdown(passage.text) + "\n";
}

void add_summary(const Reading& reading, std::string& out) {
  if (reading.summary.empty()) return;
  out += "\n## Summary\n\n";
  for (const SummaryLine& line : reading.summary) {
    out += "- " + escape_markdown(line.text) + "\n";
    if (!line.translation.empty()) out += "\n  " + escape_markdown(line.translation) + "\n";
  }
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  const std::size_t begin = special_begin(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == begin || is_special(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

std::string markdown(const Reading& reading) {
  std::string out;
  for (const std::string& title : reading.titles) {
    const std::string text = escape_markdown(title);
    out += out.empty() ? "# " + text + "\n" : "\n**" + text + "**\n";
  }
  for (const std::string& deck : reading.decks)
    out += "\n*" + escape_markdown(deck) + "*\n";
  if (!reading.facts.empty() || !reading.urls.empty()) out += "\n";
  for (const auto& [label, value] : reading.facts)
    out += "- " + label + ": " + escape_markdown(value) + "\n";
  for (const std::string& url : reading.urls)
    out += "- " + link(url) + "\n";
  add_summary(reading, out);
  if (!reading.summary.empty() && !reading.body.empty()) out += "\n## Text\n";
  Shape before = Shape::kParagraph;
  for (const Passage& next : reading.body) {
    const bool same_list = before == Shape::kListItem && next.shape == Shape::kListItem;
    out += (same_list ? "" : "\n") + passage(next);
    before = next.shape;
  }
  return out;
}

}  // namespace weft
