// SPDX-License-Identifier: Apache-2.0
/// The trained model and the rules around it.
#include "main_content.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "tree_ensemble.hpp"
#include "whole_containers.hpp"

namespace weft {
namespace {

constexpr std::string_view kModel =
#include "content_model.inc"
    ;

constexpr float kThreshold = 0.45F;

// Words by the trainer's count; see TextStats::length() for the wide ones.
float tokens_of(const TextBlock& block) {
  return static_cast<float>(block.stats.words) + static_cast<float>(block.stats.wide);
}

// The threshold that makes the expected F1 of the page greatest: half of that F1 (Lipton, Elkan and
// Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1", ECML 2014).
float best_threshold(const std::vector<TextBlock>& blocks,
                     const std::vector<float>& probabilities) {
  constexpr float kLowest = 0.1F;
  std::vector<std::uint32_t> order(blocks.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return probabilities[a] > probabilities[b];
  });
  float content = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    content += tokens_of(blocks[i]) * probabilities[i];
  float taken = 0;
  float right = 0;
  float best = 0;
  for (const std::uint32_t i : order) {
    taken += tokens_of(blocks[i]);
    right += tokens_of(blocks[i]) * probabilities[i];
    if (taken + content > 0) best = std::max(best, 2 * right / (taken + content));
  }
  return std::clamp(best / 2, kLowest, kThreshold);
}

// Where hardly anything is surely content, the page is of a kind that the model knows badly, a
// listing or a catalogue: what is likeliest is better than nothing.
float threshold_for(const std::vector<TextBlock>& blocks, const std::vector<float>& probabilities) {
  constexpr float kHardlyAnything = 40;
  float kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (probabilities[i] > kThreshold) kept += tokens_of(blocks[i]);
  return kept < kHardlyAnything ? best_threshold(blocks, probabilities) : kThreshold;
}

// A note, an export, a fragment: few blocks, hardly a link, no element that names itself as
// furniture.
bool is_bare(const PageProfile& profile) {
  constexpr std::size_t kFew = 12;
  constexpr float kLinked = 0.3F;
  constexpr HintSet kFurniture = hint_bit(Hint::navigation) | hint_bit(Hint::side) |
                                 hint_bit(Hint::footer) | hint_bit(Hint::social) |
                                 hint_bit(Hint::dialog) | hint_bit(Hint::advertising) |
                                 hint_bit(Hint::comment);
  const auto& blocks = profile.page().blocks;
  if (blocks.size() > kFew) return false;
  const SubtreeSums& all = profile.sums(0);
  if (all.linked > all.length * kLinked) return false;
  for (const TextBlock& block : blocks)
    for (std::uint32_t node = block.node; node != kNoNode; node = profile.tree()[node].parent)
      if ((profile.hints(node) & kFurniture) != 0 || profile.hidden(node)) return false;
  return true;
}

}  // namespace

std::vector<float> content_probabilities(const std::vector<FeatureVector>& features) {
  static const TreeEnsemble model(kModel, kFeatureCount);
  std::vector<float> probabilities(features.size());
  std::transform(features.begin(), features.end(), probabilities.begin(),
                 [](const FeatureVector& f) { return model.probability(f.values); });
  return probabilities;
}

std::vector<bool> find_main_content(const PageProfile& profile,
                                    const std::vector<FeatureVector>& features) {
  if (is_bare(profile)) return std::vector<bool>(features.size(), true);
  const std::vector<float> probabilities = content_probabilities(features);
  const float threshold = threshold_for(profile.page().blocks, probabilities);
  std::vector<bool> kept(features.size());
  std::transform(probabilities.begin(), probabilities.end(), kept.begin(),
                 [threshold](float probability) { return probability > threshold; });
  keep_whole(profile, find_whole_containers(profile), kept);
  return kept;
}

}  // namespace weft
