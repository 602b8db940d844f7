// SPDX-License-Identifier: Apache-2.0
/// Containers are the list, table and figure elements that hold content; they nest as the elements
/// do.
#include "span_builder.hpp"

#include <algorithm>

#include <weft/vocabulary.h>

namespace weft {
namespace {

std::string_view container_type(Tag tag) {
  switch (tag) {
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      return WEFT_SPAN_LIST;
    case Tag::table:
      return WEFT_SPAN_TABLE;
    case Tag::figure:
      return WEFT_SPAN_FIGURE;
    default:
      return {};
  }
}

// The type of block that makes such a container worth a span.
std::string_view content_type(Tag tag) {
  switch (tag) {
    case Tag::table:
      return WEFT_SPAN_TABLE_CELL;
    case Tag::figure:
      return WEFT_SPAN_CAPTION;
    default:
      return WEFT_SPAN_LIST_ITEM;
  }
}

}  // namespace

SpanBuilder::SpanBuilder(const PageProfile& profile, const std::vector<BlockType>& types)
    : profile_(profile), types_(types), span_of_(types.size(), kNoSpan) {}

std::vector<TypedSpan> SpanBuilder::build() {
  find_containers();
  for (std::uint32_t i = 0; i < types_.size(); ++i) {
    while (!open_.empty() && open_.back().last_block < i)
      open_.pop_back();
    open_containers(i);
    add_block(i);
  }
  return spans_;
}

void SpanBuilder::find_containers() {
  const HtmlTree& tree = profile_.tree();
  const auto& blocks = profile_.page().blocks;
  std::uint32_t block = 0;
  for (std::uint32_t node = 0; node < tree.size(); ++node) {
    if (container_type(tree[node].tag).empty() || profile_.sums(node).blocks == 0) continue;
    while (block < blocks.size() && blocks[block].node < node)
      ++block;
    std::uint32_t first = block;
    // A block's element may precede the container only when the text around it is split: look back
    // a little.
    while (first > 0 && blocks[first - 1].node >= node &&
           blocks[first - 1].node < tree[node].end_node)
      --first;
    std::uint32_t last = first;
    while (last < blocks.size() && blocks[last].node >= node &&
           blocks[last].node < tree[node].end_node)
      ++last;
    if (last == first) continue;
    const Container container{node, first, last - 1, kNoSpan};
    if (holds_content(container, content_type(tree[node].tag))) containers_.push_back(container);
  }
  std::stable_sort(containers_.begin(), containers_.end(),
                   [](const Container& a, const Container& b) {
                     return a.first_block != b.first_block ? a.first_block < b.first_block
                                                           : a.last_block > b.last_block;
                   });
}

bool SpanBuilder::holds_content(const Container& container, std::string_view type) const {
  for (std::uint32_t i = container.first_block; i <= container.last_block; ++i)
    if (types_[i].type == type) return true;
  return false;
}

void SpanBuilder::open_containers(std::uint32_t block) {
  const auto& blocks = profile_.page().blocks;
  while (next_container_ < containers_.size() &&
         containers_[next_container_].first_block == block) {
    Container container = containers_[next_container_++];
    // Only proper nesting is kept; misnested markup gives the outer container alone.
    if (!open_.empty() && container.last_block > open_.back().last_block) continue;
    container.span = static_cast<std::uint32_t>(spans_.size());
    TypedSpan span;
    span.type = container_type(profile_.tree()[container.node].tag);
    span.begin = blocks[container.first_block].begin;
    span.end = blocks[container.last_block].end;
    span.parent = open_.empty() ? kNoSpan : open_.back().span;
    spans_.push_back(span);
    open_.push_back(container);
  }
}

void SpanBuilder::add_block(std::uint32_t i) {
  const TextBlock& block = profile_.page().blocks[i];
  const BlockType& type = types_[i];
  const std::uint32_t parent = open_.empty() ? kNoSpan : open_.back().span;
  std::uint32_t end = block.end;
  if (type.tail > block.begin) {
    const std::string_view text = profile_.page().text;
    end = type.tail;
    while (end > block.begin && (text[end - 1] == ' ' || text[end - 1] == '\n'))
      --end;
  }
  span_of_[i] = static_cast<std::uint32_t>(spans_.size());
  spans_.push_back({type.type, block.begin, end, parent, type.level, type.reason});
  if (type.type == WEFT_SPAN_TABLE_CELL) place_cell(i);
  for (const TextRange32& credit : type.credits)
    if (credit.end <= end)
      spans_.push_back({WEFT_SPAN_CREDIT, credit.begin, credit.end, span_of_[i], 0, {}});
  if (type.tail > block.begin)
    spans_.push_back({WEFT_SPAN_BOILERPLATE, type.tail, block.end, parent, 0, "read-more"});
}

/// Says in which row and column the cell of the last span is. Walks on from the cell before.
void SpanBuilder::place_cell(std::uint32_t block) {
  const HtmlTree& tree = profile_.tree();
  std::uint32_t cell = profile_.page().blocks[block].node;
  while (cell != kNoNode && tree[cell].tag != Tag::td && tree[cell].tag != Tag::th)
    cell = tree[cell].parent;
  if (cell == kNoNode) return;
  const std::uint32_t row = tree[cell].parent;
  std::uint32_t table = row;
  while (table != kNoNode && tree[table].tag != Tag::table)
    table = tree[table].parent;
  if (table == kNoNode) return;
  Place& place = places_[table];
  if (place.row_node != row) place = {row, tree[row].first_child, place.row + 1, 0};
  if (place.column == 0 && place.cell_node != kNoNode)
    place.column = tree[place.cell_node].kind == NodeKind::element ? 1 : 0;
  while (place.cell_node != kNoNode && place.cell_node != cell) {
    place.cell_node = tree[place.cell_node].next_sibling;
    const bool counts =
        place.cell_node != kNoNode && tree[place.cell_node].kind == NodeKind::element;
    if (counts) ++place.column;
  }
  spans_.back().row = place.row;
  spans_.back().column = place.column;
}

std::uint32_t SpanBuilder::span_of(std::uint32_t block) const {
  return block < span_of_.size() ? span_of_[block] : kNoSpan;
}

std::uint32_t SpanBuilder::first_of(std::string_view type) const {
  const auto found = std::find_if(spans_.begin(), spans_.end(),
                                  [&](const TypedSpan& span) { return span.type == type; });
  return found == spans_.end() ? kNoSpan : static_cast<std::uint32_t>(found - spans_.begin());
}

}  // namespace weft
