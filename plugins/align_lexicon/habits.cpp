// SPDX-License-Identifier: Apache-2.0
/// Counts kinds of beads and compares them with a mixture of many texts.
#include "habits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace weft {
namespace {

enum Kind : std::size_t {
  kOneOne,
  kOneTwo,
  kTwoOne,
  kOneMore,
  kMoreOne,
  kSeveral,
  kSourceGap,
  kTargetGap,
  kKinds
};

// Of all beads and gaps (a row of null beads is one) in texts at large.
constexpr std::array<double, kKinds> kUsual{0.70, 0.09, 0.09, 0.025, 0.025, 0.03, 0.02, 0.02};
constexpr double kUsualWorth = 30;  // beads
constexpr double kMostChange = 3;

Kind kind_of(std::size_t source, std::size_t target) {
  if (source == 0) return kTargetGap;
  if (target == 0) return kSourceGap;
  if (source == 1) return target == 1 ? kOneOne : target == 2 ? kOneTwo : kOneMore;
  if (target == 1) return source == 2 ? kTwoOne : kMoreOne;
  return kSeveral;
}

}  // namespace

BeadPriors fit_habits(const BeadPriors& priors, const std::vector<Bead>& beads, float strength) {
  std::array<double, kKinds> counts{};
  bool in_gap = false;
  for (const Bead& bead : beads) {
    if (!bead.is_null() || !in_gap) counts.at(kind_of(bead.source_count, bead.target_count)) += 1;
    in_gap = bead.is_null();
  }
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  const auto change = [&](Kind kind) {
    const double share = (counts.at(kind) + kUsualWorth * kUsual.at(kind)) / (all + kUsualWorth);
    const double more = std::log(share / kUsual.at(kind));
    return strength * static_cast<float>(std::clamp(more, -kMostChange, kMostChange));
  };
  BeadPriors out = priors;
  for (std::size_t i = 0; i < kBeadTypes.size(); ++i)
    out.type[i] += change(kind_of(kBeadTypes[i].source, kBeadTypes[i].target));
  out.open_source += change(kSourceGap);
  out.open_target += change(kTargetGap);
  return out;
}

}  // namespace weft
