// SPDX-License-Identifier: Apache-2.0
/// Likelihood ratios of similarity and length.
#include "vector_gains.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace weft {
namespace {

// Some matches are closer than usual ones: gains go on to here.
constexpr double kHighest = 1.5;

}  // namespace

BeadPriors VectorWeights::priors() const {
  BeadPriors out;
  const std::array<float, kLongestBead> one{0.0F, one_two, one_three, one_four, one_five};
  for (std::size_t i = 0; i < kBeadTypes.size(); ++i) {
    const int fewer = std::min(kBeadTypes[i].source, kBeadTypes[i].target);
    const int more = std::max(kBeadTypes[i].source, kBeadTypes[i].target);
    out.type[i] = base + (fewer == 1 ? one.at(static_cast<std::size_t>(more - 1))
                                     : two_two + larger * static_cast<float>(fewer + more - 4));
  }
  out.open_source = gap;
  out.open_target = gap;
  out.extend = gap_more;
  out.border = border;
  return out;
}

BeadPriors VectorWeights::coarse_priors() const {
  BeadPriors out;
  out.type.fill(-std::numeric_limits<float>::infinity());
  out.type[0] = 0;
  out.open_source = gap_more;
  out.open_target = gap_more;
  out.extend = gap_more;
  out.border = 0;
  return out;
}

double PairGain::by_vectors(BeadType type, std::size_t source_end, std::size_t target_end) const {
  const double alike = double{similarity_(type, source_end, target_end)};
  return std::clamp(slope_ * (alike - threshold_), -most_, kHighest * most_);
}

double PairGain::of(BeadType type, std::size_t source_end, std::size_t target_end) const {
  const double gain = by_vectors(type, source_end, target_end);
  if (source_bytes_.empty()) return gain;
  const double from = source_bytes_[source_end] - source_bytes_[source_end - type.source];
  const double to = target_bytes_[target_end] - target_bytes_[target_end - type.target];
  const double variance = weights_.variance * (from + to) / 2 + weights_.slack * weights_.slack;
  const double squared = (from - to) * (from - to) / variance;
  return gain - weights_.length * std::min(squared, weights_.length_most);
}

}  // namespace weft
