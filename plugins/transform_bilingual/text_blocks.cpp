// SPDX-License-Identifier: Apache-2.0
/// One pass over spans, one over attributes, one over the text.

#include "text_blocks.hpp"

#include <algorithm>
#include <unordered_map>

#include "weft/text/language.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

std::vector<TextBlock> outermost_blocks(const Document& document, weft_id view,
                                        const BlockNames& names) {
  std::vector<weft_span> spans;
  for (const weft_span& span : document.spans()) {
    if (span.view == view && names.stream_of(span.type) != nullptr) spans.push_back(span);
  }
  Document::sort_in_text_order(spans);
  std::vector<TextBlock> out;
  std::uint32_t reached = 0;
  for (const weft_span& span : spans) {
    if (span.begin < reached || span.begin == span.end) continue;
    reached = span.end;
    TextBlock block;
    block.span = span;
    block.stream = *names.stream_of(span.type);
    block.heading = span.type == names.heading;
    block.code = span.type == names.code;
    block.text = document.text(span);
    out.push_back(std::move(block));
  }
  return out;
}

/// The table a block stands in.
weft_id table_of(const Document& document, weft_id parent, weft_id table) {
  while (parent != 0) {
    const weft_span* span = document.find_span(parent);
    if (span == nullptr) return 0;
    if (span->type == table) return span->id;
    parent = span->parent;
  }
  return 0;
}

void read_attributes(const Document& document, const BlockNames& names,
                     std::vector<TextBlock>& blocks) {
  std::unordered_map<weft_id, TextBlock*> by_span;
  for (TextBlock& block : blocks)
    by_span[block.span.id] = &block;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind != WEFT_ON_SPAN) continue;
    const auto found = by_span.find(attr.owner);
    if (found == by_span.end()) continue;
    TextBlock& block = *found->second;
    const bool is_integer = attr.value.kind == WEFT_VALUE_INTEGER && attr.value.as.integer >= 0;
    if (attr.key == names.lang && attr.value.kind == WEFT_VALUE_STRING)
      block.tag = to_view(attr.value.as.string);
    if (attr.key == names.row && is_integer)
      block.row = static_cast<std::uint32_t>(attr.value.as.integer);
    if (attr.key == names.column && is_integer)
      block.column = static_cast<std::uint32_t>(attr.value.as.integer);
  }
}

}  // namespace

BlockNames::BlockNames()
    : heading(name(WEFT_SPAN_HEADING)),
      code(name(WEFT_SPAN_CODE)),
      table(name(WEFT_SPAN_TABLE)),
      lang(name(WEFT_KEY_LANG)),
      row(name(WEFT_KEY_ROW)),
      column(name(WEFT_KEY_COLUMN)) {
  for (const char* type : {WEFT_SPAN_TITLE, WEFT_SPAN_DECK})
    streams_[name(type)] = Stream::kHead;
  for (const char* type : {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_LIST_ITEM,
                           WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CODE})
    streams_[name(type)] = Stream::kBody;
  for (const char* type : {WEFT_SPAN_CAPTION, WEFT_SPAN_BIO, WEFT_SPAN_FOOTNOTE})
    streams_[name(type)] = Stream::kBeside;
  for (const char* type :
       {WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_SOURCE, WEFT_SPAN_TRANSLATOR, WEFT_SPAN_CREDIT})
    streams_[name(type)] = Stream::kMetadata;
}

const Stream* BlockNames::stream_of(weft_id type) const {
  const auto found = streams_.find(type);
  return found == streams_.end() ? nullptr : &found->second;
}

std::vector<TextBlock> read_blocks(const Document& document, weft_id view,
                                   const BlockNames& names) {
  std::vector<TextBlock> blocks = outermost_blocks(document, view, names);
  read_attributes(document, names, blocks);
  for (TextBlock& block : blocks) {
    block.counts = count_scripts(block.text);
    block.words = words_of(block.counts);
    block.table = table_of(document, block.span.parent, names.table);
    if (block.tag.empty() && !block.code) block.tag = guess_language(block.text, block.counts).tag;
    if (block.tag == "und") block.tag.clear();
  }
  return blocks;
}

}  // namespace weft
