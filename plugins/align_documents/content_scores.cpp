// SPDX-License-Identifier: Apache-2.0
/// Candidates, their evidence, and one step of estimation.
#include "content_scores.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "feature_reader.hpp"
#include "sentence_order.hpp"

namespace weft {
namespace {

constexpr std::size_t kMostCandidates = 12;
constexpr double kPseudoFeatures = 200;  // what the first guess weighs against what was counted
constexpr double kPseudoPairs = 10;

/// First guesses; what a corpus is like shows only when it has been paired. Names of Latin letters
/// in a text of another script are nearly always in the original, but few of the original's stay
/// as they are.
MatchRates guessed_rates(bool from_wide, bool to_wide) {
  MatchRates out;
  out.found = {0.7, from_wide ? 0.7 : to_wide ? 0.1 : 0.5, 0.8, 0.35, 0.5};
  out.nearby.fill(0.8);
  return out;
}

MatchRates learnt_rates(const MatchRates& guess, const MatchCounts& counts) {
  MatchRates out;
  for (std::size_t kind = 0; kind < kFeatureKinds; ++kind) {
    const double found = counts.found.at(kind) + kPseudoFeatures * guess.found.at(kind);
    out.found.at(kind) =
        std::clamp(found / (counts.features.at(kind) + kPseudoFeatures), 0.02, 0.98);
    const double nearby = counts.nearby.at(kind) + kPseudoFeatures * guess.nearby.at(kind);
    out.nearby.at(kind) =
        std::clamp(nearby / (counts.found.at(kind) + kPseudoFeatures), 0.05, 0.98);
  }
  return out;
}

double log_size(std::uint32_t size) {
  return std::log(static_cast<double>(size) + 1);
}

double deviation(const std::vector<double>& values, double mean) {
  double sum = 0;
  for (const double value : values)
    sum += (value - mean) * (value - mean);
  return values.empty() ? 0 : std::sqrt(sum / static_cast<double>(values.size()));
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values)
    sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

std::vector<double> log_sizes(const FeatureTable& table, std::uint32_t DocumentNote::*size) {
  std::vector<double> out;
  for (std::size_t rank = 0; rank < table.size(); ++rank)
    out.push_back(log_size(table.note(rank).*size));
  return out;
}

/// Of the ratio of two documents picked by chance.
double spread(const FeatureTable& a, const FeatureTable& b, std::uint32_t DocumentNote::*size) {
  const std::vector<double> sizes_a = log_sizes(a, size);
  const std::vector<double> sizes_b = log_sizes(b, size);
  return std::hypot(deviation(sizes_a, mean_of(sizes_a)), deviation(sizes_b, mean_of(sizes_b)));
}

SizeRatio first_ratio(const FeatureTable& a, const FeatureTable& b,
                      std::uint32_t DocumentNote::*size, double deviation) {
  return {mean_of(log_sizes(b, size)) - mean_of(log_sizes(a, size)), deviation};
}

double median(std::vector<double> values, double none) {
  if (values.empty()) return none;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

SizeRatio learnt_ratio(const SizeRatio& guess, const std::vector<double>& ratios) {
  if (ratios.empty()) return guess;
  const double middle = median(ratios, 0);
  const auto count = static_cast<double>(ratios.size());
  const double mean = (middle * count + guess.mean * kPseudoPairs) / (count + kPseudoPairs);
  const double found = deviation(ratios, middle);
  const double squares = found * found * count + guess.deviation * guess.deviation * kPseudoPairs;
  return {mean, std::max(0.1, std::sqrt(squares / (count + kPseudoPairs)))};
}

/// How much likelier a true partner has this ratio than a document picked by chance.
double ratio_gain(double ratio, const SizeRatio& true_ratio, double chance_deviation) {
  const double broad = std::max(chance_deviation, true_ratio.deviation);
  const double off = ratio - true_ratio.mean;
  const double narrow_z = off / true_ratio.deviation;
  const double broad_z = off / broad;
  const double gain =
      std::log(broad / true_ratio.deviation) - (narrow_z * narrow_z - broad_z * broad_z) / 2;
  return std::clamp(gain, -10.0, 2.0);
}

}  // namespace

ContentScores::ContentScores(const FeatureTable& a, const FeatureTable& b,
                             const TranslateKey& a_to_b, const TranslateKey& b_to_a,
                             const std::function<void()>& poll)
    : a_(a),
      b_(b),
      forth_(a, b, a_to_b, MatchRates{}),
      back_(b, a, b_to_a, MatchRates{}),
      poll_(poll) {
  const bool wide_a = is_wide_language(a.note(0).language);
  const bool wide_b = is_wide_language(b.note(0).language);
  forth_.set_rates(guessed_rates(wide_a, wide_b));
  back_.set_rates(guessed_rates(wide_b, wide_a));
  bytes_ = first_ratio(a, b, &DocumentNote::bytes, 0.5);
  blocks_ = first_ratio(a, b, &DocumentNote::blocks, 0.8);
  spread_bytes_ = spread(a, b, &DocumentNote::bytes);
  spread_blocks_ = spread(a, b, &DocumentNote::blocks);
  for (std::uint32_t rank = 0; rank < a.size(); ++rank) {
    if (rank % 64 == 0) poll_();
    for (const std::uint32_t other : forth_.candidates(rank, kMostCandidates))
      ranks_.push_back({rank, other});
  }
  for (std::uint32_t rank = 0; rank < b.size(); ++rank) {
    if (rank % 64 == 0) poll_();
    for (const std::uint32_t other : back_.candidates(rank, kMostCandidates))
      ranks_.push_back({other, rank});
  }
  std::sort(ranks_.begin(), ranks_.end(), [](const Ranks& one, const Ranks& other) {
    return std::tie(one.a, one.b) < std::tie(other.a, other.b);
  });
  ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
  score_all();
}

void ContentScores::learn(const std::vector<std::size_t>& sure) {
  MatchCounts forth;
  MatchCounts back;
  std::vector<double> bytes;
  std::vector<double> blocks;
  for (const std::size_t pair : sure) {
    const Ranks& ranks = ranks_[pair];
    static_cast<void>(forth_.compare(ranks.a, ranks.b, &forth));
    static_cast<void>(back_.compare(ranks.b, ranks.a, &back));
    const DocumentNote& a = a_.note(ranks.a);
    const DocumentNote& b = b_.note(ranks.b);
    bytes.push_back(log_size(b.bytes) - log_size(a.bytes));
    blocks.push_back(log_size(b.blocks) - log_size(a.blocks));
  }
  const bool wide_a = is_wide_language(a_.note(0).language);
  const bool wide_b = is_wide_language(b_.note(0).language);
  forth_.set_rates(learnt_rates(guessed_rates(wide_a, wide_b), forth));
  back_.set_rates(learnt_rates(guessed_rates(wide_b, wide_a), back));
  bytes_ = learnt_ratio(bytes_, bytes);
  blocks_ = learnt_ratio(blocks_, blocks);
  score_all();
  std::vector<double> shares;
  for (const std::size_t pair : sure)
    shares.push_back(pairs_[pair].score);
  const double learnt = std::max(0.1, median(std::move(shares), 1));
  const auto count = static_cast<double>(sure.size());
  const double usual = (learnt * count + kPseudoPairs) / (count + kPseudoPairs);
  for (ContentPair& pair : pairs_)
    pair.score /= usual;
}

void ContentScores::score_all() {
  pairs_.clear();
  pairs_.reserve(ranks_.size());
  for (std::size_t i = 0; i < ranks_.size(); ++i) {
    if (i % 256 == 0) poll_();
    const Ranks& ranks = ranks_[i];
    Evidence evidence = forth_.compare(ranks.a, ranks.b);
    evidence += back_.compare(ranks.b, ranks.a);
    const double gain = evidence.gain + size_gain(ranks);
    const double score = evidence.expected > 0 ? gain / evidence.expected : 0;
    pairs_.push_back({a_.document(ranks.a), b_.document(ranks.b), score, gain, 0});
  }
}

void ContentScores::put_in_order(const std::vector<std::size_t>& chosen) {
  struct Cover {
    double held;
    double all;
  };
  std::vector<Cover> covers;
  std::vector<double> shares;
  for (const std::size_t pair : chosen) {
    poll_();
    const Ranks& ranks = ranks_[pair];
    SentenceOrder order(a_.note(ranks.a).sentences, b_.note(ranks.b).sentences);
    double all = forth_.common_sentences(
        ranks.a, ranks.b,
        [&](std::uint16_t a, std::uint16_t b, double weight) { order.add(a, b, weight); });
    all += back_.common_sentences(
        ranks.b, ranks.a,
        [&](std::uint16_t b, std::uint16_t a, double weight) { order.add(a, b, weight); });
    covers.push_back({order.best(), all});
    shares.push_back(all > 0 ? order.best() / all : 0);
  }
  // A sentence counts against a pair unless it is covered half as well as sentences usually are.
  const double least = median(std::move(shares), 0) / 2;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    pairs_[chosen[i]].order = covers[i].held - least * covers[i].all;
}

double ContentScores::size_gain(const Ranks& ranks) const {
  const DocumentNote& a = a_.note(ranks.a);
  const DocumentNote& b = b_.note(ranks.b);
  return ratio_gain(log_size(b.bytes) - log_size(a.bytes), bytes_, spread_bytes_) +
         ratio_gain(log_size(b.blocks) - log_size(a.blocks), blocks_, spread_blocks_);
}

}  // namespace weft
