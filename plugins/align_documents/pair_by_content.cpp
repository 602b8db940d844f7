// SPDX-License-Identifier: Apache-2.0
/// Choosing among scored candidates.
#include "pair_by_content.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "content_scores.hpp"
#include "rivals.hpp"

namespace weft {
namespace {

constexpr double kLeastShare = 0.4;  // of the score asked for, however great the lead
constexpr int kRounds = 2;           // of learning; a third changes nothing

/// Pairs that reach the thresholds, best first, as indexes.
std::vector<std::size_t> believed(const std::vector<DocumentNote>& notes,
                                  const std::vector<ContentPair>& pairs,
                                  const ContentThresholds& thresholds) {
  const Rivals rivals(notes, pairs);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].gain < thresholds.evidence) continue;
    const Lead lead = rivals.lead(pairs[i]);
    if (lead.mean < thresholds.lead || lead.least < thresholds.lead / 2) continue;
    // Twice the lead makes up for half the score, as where a side lacks much of the other's text.
    const double needed = thresholds.score * std::max(kLeastShare, thresholds.lead / lead.mean);
    if (pairs[i].score >= needed) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return pairs[a].score > pairs[b].score; });
  return out;
}

/// What to learn from: far ahead of all others, whatever their scores, which are still guesses.
std::vector<std::size_t> far_ahead(const std::vector<DocumentNote>& notes,
                                   const std::vector<ContentPair>& pairs) {
  constexpr double kFar = 6;
  constexpr double kAny = -1e9;
  return believed(notes, pairs, {kAny, kFar, kAny});
}

std::vector<std::size_t> documents_of(const std::vector<DocumentNote>& notes,
                                      const std::vector<bool>& free, std::size_t range) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (free[i] && notes[i].standing == Standing::kOneLanguage && notes[i].range == range &&
        !notes[i].features.empty())
      out.push_back(i);
  }
  return out;
}

}  // namespace

ContentGroups pair_by_content(const std::vector<DocumentNote>& notes, const std::vector<bool>& free,
                              std::size_t n_ranges, const TranslateBetween& translate,
                              const ContentThresholds& thresholds,
                              const std::function<void()>& poll) {
  ContentGroups out;
  out.has_candidate.assign(notes.size(), false);
  std::vector<ContentPair> chosen;
  for (std::size_t a = 0; a < n_ranges; ++a) {
    for (std::size_t b = a + 1; b < n_ranges; ++b) {
      const FeatureTable table_a(notes, documents_of(notes, free, a));
      const FeatureTable table_b(notes, documents_of(notes, free, b));
      if (table_a.size() == 0 || table_b.size() == 0) continue;
      const auto from = static_cast<std::uint8_t>(a);
      const auto to = static_cast<std::uint8_t>(b);
      ContentScores scores(
          table_a, table_b,
          [&](std::uint32_t key, std::vector<std::uint32_t>& keys) {
            translate(from, to, key, keys);
          },
          [&](std::uint32_t key, std::vector<std::uint32_t>& keys) {
            translate(to, from, key, keys);
          },
          poll);
      for (int round = 0; round < kRounds; ++round)
        scores.learn(far_ahead(notes, scores.pairs()));
      for (const ContentPair& pair : scores.pairs())
        out.has_candidate[pair.a] = out.has_candidate[pair.b] = true;
      for (const std::size_t pair : believed(notes, scores.pairs(), thresholds))
        chosen.push_back(scores.pairs()[pair]);
    }
  }
  std::stable_sort(
      chosen.begin(), chosen.end(),
      [](const ContentPair& one, const ContentPair& other) { return one.score > other.score; });
  std::vector<std::uint8_t> ranges;
  for (const DocumentNote& note : notes)
    ranges.push_back(note.range);
  Grouping grouping(std::move(ranges));
  for (const ContentPair& pair : chosen)
    grouping.join(pair.a, pair.b, std::min(1.0, pair.score));
  out.groups = grouping.groups();
  return out;
}

}  // namespace weft
