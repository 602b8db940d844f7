// SPDX-License-Identifier: Apache-2.0
/// Two texts of one document, read paragraph by paragraph.
#include <algorithm>
#include <unordered_map>

#include "open_document.hpp"

namespace weft {
namespace {

/// By block of a later text: how many blocks of the first stand before it, by the links.
std::unordered_map<weft_id, std::size_t> anchors(const OpenDocument& open) {
  const std::vector<weft_span>& blocks = open.blocks();
  std::unordered_map<weft_id, std::size_t> place;  // of the first view's blocks
  for (std::size_t i = 0; i < blocks.size() && blocks[i].view == blocks.front().view; ++i)
    place.emplace(blocks[i].id, i);
  std::unordered_map<weft_id, std::size_t> out;
  const Document& document = open.document();
  for (const weft_link& link : document.links()) {
    if (link.type != open.names().bead && link.type != open.names().parallel) continue;
    std::size_t last = 0;
    std::vector<weft_id> others;
    for (const weft_end& end : document.ends(link)) {
      const weft_span* span = document.find_span(end.span);
      const auto where = span == nullptr ? std::nullopt : open.place_of(*span);
      const weft_span* block = where ? open.block_at(*where) : nullptr;
      if (block == nullptr) continue;
      const auto found = place.find(block->id);
      if (found == place.end()) {
        others.push_back(block->id);
      } else {
        last = std::max(last, found->second + 1);
      }
    }
    for (const weft_id block : others)
      out[block] = std::max(out[block], last);
  }
  return out;
}

}  // namespace

std::vector<weft_span> reading_order(const OpenDocument& open) {
  std::vector<weft_span> blocks = open.blocks();
  if (blocks.empty() || blocks.front().view == blocks.back().view) return blocks;
  const std::unordered_map<weft_id, std::size_t> anchor = anchors(open);
  const weft_id first_view = blocks.front().view;
  std::vector<std::pair<std::size_t, weft_span>> keyed;
  std::size_t reached = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].view == first_view) {
      keyed.emplace_back(i + 1, blocks[i]);
      continue;
    }
    if (i > 0 && blocks[i].view != blocks[i - 1].view) reached = 0;
    const auto found = anchor.find(blocks[i].id);
    if (found != anchor.end()) reached = std::max(reached, found->second);
    keyed.emplace_back(reached, blocks[i]);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < blocks.size(); ++i)
    blocks[i] = keyed[i].second;
  return blocks;
}

}  // namespace weft
