// SPDX-License-Identifier: Apache-2.0
/// Scores candidates of two languages, and learns from the surest what true partners look like.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "feature_match.hpp"
#include "pair_by_content.hpp"

namespace weft {

/// How a number differs between partners: its logarithm's mean and deviation.
struct SizeRatio {
  double mean = 0;
  double deviation = 0.5;
};

/// All candidates of two languages.
class ContentScores {
 public:
  /// The tables hold the documents of the two languages and must outlive this.
  ContentScores(const FeatureTable& a, const FeatureTable& b, const TranslateKey& a_to_b,
                const TranslateKey& b_to_a, const std::function<void()>& poll);

  /// Candidates either side named, by a, then b.
  [[nodiscard]] const std::vector<ContentPair>& pairs() const { return pairs_; }
  /// Estimates rates and ratios from these pairs (indexes into pairs()), then scores all again.
  void learn(const std::vector<std::size_t>& sure);
  /// Sets ContentPair::order of these pairs by a quick alignment of their sentences.
  void put_in_order(const std::vector<std::size_t>& chosen);

 private:
  struct Ranks {
    std::uint32_t a, b;
    bool operator==(const Ranks&) const = default;
  };
  void score_all();
  [[nodiscard]] double size_gain(const Ranks& ranks) const;

  const FeatureTable& a_;
  const FeatureTable& b_;
  FeatureMatch forth_;
  FeatureMatch back_;
  const std::function<void()>& poll_;
  SizeRatio bytes_;
  SizeRatio blocks_;
  double spread_bytes_ = 0;  ///< deviation of the log ratio of documents picked by chance
  double spread_blocks_ = 0;
  std::vector<Ranks> ranks_;
  std::vector<ContentPair> pairs_;
};

}  // namespace weft
