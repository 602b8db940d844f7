// SPDX-License-Identifier: Apache-2.0
/// A dynamic program over the grid of sentences.
#include "sentence_order.hpp"

#include <algorithm>

namespace weft {

SentenceOrder::SentenceOrder(std::uint32_t sentences_a, std::uint32_t sentences_b)
    : sentences_a_(std::max(1U, sentences_a)),
      sentences_b_(std::max(1U, sentences_b)),
      rows_(std::min(sentences_a_, kMost)),
      columns_(std::min(sentences_b_, kMost)),
      weights_(rows_ * columns_) {}

void SentenceOrder::add(std::uint32_t a, std::uint32_t b, double weight) {
  const std::size_t row = std::min(a, sentences_a_ - 1) * rows_ / sentences_a_;
  const std::size_t column = std::min(b, sentences_b_ - 1) * columns_ / sentences_b_;
  weights_[row * columns_ + column] += weight;
}

double SentenceOrder::best() const {
  // Three rows of the table: two back, one back, this one.
  std::vector<double> before(columns_ + 1);
  std::vector<double> last(columns_ + 1);
  std::vector<double> now(columns_ + 1);
  for (std::size_t i = 1; i <= rows_; ++i) {
    now[0] = 0;
    for (std::size_t j = 1; j <= columns_; ++j) {
      const double here = cell(i - 1, j - 1);
      double best = std::max({last[j], now[j - 1], last[j - 1] + here});
      if (i > 1) best = std::max(best, before[j - 1] + cell(i - 2, j - 1) + here);
      if (j > 1) best = std::max(best, last[j - 2] + cell(i - 1, j - 2) + here);
      now[j] = best;
    }
    before.swap(last);
    last.swap(now);
  }
  return last[columns_];
}

}  // namespace weft
