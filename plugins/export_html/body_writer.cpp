// SPDX-License-Identifier: Apache-2.0
/// Passages, lists in lists, tables, and marks around evidence.
#include "body_writer.hpp"

#include <algorithm>

#include "page.hpp"
#include "weft/exports/xml_text.hpp"

namespace weft {
namespace {

constexpr int kDeepest = 12;  ///< of lists in lists: browsers give up at some hundred elements

}  // namespace

void BodyWriter::write(const std::vector<Passage>& body) {
  for (const Passage& next : body)
    passage(next);
  list_to(0);
}

/// Closes and opens lists so that an item of that depth can follow.
void BodyWriter::list_to(int depth) {
  for (; lists_ > depth; --lists_)
    out_ += "</li></ul>\n";
  if (lists_ == depth && depth > 0) out_ += "</li>\n";
  while (lists_ < depth) {
    out_ += "<ul>";
    if (++lists_ < depth) out_ += "<li>";
  }
}

void BodyWriter::open(const std::string& element, const BriefingText& text) {
  out_ += "<" + element;
  append_attribute(out_, "lang", text.language);
  out_ += ">";
}

void BodyWriter::passage(const Passage& passage) {
  if (passage.shape == Shape::kListItem) {
    list_to(std::clamp(passage.depth, 1, kDeepest));
    open("li", passage.text);
    runs(passage.text);
    return;
  }
  list_to(0);
  if (passage.shape == Shape::kTable) {
    table(passage);
    return;
  }
  std::string element = "p";
  std::string end = "</p>\n";
  if (passage.shape == Shape::kHeading) {  // below the title and "Text"
    element = "h" + std::to_string(std::clamp(passage.depth + 1, 3, 6));
    end = "</" + element + ">\n";
  } else if (passage.shape == Shape::kQuote) {
    element = "blockquote";
    end = "</blockquote>\n";
  } else if (passage.shape == Shape::kCode) {
    out_ += "<pre>";  // the code element keeps a first line end
    element = "code";
    end = "</code></pre>\n";
  }
  open(element, passage.text);
  runs(passage.text);
  out_ += end;
}

void BodyWriter::table(const Passage& passage) {
  // What scrolls must be reachable by keyboard.
  out_ += "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n";
  for (const auto& row : passage.rows) {
    out_ += "<tr>";
    for (const BriefingText& cell : row) {
      open("td", cell);
      runs(cell);
      out_ += "</td>";
    }
    out_ += "</tr>\n";
  }
  out_ += "</table></div>\n";
}

void BodyWriter::runs(const BriefingText& text) {
  for (const BriefingRun& next : text.runs)
    run(next);
  for (const std::string& evidence : text.evidence)
    source(evidence);
}

/// The document that a line of a digest was read from; the place in it is shown on demand.
void BodyWriter::source(const std::string& evidence) {
  const std::size_t space = std::min(evidence.find(' '), evidence.size());
  const std::string document = evidence.substr(std::min(space + 1, evidence.size()));
  if (document.empty()) return;
  const char* element = linked_ ? "a" : "span";
  out_ += std::string(" <small><") + element + " class=\"source\"";
  if (linked_) append_attribute(out_, "href", "#" + link_id(document) + "/");
  append_attribute(out_, "title", evidence.substr(0, space));
  out_ += " lang=\"\">";
  append_escaped(out_, document);
  out_ += std::string("</") + element + "></small>";
}

/// The id where the item stands first, else nothing.
std::string BodyWriter::id_of(char kind, std::uint32_t number) {
  if (number == 0 || !seen_.insert({kind, number}).second) return {};
  return ids_ + kind + std::to_string(number);
}

void BodyWriter::run(const BriefingRun& run) {
  std::string ends;
  const auto element = [&](const std::string& tag, const std::string& id) {
    out_ += "<" + tag;
    if (!id.empty()) append_attribute(out_, "id", id);
    out_ += ">";
    ends.insert(0, "</" + tag + ">");
  };
  if (run.point != 0) {
    element("mark", id_of('s', run.point));
  } else if (run.translation != 0) {
    element("mark", id_of('t', run.translation));
  }
  // Figures and phrases are no more than places to jump to.
  const std::string figure = id_of('f', run.figure);
  const std::string phrase = id_of('k', run.phrase);
  if (!figure.empty()) element("span", figure);
  if (!phrase.empty()) element("span", phrase);
  if (!run.language.empty()) {
    out_ += "<span";
    append_attribute(out_, "lang", run.language);
    out_ += ">";
    ends.insert(0, "</span>");
  }
  append_escaped(out_, run.text);
  out_ += ends;
}

}  // namespace weft
