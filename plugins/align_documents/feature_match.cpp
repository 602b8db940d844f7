// SPDX-License-Identifier: Apache-2.0
/// Naive Bayes over features: each is found or not, and found nearby or not, by a partner or by
/// chance.
#include "feature_match.hpp"

#include <algorithm>
#include <cmath>

namespace weft {
namespace {

constexpr double kNearby = 0.08;     // of the text: how far translations drift
constexpr double kMostGain = 7;      // nats one feature may say for a pair
constexpr double kLeastGain = -2.5;  // and against

double clipped(double gain) {
  return std::clamp(gain, kLeastGain, kMostGain);
}

/// How near is near, for two documents: a share of the text, and a sentence either way.
struct Nearness {
  double reach;
  double step_from;
  double step_to;

  Nearness(const DocumentNote& from, const DocumentNote& to)
      : reach(0),
        step_from(1.0 / std::max(1U, from.sentences)),
        step_to(1.0 / std::max(1U, to.sentences)) {
    reach = std::min(0.45, kNearby + (step_from + step_to) / 2);
  }
  /// The chance that one of `tries` random sentences is near.
  [[nodiscard]] double chance(std::size_t tries) const {
    return 1 - std::pow(1 - 2 * reach, static_cast<double>(tries));
  }
  [[nodiscard]] bool any(std::span<const Feature> a, std::span<const Feature> b) const {
    for (const Feature& one : a)
      for (const Feature& other : b)
        if (std::abs((one.sentence + 0.5) * step_from - (other.sentence + 0.5) * step_to) <= reach)
          return true;
    return false;
  }
};

std::span<const Feature> occurrences(const FeatureTable& table, std::uint32_t rank,
                                     const HeldFeature& held) {
  return std::span(table.note(rank).features).subspan(held.first, held.count);
}

}  // namespace

Evidence& Evidence::operator+=(const Evidence& other) {
  gain += other.gain;
  expected += other.expected;
  return *this;
}

FeatureMatch::FeatureMatch(const FeatureTable& from, const FeatureTable& to,
                           const TranslateKey& translate, const MatchRates& rates)
    : from_(from), to_(to), rates_(rates), gains_(to.size()) {
  std::vector<std::uint32_t> keys;
  first_.push_back(0);
  const auto documents = static_cast<double>(to.size());
  for (const std::uint32_t key : from.keys()) {
    keys.clear();
    translate(key, keys);
    std::vector<std::pair<std::size_t, std::uint32_t>> found;
    for (const std::uint32_t other : keys) {
      const std::uint32_t number = to.number(other);
      if (number < to.keys().size()) found.emplace_back(to.holders(number).size(), number);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    double holders = 0;
    for (const auto& [count, number] : found) {
      holders += static_cast<double>(count);
      const double chance = std::min(1.0, (holders + 0.5) / (documents + 1));
      targets_.push_back({number, static_cast<float>(chance)});
    }
    first_.push_back(targets_.size());
  }
}

std::vector<std::uint32_t> FeatureMatch::candidates(std::uint32_t from, std::size_t most) {
  constexpr std::size_t kMostHolders = 20000;
  struct Posting {
    double gain;
    std::span<const std::uint32_t> holders;
  };
  std::vector<Posting> postings;
  for (const HeldFeature& held : from_.features(from)) {
    const auto kind = static_cast<std::size_t>(kind_of(from_.keys()[held.number]));
    for (const Target& target : targets(held.number)) {
      const double gain = std::log(rates_.found.at(kind) / target.chance);
      if (gain > 0) postings.push_back({std::min(gain, kMostGain), to_.holders(target.number)});
    }
  }
  std::stable_sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
    return a.holders.size() < b.holders.size();
  });
  // Of a long text more is found by chance.
  const auto per_length = [&](std::uint32_t rank) {
    return gains_[rank] / std::sqrt(static_cast<double>(to_.features(rank).size()));
  };
  std::vector<std::uint32_t> touched;
  std::size_t looked = 0;
  for (const Posting& posting : postings) {
    looked += posting.holders.size();
    if (looked > kMostHolders) break;
    for (const std::uint32_t rank : posting.holders) {
      if (gains_[rank] == 0) touched.push_back(rank);
      gains_[rank] += posting.gain;
    }
  }
  const auto better = [&](std::uint32_t a, std::uint32_t b) {
    const double gain_a = per_length(a);
    const double gain_b = per_length(b);
    return gain_a != gain_b ? gain_a > gain_b : a < b;
  };
  const std::size_t kept = std::min(most, touched.size());
  std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept),
                    touched.end(), better);
  for (const std::uint32_t rank : touched)
    gains_[rank] = 0;
  touched.resize(kept);
  return touched;
}

