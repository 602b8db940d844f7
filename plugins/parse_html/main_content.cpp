// SPDX-License-Identifier: Apache-2.0
/// The trained model and the rules around it.
#include "main_content.hpp"

#include <algorithm>

#include "tree_ensemble.hpp"

namespace weft {
namespace {

constexpr std::string_view kModel =
#include "content_model.inc"
    ;

constexpr float kThreshold = 0.45F;

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
  std::vector<bool> kept(features.size());
  std::transform(probabilities.begin(), probabilities.end(), kept.begin(),
                 [](float probability) { return probability > kThreshold; });
  return kept;
}

}  // namespace weft
