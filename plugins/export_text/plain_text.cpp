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

std::string passage(const Wrapper& wrapper, const Passage& passage) {
  switch (passage.shape) {
    case Shape::kHeading:
      return underlined(wrapper, passage.text, '-');
    case Shape::kListItem: {
      const std::string indent(static_cast<std::size_t>(passage.depth) * 2, ' ');
      return wrapper.wrap(passage.text, indent + "- ", indent + "  ");
    }
    case Shape::kQuote:
      return wrapper.wrap(passage.text, "    ", "    ");
    case Shape::kCode:
      return indented(passage.text);
    case Shape::kCells:
    case Shape::kParagraph:
      break;
  }
  return wrapper.wrap(passage.text, "", "");
}

void add_facts(const Reading& reading, std::string& out) {
  if (!reading.facts.empty() || !reading.urls.empty()) out += "\n";
  for (const auto& [label, value] : reading.facts)
    out +=
        label + ":" + std::string(12 - std::min<std::size_t>(label.size(), 11), ' ') + value + "\n";
  for (const std::string& url : reading.urls)
    out += "See:         " + url + "\n";
}

}  // namespace

std::string plain_text(const Reading& reading, const Wrapper& wrapper) {
  std::string out;
  for (const std::string& title : reading.titles)
    out += out.empty() ? underlined(wrapper, title, '=') : wrapper.wrap(title, "", "");
  for (const std::string& deck : reading.decks)
    out += "\n" + wrapper.wrap(deck, "", "");
  add_facts(reading, out);
  if (!reading.summary.empty()) out += "\n" + underlined(wrapper, "Summary", '-') + "\n";
  for (const SummaryLine& line : reading.summary) {
    out += wrapper.wrap(line.text, "  - ", "    ");
    if (!line.translation.empty()) out += wrapper.wrap(line.translation, "    ", "    ");
  }
  if (!reading.summary.empty() && !reading.body.empty())
    out += "\n" + underlined(wrapper, "Text", '-');
  Shape before = Shape::kParagraph;
  for (const Passage& next : reading.body) {
    const bool same_list = before == Shape::kListItem && next.shape == Shape::kListItem;
    out += (same_list ? "" : "\n") + passage(wrapper, next);
    before = next.shape;
  }
  return out;
}

}  // namespace weft
