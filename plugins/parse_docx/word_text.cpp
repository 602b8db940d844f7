// SPDX-License-Identifier: Apache-2.0
/// The text of a story: what is shown of it, as which kind of block, in which language.
#include <weft/text/language.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <charconv>

#include "word_story.hpp"

namespace weft {
namespace {

constexpr BlockKind kContentsKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "contents"};
constexpr BlockKind kPageHeaderKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "page-header"};
constexpr BlockKind kPageFooterKind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "page-footer"};

bool is_east_asian_tag(std::string_view tag) {
  return matches_range(tag, "zh") || matches_range(tag, "ja") || matches_range(tag, "ko") ||
         matches_range(tag, "yue");
}

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
  if (paragraph.outline >= 0 && paragraph.outline < 9 && paragraph.style->role != WordRole::kTitle)
    return {.type = WEFT_SPAN_HEADING, .level = std::min(paragraph.outline + 1, 6)};
  switch (paragraph.style->role) {
    case WordRole::kTitle:
      return {.type = WEFT_SPAN_TITLE};
    case WordRole::kDeck:
      return {.type = WEFT_SPAN_DECK};
    case WordRole::kByline:
      return {.type = WEFT_SPAN_BYLINE};
    case WordRole::kDate:
      return {.type = WEFT_SPAN_DATE};
    case WordRole::kHeading:
      if (paragraph.outline == 9) break;
      return {.type = WEFT_SPAN_HEADING, .level = paragraph.style->level};
    case WordRole::kQuote:
      return {.type = WEFT_SPAN_QUOTE};
    case WordRole::kCaption:
      return {.type = WEFT_SPAN_CAPTION};
    case WordRole::kCode:
      return {.type = WEFT_SPAN_CODE};
    case WordRole::kFootnote:
      return {.type = WEFT_SPAN_FOOTNOTE};
    case WordRole::kContents:
      return kContentsKind;
    case WordRole::kPageHeader:
      return kPageHeaderKind;
    case WordRole::kPageFooter:
      return kPageFooterKind;
    default:
      break;
  }
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

/// Word notes two languages a run: one for East Asian characters, one for others. Only what is said
/// of the run or its style counts, not what the document's defaults say of everything.
void WordStory::vote_language(std::string_view text) {
  std::uint64_t latin = 0;
  std::uint64_t asian = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    latin +=
        ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') || (byte >= 0xC3 && byte < 0xE3) ? 1 : 0;
    asian += byte >= 0xE3 && byte <= 0xED ? 1 : 0;
  }
  Paragraph& paragraph = paragraphs_.back();
  paragraph.letters += latin + asian * 2;
  const WordStyle& style = *paragraph.style;
  const auto vote = [&](std::string_view tag, std::uint64_t count, bool east_asian) {
    if (count > 0 && is_well_formed_tag(tag) && is_east_asian_tag(tag) == east_asian)
      paragraph.by_language.try_emplace(std::string(tag)).first->second += count;
  };
  vote(run_.latin_lang.empty() ? style.latin_lang : run_.latin_lang, latin, false);
  vote(run_.asian_lang.empty() ? style.asian_lang : run_.asian_lang, asian * 2, true);
}

void WordStory::settle_language() {
  const Paragraph& paragraph = paragraphs_.back();
  for (const auto& [tag, count] : paragraph.by_language) {
    if (count * 3 <= paragraph.letters * 2) continue;
    if (tag != styles_.latin_lang() && tag != styles_.asian_lang()) builder_.set_language(tag);
  }
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
