// SPDX-License-Identifier: Apache-2.0
/// One sweep over a view's blocks in text order, with the stack of blocks that are open.

#include "block_pieces.hpp"

#include <algorithm>

#include "weft/vocabulary.h"

namespace weft {
namespace {

std::vector<weft_id> names(std::initializer_list<const char*> list) {
  std::vector<weft_id> out;
  for (const char* item : list)
    out.push_back(name(item));
  return out;
}

bool holds(const std::vector<weft_id>& list, weft_id type) {
  return std::find(list.begin(), list.end(), type) != list.end();
}

/// Cuts the text of nested blocks into pieces that belong to one block each.
class Sweep {
 public:
  explicit Sweep(const BlockTypes& types) : types_(types) {}

  void enter(const weft_span& block) {
    leave_until(block.begin);
    close_piece(block.begin);
    open_.push_back(block);
    reached_ = block.begin;
  }
  std::vector<Piece> finish() {
    leave_until(UINT32_MAX);
    return std::move(pieces_);
  }

 private:
  void leave_until(std::uint32_t position) {
    while (!open_.empty() && open_.back().end <= position) {
      close_piece(open_.back().end);
      open_.pop_back();
    }
  }
  /// What lies between the last border and this one belongs to the innermost open block.
  void close_piece(std::uint32_t end) {
    if (!open_.empty() && end > reached_ && types_.has_sentences(open_.back().type))
      pieces_.push_back({open_.back(), reached_, end});
    reached_ = std::max(reached_, end);
  }

  const BlockTypes& types_;
  std::vector<weft_span> open_;
  std::vector<Piece> pieces_;
  std::uint32_t reached_ = 0;
};

}  // namespace

BlockTypes::BlockTypes()
    : code_(name(WEFT_SPAN_CODE)),
      with_sentences_(names({WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_LIST_ITEM,
                             WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CODE, WEFT_SPAN_TITLE,
                             WEFT_SPAN_DECK, WEFT_SPAN_CAPTION})),
      others_(names({WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_SOURCE, WEFT_SPAN_TRANSLATOR,
                     WEFT_SPAN_CREDIT, WEFT_SPAN_BIO, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_BOILERPLATE,
                     WEFT_SPAN_FIGURE, WEFT_SPAN_LIST, WEFT_SPAN_TABLE})) {}

bool BlockTypes::has_sentences(weft_id type) const {
  return holds(with_sentences_, type);
}

bool BlockTypes::is_block(weft_id type) const {
  return has_sentences(type) || holds(others_, type);
}

std::vector<Piece> block_pieces(const Document& document, weft_id view, const BlockTypes& types) {
  std::vector<weft_span> blocks;
  for (const weft_span& span : document.spans()) {
    if (span.view == view && types.is_block(span.type)) blocks.push_back(span);
  }
  Document::sort_in_text_order(blocks);
  Sweep sweep(types);
  for (const weft_span& block : blocks)
    sweep.enter(block);
  return sweep.finish();
}

}  // namespace weft
