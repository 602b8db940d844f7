// SPDX-License-Identifier: Apache-2.0
/// How much more alike two windows are than windows that have nothing to do with each other.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "weft/align/bead_types.hpp"
#include "windows.hpp"

namespace weft {

/// The cosine of two vectors less how alike each of them is to everything (the margin of Artetxe
/// and Schwenk, ACL 2019, in its form as a difference, over all windows of the other side instead
/// of the nearest; Thompson and Koehn, EMNLP 2019, take a random sample), in units of what
/// unrelated windows of these sizes vary: about a normal distribution about 0 where they are
/// unrelated, whatever the model. Where a text is too short to tell, common values of models fill
/// in. Read-only: any thread.
class Similarity {
 public:
  /// Keeps references to both.
  Similarity(const WindowVectors& source, const WindowVectors& target);

  /// Of the windows of that many sentences that end before these sentences.
  [[nodiscard]] float operator()(BeadType type, std::size_t source_end,
                                 std::size_t target_end) const {
    const std::size_t s = type.source - 1;
    const std::size_t t = type.target - 1;
    const float cosine = dot(source_.row(source_end, type.source),
                             target_.row(target_end, type.target), source_.dimension());
    return (cosine - half_of_source_[s][t][source_end - 1] - half_of_target_[s][t][target_end - 1] -
            centre_[s][t]) *
           scale_[s][t];
  }

 private:
  template <class Value>
  using BySizes = std::array<std::array<Value, kLongestBead>, kLongestBead>;

  void measure_likes(BeadType type);
  void measure_spread(BeadType type);

  const WindowVectors& source_;
  const WindowVectors& target_;
  // [source sentences - 1][target sentences - 1]: by window, half its mean cosine with the others.
  BySizes<std::vector<float>> half_of_source_;
  BySizes<std::vector<float>> half_of_target_;
  BySizes<float> centre_{};
  BySizes<float> scale_{};
};

}  // namespace weft
