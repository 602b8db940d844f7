// SPDX-License-Identifier: Apache-2.0
/// Asks LexicalGains for everything in a band.
#include "stored_gains.hpp"

#include <algorithm>
#include <utility>

namespace weft::train {
namespace {

std::size_t place_of(BeadType type) {
  std::size_t i = 0;
  while (kBeadTypes[i].source != type.source || kBeadTypes[i].target != type.target)
    ++i;
  return i;
}

}  // namespace

StoredGains::StoredGains(const LexicalText& text, const Weights& weights, Band band)
    : weights_(&weights),
      band_(std::move(band)),
      source_length_(text.source_length),
      target_length_(text.target_length) {
  Weights plain = weights;
  plain.words = 1;
  plain.length = 0;
  LexicalGains gains(text, plain);
  gains.begin(band_, {0, static_cast<std::uint32_t>(text.source.sentences()), 0,
                      static_cast<std::uint32_t>(text.target.sentences())});
  std::size_t cells = 0;
  for (std::size_t row = 0; row < band_.first.size(); ++row) {
    offsets_.push_back(cells);
    cells += (band_.last[row] - band_.first[row] + std::size_t{1}) * kBeadTypes.size();
  }
  sums_.assign(cells, 0.0F);
  for (std::size_t row = 1; row < band_.first.size(); ++row) {
    gains.enter(row);
    const std::size_t width = band_.last[row] - band_.first[row] + std::size_t{1};
    for (std::size_t i = 0; i < kBeadTypes.size(); ++i) {
      if (kBeadTypes[i].source > row) continue;
      const std::size_t skip =
          band_.first[row] < kBeadTypes[i].target ? kBeadTypes[i].target - band_.first[row] : 0U;
      if (skip >= width) continue;
      const std::span<float> out(sums_.data() + offsets_[row] + i * width + skip, width - skip);
      gains.add(kBeadTypes[i], band_.first[row] + skip, out);
    }
  }
}

void StoredGains::add(BeadType type, std::size_t column, std::span<float> out) const {
  const std::size_t width = band_.last[row_] - band_.first[row_] + std::size_t{1};
  const float* sums =
      sums_.data() + offsets_[row_] + place_of(type) * width + column - band_.first[row_];
  const auto source = static_cast<float>(source_length_[row_] - source_length_[row_ - type.source]);
  const double* lengths = target_length_.data() + column;
  for (std::size_t k = 0; k < out.size(); ++k) {
    const auto target = static_cast<float>(lengths[k] - *(lengths + k - type.target));
    const float difference = source - target;
    const float spread = ((source + target) * 0.5F + weights_->slack) * weights_->variance;
    out[k] += weights_->words * sums[k] -
              weights_->length * std::min(difference * difference / spread, weights_->length_cap);
  }
}

}  // namespace weft::train
