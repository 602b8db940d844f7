// SPDX-License-Identifier: Apache-2.0
/// Weighs the signals of each sentence.
#include "weft/summary/quality.hpp"

#include <algorithm>
#include <cmath>

namespace weft {
namespace {

// Every weight sits in the middle of a plateau over both development sets (README, "Weights").
constexpr double kLeadAt = 1.08;  // lead_degree of a document that is half news, half talk
constexpr double kLeadSlope = 14;
constexpr double kBackward = 0.5;  // share of backward centrality: undirected without a lead ...
constexpr double kBackwardByLead = 0.4;  // ... and nearly all of it with one
constexpr double kPositionPower = 0.4;
constexpr double kPositionScale = 0.8;
constexpr double kProbability = 1;
constexpr double kFunctionWords = 1;
constexpr double kSpeaker = 2.8;
constexpr double kSpeakerMost = 1.5;
constexpr double kQuestion = 0.4;
constexpr double kTorn = 0.2;
constexpr double kUnended = 0.7;
constexpr double kNumberByLead = 0.2;
constexpr double kShortest = 0.12;  // of the mean length: half as good
constexpr double kShortSlope = 8;
constexpr double kLongest = 2;   // times the mean length: more is worth no more
constexpr double kOverlong = 5;  // times the mean length: more is held against a sentence

/// What differs by what a budget is counted in.
struct CostWeights {
  double title;
  double rare;
  double number;  // what figures are worth beyond being new, which picking knows (pick.cpp)
  double length_power;
};
constexpr CostWeights kSentenceWeights{3, 0.7, 0.1, 0.44};
constexpr CostWeights kTextWeights{2.5, 0.6, 0, -0.1};

double logistic(double slope, double x) {
  return 1 / (1 + std::exp(-slope * x));
}

/// What the rest of the document is like.
struct Means {
  double words = 0;
  double function_share = 0;
  double ended = 0;
};

Means find_means(const Terms& terms) {
  Means out;
  const auto size = static_cast<double>(terms.sentences.size());
  for (const SentenceFacts& facts : terms.sentences) {
    out.words += facts.words / size;
    out.function_share += static_cast<double>(facts.function_share) / size;
    out.ended += facts.ended ? 1 / size : 0;
  }
  return out;
}

double length_factor(const SentenceFacts& facts, const Means& means, double power) {
  const double length = facts.words / means.words;
  const double enough = logistic(kShortSlope, length - kShortest);
  const double overlong = length > kOverlong ? kOverlong / length : 1;
  return enough * overlong * std::pow(std::min(length, kLongest), power);
}

/// Talk, questions and torn quotations say less than statements.
double style_factor(const SentenceFacts& facts, const Means& means, double rare, double lead,
                    const CostWeights& weights) {
  double evidence = facts.number ? lead * kNumberByLead + weights.number : 0;
  evidence -= weights.rare * rare;
  evidence -= kFunctionWords * (static_cast<double>(facts.function_share) - means.function_share);
  evidence -= std::min(kSpeakerMost, kSpeaker * 2 * static_cast<double>(facts.speaker_share));
  evidence -= facts.question ? kQuestion : 0;
  evidence -= kTorn * static_cast<double>(facts.torn);
  // A text that knows punctuation has fragments where it lacks.
  evidence -= facts.ended ? 0 : kUnended * std::max(0.0, 2 * means.ended - 1);
  return std::exp(evidence);
}

}  // namespace

Quality judge(const Terms& terms, const Signals& signals, Cost cost) {
  const CostWeights& weights = cost == Cost::kSentences ? kSentenceWeights : kTextWeights;
  const std::size_t size = terms.sentences.size();
  Quality out;
  out.value.assign(size, 0);
  out.position.assign(size, 0);
  out.lead = logistic(kLeadSlope, signals.lead_degree - kLeadAt);
  const Means means = find_means(terms);
  const double backward = kBackward + kBackwardByLead * out.lead;
  for (std::size_t i = 0; i < size; ++i) {
    out.position[i] = kPositionScale * std::pow(1 / (1 + static_cast<double>(i)), kPositionPower);
    const SentenceFacts& facts = terms.sentences[i];
    if (facts.words == 0) continue;
    const double central = backward * signals.backward[i] + (1 - backward) * signals.forward[i];
    const double content =
        central + kProbability * signals.probability[i] + weights.title * signals.title[i];
    // The small constant keeps text order where nothing recurs.
    out.value[i] = (content + 1e-6) * length_factor(facts, means, weights.length_power) *
                   style_factor(facts, means, signals.rare[i], out.lead, weights);
  }
  return out;
}

void join_quality(Quality& quality, const Quality& other) {
  double mean = 0;
  double other_mean = 0;
  for (std::size_t i = 0; i < quality.value.size(); ++i) {
    if (quality.value[i] <= 0 || other.value[i] <= 0) continue;
    mean += quality.value[i];
    other_mean += other.value[i];
  }
  for (std::size_t i = 0; i < quality.value.size(); ++i) {
    double& value = quality.value[i];
    value = value > 0 && other.value[i] > 0
                ? std::sqrt(value / mean * (other.value[i] / other_mean))
                : 0;
  }
  quality.lead = (quality.lead + other.lead) / 2;
}

}  // namespace weft
