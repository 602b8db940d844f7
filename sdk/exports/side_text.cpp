// SPDX-License-Identifier: Apache-2.0
/// Choosing the views, and numbering their sentences.
#include "weft/exports/side_text.hpp"

#include <unordered_set>
#include <utility>

#include "weft/exports/xml_text.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

/// Sentences of the pairs, and the views that they are in.
struct Paired {
  std::unordered_set<weft_id> spans;
  std::unordered_set<weft_id> views;
};

Paired paired_on(const std::vector<Pair>& pairs, PairSide Pair::*side) {
  Paired out;
  for (const Pair& pair : pairs) {
    for (const weft_span* sentence : (pair.*side).sentences) {
      out.spans.insert(sentence->id);
      out.views.insert(sentence->view);
    }
  }
  return out;
}

/// In text order. What lies in a longer one before it is written with that, unless a pair needs it.
std::vector<weft_span> sentences_of(const Document& document, const Paired& paired) {
  const weft_id sentence = name(WEFT_SPAN_SENTENCE);
  std::vector<weft_span> spans;
  for (const weft_span& span : document.spans()) {
    if (paired.spans.count(span.id) != 0 ||
        (span.type == sentence && paired.views.count(span.view) != 0))
      spans.push_back(span);
  }
  Document::sort_in_text_order(spans);
  weft_id view = 0;
  std::uint32_t reached = 0;
  std::vector<weft_span> out;
  for (const weft_span& span : spans) {
    if (span.view != std::exchange(view, span.view)) reached = 0;
    if (span.begin < reached && paired.spans.count(span.id) == 0) continue;
    reached = std::max(reached, span.end);
    out.push_back(span);
  }
  return out;
}

}  // namespace

SideTexts::SideTexts(const Document& document, const std::vector<Pair>& pairs, PairSide Pair::*side,
                     char letter) {
  const std::string behind = "." + name_token(document.id());
  std::size_t number = 0;
  for (const weft_span& sentence : sentences_of(document, paired_on(pairs, side)))
    add(document, sentence, letter + std::to_string(++number) + behind);
}

void SideTexts::add(const Document& document, const weft_span& sentence, std::string id) {
  if (sentence.view != last_view_) {
    texts_.push_back({to_view(document.view(sentence.view - 1).lang), {}});
  }
  SideText& text = texts_.back();
  if (sentence.view != last_view_ || sentence.parent != last_block_) {
    const weft_span* block = document.find_span(sentence.parent);
    text.blocks.push_back({block == nullptr ? std::string_view() : name_of(block->type), {}});
  }
  last_view_ = sentence.view;
  last_block_ = sentence.parent;
  const Cleaned cleaned = clean_for_xml(document.text(sentence));
  replaced_ += cleaned.changed;
  ids_.emplace(sentence.id, id);
  text.blocks.back().sentences.push_back({std::move(id), fold_space(cleaned.text)});
}

std::string SideTexts::ids(const PairSide& side, std::string_view before) const {
  std::string out;
  for (const weft_span* sentence : side.sentences) {
    const auto found = ids_.find(sentence->id);
    if (found == ids_.end())
      throw Error(WEFT_E_INTERNAL, "a pair has a sentence that its text lacks");
    if (!out.empty()) out += ' ';
    (out += before) += found->second;
  }
  return out;
}

}  // namespace weft
