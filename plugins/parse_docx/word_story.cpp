// SPDX-License-Identifier: Apache-2.0
/// The elements of a story: what opens and closes what.
#include "word_story.hpp"

#include <algorithm>
#include <charconv>

#include "word_names.hpp"

namespace weft {
namespace {

int number(std::string_view text) {
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

void add_once(std::vector<std::string>& list, std::string_view item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.emplace_back(item);
}

}  // namespace

bool WordStory::open(const XmlElement& element) {
  const WordTag tag = word_tag(element.name());
  switch (tag) {
    case WordTag::kOther:
      return true;
    case WordTag::kSkipped:
      return false;
    case WordTag::kParagraphStyle:
    case WordTag::kNumbering:
    case WordTag::kNumberingLevel:
    case WordTag::kOutline:
      return open_paragraph_property(tag, element);
    case WordTag::kRunStyle:
    case WordTag::kVanish:
    case WordTag::kLanguage:
      return open_run_property(tag, element);
    case WordTag::kDeleted:
      if (in_paragraph_properties_ && !paragraphs_.empty()) paragraphs_.back().mark_deleted = true;
      if (in_row_properties_) row_deleted_ = true;
      return false;
    case WordTag::kText:
    case WordTag::kTab:
    case WordTag::kBreak:
    case WordTag::kHyphen:
    case WordTag::kSymbol:
    case WordTag::kField:
    case WordTag::kInstruction:
    case WordTag::kFootnoteReference:
    case WordTag::kEndnoteReference:
      return open_inline(tag, element);
    default:
      return open_structure(tag, element);
  }
}

bool WordStory::open_paragraph_property(WordTag tag, const XmlElement& element) {
  if (!in_paragraph_properties_ || paragraphs_.empty()) return true;
  Paragraph& paragraph = paragraphs_.back();
  const std::string_view value = element.attribute("w:val");
  if (tag == WordTag::kParagraphStyle) paragraph.style = &styles_.find(value);
  if (tag == WordTag::kNumbering) paragraph.numbered = value == "0" ? Switch::kOff : Switch::kOn;
  if (tag == WordTag::kNumberingLevel) paragraph.list_level = std::clamp(number(value), 0, 8);
  if (tag == WordTag::kOutline) paragraph.outline = number(value);
  return true;
}

bool WordStory::open_run_property(WordTag tag, const XmlElement& element) {
  if (!in_run_properties_ || in_paragraph_properties_) return true;
  if (tag == WordTag::kRunStyle) run_.style = &styles_.find_character(element.attribute("w:val"));
  if (tag == WordTag::kVanish) run_.hidden = is_on(element) ? Switch::kOn : Switch::kOff;
  if (tag == WordTag::kLanguage) {
    run_.latin_lang = element.attribute("w:val");
    run_.asian_lang = element.attribute("w:eastAsia");
  }
  return true;
}

bool WordStory::open_inline(WordTag tag, const XmlElement& element) {
  if (paragraphs_.empty() || in_paragraph_properties_) return false;
  switch (tag) {
    case WordTag::kText:
      in_text_ = true;
      return true;
    case WordTag::kInstruction:
      in_instruction_text_ = true;
      return true;
    case WordTag::kTab:
      emit("\t");
      return true;
    case WordTag::kBreak:
      emit_break();
      return true;
    case WordTag::kHyphen:
      emit("\xE2\x80\x91");
      return true;
    case WordTag::kSymbol:
      symbol(element);
      return true;
    case WordTag::kField:
      field(element);
      return true;
    case WordTag::kFootnoteReference:
      if (!is_hidden()) add_once(footnotes_, element.attribute("w:id"));
      return true;
    default:
      if (!is_hidden()) add_once(endnotes_, element.attribute("w:id"));
      return true;
  }
}

bool WordStory::open_structure(WordTag tag, const XmlElement& element) {
  switch (tag) {
    case WordTag::kParagraph:
      paragraphs_.emplace_back().style = &styles_.find({});
      paragraphs_.back().begun = continues_;
      continues_ = false;
      run_ = {};
      return true;
    case WordTag::kParagraphProperties:
      in_paragraph_properties_ = true;
      return true;
    case WordTag::kRun:
      run_ = {};
      return true;
    case WordTag::kRunProperties:
      in_run_properties_ = true;
      return true;
    case WordTag::kHeaderReference:
    case WordTag::kFooterReference:
      add_once(page_parts_, element.attribute("r:id"));
      return true;
    case WordTag::kSimpleField:
      fields_.emplace_back();
      fields_.back().in_instruction = false;
      instruction(element.attribute("w:instr"));
      return true;
    case WordTag::kNote:
      return open_note(element);
    case WordTag::kTable:
      leave_lists();
      builder_.open_table();
      return true;
    case WordTag::kRow:
      row_deleted_ = false;
      builder_.open_row();
      return true;
    case WordTag::kRowProperties:
      in_row_properties_ = true;
      return true;
    case WordTag::kCell:
      if (row_deleted_) return false;
      builder_.open_cell();
      open_context();
      return true;
    case WordTag::kTextBox:
      builder_.open_side();
      open_context();
      return true;
    case WordTag::kControl:
      controls_.emplace_back();
      return true;
    case WordTag::kControlProperties:
      in_control_properties_ = true;
      return true;
    case WordTag::kGallery:
      if (in_control_properties_ && !controls_.empty() &&
          element.attribute("w:val") == "Table of Contents" && !controls_.back().is_contents) {
        controls_.back().is_contents = true;
        ++contents_;
      }
      return true;
    case WordTag::kPlaceholder:
      if (in_control_properties_ && !controls_.empty())
        controls_.back().is_placeholder = is_on(element);
      return true;
    case WordTag::kControlContent:
      return controls_.empty() || !controls_.back().is_placeholder;
    case WordTag::kAlternate:
      alternates_.push_back({builder_.written()});
      return true;
    case WordTag::kChoice:
    case WordTag::kFallback:
      return alternates_.empty() || !alternates_.back().chosen;
    default:
      return true;
  }
}

bool WordStory::open_note(const XmlElement& element) {
  const std::string_view type = element.attribute("w:type");
  if (!type.empty() && type != "normal") return false;  // separators of the page
  note_id_ = element.attribute("w:id");
  note_mark_ = builder_.mark();
  return true;
}

void WordStory::close(std::string_view name) {
  const WordTag tag = word_tag(name);
  switch (tag) {
    case WordTag::kText:
      in_text_ = false;
      break;
    case WordTag::kInstruction:
      in_instruction_text_ = false;
      break;
    case WordTag::kParagraph:
      close_paragraph();
      break;
    case WordTag::kParagraphProperties:
      in_paragraph_properties_ = false;
      break;
    case WordTag::kRunProperties:
      in_run_properties_ = false;
      break;
    case WordTag::kRowProperties:
      in_row_properties_ = false;
      break;
    case WordTag::kControlProperties:
      in_control_properties_ = false;
      break;
    default:
      close_structure(tag);
  }
}

void WordStory::close_structure(WordTag tag) {
  if (tag == WordTag::kNote) {
    leave_lists();
    builder_.join_since(note_mark_, {.type = WEFT_SPAN_FOOTNOTE});
    notes_.try_emplace(note_id_, builder_.take_since(note_mark_));
  } else if (tag == WordTag::kTable) {
    builder_.close_table();
  } else if (tag == WordTag::kCell) {
    close_context();
    builder_.close_cell();
  } else if (tag == WordTag::kTextBox) {
    close_context();
    builder_.close_side();
    run_ = {};
  } else if (tag == WordTag::kControl && !controls_.empty()) {
    if (controls_.back().is_contents) --contents_;
    controls_.pop_back();
  } else if (tag == WordTag::kSimpleField && !fields_.empty()) {
    if (fields_.back().is_contents) --contents_;
    fields_.pop_back();
  } else if (tag == WordTag::kChoice && !alternates_.empty()) {
    // A drawing's text box stands in both branches; what the first one says is not said again.
    Alternate& alternate = alternates_.back();
    alternate.chosen = alternate.chosen || builder_.written() != alternate.written;
  } else if (tag == WordTag::kAlternate && !alternates_.empty()) {
    alternates_.pop_back();
  }
}

void WordStory::open_context() {
  lists_.emplace_back();
  continues_ = false;
}

void WordStory::close_context() {
  leave_lists();
  if (lists_.size() > 1) lists_.pop_back();
}

}  // namespace weft
