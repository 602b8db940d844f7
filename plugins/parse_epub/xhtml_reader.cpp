// SPDX-License-Identifier: Apache-2.0
/// Blocks by element: what encloses a text decides what it is.
#include "xhtml_reader.hpp"

#include <weft/zip/archive.hpp>

#include <algorithm>

#include "html_entities.hpp"
#include "weft/ascii.hpp"

namespace weft {
namespace {

bool has_upper(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

XhtmlTag tag_of(std::string_view name) {
  return has_upper(name) ? xhtml_tag(ascii_lowered(name)) : xhtml_tag(name);
}

bool is_block(XhtmlTag tag) {
  return tag != XhtmlTag::kInline && tag != XhtmlTag::kLink && tag != XhtmlTag::kRaised;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

XhtmlReader::XhtmlReader(std::string_view path, std::string_view reason, bool title_page,
                         BlockBuilder& builder)
    : path_(path), title_page_(title_page), builder_(builder) {
  if (!reason.empty()) kind_ = {.type = WEFT_SPAN_BOILERPLATE, .reason = reason};
}

bool XhtmlReader::open(const XmlElement& element) {
  const XhtmlTag tag = tag_of(element.name());
  if (tag == XhtmlTag::kSkipped || tag == XhtmlTag::kVoid) return false;
  if (tag == XhtmlTag::kBreak) {
    flush_marker();
    builder_.line_break();
    return false;
  }
  if (tag == XhtmlTag::kRule) {
    flush_marker();
    builder_.end();
    return false;
  }
  const ElementRole role = role_of(element);
  if (role.skipped) return false;
  frames_.push_back({tag, kind_, in_note_, preformatted_, title_page_, false});
  if (is_block(tag)) {
    flush_marker();
    open_block(tag, element);
  }
  apply_role(role);
  if (tag == XhtmlTag::kRaised) ++raised_;
  if (tag == XhtmlTag::kRaised && in_marker_) marker_raised_ = true;
  return tag != XhtmlTag::kLink || open_link(element);
}

bool XhtmlReader::open_link(const XmlElement& element) {
  const std::string_view href = element.attribute("href");
  ++links_.links;
  std::string target;
  append_decoded(target, href);
  leads_elsewhere_ = !target.starts_with('#') && target.find("://") == std::string::npos &&
                     !target.empty() && resolve_member(path_, target) != path_;
  flush_marker();
  in_marker_ = target.find('#') != std::string::npos || element.name() == "noteref";
  marker_raised_ = raised_ > 0;
  return true;
}

void XhtmlReader::close_link() {
  leads_elsewhere_ = false;
  if (!in_marker_) return;
  const std::string mark = clean_value(marker_);
  if (!is_note_mark(mark, marker_raised_)) {
    flush_marker();
    return;
  }
  in_marker_ = false;
  marker_.clear();
  // A paragraph that begins with the way back to the text is the note itself.
  const bool starts_block = !builder_.is_open() && (kind_.type == WEFT_SPAN_PARAGRAPH ||
                                                    kind_.type == WEFT_SPAN_LIST_ITEM);
  if (starts_block) builder_.begin({.type = WEFT_SPAN_FOOTNOTE});
}

void XhtmlReader::flush_marker() {
  if (!in_marker_) return;
  in_marker_ = false;
  std::string held;
  held.swap(marker_);
  put(held);
}

void XhtmlReader::open_block(XhtmlTag tag, const XmlElement& element) {
  builder_.end();
  Frame& frame = frames_.back();
  const bool dropped = kind_.type == WEFT_SPAN_BOILERPLATE && !title_page_;
  if (!dropped) kind_ = kind_of(tag, element.name(), element.attribute("class"));
  if (tag == XhtmlTag::kCode) preformatted_ = true;
  const bool container = tag == XhtmlTag::kList || tag == XhtmlTag::kFigure;
  if (container && !dropped && !in_note_) {
    builder_.open_container(tag == XhtmlTag::kList ? WEFT_SPAN_LIST : WEFT_SPAN_FIGURE);
    frame.container = true;
  } else if (tag == XhtmlTag::kTable) {
    builder_.open_table();
  } else if (tag == XhtmlTag::kCell) {
    builder_.open_cell();
  }
}

BlockKind XhtmlReader::kind_of(XhtmlTag tag, std::string_view name,
                               std::string_view classes) const {
  const BlockKind by_class = kind_of_classes(classes, title_page_);
  if (title_page_) return by_class.type.empty() ? kind_ : by_class;
  if (in_note_ && tag != XhtmlTag::kHeading && tag != XhtmlTag::kCode)
    return {.type = WEFT_SPAN_FOOTNOTE};
  switch (tag) {
    case XhtmlTag::kHeading: {
      const char digit = name.back();
      const bool is_deck = by_class.type == WEFT_SPAN_DECK;
      if (is_deck) return by_class;
      return {.type = WEFT_SPAN_HEADING, .level = digit >= '1' && digit <= '6' ? digit - '0' : 2};
    }
    case XhtmlTag::kListItem:
      return {.type = WEFT_SPAN_LIST_ITEM};
    case XhtmlTag::kQuote:
      return {.type = WEFT_SPAN_QUOTE};
    case XhtmlTag::kCode:
      return {.type = WEFT_SPAN_CODE};
    case XhtmlTag::kCaption:
      return {.type = WEFT_SPAN_CAPTION};
    case XhtmlTag::kCell:
    case XhtmlTag::kTable:
    case XhtmlTag::kList:
      return {};
    default:
      break;
  }
  return by_class.type.empty() ? kind_ : by_class;
}

void XhtmlReader::apply_role(const ElementRole& role) {
  if (title_page_ || kind_.type == WEFT_SPAN_BOILERPLATE) return;
  if (role.is_note) {
    in_note_ = true;
    if (kind_.type != WEFT_SPAN_HEADING) kind_ = {.type = WEFT_SPAN_FOOTNOTE};
  }
  if (role.is_quote) kind_ = {.type = WEFT_SPAN_QUOTE};
  if (role.reason.empty()) {
    // Navigation that does not say of what.
    if (frames_.back().tag == XhtmlTag::kNavigation)
      kind_ = {.type = WEFT_SPAN_BOILERPLATE, .reason = "navigation"};
    return;
  }
  kind_ = {.type = WEFT_SPAN_BOILERPLATE, .reason = role.reason};
  title_page_ = role.is_title_page;
}

void XhtmlReader::text(std::string_view text) {
  scratch_.clear();
  append_decoded(scratch_, text);
  if (in_marker_) {
    marker_ += scratch_;
    if (marker_.size() > 64) flush_marker();
    return;
  }
  put(scratch_);
}

void XhtmlReader::put(std::string_view text) {
  if (text.empty()) return;
  if (!builder_.is_open()) {
    if (is_blank(text)) return;
    builder_.begin(kind_);
  }
  links_.bytes += text.size();
  if (leads_elsewhere_) links_.linked += text.size();
  if (preformatted_) {
    builder_.text(text);
  } else {
    builder_.flowing_text(text);
  }
}

void XhtmlReader::close(std::string_view name) {
  if (frames_.empty()) return;
  const XhtmlTag tag = tag_of(name);
  if (tag == XhtmlTag::kLink) close_link();
  if (tag == XhtmlTag::kRaised && raised_ > 0) --raised_;
  close_frame();
}

void XhtmlReader::close_frame() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (is_block(frame.tag)) {
    flush_marker();
    builder_.end();
  }
  if (frame.tag == XhtmlTag::kCell) builder_.close_cell();
  if (frame.tag == XhtmlTag::kTable) builder_.close_table();
  if (frame.container) builder_.close_container();
  kind_ = frame.kind;
  in_note_ = frame.in_note;
  preformatted_ = frame.preformatted;
  title_page_ = frame.title_page;
}

void XhtmlReader::finish() {
  flush_marker();
  while (!frames_.empty())
    close_frame();
  builder_.end();
}

}  // namespace weft
