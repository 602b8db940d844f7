// SPDX-License-Identifier: Apache-2.0
/// The lexical sums of a text's beads near a path, kept so that many weights can be tried on them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "lexical_gains.hpp"
#include "weft/align/band.hpp"

namespace weft::train {

/// A BeadGains of what LexicalGains computed once with weight 1 for words and 0 for lengths.
class StoredGains {
 public:
  StoredGains(const LexicalText& text, const Weights& weights, Band band);

  /// The weights to apply from now on; kept by reference.
  void use(const Weights& weights) { weights_ = &weights; }
  [[nodiscard]] const Band& band() const { return band_; }

  void begin(const Band&) {}
  void enter(std::size_t row) { row_ = row; }
  void add(BeadType type, std::size_t column, std::span<float> out) const;

 private:
  void store(const LexicalText& text, const Weights& weights, std::size_t cells);

  const Weights* weights_;
  Band band_;
  std::size_t row_ = 0;
  std::vector<std::size_t> offsets_;
  std::vector<float> sums_;  // [row][type][column]
  std::vector<double> source_length_;
  std::vector<double> target_length_;
};

}  // namespace weft::train
