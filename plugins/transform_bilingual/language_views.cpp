// SPDX-License-Identifier: Apache-2.0
/// Copies pieces to the view of their language, a blank line between them.

#include "language_views.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "weft/derive.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

/// A view in the making: text of one language, and where it came from.
struct SideText {
  std::string text;
  OffsetMapBuilder runs;
  weft_id view = 0;

  /// Returns where the piece begins.
  std::uint32_t append(const weft_view& base, const Piece& piece) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    const std::uint32_t size = piece.end - piece.begin;
    text += to_view(base.text).substr(piece.begin, size);
    runs.copy(begin, piece.begin, size);
    return begin;
  }
};

}  // namespace

/// The blocks of the base view in text order, and the attributes of every span.
struct LanguageViews::Index {
  std::vector<weft_span> blocks;
  SpanAttributes attributes;
};

LanguageViews::LanguageViews(const BlockNames& names)
    : names_(names),
      method_(name(WEFT_KEY_METHOD)),
      parallel_(name(WEFT_LINK_PARALLEL)),
      source_(name(WEFT_ROLE_SOURCE)),
      target_(name(WEFT_ROLE_TARGET)) {}

LanguageViews::Index LanguageViews::index_of(const Document& document, weft_id view) const {
  Index out{{}, SpanAttributes(document)};
  for (const weft_span& span : document.spans())
    if (span.view == view && names_.stream_of(span.type) != nullptr) out.blocks.push_back(span);
  Document::sort_in_text_order(out.blocks);
  return out;
}

std::size_t LanguageViews::write(Document& document, const weft_view& base, const Reading& reading,
                                 const GlossMarks* glosses) const {
  std::array<SideText, 2> sides;
  std::vector<std::uint32_t> begins;
  for (const Piece& piece : reading.pieces)
    begins.push_back(piece.side == kNoSide ? 0 : sides.at(piece.side).append(base, piece));
  for (const std::uint32_t side : {reading.first_side, 1 - reading.first_side}) {
    SideText& made = sides.at(side);
    made.view = document.add_view({.name = reading.languages.tag(side),
                                   .text = made.text,
                                   .lang = reading.languages.tag(side),
                                   .parent = base.id,
                                   .runs = made.runs.runs()});
  }
  const Index index = index_of(document, base.id);
  std::vector<weft_id> copies;
  std::size_t glossed = 0;
  for (std::size_t i = 0; i < reading.pieces.size(); ++i) {
    const Piece& piece = reading.pieces[i];
    if (piece.side == kNoSide) {
      copies.push_back(0);
      continue;
    }
    copies.push_back(copy_piece(document, index, piece, sides.at(piece.side).view, begins[i]));
    if (piece.cut != Cut::kBlock)
      document.set(on_span(copies.back()), names_.lang, reading.languages.tag(piece.side));
    if (glosses != nullptr && glosses->looks_at(piece.block.type))
      glossed += glosses->mark(
          document, to_view(base.text).substr(piece.begin, piece.end - piece.begin),
          {.view = sides.at(piece.side).view, .block = copies.back(), .begin = begins[i]});
  }
  for (const Pair& pair : reading.pairs)
    link(document, pair, reading, copies);
  return glossed;
}

/// Copies the piece's block and the blocks inside it, with their attributes.
weft_id LanguageViews::copy_piece(Document& document, const Index& index, const Piece& piece,
                                  weft_id view, std::uint32_t begin) const {
  const weft_id copy =
      document.add_span(piece.block.type, view, begin, begin + (piece.end - piece.begin));
  for (const weft_attr* attr : index.attributes.of(piece.block.id)) {
    // What is known of a mixed block's language is of most of it, not of each part.
    if (attr->key != names_.lang || piece.cut == Cut::kBlock)
      SpanAttributes::copy_attribute(document, *attr, on_span(copy));
  }
  auto inner =
      std::partition_point(index.blocks.begin(), index.blocks.end(),
                           [&](const weft_span& block) { return block.begin < piece.begin; });
  for (; inner != index.blocks.end() && inner->begin < piece.end; ++inner) {
    if (inner->id == piece.block.id || inner->end > piece.end) continue;
    const weft_id nested =
        document.add_span(inner->type, view, begin + (inner->begin - piece.begin),
                          begin + (inner->end - piece.begin), copy);
    index.attributes.copy(document, inner->id, nested);
  }
  return copy;
}

void LanguageViews::link(Document& document, const Pair& pair, const Reading& reading,
                         const std::vector<weft_id>& copies) const {
  std::vector<weft_end> ends;
  const auto add = [&](const std::vector<std::size_t>& members, weft_id role) {
    for (const std::size_t i : members)
      ends.push_back({copies[i], role});
  };
  const bool in_order = reading.pieces[pair.first.front()].side == reading.first_side;
  add(in_order ? pair.first : pair.second, source_);
  add(in_order ? pair.second : pair.first, target_);
  const double score = 1 / (1 + std::exp(-pair.evidence));
  document.set(on_link(document.add_link(parallel_, ends, score)), method_, "transform_bilingual");
}

}  // namespace weft
