// SPDX-License-Identifier: Apache-2.0
/// Choosing the views, and numbering their sentences.
#include "weft/exports/side_text.hpp"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "weft/exports/xml_text.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

/// Sentences of the pairs with their texts, and the views that they are in.
struct Paired {
  std::unordered_map<weft_id, std::string_view> spans;
  std::unordered_set<weft_id> views;
};

Paired paired_on(const std::vector<Pair>& pairs, PairSide Pair::*side) {
  Paired out;
  for (const Pair& pair : pairs) {
    const PairSide& of_pair = pair.*side;
    for (std::size_t i = 0; i < of_pair.sentences.size(); ++i) {
      out.spans.emplace(of_pair.sentences[i]->id, of_pair.sentence_text(i));
      out.views.insert(of_pair.sentences[i]->view);
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
                     char letter)
    : letter_(letter), behind_("." + name_token(document.id())) {
  const Paired paired = paired_on(pairs, side);
  for (const weft_span& sentence : sentences_of(document, paired)) {
    const auto found = paired.spans.find(sentence.id);
    if (found != paired.spans.end()) {
      add(document, sentence, found->second);
      continue;
    }
    const Cleaned cleaned = clean_for_xml(document.text(sentence));
    replaced_ += cleaned.changed;
    add(document, sentence, alone_.emplace_back(fold_space(cleaned.text)));
  }
}

void SideTexts::add(const Document& document, const weft_span& sentence, std::string_view words) {
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
  const std::size_t number = numbers_.size() + 1;
  numbers_.emplace(sentence.id, number);
  text.blocks.back().sentences.push_back({id_of(number), words});
}

std::string SideTexts::id_of(std::size_t number) const {
  return letter_ + std::to_string(number) + behind_;
}

std::string SideTexts::ids(const PairSide& side, std::string_view before) const {
  std::string out;
  for (const weft_span* sentence : side.sentences) {
    const auto found = numbers_.find(sentence->id);
    if (found == numbers_.end())
      throw Error(WEFT_E_INTERNAL, "a pair has a sentence that its text lacks");
    if (!out.empty()) out += ' ';
    (out += before) += id_of(found->second);
  }
  return out;
}

}  // namespace weft
