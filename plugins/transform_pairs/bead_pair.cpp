// SPDX-License-Identifier: Apache-2.0
/// Collecting the sentences of beads.
#include "bead_pair.hpp"

#include <algorithm>

namespace weft {
namespace {

BeadSide side_of(const Document& document, const weft_link& link, weft_id role,
                 weft_id boilerplate) {
  BeadSide side;
  for (const weft_end& end : document.ends(link)) {
    const weft_span* span = end.role == role ? document.find_span(end.span) : nullptr;
    if (span == nullptr) continue;
    side.sentences.push_back(*span);
    const weft_span* block = document.find_span(span->parent);
    side.boilerplate = side.boilerplate || (block != nullptr && block->type == boilerplate);
  }
  Document::sort_in_text_order(side.sentences);
  if (side.sentences.empty()) return side;
  side.view = side.sentences.front().view;
  side.language = to_view(document.view(side.view - 1).lang);
  for (const weft_span& sentence : side.sentences) {
    if (!side.text.empty()) side.text += '\n';
    side.text += document.text(sentence);
  }
  return side;
}

}  // namespace

Place place_of(const BeadSide& side, std::size_t begin, std::size_t end) {
  std::size_t offset = 0;
  for (const weft_span& sentence : side.sentences) {
    const std::size_t size = sentence.end - sentence.begin;
    if (begin < offset + size) {
      const std::size_t last = std::min(end, offset + size);
      return {sentence.view, sentence.id,
              sentence.begin + static_cast<std::uint32_t>(begin - offset),
              sentence.begin + static_cast<std::uint32_t>(last - offset)};
    }
    offset += size + 1;
  }
  return {};
}

std::vector<BeadPair> read_beads(const Document& document, const BeadNames& names) {
  std::vector<BeadPair> beads;
  for (const weft_link& link : document.links()) {
    if (link.type != names.bead) continue;
    beads.push_back({link.id, side_of(document, link, names.source, names.boilerplate),
                     side_of(document, link, names.target, names.boilerplate)});
  }
  return beads;
}

bool is_language(std::string_view tag, std::string_view language) {
  return tag.substr(0, language.size()) == language &&
         (tag.size() == language.size() || tag[language.size()] == '-');
}

}  // namespace weft
