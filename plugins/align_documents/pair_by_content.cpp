// SPDX-License-Identifier: Apache-2.0
/// Choosing among scored candidates.
#include "pair_by_content.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "content_scores.hpp"
#include "rivals.hpp"
#include "weft/text/wording_sketch.hpp"

namespace weft {
namespace {

constexpr double kLeastShare = 0.2;  // of the score asked for, however great the lead
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
    // A great lead makes up for a low score, as where a side lacks much of the other's text.
    const double ahead = std::min(1.0, thresholds.lead / lead.mean);
    const double needed = thresholds.score * std::max(kLeastShare, ahead * ahead);
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

/// Where near-duplicates compete for one partner, scores are as good as equal: the order of
/// sentences tells which of them was translated. Moves the best of such pairs before the first.
void best_of_copies_first(const std::vector<DocumentNote>& notes, std::vector<ContentPair>& pairs) {
  const auto fine = [](const ContentPair& pair) { return pair.gain / 2 + pair.order; };
  std::vector<std::vector<std::size_t>> of(notes.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    of[pairs[i].a].push_back(i);
    of[pairs[i].b].push_back(i);
  }
  std::vector<bool> put(pairs.size(), false);
  std::vector<ContentPair> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (put[i]) continue;
    std::size_t best = i;
    for (const std::size_t document : {pairs[i].a, pairs[i].b}) {
      for (const std::size_t rival : of[document]) {
        const bool copies = is_near(notes[pairs[i].a].sketch, notes[pairs[rival].a].sketch) &&
                            is_near(notes[pairs[i].b].sketch, notes[pairs[rival].b].sketch);
        if (!put[rival] && copies && fine(pairs[rival]) > fine(pairs[best])) best = rival;
      }
    }
    for (const std::size_t pair : {best, i}) {
      if (put[pair]) continue;
      put[pair] = true;
      out.push_back(pairs[pair]);
    }
  }
  pairs = std::move(out);
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
      const std::vector<std::size_t> sure = believed(notes, scores.pairs(), thresholds);
      scores.put_in_order(sure);
      for (const std::size_t pair : sure)
        chosen.push_back(scores.pairs()[pair]);
    }
  }
  std::stable_sort(
      chosen.begin(), chosen.end(),
      [](const ContentPair& one, const ContentPair& other) { return one.score > other.score; });
  best_of_copies_first(notes, chosen);
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
