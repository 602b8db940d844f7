// SPDX-License-Identifier: Apache-2.0
/// Asks LexicalGains for everything in a band.
#include "stored_gains.hpp"

#include <algorithm>
#include <utility>

namespace weft::train {
StoredGains::StoredGains(const LexicalText& text, const Weights& weights, Band band)
    : weights_(&weights),
      band_(std::move(band)),
      source_length_(text.source_length),
      target_length_(text.target_length) {
  std::size_t cells = 0;
  for (std::size_t row = 0; row < band_.first.size(); ++row) {
    offsets_.push_back(cells);
    cells += (band_.last[row] - band_.first[row] + std::size_t{1}) * kBeadTypes.size();
  }
  Weights plain = weights;
  plain.words = 1;
  plain.length = 0;
  store(text, plain, cells);
}

void StoredGains::store(const LexicalText& text, const Weights& weights, std::size_t cells) {
  LexicalGains gains(text, weights);
  gains.begin(band_, {0, static_cast<std::uint32_t>(text.source.sentences()), 0,
                      static_cast<std::uint32_t>(text.target.sentences())});
  sums_.assign(cells, 0.0F);
  for (std::size_t row = 1; row < band_.first.size(); ++row) {
    gains.enter(row);
    const std::size_t width = band_.last[row] - band_.first[row] + std::size_t{1};
    for (std::size_t i = 0; i < kBeadTypes.size(); ++i) {
      if (kBeadTypes[i].source > row) continue;
      const std::size_t skip =
          band_.first[row] < kBeadTypes[i].target ? kBeadTypes[i].target - band_.first[row] : 0U;
      if (skip >= width) continue;
      gains.add(kBeadTypes[i], band_.first[row] + skip,
                {sums_.data() + offsets_[row] + i * width + skip, width - skip});
    }
  }
}

void StoredGains::add(BeadType type, std::size_t column, std::span<float> out) const {
  const std::size_t width = band_.last[row_] - band_.first[row_] + std::size_t{1};
  const std::size_t place = offsets_[row_] + number_of(type) * width + column - band_.first[row_];
  const auto source = static_cast<float>(source_length_[row_] - source_length_[row_ - type.source]);
  const double* lengths = target_length_.data() + column;
  for (std::size_t k = 0; k < out.size(); ++k) {
    const auto target = static_cast<float>(lengths[k] - *(lengths + k - type.target));
    const float difference = source - target;
    const float spread = ((source + target) * 0.5F + weights_->slack) * weights_->variance;
    out[k] += weights_->words * sums_[place + k] -
              weights_->length * std::min(difference * difference / spread, weights_->length_cap);
  }
}

}  // namespace weft::train
