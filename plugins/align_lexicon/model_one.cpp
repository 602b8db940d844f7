// SPDX-License-Identifier: Apache-2.0
/// Type by type, whose pairs lie in small arrays meanwhile; what bead has which pair is never
/// stored.
#include "model_one.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "fast_log.hpp"

namespace weft {
namespace {

constexpr float kFirstGuess = 0.02F;  // for a pair that the prior does not know
constexpr float kNull = 0.01F;        // that a token has no counterpart in the bead
constexpr float kDiscount = 0.5F;
constexpr std::uint32_t kLeastTogether = 2;

/// How little chance explains that what it brings together so often was so many times: Chernoff's
/// bound of a Poisson tail, as a negative logarithm. 0 where chance does.
float surprise(std::uint32_t times, float by_chance) {
  const auto seen = static_cast<float>(times);
  return seen > by_chance ? seen * fast_log(seen / by_chance) - (seen - by_chance) : 0.0F;
}

/// Where each type begins among items in the order of types.
template <class Items, class TypeOf>
std::vector<std::uint32_t> begins_of(const Items& items, std::size_t types, const TypeOf& type_of) {
  std::vector<std::uint32_t> out(types + 1, 0);
  for (const auto& item : items)
    ++out[type_of(item) + 1];
  std::partial_sum(out.begin(), out.end(), out.begin());
  return out;
}

}  // namespace

/// Visits the other side's tokens of all beads that a type is in, with its weight there.
template <class Visit>
void ModelOne::for_each_column(std::uint32_t type, const Visit& visit) const {
  for (std::uint32_t i = first_occurrence_[type]; i < first_occurrence_[type + 1]; ++i) {
    const Bead& bead = beads_[occurrences_[i].bead];
    const float weight = occurrences_[i].weight;
    for (std::uint32_t column = bead.other_begin; column < bead.other_end; ++column)
      visit(column, weight);
  }
}

void ModelOne::set_prior(std::uint32_t type, std::uint32_t other, float probability) {
  priors_.push_back({type, other, probability});
  has_prior_[type] = true;
}

void ModelOne::add(const TokenBag& given, const TokenBag& other) {
  if (given.empty() || other.empty() || is_full()) return;
  if (given.size() > kMostInBag || other.size() > kMostInBag) return;
  const auto bead = static_cast<std::uint32_t>(beads_.size());
  for (const TokenUse& use : given)
    given_.push_back({use.type, bead, use.weight});
  const auto begin = static_cast<std::uint32_t>(other_.size());
  other_.insert(other_.end(), other.begin(), other.end());
  beads_.push_back({begin, static_cast<std::uint32_t>(other_.size())});
  cells_in_all_ += given.size() * other.size();
}

void ModelOne::sort_priors() {
  std::stable_sort(priors_.begin(), priors_.end(),
                   [](const LearntPair& a, const LearntPair& b) { return a.type < b.type; });
  first_prior_ = begins_of(priors_, types_, [](const LearntPair& prior) { return prior.type; });
}

/// From tokens by bead to beads by type.
void ModelOne::sort_given() {
  first_occurrence_ = begins_of(given_, types_, [](const LearntPair& use) { return use.type; });
  std::vector<std::uint32_t> place(first_occurrence_.begin(), first_occurrence_.end() - 1);
  occurrences_.resize(given_.size());
  for (const LearntPair& use : given_)
    occurrences_[place[use.type]++] = {use.other, use.count};
  given_ = {};
}

/// The pairs that the prior knows, and those that occur together more than once and oftener than by
/// chance.
void ModelOne::make_pairs() {
  std::vector<std::uint32_t> together(other_types_, 0);
  std::vector<float> prior(other_types_, 0.0F);
  std::vector<std::uint32_t> met;
  std::vector<float> other_beads(other_types_, 0.0F);  // the share of beads that a type is in
  for (const TokenUse& use : other_)
    other_beads[use.type] += 1.0F / static_cast<float>(beads_.size());
  for (std::uint32_t type = 0; type < types_; ++type) {
    first_pair_.push_back(static_cast<std::uint32_t>(pairs_.size()));
    for (std::uint32_t i = first_prior_[type]; i < first_prior_[type + 1]; ++i)
      prior[priors_[i].other] = priors_[i].count;
    met.clear();
    for_each_column(type, [&](std::uint32_t column, float) {
      if (together[other_[column].type]++ == 0) met.push_back(other_[column].type);
    });
    std::sort(met.begin(), met.end());
    const auto beads_of_type =
        static_cast<float>(first_occurrence_[type + 1] - first_occurrence_[type]);
    for (const std::uint32_t other : met) {
      const float by_chance = beads_of_type * other_beads[other];
      const bool is_chance = together[other] < kLeastTogether ||
                             surprise(together[other], by_chance) < least_surprise_;
      if (prior[other] != 0 || !is_chance) pairs_.push_back({type, other, prior[other]});
      together[other] = 0;
    }
    for (std::uint32_t i = first_prior_[type]; i < first_prior_[type + 1]; ++i)
      prior[priors_[i].other] = 0;
  }
  first_pair_.push_back(static_cast<std::uint32_t>(pairs_.size()));
}

/// Lays a type's probabilities out by other, or clears them away.
void ModelOne::use(std::uint32_t type, bool in_use) {
  for (std::uint32_t i = first_pair_[type]; i < first_pair_[type + 1]; ++i)
    to_other_[pairs_[i].other] = in_use ? probability_[i] : 0.0F;
}

/// Adds a type's probabilities to the sums of the tokens that it may have become.
void ModelOne::spread(std::uint32_t type) {
  for_each_column(type, [&](std::uint32_t column, float weight) {
    sums_[column] += to_other_[other_[column].type] * weight;
  });
}

/// How often the type is expected to have become each other.
void ModelOne::count(std::uint32_t type) {
  for_each_column(type, [&](std::uint32_t column, float weight) {
    const std::uint32_t other = other_[column].type;
    count_of_other_[other] += to_other_[other] * weight * shares_[column];
  });
  for (std::uint32_t i = first_pair_[type]; i < first_pair_[type + 1]; ++i)
    counts_[i] = std::exchange(count_of_other_[pairs_[i].other], 0.0F);
}

/// From a type's counts to its probabilities.
void ModelOne::settle(std::uint32_t type, float& total) {
  for (std::uint32_t i = first_pair_[type]; i < first_pair_[type + 1]; ++i) {
    if (pairs_[i].count == 0) counts_[i] = std::max(0.0F, counts_[i] - kDiscount);
    total += counts_[i];
  }
  for (std::uint32_t i = first_pair_[type]; i < first_pair_[type + 1]; ++i)
    probability_[i] = mixed_probability(counts_[i], total, pairs_[i].count, has_prior_[type]);
}

LearntCounts ModelOne::run(int iterations) {
  sort_priors();
  sort_given();
  make_pairs();
  for (const LearntPair& pair : pairs_)
    probability_.push_back(pair.count + kFirstGuess);
  counts_.assign(pairs_.size(), 0.0F);
  to_other_.assign(other_types_, 0.0F);
  count_of_other_.assign(other_types_, 0.0F);
  sums_.assign(other_.size(), kNull);
  shares_.resize(other_.size());
  LearntCounts out;
  for (int round = 0; round <= iterations; ++round) {
    out.totals.resize(types_);
    for (std::uint32_t type = 0; type < types_; ++type) {
      use(type, true);
      if (round > 0) {
        count(type);
        out.totals[type] = 0;
        settle(type, out.totals[type]);
        use(type, true);
      }
      if (round < iterations) spread(type);
      use(type, false);
    }
    for (std::size_t column = 0; column < sums_.size(); ++column)
      shares_[column] = other_[column].weight / sums_[column];
    std::fill(sums_.begin(), sums_.end(), kNull);
  }
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (counts_[i] > 0) out.pairs.push_back({pairs_[i].type, pairs_[i].other, counts_[i]});
  }
  return out;
}

}  // namespace weft
