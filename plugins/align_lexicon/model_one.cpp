// SPDX-License-Identifier: Apache-2.0
/// Cells of (pair, bead), type by type, so that pairs are counted in one small array.
#include "model_one.hpp"

#include <algorithm>
#include <numeric>

#include "fast_log.hpp"

namespace weft {
namespace {

constexpr float kFirstGuess = 0.02F;  // for a pair that the prior does not know
constexpr float kNull = 0.01F;        // that a token has no counterpart in the bead
constexpr float kDiscount = 0.5F;
constexpr std::uint32_t kLeastTogether = 2;
constexpr std::size_t kPiece = std::size_t{1} << 18U;  // cells
constexpr std::uint32_t kNoPair = 0xFFFFFFFF;

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
    for (std::uint32_t column = bead.other_begin; column < bead.other_end; ++column)
      visit(column, occurrences_[i].weight);
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

void ModelOne::keep(const Cell& cell) {
  if (cells_.empty() || cells_.back().size() == kPiece) {
    cells_.emplace_back();
    cells_.back().reserve(kPiece);
  }
  cells_.back().push_back(cell);
}

/// The pairs that the prior knows, and those that occur together more than once and oftener than by
/// chance.
void ModelOne::make_cells() {
  std::vector<std::uint32_t> together(other_types_, 0);
  std::vector<std::uint32_t> pair_of(other_types_, kNoPair);
  std::vector<float> prior(other_types_, 0.0F);
  std::vector<std::uint32_t> met;
  std::vector<float> other_beads(other_types_, 0.0F);  // the share of beads that a type is in
  for (const TokenUse& use : other_)
    other_beads[use.type] += 1.0F / static_cast<float>(beads_.size());
  for (std::uint32_t type = 0; type < types_; ++type) {
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
      if (prior[other] == 0 && is_chance) continue;
      pair_of[other] = static_cast<std::uint32_t>(pairs_.size());
      pairs_.push_back({type, other, prior[other]});
    }
    for_each_column(type, [&](std::uint32_t column, float weight) {
      const std::uint32_t pair = pair_of[other_[column].type];
      if (pair != kNoPair) keep({pair, column, weight});
    });
    for (const std::uint32_t other : met) {
      together[other] = 0;
      pair_of[other] = kNoPair;
    }
    for (std::uint32_t i = first_prior_[type]; i < first_prior_[type + 1]; ++i)
      prior[priors_[i].other] = 0;
  }
}

void ModelOne::expect(const std::vector<float>& probability, std::vector<float>& count) {
  sums_.assign(other_.size(), kNull);
  for (const auto& piece : cells_) {
    for (const Cell& cell : piece)
      sums_[cell.column] += probability[cell.pair] * cell.weight;
  }
  for (std::size_t column = 0; column < sums_.size(); ++column)
    sums_[column] = other_[column].weight / sums_[column];
  for (const auto& piece : cells_) {
    for (const Cell& cell : piece)
      count[cell.pair] += probability[cell.pair] * cell.weight * sums_[cell.column];
  }
}

LearntCounts ModelOne::run(int iterations) {
  sort_priors();
  sort_given();
  make_cells();
  std::vector<float> probability;
  for (const LearntPair& pair : pairs_)
    probability.push_back(pair.count + kFirstGuess);
  std::vector<float> count(pairs_.size());
  LearntCounts out;
  for (int round = 0; round < iterations; ++round) {
    std::fill(count.begin(), count.end(), 0.0F);
    expect(probability, count);
    out.totals.assign(types_, 0.0F);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (pairs_[i].count == 0) count[i] = std::max(0.0F, count[i] - kDiscount);
      out.totals[pairs_[i].type] += count[i];
    }
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const std::uint32_t type = pairs_[i].type;
      probability[i] =
          mixed_probability(count[i], out.totals[type], pairs_[i].count, has_prior_[type]);
    }
  }
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (count[i] > 0) out.pairs.push_back({pairs_[i].type, pairs_[i].other, count[i]});
  }
  return out;
}

}  // namespace weft
