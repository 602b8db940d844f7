// SPDX-License-Identifier: Apache-2.0
/// The costs of block borders from how often blocks begin on either side.
#include "weft/align/block_border.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace weft {
namespace {

// The share of borders that a translation keeps, the rest falling by chance; and the share of
// sentences beginning a block from which on blocks are taken for lines.
constexpr double kKept = 0.8;
constexpr double kLinesFrom = 0.75;

double share_of_begins(std::span<const std::uint8_t> begins) {
  const auto count = std::count(begins.begin(), begins.end(), std::uint8_t{1});
  return begins.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(begins.size());
}

}  // namespace

BorderCost border_cost(std::span<const std::uint8_t> source_begins,
                       std::span<const std::uint8_t> target_begins) {
  const double source = share_of_begins(source_begins);
  const double target = share_of_begins(target_begins);
  const double common = std::max(source, target);
  if (std::min(source, target) <= 0 || common >= 1) return {};
  const double kept = kKept * std::min(1.0, (1 - common) / (1 - kLinesFrom));

  // Both begin at once: by translation as often as the rarer allows, or by chance.
  const double both = kept * std::min(source, target) + (1 - kept) * source * target;
  const std::array<std::array<double, 2>, 2> joint{
      {{1 - source - target + both, target - both}, {source - both, both}}};
  const std::array<double, 2> of_source{1 - source, source};
  const std::array<double, 2> of_target{1 - target, target};
  BorderCost cost;
  for (std::size_t s = 0; s < 2; ++s) {
    for (std::size_t t = 0; t < 2; ++t)
      cost.begin[s][t] = -std::log(joint[s][t] / (of_source[s] * of_target[t]));
  }
  cost.inside_source = cost.begin[1][0];
  cost.inside_target = cost.begin[0][1];
  return cost;
}

}  // namespace weft
