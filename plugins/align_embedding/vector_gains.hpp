// SPDX-License-Identifier: Apache-2.0
/// What a bead gains by its vectors and its length, for weft::BeadSearch.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "similarity.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead_types.hpp"
#include "windows.hpp"

namespace weft {

/// The numbers behind a bead's gain: one set for every model and language pair. Similarities are in
/// units of Similarity, gains are logarithms of ratios of probabilities.
struct VectorWeights {
  double usual_match = 5;   ///< similarity of translations, until the text has told its own
  double most = 20;         ///< gain of a usual match where matches stand out without end
  double half_at = 5;       ///< similarity of matches from which on it is more than half of that
  double threshold = 0.4;   ///< where a pair is as likely as not, as a share of a match
  double length = 0.25;     ///< of the squared deviation of lengths
  double variance = 5;      ///< of it, per byte
  double slack = 12;        ///< bytes that every length may be off
  double length_most = 20;  ///< of the squared deviation
  float base = -1.5F;       ///< of any two-sided bead
  float one_two = -1.0F;    ///< of beads of 1 and 2, and so on
  float one_three = -2.0F;
  float one_four = -3.0F;
  float one_five = -4.0F;
  float two_two = -6.0F;
  float larger = -3.0F;  ///< for every sentence more than 2 and 2
  float gap = -3.0F;
  float gap_more = -1.0F;
  float border = 1.0F;

  [[nodiscard]] BeadPriors priors() const;
  /// Beads of 1 and 1 only, and cheap gaps: for a coarse path.
  [[nodiscard]] BeadPriors coarse_priors() const;
};

/// Gains of a pair of windows. Read-only: any thread.
class PairGain {
 public:
  /// Keeps references. `source_bytes` and `target_bytes` are sums before each sentence, on a common
  /// scale; empty where lengths are not to count. `match` is the similarity of translations.
  PairGain(const Similarity& similarity, std::span<const double> source_bytes,
           std::span<const double> target_bytes, const VectorWeights& weights, double match)
      : similarity_(similarity),
        source_bytes_(source_bytes),
        target_bytes_(target_bytes),
        weights_(weights),
        most_(weights.most * match * match / (match * match + weights.half_at * weights.half_at)),
        slope_(most_ / (match * (1 - weights.threshold))),
        threshold_(weights.threshold * match) {}

  /// By similarity alone.
  [[nodiscard]] double by_vectors(BeadType type, std::size_t source_end,
                                  std::size_t target_end) const;
  /// Lengths too.
  [[nodiscard]] double of(BeadType type, std::size_t source_end, std::size_t target_end) const;

 private:
  const Similarity& similarity_;
  std::span<const double> source_bytes_;
  std::span<const double> target_bytes_;
  const VectorWeights& weights_;
  double most_;
  double slope_;
  double threshold_;
};

/// PairGain of one stretch of either side, asked as BeadSearch asks. Not for two threads at once.
class VectorGains {
 public:
  VectorGains(const PairGain& gain, Stretch source, Stretch target)
      : gain_(gain), source_(source), target_(target) {}

  void begin(const Band&) {}
  void enter(std::size_t row) { row_ = row; }
  void add(BeadType type, std::size_t column, std::span<float> out) const {
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] +=
          static_cast<float>(gain_.of(type, source_.begin + row_, target_.begin + column + k));
  }

 private:
  const PairGain& gain_;
  Stretch source_;
  Stretch target_;
  std::size_t row_ = 0;
};

}  // namespace weft
