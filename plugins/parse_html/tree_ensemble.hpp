// SPDX-License-Identifier: Apache-2.0
/// Evaluates a sum of decision trees, read from a compact text that a trainer wrote.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace weft {

/// Gradient-boosted trees (Friedman 2001; trained by XGBoost). Reading it is safe from any thread.
class TreeEnsemble {
 public:
  /// Reads trees in preorder: a split is "FEATURE<THRESHOLD" followed by the tree for values below
  /// and the tree for all others, a leaf is "=VALUE"; the first number is the sum of an empty
  /// ensemble, tokens are parted by white space. Throws weft::Error (WEFT_E_INTERNAL) when the text
  /// is no such thing, or names a feature that is not below `feature_count`.
  TreeEnsemble(std::string_view text, std::size_t feature_count);

  /// The probability that the trees give to a vector of `feature_count` values.
  [[nodiscard]] float probability(std::span<const float> values) const;

 private:
  struct Node {
    float value = 0;            ///< threshold of a split, weight of a leaf
    std::int32_t feature = -1;  ///< -1: a leaf
    std::uint32_t other =
        0;  ///< index of the tree for values not below; the other tree follows the split
  };

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
  float base_ = 0;
};

}  // namespace weft