FeatureMatch::Counterpart FeatureMatch::counterpart(const HeldFeature& held,
                                                    std::uint32_t to) const {
  const auto others = to_.features(to);
  for (const Target& target : targets(held.number)) {
    const auto other =
        std::lower_bound(others.begin(), others.end(), target.number,
                         [](const HeldFeature& h, std::uint32_t n) { return h.number < n; });
    if (other != others.end() && other->number == target.number)
      return {&*other, static_cast<double>(target.chance)};
  }
  const auto all = targets(held.number);
  return {nullptr, all.empty() ? 0.5 / (static_cast<double>(to_.size()) + 1)
                               : static_cast<double>(all.back().chance)};
}

Evidence FeatureMatch::compare(std::uint32_t from, std::uint32_t to, MatchCounts* counts) const {
  Evidence out;
  const Nearness nearness(from_.note(from), to_.note(to));
  for (const HeldFeature& held : from_.features(from)) {
    const auto kind = static_cast<std::size_t>(kind_of(from_.keys()[held.number]));
    const auto all = targets(held.number);
    const double chance = all.empty() ? 0.5 / (static_cast<double>(to_.size()) + 1)
                                      : static_cast<double>(all.back().chance);
    const double rate = rates_.found.at(kind);
    const double near_rate = rates_.nearby.at(kind);
    // What cannot tell (more likely by chance than from a partner) has no say.
    if (chance >= rate) continue;
    const double absent = clipped(std::log((1 - rate) / (1 - chance)));
    const double once = nearness.chance(1);
    const double partner_once = near_rate + (1 - near_rate) * once;
    const double present = std::log(rate / chance) + partner_once * std::log(partner_once / once) +
                           (1 - partner_once) * std::log(1 - near_rate);
    out.expected += rate * std::min(present, kMostGain) + (1 - rate) * absent;
    if (counts != nullptr) counts->features.at(kind) += 1;
    const Counterpart other = counterpart(held, to);
    if (other.held == nullptr) {
      out.gain += absent;
      continue;
    }
    const double by_chance = nearness.chance(std::size_t{held.count} * other.held->count);
    const double partner = near_rate + (1 - near_rate) * by_chance;
    const bool nearby =
        nearness.any(occurrences(from_, from, held), occurrences(to_, to, *other.held));
    out.gain += clipped(std::log(rate / other.chance) +
                        std::log(nearby ? partner / by_chance : 1 - near_rate));
    if (counts != nullptr) {
      counts->found.at(kind) += 1;
      counts->nearby.at(kind) += nearby ? 1 : 0;
    }
  }
  return out;
}

double FeatureMatch::common_sentences(
    std::uint32_t from, std::uint32_t to,
    const std::function<void(std::uint16_t, std::uint16_t, double)>& seen) const {
  double all = 0;
  for (const HeldFeature& held : from_.features(from)) {
    const double rate =
        rates_.found.at(static_cast<std::size_t>(kind_of(from_.keys()[held.number])));
    const Counterpart other = counterpart(held, to);
    const double weight = rate * std::log(rate / other.chance);
    if (weight <= 0) continue;
    all += weight * held.count;
    if (other.held == nullptr) continue;
    for (const Feature& here : occurrences(from_, from, held))
      for (const Feature& there : occurrences(to_, to, *other.held))
        seen(here.sentence, there.sentence, weight);
  }
  return all;
}

}  // namespace weft
