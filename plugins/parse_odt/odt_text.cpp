// SPDX-License-Identifier: Apache-2.0
/// The elements of OpenDocument text.
#include "odt_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace weft {
namespace {

int number(std::string_view text, int otherwise) {
  int out = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

/// Comments, deleted text, readings, marks of notes, titles of pictures, what an index is made by.
bool is_skipped(std::string_view name) {
  constexpr std::array<std::string_view, 14> kSkipped = {"office:annotation",
                                                         "office:forms",
                                                         "office:scripts",
                                                         "text:tracked-changes",
                                                         "text:ruby-text",
                                                         "text:note-citation",
                                                         "text:script",
                                                         "svg:title",
                                                         "svg:desc",
                                                         "draw:object",
                                                         "office:event-listeners",
                                                         "office:change-info",
                                                         "table:covered-table-cell",
                                                         "draw:plugin"};
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end() ||
         (name.starts_with("text:") && name.ends_with("-source"));
}

std::string_view reason_of_index(std::string_view name) {
  if (name == "text:alphabetical-index") return "index";
  constexpr std::array<std::string_view, 5> kContents = {
      "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
      "text:user-index"};
  return std::find(kContents.begin(), kContents.end(), name) != kContents.end()
             ? std::string_view("contents")
             : std::string_view();
}

std::string_view reason_of_page(std::string_view name) {
  if (name.starts_with("style:header") && name.find("style", 6) == std::string_view::npos)
    return "page-header";
  if (name.starts_with("style:footer") && name.find("style", 6) == std::string_view::npos)
    return "page-footer";
  return {};
}

}  // namespace

bool OdtText::open(const XmlElement& element) {
  const std::string_view name = element.name();
  if (!inside_) {
    const std::string_view reason = pages_ ? reason_of_page(name) : std::string_view();
    inside_ = pages_ ? !reason.empty() : name == "office:text";
    if (!reason.empty()) {
      if (element.attribute("style:display") == "false") inside_ = false;
      forced_ = {.type = WEFT_SPAN_BOILERPLATE, .reason = reason};
      return inside_;
    }
    return true;
  }
  if (is_skipped(name)) return false;
  return name == "text:span" || !paragraphs_.empty() ? open_inline(name, element)
                                                     : open_structure(name, element);
}

bool OdtText::open_structure(std::string_view name, const XmlElement& element) {
  if (name == "text:p" || name == "text:h") {
    open_paragraph(element, name == "text:h");
  } else if (name == "text:list") {
    ++contexts_.back().lists;
  } else if (name == "table:table") {
    leave_lists();
    builder_.open_table();
  } else if (name == "table:table-row") {
    builder_.open_row();
  } else if (name == "table:table-cell") {
    builder_.open_cell();
    open_context(contexts_.back().is_note);
  } else if (name == "text:section") {
    return element.attribute("text:display") != "none";
  } else if (name == "draw:text-box") {
    builder_.open_side();
    open_context(contexts_.back().is_note);
  } else if (const std::string_view reason = reason_of_index(name); !reason.empty()) {
    forced_ = {.type = WEFT_SPAN_BOILERPLATE, .reason = reason};
  }
  return true;
}

bool OdtText::open_inline(std::string_view name, const XmlElement& element) {
  if (name == "text:span") {
    const OdtStyle& style = styles_.find("\t" + std::string(element.attribute("text:style-name")));
    spans_.push_back(&style);
    hidden_spans_ += style.hidden ? 1U : 0U;
  } else if (name == "text:s") {
    constexpr int kMost = 1000;
    put(std::string(
        static_cast<std::size_t>(std::clamp(number(element.attribute("text:c"), 1), 1, kMost)),
        ' '));
  } else if (name == "text:tab") {
    put("\t");
  } else if (name == "text:line-break") {
    if (!is_hidden()) builder_.line_break();
    after_break_ = true;
    return true;
  } else if (name == "text:note") {
    builder_.open_side();
    open_context(true);
  } else if (name == "text:hidden-text") {
    return element.attribute("text:is-hidden") != "true";
  } else if (name == "text:hidden-paragraph") {
    if (element.attribute("text:is-hidden") == "true") paragraphs_.back().dropped = true;
  } else {
    return open_structure(name, element);
  }
  return true;
}

void OdtText::open_paragraph(const XmlElement& element, bool heading) {
  Paragraph paragraph;
  paragraph.style = &styles_.find(element.attribute("text:style-name"));
  if (heading)
    paragraph.kind = {
        .type = WEFT_SPAN_HEADING,
        .level = std::clamp(number(element.attribute("text:outline-level"), 1), 1, 6)};
  paragraph.beside = contexts_.back().paragraphs++ > 0;
  if (paragraph.beside) builder_.open_side();
  paragraph.mark = builder_.done().size();
  paragraphs_.push_back(std::move(paragraph));
}

void OdtText::close(std::string_view name) {
  if (!inside_) return;
  if (name == "office:text" || (pages_ && !reason_of_page(name).empty())) {
    inside_ = false;
  } else if (name == "text:p" || name == "text:h") {
    close_paragraph();
  } else if (name == "text:span") {
    if (spans_.empty()) return;
    hidden_spans_ -= spans_.back()->hidden ? 1U : 0U;
    spans_.pop_back();
  } else if (name == "text:list") {
    Context& context = contexts_.back();
    if (context.containers == context.lists && context.containers > 0) {
      builder_.close_container();
      --context.containers;
    }
    if (context.lists > 0) --context.lists;
  } else if (name == "table:table") {
    builder_.close_table();
  } else if (name == "table:table-cell") {
    close_context();
    builder_.close_cell();
  } else if (name == "draw:text-box") {
    close_context();
    builder_.close_side();
  } else if (name == "text:note") {
    close_note();
  } else if (!reason_of_index(name).empty()) {
    forced_ = {.type = {}};
  }
}

void OdtText::close_paragraph() {
  if (paragraphs_.empty()) return;
  Paragraph& paragraph = paragraphs_.back();
  if (!paragraph.begun && kind_of(paragraph).type == WEFT_SPAN_CODE) begin_block();
  if (paragraph.begun && builder_.is_open()) {
    const std::string tag = paragraph.languages.winner();
    const OdtStyle& defaults = styles_.defaults();
    if (tag != defaults.latin_lang && tag != defaults.asian_lang) builder_.set_language(tag);
    builder_.end();
  }
  if (paragraph.dropped) (void)builder_.take_since(paragraph.mark);
  if (paragraph.beside) builder_.close_side();
  if (contexts_.back().paragraphs > 0) --contexts_.back().paragraphs;
  paragraphs_.pop_back();
}

void OdtText::close_note() {
  close_context();
  builder_.join_since(0, {.type = WEFT_SPAN_FOOTNOTE});
  std::vector<Block> made = builder_.take_since(0);
  for (Block& block : made)
    block.container = kNoBlock;
  notes_.insert(notes_.end(), std::make_move_iterator(made.begin()),
                std::make_move_iterator(made.end()));
  builder_.close_side();
}

void OdtText::open_context(bool is_note) {
  contexts_.emplace_back();
  contexts_.back().is_note = is_note;
}

void OdtText::close_context() {
  leave_lists();
  if (contexts_.size() > 1) contexts_.pop_back();
}

void OdtText::leave_lists() {
  for (; contexts_.back().containers > 0; --contexts_.back().containers)
    builder_.close_container();
}

void OdtText::begin_block() {
  Paragraph& paragraph = paragraphs_.back();
  if (paragraph.begun && builder_.is_open()) return;
  paragraph.begun = true;
  const BlockKind kind = kind_of(paragraph);
  // A list is made with its first item: numbered headings stand in lists, too.
  Context& context = contexts_.back();
  if (kind.type == WEFT_SPAN_LIST_ITEM) {
    for (; context.containers < context.lists; ++context.containers)
      builder_.open_container(WEFT_SPAN_LIST);
  } else if (kind.type == WEFT_SPAN_HEADING) {
    leave_lists();
  }
  builder_.begin(kind);
}

BlockKind OdtText::kind_of(const Paragraph& paragraph) const {
  if (!forced_.type.empty()) return forced_;
  if (contexts_.back().is_note) return {.type = WEFT_SPAN_FOOTNOTE};
  const std::string_view type = paragraph.style->kind.type;
  // A heading is text:h; a style called Heading on a plain paragraph makes it look like one.
  if (paragraph.kind.type == WEFT_SPAN_HEADING && type != WEFT_SPAN_TITLE) return paragraph.kind;
  if (!type.empty()) return paragraph.style->kind;
  if (contexts_.back().lists > 0) return {.type = WEFT_SPAN_LIST_ITEM};
  return {};
}

bool OdtText::is_hidden() const {
  return paragraphs_.empty() || hidden_spans_ > 0 || paragraphs_.back().dropped ||
         paragraphs_.back().style->hidden;
}

void OdtText::text(std::string_view text) {
  if (!inside_ || is_hidden()) return;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos && !builder_.is_open()) return;
  begin_block();
  // One space at the begin of a line is a space; only code cares.
  if (after_break_ && text.starts_with(' ') && kind_of(paragraphs_.back()).type == WEFT_SPAN_CODE) {
    builder_.text(" ");
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  }
  after_break_ = false;
  builder_.flowing_text(text);
  const OdtStyle& paragraph = *paragraphs_.back().style;
  const OdtStyle& run = spans_.empty() ? paragraph : *spans_.back();
  paragraphs_.back().languages.add(text,
                                   run.latin_lang.empty() ? paragraph.latin_lang : run.latin_lang,
                                   run.asian_lang.empty() ? paragraph.asian_lang : run.asian_lang);
}

void OdtText::put(std::string_view text) {
  if (is_hidden()) return;
  begin_block();
  after_break_ = false;
  builder_.text(text);
}

}  // namespace weft
