// SPDX-License-Identifier: Apache-2.0
/// How likely two stretches of text are to be translations of each other, judged by length alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace weft {

/// Gale and Church's assumption (A Program for Aligning Sentences in Bilingual Corpora, 1993): each
/// unit of source text makes `ratio` units of target text, with a variance per unit. Units are
/// bytes of UTF-8: against code points they bring Chinese nearer to English.
struct LengthModel {
  double ratio = 1;       ///< target bytes per source byte
  double variance = 6.8;  ///< the paper's, of English, French and German
};

/// The ratio of two texts, 1 where one of them is empty.
double length_ratio(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target);

/// The cost of pairing two lengths: -log of the probability that true translations differ by so
/// much or more. Lengths are on a common scale in the middle of both languages, so that exchanging
/// the languages changes nothing.
class LengthCost {
 public:
  explicit LengthCost(const LengthModel& model);

  [[nodiscard]] float scaled_source(std::uint32_t bytes) const {
    return static_cast<float>(bytes) * source_scale_;
  }
  [[nodiscard]] float scaled_target(std::uint32_t bytes) const {
    return static_cast<float>(bytes) * target_scale_;
  }

  /// Within .0012 of the true value up to twenty standard deviations.
  [[nodiscard]] float operator()(float source, float target) const;

  /// costs[i] = (*this)(source, target[i]) + extra[i]: one call a row, for vector instructions.
  void fill(float source, std::span<const float> target, std::span<const float> extra,
            std::span<float> costs) const;

 private:
  float source_scale_;
  float target_scale_;
  float half_variance_;
};

}  // namespace weft
