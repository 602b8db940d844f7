// SPDX-License-Identifier: Apache-2.0
/// The text of a story: what is shown of it, as which kind of block, in which language.
#include <weft/utf8.hpp>

#include <algorithm>
#include <charconv>

#include "word_story.hpp"

namespace weft {
namespace {

constexpr BlockKind kContentsKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "contents"};
constexpr BlockKind kPageHeaderKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "page-header"};
constexpr BlockKind kPageFooterKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "page-footer"};

}  // namespace

void WordStory::text(std::string_view text) {
  if (in_instruction_text_) {
    instruction(text);
  } else if (in_text_ && !is_hidden()) {
    begin_block();
    builder_.text(text);
    vote_language(text);
  }
}

void WordStory::emit(std::string_view text) {
  if (is_hidden()) return;
  begin_block();
  builder_.text(text);
}

void WordStory::emit_break() {
  if (!is_hidden() && builder_.is_open()) builder_.line_break();
}

bool WordStory::is_hidden() const {
  if (instructions_ > 0 || paragraphs_.empty()) return true;
  if (run_.hidden != Switch::kUnset) return run_.hidden == Switch::kOn;
  if (run_.style != nullptr && run_.style->hidden != Switch::kUnset)
    return run_.style->hidden == Switch::kOn;
  return paragraphs_.back().style->hidden == Switch::kOn;
}

void WordStory::field(const XmlElement& element) {
  const std::string_view type = element.attribute("w:fldCharType");
  if (type == "begin") {
    fields_.emplace_back();
    ++instructions_;
    return;
  }
  if (fields_.empty()) return;
  Field& field = fields_.back();
  if (field.in_instruction) --instructions_;
  field.in_instruction = false;
  if (type != "end") return;
  if (field.is_contents) --contents_;
  fields_.pop_back();
}

void WordStory::instruction(std::string_view text) {
  if (fields_.empty()) return;
  Field& field = fields_.back();
  if (field.instruction.size() > 64 || field.is_contents) return;
  field.instruction += text.substr(0, 64);
  const std::size_t first = field.instruction.find_first_not_of(' ');
  if (first == std::string::npos) return;
  const std::string_view rest = std::string_view(field.instruction).substr(first);
  if (rest.starts_with("TOC ") || rest.starts_with("TOC\\")) {
    field.is_contents = true;
    ++contents_;
  }
}

void WordStory::close_paragraph() {
  if (paragraphs_.empty()) return;
  // An instruction that is still open here has lost its end: rather too much text than none.
  for (Field& field : fields_)
    field.in_instruction = false;
  instructions_ = 0;
  Paragraph& paragraph = paragraphs_.back();
  run_ = {};
  if (!paragraph.begun && kind_of(paragraph).type == WEFT_SPAN_CODE) begin_block();
  if (paragraph.begun && paragraph.mark_deleted && builder_.is_open()) {
    continues_ = true;
  } else if (paragraph.begun) {
    settle_language();
    builder_.end();
  }
  paragraphs_.pop_back();
}

void WordStory::begin_block() {
  Paragraph& paragraph = paragraphs_.back();
  if (paragraph.begun && builder_.is_open()) return;
  paragraph.begun = true;
  const BlockKind kind = kind_of(paragraph);
  if (kind.type == WEFT_SPAN_LIST_ITEM) {
    enter_list(paragraph.list_level);
  } else {
    leave_lists();
  }
  builder_.begin(kind);
}

BlockKind WordStory::kind_of(const Paragraph& paragraph) const {
  if (kind_ == StoryKind::kPageHeader) return kPageHeaderKind;
  if (kind_ == StoryKind::kPageFooter) return kPageFooterKind;
  if (kind_ == StoryKind::kNotes) return {.type = WEFT_SPAN_FOOTNOTE};
  if (contents_ > 0) return kContentsKind;
  const BlockKind& styled = paragraph.style->kind;
  if (paragraph.outline >= 0 && paragraph.outline < 9 && styled.type != WEFT_SPAN_TITLE)
    return {.type = WEFT_SPAN_HEADING, .level = std::min(paragraph.outline + 1, 6)};
  const bool plain = styled.type.empty() || styled.type == WEFT_SPAN_PARAGRAPH ||
                     (styled.type == WEFT_SPAN_HEADING && paragraph.outline == 9);
  if (!plain) return styled;
  const Switch numbered =
      paragraph.numbered != Switch::kUnset ? paragraph.numbered : paragraph.style->numbered;
  if (numbered == Switch::kOn) return {.type = WEFT_SPAN_LIST_ITEM};
  return {};
}

void WordStory::enter_list(int level) {
  std::vector<int>& open = lists_.back();
  while (!open.empty() && open.back() > level) {
    builder_.close_container();
    open.pop_back();
  }
  if (open.empty() || open.back() < level) {
    builder_.open_container(WEFT_SPAN_LIST);
    open.push_back(level);
  }
}

void WordStory::leave_lists() {
  for (; !lists_.back().empty(); lists_.back().pop_back())
    builder_.close_container();
}

/// Only what is said of the run or its style counts, not what the document's defaults say of
/// everything.
void WordStory::vote_language(std::string_view text) {
  Paragraph& paragraph = paragraphs_.back();
  const WordStyle& style = *paragraph.style;
  paragraph.languages.add(text, run_.latin_lang.empty() ? style.latin_lang : run_.latin_lang,
                          run_.asian_lang.empty() ? style.asian_lang : run_.asian_lang);
}

void WordStory::settle_language() {
  const std::string tag = paragraphs_.back().languages.winner();
  if (tag != styles_.latin_lang() && tag != styles_.asian_lang()) builder_.set_language(tag);
}

void WordStory::symbol(const XmlElement& element) {
  const std::string_view digits = element.attribute("w:char");
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  std::string text;
  append_code_point(text, symbol_character(element.attribute("w:font"), code));
  emit(text);
}

}  // namespace weft
