// SPDX-License-Identifier: Apache-2.0
/// Cells of (bead, token, token) in one array, walked once an iteration.
#include "model_one.hpp"

#include <algorithm>
#include <numeric>

namespace weft {
namespace {

constexpr float kFirstGuess = 0.02F;  // for a pair that the prior does not know
constexpr float kNull = 0.01F;        // that a token has no counterpart in the bead
constexpr float kDiscount = 0.5F;
constexpr std::uint32_t kLeastTogether = 2;

}  // namespace

std::uint32_t ModelOne::number(std::uint32_t type, std::uint32_t other) {
  const std::uint64_t key = std::uint64_t{type} << 32U | other;
  const std::uint32_t out = numbers_.add(key);
  if (out == keys_.size()) {
    keys_.push_back(key);
    priors_.push_back(0);
    together_.push_back(0);
  }
  return out;
}

void ModelOne::set_prior(std::uint32_t type, std::uint32_t other, float probability) {
  priors_[number(type, other)] = probability;
  has_prior_[type] = true;
}

void ModelOne::add(const TokenBag& given, const TokenBag& other) {
  if (given.empty() || other.empty() || is_full()) return;
  if (given.size() > kMostInBag || other.size() > kMostInBag) return;
  for (const TokenUse& to : other) {
    for (const TokenUse& from : given) {
      const std::uint32_t pair = number(from.type, to.type);
      ++together_[pair];
      cells_.push_back({pair, from.weight});
    }
    columns_.push_back({cells_.size(), to.weight});
  }
}

/// Most pairs occur together once, by chance.
void ModelOne::drop_chance() {
  std::size_t kept = 0;
  std::size_t cell = 0;
  for (Column& column : columns_) {
    for (; cell < column.end; ++cell) {
      const std::uint32_t pair = cells_[cell].pair;
      if (priors_[pair] > 0 || together_[pair] >= kLeastTogether) cells_[kept++] = cells_[cell];
    }
    column.end = kept;
  }
  cells_.resize(kept);
}

void ModelOne::expect(const std::vector<float>& probability, std::vector<float>& count) const {
  std::size_t begin = 0;
  for (const Column& column : columns_) {
    float sum = kNull;
    for (std::size_t i = begin; i < column.end; ++i)
      sum += probability[cells_[i].pair] * cells_[i].weight;
    const float share = column.count / sum;
    for (std::size_t i = begin; i < column.end; ++i)
      count[cells_[i].pair] += probability[cells_[i].pair] * cells_[i].weight * share;
    begin = column.end;
  }
}

LearntCounts ModelOne::run(int iterations) {
  drop_chance();
  const std::size_t pairs = keys_.size();
  std::vector<float> probability(pairs);
  for (std::size_t i = 0; i < pairs; ++i)
    probability[i] = priors_[i] + kFirstGuess;
  std::vector<float> count(pairs);
  LearntCounts out;
  for (int round = 0; round < iterations; ++round) {
    std::fill(count.begin(), count.end(), 0.0F);
    expect(probability, count);
    out.totals.assign(types_, 0.0F);
    for (std::size_t i = 0; i < pairs; ++i) {
      if (priors_[i] == 0) count[i] = std::max(0.0F, count[i] - kDiscount);
      out.totals[keys_[i] >> 32U] += count[i];
    }
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::size_t type = keys_[i] >> 32U;
      probability[i] = mixed_probability(count[i], out.totals[type], priors_[i], has_prior_[type]);
    }
  }
  for (std::size_t i = 0; i < pairs; ++i) {
    if (count[i] <= 0) continue;
    out.pairs.push_back({static_cast<std::uint32_t>(keys_[i] >> 32U),
                         static_cast<std::uint32_t>(keys_[i]), count[i]});
  }
  std::sort(out.pairs.begin(), out.pairs.end(), [](const LearntPair& a, const LearntPair& b) {
    return a.type != b.type ? a.type < b.type : a.other < b.other;
  });
  return out;
}

}  // namespace weft
