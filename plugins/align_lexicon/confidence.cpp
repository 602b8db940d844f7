// SPDX-License-Identifier: Apache-2.0
/// A logistic function of four features.
#include "confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace weft {
namespace {

constexpr double kSure = 0.001;  // posteriors nearer to 0 and 1 say no more

// Of the features below, in their order.
constexpr std::array<double, 4> kWeights{-0.0799, 0.5925, 0.2966, -0.4685};

}  // namespace

std::vector<std::vector<double>> confidence_features(const std::vector<BeadEvidence>& evidence,
                                                     const std::vector<Bead>& beads) {
  std::vector<std::vector<double>> out;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const double share = std::clamp(double{evidence[i].posterior}, kSure, 1 - kSure);
    const double sentences = beads[i].source_count + beads[i].target_count;
    out.push_back({1, std::log(share / (1 - share)), sentences > 2 ? 1.0 : 0.0,
                   std::max(0.0, sentences - 3)});
  }
  return out;
}

void set_confidence(const std::vector<BeadEvidence>& evidence, std::vector<Bead>& beads) {
  const auto features = confidence_features(evidence, beads);
  for (std::size_t i = 0; i < beads.size(); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < kWeights.size(); ++k)
      sum += kWeights.at(k) * features[i][k];
    beads[i].score = beads[i].is_null() ? 0 : 1 / (1 + std::exp(-sum));
  }
}

}  // namespace weft
