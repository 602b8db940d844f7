// SPDX-License-Identifier: Apache-2.0
/// Blocks into a view, spans and attributes.
#include "digest_page.hpp"

namespace weft {

void DigestPage::title(std::string_view text) {
  add(Kind::kTitle, {std::string(text)});
}
void DigestPage::heading(std::string_view text) {
  add(Kind::kHeading, {std::string(text)});
}
void DigestPage::item(const DigestLine& line) {
  add(Kind::kItem, line);
}
void DigestPage::cell(std::uint32_t row, std::uint32_t column, const DigestLine& line) {
  add(Kind::kCell, line, row, column);
}

void DigestPage::add(Kind kind, const DigestLine& line, std::uint32_t row, std::uint32_t column) {
  if (!blocks_.empty()) {
    const bool same = blocks_.back().kind == kind && kind != Kind::kHeading;
    text_ += same ? "\n" : "\n\n";
  }
  Block& block = blocks_.emplace_back();
  block.kind = kind;
  block.row = row;
  block.column = column;
  block.begin = text_.size();
  text_ += line.before;
  block.sentence = text_.size();
  text_ += line.sentence;
  block.end = text_.size();
  block.line = {{}, {}, line.language, line.evidence, line.speaker};
}

void DigestPage::write_block(Document& made, const PageNames& names, const Block& block,
                             weft_id view, weft_id parent) const {
  constexpr std::int64_t kLevel = 2;
  const weft_id type = block.kind == Kind::kTitle     ? names.title
                       : block.kind == Kind::kHeading ? names.heading
                       : block.kind == Kind::kItem    ? names.item
                                                      : names.cell;
  const weft_id span = made.add_span(type, view, block.begin, block.end, parent);
  if (block.kind == Kind::kHeading) made.set(on_span(span), names.level, kLevel);
  if (block.kind == Kind::kCell) {
    made.set(on_span(span), names.row, std::int64_t{block.row});
    made.set(on_span(span), names.column, std::int64_t{block.column});
  }
  for (const std::string& place : block.line.evidence)
    made.add(on_span(span), names.evidence, place);
  if (!block.line.speaker.empty()) made.set(on_span(span), names.speaker, block.line.speaker);
  if (block.kind == Kind::kTitle) {
    const std::string text = text_.substr(block.begin, block.end - block.begin);
    made.set({}, names.metadata_title, text, {0, span});
  }
  if (block.sentence == block.end) return;
  const weft_id sentence = made.add_span(names.sentence, view, block.sentence, block.end, span);
  if (!block.line.language.empty()) made.set(on_span(sentence), names.lang, block.line.language);
}

void DigestPage::write(Document& made, const PageNames& names, std::string_view language) const {
  NewView page;
  page.name = WEFT_VIEW_TEXT;
  page.text = text_;
  page.lang = language;
  page.media_type = "text/plain";
  page.source = 0;
  const weft_id view = made.add_view(page);
  for (std::size_t i = 0; i < blocks_.size();) {
    const Kind kind = blocks_[i].kind;
    std::size_t behind = i + 1;
    while (behind < blocks_.size() && blocks_[behind].kind == kind)
      ++behind;
    const bool contained = kind == Kind::kItem || kind == Kind::kCell;
    const weft_id parent = contained
                               ? made.add_span(kind == Kind::kItem ? names.list : names.table, view,
                                               blocks_[i].begin, blocks_[behind - 1].end)
                               : 0;
    for (; i < behind; ++i)
      write_block(made, names, blocks_[i], view, parent);
  }
}

}  // namespace weft
