// SPDX-License-Identifier: Apache-2.0
/// One pass over the blocks, each adding to all its ancestors; then maxima over nodes and over the
/// sequence.
#include "page_profile.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace weft {
namespace {

float linked_share(const TextStats& stats) {
  if (stats.characters == 0) return 0;
  return static_cast<float>(stats.linked) / static_cast<float>(stats.characters);
}

// Each block costs a few words, so that only text longer than labels and links is a gain.
float gain_of(const TextStats& stats) {
  constexpr float kCost = 5;
  constexpr float kUnfinished = 0.6F;
  const float free = 1 - linked_share(stats);
  return stats.length() * free * free * (stats.ends_sentence ? 1 : kUnfinished) - kCost;
}

}  // namespace

PageProfile::PageProfile(const HtmlTree& tree, const PageText& page)
    : tree_(tree),
      page_(page),
      sums_(tree.size()),
      hints_(tree.size()),
      hidden_(tree.size()),
      gain_(page.blocks.size()),
      signature_(page.blocks.size()),
      copies_(page.blocks.size()) {
  sum_blocks();
  find_repetitions();
  find_best_node();
  find_window();
}

void PageProfile::sum_blocks() {
  std::vector<bool> seen(tree_.size());
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const TextBlock& block = page_.blocks[i];
    const float length = block.stats.length();
    const float linked = length * linked_share(block.stats);
    gain_[i] = gain_of(block.stats);
    for (std::uint32_t node = block.node; node != kNoNode; node = tree_[node].parent) {
      SubtreeSums& sums = sums_[node];
      sums.length += length;
      sums.linked += linked;
      sums.sentences += block.stats.ends_sentence ? 1 : 0;
      sums.gain += gain_[i];
      if (sums.blocks++ == 0) sums.first_block = static_cast<std::uint32_t>(i);
      if (seen[node]) continue;
      seen[node] = true;
      hints_[node] = hints_of(tree_, tree_[node]);
      hidden_[node] = is_hidden(tree_, tree_[node]);
    }
  }
}

std::uint64_t PageProfile::template_of(std::uint32_t node) const {
  constexpr int kLevels = 3;
  std::uint64_t hash = 0;
  for (int level = 0; level < kLevels && node != kNoNode; ++level, node = tree_[node].parent) {
    const auto name = std::hash<std::string_view>()(tree_.attribute(tree_[node], "class"));
    hash = (hash ^ name ^ static_cast<std::uint64_t>(tree_[node].tag)) * 1099511628211U;
  }
  return hash;
}

void PageProfile::find_repetitions() {
  std::unordered_map<std::uint64_t, std::uint32_t> templates;
  std::unordered_map<std::string_view, std::uint32_t> texts;
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    const TextBlock& block = page_.blocks[i];
    const auto next = static_cast<std::uint32_t>(repetitions_.size());
    const auto [found, added] = templates.try_emplace(template_of(block.node), next);
    if (added) repetitions_.emplace_back();
    Repetition& repetition = repetitions_[found->second];
    ++repetition.blocks;
    repetition.length += block.stats.length();
    repetition.linked += block.stats.length() * linked_share(block.stats);
    signature_[i] = found->second;
    ++texts[page_.of(block)];
  }
  for (std::size_t i = 0; i < page_.blocks.size(); ++i)
    copies_[i] = texts[page_.of(page_.blocks[i])];
}

void PageProfile::find_best_node() {
  // Children of equal sums win over their parents: the closest element around the text.
  for (std::uint32_t node = 0; node < tree_.size(); ++node) {
    if (sums_[node].blocks > 0 && sums_[node].gain >= sums_[best_node_].gain) best_node_ = node;
  }
}

void PageProfile::find_window() {
  float best = 0;
  float sum = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < gain_.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += gain_[i];
    if (sum > best) {
      best = sum;
      window_begin_ = begin;
      window_end_ = i + 1;
    }
  }
}

}  // namespace weft
