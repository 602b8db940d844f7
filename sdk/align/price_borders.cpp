// SPDX-License-Identifier: Apache-2.0
/// Sums of border costs by column, so that pricing a row is one addition a cell.
#include "weft/align/price_borders.hpp"

#include <algorithm>

namespace weft {
namespace {

std::vector<std::uint32_t> counted(std::span<const std::uint8_t> begins) {
  std::vector<std::uint32_t> before{0};
  for (const std::uint8_t flag : begins)
    before.push_back(before.back() + (flag != 0 ? 1U : 0U));
  return before;
}

}  // namespace

BorderPrices::BorderPrices(std::span<const std::uint8_t> source_begins,
                           std::span<const std::uint8_t> target_begins, float weight) {
  cost_ = border_cost(source_begins, target_begins);
  silent_ = weight == 0 || (cost_.begin[1][1] == 0 && cost_.begin[0][1] == 0);
  if (silent_) return;
  for (auto& row : cost_.begin) {
    for (double& cost : row)
      cost *= double{weight};
  }
  cost_.inside_source *= double{weight};
  cost_.inside_target *= double{weight};
  source_begins_.assign(source_begins.begin(), source_begins.end());
  source_before_ = counted(source_begins);
  const std::vector<std::uint32_t> before = counted(target_begins);
  for (std::size_t target = 1; target <= kLongestBead; ++target) {
    for (std::size_t flag = 0; flag < 2; ++flag) {
      std::vector<float>& gains = by_column_[target - 1][flag];
      gains.assign(target_begins.size() + 1, 0.0F);
      for (std::size_t column = target; column < gains.size(); ++column) {
        const std::size_t first = column - target;
        const double inside = before[column] - before[first + 1];
        gains[column] = static_cast<float>(-cost_.begin[flag][target_begins[first] != 0 ? 1 : 0] -
                                           inside * cost_.inside_target);
      }
    }
  }
}

void BorderPrices::add(BeadType type, std::size_t row, std::size_t column,
                       std::span<float> out) const {
  if (silent_) return;
  const std::size_t first = row - type.source;
  const double inside = source_before_[row] - source_before_[first + 1];
  const auto across = static_cast<float>(-inside * cost_.inside_source);
  const float* gains =
      by_column_[type.target - 1U][source_begins_[first] != 0 ? 1 : 0].data() + column;
  for (std::size_t k = 0; k < out.size(); ++k)
    out[k] += gains[k] + across;
}

}  // namespace weft
