// SPDX-License-Identifier: Apache-2.0
/// Which documents of a corpus are translations of each other by what their texts hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "document_note.hpp"
#include "feature_match.hpp"
#include "grouping.hpp"

namespace weft {

/// When a pair is believed.
struct ContentThresholds {
  double score = 0.5;    ///< least share of the evidence that a true partner shows
  double lead = 3.5;     ///< by how many usual gaps the partner beats the next best
  double evidence = 10;  ///< least evidence at all, in nats
};

/// Two documents and what speaks for them.
struct ContentPair {
  std::size_t a = 0;  ///< positions in the corpus, a's language before b's in the ranges
  std::size_t b = 0;
  double score = 0;  ///< evidence as a share of what a true partner shows on average; at most 1
  double gain = 0;   ///< evidence in nats
  double order = 0;  ///< evidence of an alignment of their sentences, in nats
};

/// What was found.
struct ContentGroups {
  std::vector<FoundGroup> groups;
  std::vector<bool> has_candidate;  ///< by document: another was near enough to be looked at
};

/// The keys that stand for a key of a document of language `from` in one of language `to`
/// (positions in the ranges).
using TranslateBetween = std::function<void(std::uint8_t from, std::uint8_t to, std::uint32_t key,
                                            std::vector<std::uint32_t>& out)>;

/// Groups documents of `n_ranges` languages. `free[i]`: document i may be taken.
///
/// Candidates come from an inverted index over features; each is scored both ways by naive Bayes
/// (how much likelier a true partner shows these features, at these places, than a document
/// picked by chance), with the ratio of sizes. The rates that a true partner shows are estimated
/// from the surest pairs of a first round. A pair is taken, best first, when its score and evidence
/// reach the thresholds and it leads what else either side could be paired with;
/// near-duplicates of the partner are no rivals. `poll` is called every now and then and may throw.
ContentGroups pair_by_content(const std::vector<DocumentNote>& notes, const std::vector<bool>& free,
                              std::size_t n_ranges, const TranslateBetween& translate,
                              const ContentThresholds& thresholds,
                              const std::function<void()>& poll);

}  // namespace weft
