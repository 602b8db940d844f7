// SPDX-License-Identifier: Apache-2.0
/// The kinds of bead a search tries, and what each is worth before a word is read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "weft/align/block_border.hpp"

namespace weft {

/// Sentences on either side of a two-sided bead.
struct BeadType {
  std::uint8_t source = 1;
  std::uint8_t target = 1;
};

/// The most sentences a bead has on one side.
inline constexpr std::size_t kLongestBead = 5;

/// Every type that is tried: one against one to five, and the small ones of several against
/// several.
inline constexpr std::array<BeadType, 18> kBeadTypes{{{1, 1},
                                                      {1, 2},
                                                      {2, 1},
                                                      {1, 3},
                                                      {3, 1},
                                                      {2, 2},
                                                      {1, 4},
                                                      {4, 1},
                                                      {2, 3},
                                                      {3, 2},
                                                      {1, 5},
                                                      {5, 1},
                                                      {2, 4},
                                                      {4, 2},
                                                      {3, 3},
                                                      {2, 5},
                                                      {5, 2},
                                                      {3, 4}}};

/// The place of a type in kBeadTypes; kBeadTypes.size() when it is not tried.
constexpr std::size_t number_of(BeadType type) {
  std::size_t i = 0;
  while (i < kBeadTypes.size() &&
         (kBeadTypes[i].source != type.source || kBeadTypes[i].target != type.target))
    ++i;
  return i;
}

/// Gains (logarithms of ratios, above 0 is good) that do not depend on the words of a bead.
struct BeadPriors {
  std::array<float, kBeadTypes.size()> type{};  ///< of kBeadTypes, each
  float open_source =
      0;  ///< of the first sentence in a row without a partner, if it is a source one
  float open_target = 0;  ///< the same for a target one
  float extend = 0;       ///< of every further one: omissions and boilerplate come in blocks
  float border = 1;       ///< how much BorderCost counts; 0 = not at all
  /// What single sentences that open a row without a partner gain beside; empty: none does. Whoever
  /// sets them keeps them alive as long as the priors are used.
  std::span<const float> alone_source;
  std::span<const float> alone_target;

  [[nodiscard]] float open_source_at(std::size_t sentence) const {
    return open_source + (alone_source.empty() ? 0.0F : alone_source[sentence]);
  }
  [[nodiscard]] float open_target_at(std::size_t sentence) const {
    return open_target + (alone_target.empty() ? 0.0F : alone_target[sentence]);
  }
};

}  // namespace weft
