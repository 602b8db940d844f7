// SPDX-License-Identifier: Apache-2.0
/// Picks sentences within a budget, without saying anything twice.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "weft/summary/quality.hpp"

namespace weft {

/// Every limit holds. No sentence is cut, so a summary may be shorter than its budget.
struct PickBudget {
  static constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t sentences = kNoLimit;
  std::uint64_t words = kNoLimit;
  std::uint64_t characters = kNoLimit;
  bool overrun = false;  ///< the last pick may go beyond words and characters

  /// What length costs under these limits.
  [[nodiscard]] Cost cost() const {
    return words == kNoLimit && characters == kNoLimit ? Cost::kSentences : Cost::kText;
  }
};

/// A picked sentence, by its place in Terms::sentences.
struct Pick {
  std::uint32_t sentence = 0;
  double score = 0;  ///< 0 .. 1: its quality beside that of the document's best sentence
};

/// In text order. Greedy: the best sentence, then the best for what is not said yet. No two picks
/// have the same words. O(terms) for each of the first picks, then near O(terms) for all the rest.
/// `sizes`: sentences that each of them counts for, where what is picked is more than one;
/// empty: 1. Any thread.
std::vector<Pick> pick_sentences(const Terms& terms, const Signals& signals, const Quality& quality,
                                 const PickBudget& budget,
                                 std::span<const std::uint32_t> sizes = {});

}  // namespace weft
