// SPDX-License-Identifier: Apache-2.0
/// How much the features of one document say that another is its translation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "feature_table.hpp"

namespace weft {

/// Appends the keys that stand for a key in the other language.
using TranslateKey = std::function<void(std::uint32_t key, std::vector<std::uint32_t>& out)>;

/// What is to be expected of a true partner, by kind of feature.
struct MatchRates {
  std::array<double, kFeatureKinds> found{};   ///< share of features that the partner has
  std::array<double, kFeatureKinds> nearby{};  ///< of those, share about as far into the text
};

/// What was counted over pairs, for estimating rates.
struct MatchCounts {
  std::array<double, kFeatureKinds> features{};
  std::array<double, kFeatureKinds> found{};
  std::array<double, kFeatureKinds> nearby{};
};

/// The evidence of one document for another, in nats.
struct Evidence {
  double gain = 0;      ///< log of how much likelier a partner shows these features than chance
  double expected = 0;  ///< what a true partner would gain on average
  Evidence& operator+=(const Evidence& other);
};

/// Features of one language sought in documents of another.
class FeatureMatch {
 public:
  FeatureMatch(const FeatureTable& from, const FeatureTable& to, const TranslateKey& translate,
               const MatchRates& rates);

  void set_rates(const MatchRates& rates) { rates_ = rates; }
  [[nodiscard]] const FeatureTable& from() const { return from_; }
  [[nodiscard]] const FeatureTable& to() const { return to_; }

  /// The likeliest partners of a document by what the index says, best first, at most `most`. Looks
  /// at the rarest features first and at no more than a fixed number of their holders, so that
  /// the time does not grow with the corpus. Not for two threads at once.
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t from, std::size_t most);

  /// Tells an alignment of sentences what a document and one of the other language have in common:
  /// calls `seen(sentence of from, sentence of to, weight)` for every occurrence here and each
  /// sentence there that holds it. Returns what all occurrences here weigh.
  double common_sentences(
      std::uint32_t from, std::uint32_t to,
      const std::function<void(std::uint16_t, std::uint16_t, double)>& seen) const;

  /// The evidence of a document for one of the other language; adds to `counts` where given.
  [[nodiscard]] Evidence compare(std::uint32_t from, std::uint32_t to,
                                 MatchCounts* counts = nullptr) const;

 private:
  struct Target {
    std::uint32_t number;  ///< in the other table
    float chance;          ///< that a document has this or a rarer translation
  };
  [[nodiscard]] std::span<const Target> targets(std::uint32_t number) const {
    return {targets_.data() + first_[number], targets_.data() + first_[number + 1]};
  }
  /// The feature of the other document, if any, that stands for one here, with its chance.
  struct Counterpart {
    const HeldFeature* held = nullptr;
    double chance = 0;  ///< where there is none: that a document has any
  };
  [[nodiscard]] Counterpart counterpart(const HeldFeature& held, std::uint32_t to) const;

  const FeatureTable& from_;
  const FeatureTable& to_;
  MatchRates rates_;
  std::vector<Target> targets_;
  std::vector<std::size_t> first_;
  std::vector<double> gains_;  ///< by document, for candidates
};

}  // namespace weft
