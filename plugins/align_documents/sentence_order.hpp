// SPDX-License-Identifier: Apache-2.0
/// How much of two texts a quick alignment of their sentences covers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weft {

/// What sentences of two texts have in common, and the best way through in order.
class SentenceOrder {
 public:
  /// Longer texts are squeezed to `kMost` rows or columns, so that a pair costs bounded time.
  static constexpr std::uint32_t kMost = 192;

  SentenceOrder(std::uint32_t sentences_a, std::uint32_t sentences_b);

  /// Sentence `a` of the first text and `b` of the second share something of this weight.
  void add(std::uint32_t a, std::uint32_t b, double weight);

  /// The greatest weight of beads 1-1, 1-2 and 2-1 in the order of both texts.
  [[nodiscard]] double best() const;

 private:
  [[nodiscard]] double cell(std::size_t row, std::size_t column) const {
    return weights_[row * columns_ + column];
  }
  std::uint32_t sentences_a_;
  std::uint32_t sentences_b_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> weights_;
};

}  // namespace weft
