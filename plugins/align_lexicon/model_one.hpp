// SPDX-License-Identifier: Apache-2.0
/// Learns from beads which tokens translate each other: IBM Model 1 with a dictionary as prior.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "flat_map.hpp"
#include "token_table.hpp"

namespace weft {

/// What was counted: how often `type` became `other`, as the model expects.
struct LearntPair {
  std::uint32_t type = 0;
  std::uint32_t other = 0;
  float count = 0;
};

struct LearntCounts {
  std::vector<LearntPair> pairs;  ///< by type, then other
  std::vector<float> totals;      ///< of each type, in all
};

/// The probability of a pair from counts and prior; the prior is worth so many occurrences.
inline constexpr float kPriorOccurrences = 3.0F;
inline float mixed_probability(float count, float total, float prior, bool has_prior) {
  const float rest = kPriorOccurrences * (has_prior ? 1.0F : 0.5F);
  return (count + kPriorOccurrences * prior) / (total + rest);
}

/// A bag of types with weights, each type once.
using TokenBag = std::vector<TokenUse>;

/// Brown et al., The Mathematics of Statistical Machine Translation, 1993, Model 1 by expectation
/// maximization; pairs that the prior does not know must occur together twice and are discounted.
class ModelOne {
 public:
  explicit ModelOne(std::size_t types) : has_prior_(types, false), types_(types) {}

  /// Says that the prior knows a pair. Before any add.
  void set_prior(std::uint32_t type, std::uint32_t other, float probability);
  /// A bead. Bags of more than kMostInBag tokens are left out: they are no sentences.
  void add(const TokenBag& given, const TokenBag& other);
  /// Beads after which add does nothing any more, so that memory is bounded.
  [[nodiscard]] bool is_full() const { return cells_.size() > kMostCells; }

  LearntCounts run(int iterations);

  static constexpr std::size_t kMostInBag = 300;
  static constexpr std::size_t kMostCells = 30'000'000;

 private:
  struct Cell {
    std::uint32_t pair = 0;
    float weight = 0;
  };
  struct Column {         // one token of the other side in one bead
    std::size_t end = 0;  // of its cells
    float count = 0;
  };

  std::uint32_t number(std::uint32_t type, std::uint32_t other);
  void drop_chance();
  void expect(const std::vector<float>& probability, std::vector<float>& count) const;

  FlatMap numbers_;
  std::vector<std::uint64_t> keys_;
  std::vector<float> priors_;
  std::vector<std::uint32_t> together_;
  std::vector<Cell> cells_;
  std::vector<Column> columns_;
  std::vector<bool> has_prior_;
  std::size_t types_;
};

}  // namespace weft
