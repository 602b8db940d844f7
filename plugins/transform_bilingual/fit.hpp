// SPDX-License-Identifier: Apache-2.0
/// How well two groups of pieces fit as translations of each other.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "piece.hpp"

namespace weft {

/// What is known of one group of pieces.
struct Bulk {
  double size = 0;
  bool heading = false;
  std::vector<std::uint64_t> anchors;
  std::uint8_t marks = 0;
};
Bulk bulk_of(const std::vector<Piece>& pieces, std::span<const std::size_t> members);

/// The sizes of translations, as logarithms of ratios: their usual value (side 1 to side 0).
struct FitModel {
  double usual = 0;

  /// The median over `ratios` (logarithms), drawn to 0 where there are few: words are counted so
  /// that a translation has as many.
  static FitModel of(std::vector<double> ratios);

  /// Half the squared distance from the usual ratio in standard deviations, of which short texts
  /// have a larger one; anchors and marks that both share take away from that, marks that one lacks
  /// and a heading beside a paragraph add. `first` is of side `first_side`.
  [[nodiscard]] double cost(const Bulk& first, const Bulk& second, std::uint32_t first_side) const;

  /// The logarithm of likelihoods of Pair::evidence.
  [[nodiscard]] double evidence(const Bulk& first, const Bulk& second,
                                std::uint32_t first_side) const;

 private:
  [[nodiscard]] double off(const Bulk& first, const Bulk& second, std::uint32_t first_side) const;
};

/// The share of the smaller set of anchors that both have, 0..1; -1 where one has none.
double shared_anchors(const Bulk& first, const Bulk& second);

}  // namespace weft
