// SPDX-License-Identifier: Apache-2.0
/// Means by the middle of all vectors, spread by pairs spread over the text.
#include "similarity.hpp"

#include <algorithm>
#include <cmath>

namespace weft {
namespace {

// Cosine of unrelated texts and its deviation in common models, where the text cannot tell, and as
// how many windows or pairs that counts.
constexpr double kUsualCosine = 0.2;
constexpr double kUsualSpread = 0.1;
constexpr double kUsualWindows = 4;
constexpr double kUsualPairs = 60;
constexpr double kLeastSpread = 0.005;
// Pairs looked at to learn what unrelated pairs are like.
constexpr std::size_t kPairs = 2000;
// Of a normal distribution: the shares below its middle, and below one deviation less.
constexpr double kMiddle = 0.5;
constexpr double kOneDeviationBelow = 0.1587;

/// The mean of all windows of a size, zero rows apart, as if a usual one were among them.
struct Middle {
  std::vector<float> sum;
  double count = 0;
};

Middle middle_of(const WindowVectors& side, std::size_t size) {
  Middle middle{std::vector<float>(side.dimension(), 0.0F), 0};
  for (std::size_t end = 1; end <= side.sentences(); ++end) {
    const float* row = side.row(end, size);
    bool any = false;
    for (std::size_t i = 0; i < side.dimension(); ++i) {
      middle.sum[i] += row[i];
      any = any || row[i] != 0;
    }
    if (any) ++middle.count;
  }
  return middle;
}

std::vector<float> halves(const WindowVectors& side, std::size_t size, const Middle& other) {
  std::vector<float> out;
  for (std::size_t end = 1; end <= side.sentences(); ++end) {
    const double sum = double{dot(side.row(end, size), other.sum.data(), side.dimension())};
    const double mean = (sum + kUsualWindows * kUsualCosine) / (other.count + kUsualWindows);
    out.push_back(static_cast<float>(mean / 2));
  }
  return out;
}

/// The value below which that share of all lies; reorders them.
double quantile(std::vector<double>& values, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::min(place, values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace

Similarity::Similarity(const WindowVectors& source, const WindowVectors& target)
    : source_(source), target_(target) {
  const std::size_t longest = std::min(source.longest(), target.longest());
  for (const BeadType type : kBeadTypes) {
    if (type.source > longest || type.target > longest) continue;
    measure_likes(type);
    measure_spread(type);
  }
}

void Similarity::measure_likes(BeadType type) {
  const std::size_t s = type.source - 1;
  const std::size_t t = type.target - 1;
  half_of_source_[s][t] = halves(source_, type.source, middle_of(target_, type.target));
  half_of_target_[s][t] = halves(target_, type.target, middle_of(source_, type.source));
  scale_[s][t] = 1;
}

/// By quantiles, which the few pairs that do translate each other hardly move.
void Similarity::measure_spread(BeadType type) {
  const std::size_t rows = source_.sentences();
  const std::size_t columns = target_.sentences();
  if (rows == 0 || columns == 0) return;
  std::vector<double> values;
  // Steps by the golden ratio visit columns evenly, and far from the diagonal as well as near.
  constexpr double kGolden = 0.6180339887498949;
  const std::size_t pairs = std::min(kPairs, rows * columns);
  const bool all = pairs == rows * columns;
  for (std::size_t n = 0; n < pairs; ++n) {
    const double share = std::fmod(static_cast<double>(n) * kGolden, 1.0);
    const auto drawn = static_cast<std::size_t>(share * static_cast<double>(columns));
    const std::size_t row = n * rows / pairs;
    const std::size_t column = all ? n % columns : std::min(drawn, columns - 1);
    if (row + 1 < type.source || column + 1 < type.target) continue;
    values.push_back(double{(*this)(type, row + 1, column + 1)});
  }
  if (values.empty()) return;
  // Pairs that translate each other are the greatest: the rest lies below them.
  const double others = 1 - 1 / static_cast<double>(std::max(rows, columns));
  const auto count = static_cast<double>(values.size());
  const double middle = quantile(values, kMiddle * others);
  const double seen = middle - quantile(values, kOneDeviationBelow * others);
  const double centre = middle * count / (count + kUsualPairs);
  const double spread = std::sqrt(
      (count * seen * seen + kUsualPairs * kUsualSpread * kUsualSpread) / (count + kUsualPairs));
  const std::size_t s = type.source - 1;
  const std::size_t t = type.target - 1;
  centre_[s][t] = static_cast<float>(centre);
  scale_[s][t] = static_cast<float>(1 / std::max(spread, kLeastSpread));
}

}  // namespace weft
