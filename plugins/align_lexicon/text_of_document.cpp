// SPDX-License-Identifier: Apache-2.0
/// Sides and sections by weft::align, laid out in a row.
#include "text_of_document.hpp"

#include <cstdint>

namespace weft {
namespace {

void append(const Document& document, const Side& side, const std::vector<std::uint32_t>& members,
            TextSide& text, std::vector<weft_id>& spans) {
  const Sentences measured = measure(side, members);
  text.begins_block.insert(text.begins_block.end(), measured.begins_block.begin(),
                           measured.begins_block.end());
  for (const std::uint32_t i : members) {
    text.sentences.push_back(document.text(side.sentences[i]));
    spans.push_back(side.sentences[i].id);
  }
}

}  // namespace

TextOfDocument::TextOfDocument(const Document& document, const LanguageRanges& languages,
                               const StructureNames& names) {
  const SidePair sides = pick_sides(document, languages.source, languages.target, names.sentence);
  missing_ = sides.missing;
  if (!missing_.empty()) return;
  for (const Section& section : sections_of(document, sides.source, sides.target, names.parallel)) {
    TextSection place;
    place.source_begin = static_cast<std::uint32_t>(source_spans_.size());
    place.target_begin = static_cast<std::uint32_t>(target_spans_.size());
    append(document, sides.source, section.source, source_, source_spans_);
    append(document, sides.target, section.target, target_, target_spans_);
    place.source_end = static_cast<std::uint32_t>(source_spans_.size());
    place.target_end = static_cast<std::uint32_t>(target_spans_.size());
    sections_.push_back(place);
  }
}

}  // namespace weft
