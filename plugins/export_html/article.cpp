// SPDX-License-Identifier: Apache-2.0
/// Title, facts, summary and key figures, with links into the text.
#include "body_writer.hpp"
#include "page.hpp"
#include "weft/exports/xml_text.hpp"

namespace weft {
namespace {

class ArticleWriter {
 public:
  ArticleWriter(const Briefing& briefing, bool alone)
      : briefing_(briefing), alone_(alone), ids_(alone ? "" : link_id(briefing.id) + "/") {}

  std::string write() {
    out_ += "<article";
    if (!alone_) append_attribute(out_, "id", ids_);
    out_ += ">\n<header>\n";
    bool first = true;
    for (const BriefingLine& title : briefing_.titles) {
      line(first ? "h1" : "p", first ? "" : "title", title);
      first = false;
    }
    for (const BriefingLine& deck : briefing_.decks)
      line("p", "deck", deck);
    facts();
    out_ += "</header>\n";
    summary();
    figures();
    text();
    out_ += "</article>\n";
    return std::move(out_);
  }

 private:
  void line(const char* element, const char* kind, const BriefingLine& line) {
    out_ += std::string("<") + element;
    if (*kind != '\0') append_attribute(out_, "class", kind);
    append_attribute(out_, "lang", line.language);
    out_ += ">";
    append_escaped(out_, line.text);
    out_ += std::string("</") + element + ">\n";
  }

  /// A link to where an item stands in the text, or its text alone where it does not.
  void linked(const std::string& text, bool placed, const char* kind, std::size_t number) {
    if (placed) out_ += "<a href=\"#" + ids_ + kind + std::to_string(number) + "\">";
    append_escaped(out_, text);
    if (placed) out_ += "</a>";
  }

  void facts() {
    out_ += "<dl class=\"facts\">\n";
    for (const Fact& fact : briefing_.facts) {
      out_ += "<dt>" + std::string(fact.label) + "</dt><dd>";
      append_escaped(out_, fact.joined());
      out_ += "</dd>\n";
    }
    std::size_t number = 0;
    for (const KeyPhrase& phrase : briefing_.phrases) {
      out_ += number == 0 ? "<dt>Key phrases</dt><dd>" : ", ";
      linked(phrase.text, phrase.placed, "k", ++number);
    }
    if (number > 0) out_ += "</dd>\n";
    for (const std::string& url : briefing_.urls) {
      out_ += "<dt>See</dt><dd>";
      const bool link = url.starts_with("http://") || url.starts_with("https://");
      if (link) {
        out_ += "<a rel=\"noopener noreferrer\"";
        append_attribute(out_, "href", url);
        out_ += ">";
      }
      append_escaped(out_, url);
      out_ += link ? "</a></dd>\n" : "</dd>\n";
    }
    out_ += "<dt>Document</dt><dd>";
    append_escaped(out_, briefing_.id);
    out_ += "</dd>\n</dl>\n";
  }

  void point(const BriefingLine& line, bool placed, const char* kind, std::size_t number) {
    out_ += "<p";
    append_attribute(out_, "lang", line.language);
    out_ += ">";
    linked(line.text, placed, kind, number);
    out_ += "</p>";
  }

  void summary() {
    if (briefing_.summary.empty()) return;
    out_ += "<section>\n<h2>Summary</h2>\n<ol class=\"summary\">\n";
    std::size_t number = 0;
    for (const SummaryPoint& point : briefing_.summary) {
      out_ += "<li>";
      this->point(point.text, point.placed, "s", ++number);
      if (!point.translation.text.empty()) {
        out_ += "\n";
        this->point(point.translation, point.translation_placed, "t", number);
      }
      out_ += "</li>\n";
    }
    out_ += "</ol>\n</section>\n";
  }

  void figures() {
    if (briefing_.figures.empty()) return;
    out_ +=
        "<section>\n<h2>Key figures</h2>\n<div class=\"scroll\"><table class=\"figures\">\n"
        "<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">In the text</th></tr></thead>\n"
        "<tbody>\n";
    std::size_t number = 0;
    for (const KeyFigure& figure : briefing_.figures) {
      out_ += "<tr";
      append_attribute(out_, "lang", figure.clause.language);
      out_ += "><td>";
      linked(figure.text, figure.placed, "f", ++number);
      out_ += "</td><td>";
      append_escaped(out_, figure.clause.text);
      out_ += "</td></tr>\n";
    }
    out_ += "</tbody>\n</table></div>\n</section>\n";
  }

  void text() {
    if (briefing_.body.empty()) return;
    // Folded only where something stands for it: a digest is all text.
    const bool open = alone_ || (briefing_.summary.empty() && briefing_.figures.empty());
    out_ += open ? "<details open>\n" : "<details>\n";
    out_ += "<summary><h2>Text</h2></summary>\n";
    BodyWriter(ids_, !alone_, out_).write(briefing_.body);
    out_ += "</details>\n";
  }

  const Briefing& briefing_;
  bool alone_;
  std::string ids_;
  std::string out_;
};

}  // namespace

std::string article(const Briefing& briefing, bool alone) {
  return ArticleWriter(briefing, alone).write();
}

}  // namespace weft
