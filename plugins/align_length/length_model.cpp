// SPDX-License-Identifier: Apache-2.0
/// The tail of the normal distribution, without a logarithm.
#include "length_model.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>

namespace weft {
namespace {

// -log P(|X| >= x) of a standard normal X is x^2 / 2 plus a slow function that this fraction
// follows; fitted to erfc for the least greatest error on [0, 20].
constexpr float kTop1 = 0.8055F;
constexpr float kTop2 = 0.0280F;
constexpr float kBottom1 = 0.2820F;
constexpr float kBottom2 = 0.00457F;
constexpr float kTiny = 1e-6F;  // two empty texts fit each other

inline float tail_cost(float difference, float spread) {
  const float squared = difference * difference / (spread + kTiny);
  const float x = std::sqrt(squared);
  return squared * 0.5F +
         (kTop1 * x + kTop2 * squared) / (1.0F + kBottom1 * x + kBottom2 * squared);
}

}  // namespace

double length_ratio(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target) {
  const auto sum = [](std::span<const std::uint32_t> lengths) {
    return static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0}));
  };
  const double from = sum(source);
  const double to = sum(target);
  return from > 0 && to > 0 ? to / from : 1.0;
}

LengthCost::LengthCost(const LengthModel& model)
    : source_scale_(static_cast<float>(std::sqrt(model.ratio))),
      target_scale_(static_cast<float>(1 / std::sqrt(model.ratio))),
      half_variance_(static_cast<float>(model.variance / 2)) {}

float LengthCost::operator()(float source, float target) const {
  return tail_cost(source - target, (source + target) * half_variance_);
}

void LengthCost::fill(float source, std::span<const float> target, std::span<const float> extra,
                      std::span<float> costs) const {
  const float half_variance = half_variance_;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    costs[i] = tail_cost(source - target[i], (source + target[i]) * half_variance) + extra[i];
  }
}

}  // namespace weft
