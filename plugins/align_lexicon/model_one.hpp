// SPDX-License-Identifier: Apache-2.0
/// Learns from beads which tokens translate each other: IBM Model 1 with a dictionary as prior.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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
  /// For texts without a lexicon, of whose first beads many are wrong: what those bring together by
  /// chance must not be learnt, or they are found again. Chance passes in one of 400 cases.
  static constexpr float kSurpriseAlone = 6.0F;

  /// Types of both sides are below these numbers. `least_surprise`: the negative logarithm of how
  /// probable it may be that chance brings a pair together so often that the prior does not know.
  ModelOne(std::size_t types, std::size_t other_types, float least_surprise)
      : has_prior_(types, false),
        types_(types),
        other_types_(other_types),
        least_surprise_(least_surprise) {}

  /// Says that the prior knows a pair; the last word on it counts.
  void set_prior(std::uint32_t type, std::uint32_t other, float probability);
  /// A bead. Bags of more than kMostInBag tokens are left out: they are no sentences.
  void add(const TokenBag& given, const TokenBag& other);
  /// Beads after which add does nothing any more, so that time and memory are bounded.
  [[nodiscard]] bool is_full() const { return cells_in_all_ > kMostCells; }

  LearntCounts run(int iterations);

  static constexpr std::size_t kMostInBag = 300;
  static constexpr std::size_t kMostCells = 30'000'000;

 private:
  struct Bead {
    std::uint32_t other_begin = 0;  // its tokens of the other side
    std::uint32_t other_end = 0;
  };
  struct Occurrence {  // of a type in a bead
    std::uint32_t bead = 0;
    float weight = 0;
  };
  void sort_priors();
  void sort_given();
  void make_pairs();
  template <class Visit>
  void for_each_column(std::uint32_t type, const Visit& visit) const;
  void spread(std::uint32_t type);
  void count(std::uint32_t type);
  void settle(std::uint32_t type, float& total);
  void use(std::uint32_t type, bool in_use);

  std::vector<LearntPair> priors_;          // their probability as count
  std::vector<std::uint32_t> first_prior_;  // of a type
  std::vector<bool> has_prior_;
  std::size_t types_;
  std::size_t other_types_;
  float least_surprise_;
  std::vector<Bead> beads_;
  std::vector<TokenUse> other_;    // of all beads
  std::vector<LearntPair> given_;  // of all beads: type, bead, weight
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> first_occurrence_;  // of a type
  std::size_t cells_in_all_ = 0;
  std::vector<LearntPair> pairs_;          // by type, then other; their prior as count
  std::vector<std::uint32_t> first_pair_;  // of a type
  std::vector<float> probability_;         // of a pair
  std::vector<float> counts_;              // of a pair
  std::vector<float> sums_;                // by column
  std::vector<float> shares_;              // by column: what a probability is worth there
  // Of the type in use, by other.
  std::vector<float> to_other_;
  std::vector<float> count_of_other_;
};

}  // namespace weft
