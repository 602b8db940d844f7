// SPDX-License-Identifier: Apache-2.0
/// One direction is looked up and learnt, the other follows by Bayes' rule from the document.
#include "associations.hpp"

#include <algorithm>
#include <cstddef>

namespace weft {
namespace {

constexpr float kUnseen = 0.3F;    // added to every count
constexpr float kLeast = 0.0005F;  // less likely pairs are dropped

struct Pair {
  std::uint32_t given = 0;
  std::uint32_t other = 0;
  float probability = 0;
  float back = 0;
};

/// Joins both sorted lists.
std::vector<Pair> join(const PriorPairs& prior, const LearntCounts& learnt, std::size_t types) {
  std::vector<Pair> out;
  auto next = learnt.pairs.begin();
  for (std::uint32_t type = 0; type < types; ++type) {
    const auto known = prior.of(type);
    const float total = learnt.totals.empty() ? 0.0F : learnt.totals[type];
    auto entry = known.begin();
    while (true) {
      const bool has_prior = entry != known.end();
      const bool has_count = next != learnt.pairs.end() && next->type == type;
      if (!has_prior && !has_count) break;
      const std::uint32_t other = !has_count   ? entry->other
                                  : !has_prior ? next->other
                                               : std::min(entry->other, next->other);
      const float probability = has_prior && entry->other == other ? (entry++)->probability : 0;
      const float count = has_count && next->other == other ? (next++)->count : 0;
      const float mixed = learnt.totals.empty()
                              ? probability
                              : mixed_probability(count, total, probability, !known.empty());
      if (mixed >= kLeast) out.push_back({type, other, mixed, 0});
    }
  }
  return out;
}

std::vector<float> weights_of(const TokenTable& table) {
  std::vector<float> out(table.types.size());
  for (const TokenUse& use : table.uses)
    out[use.type] += use.weight;
  return out;
}

}  // namespace

std::vector<float> shares_of(const TokenTable& table) {
  std::vector<float> out = weights_of(table);
  double sum = 0;
  for (float& weight : out) {
    weight += kUnseen;
    sum += double{weight};
  }
  for (float& weight : out)
    weight = static_cast<float>(double{weight} / sum);
  return out;
}

Associations::Associations(const TokenTable& given, const TokenTable& other,
                           const PriorPairs& prior, const LearntCounts& learnt,
                           bool given_is_source) {
  std::vector<Pair> pairs = join(prior, learnt, given.types.size());
  const std::vector<float> counts = weights_of(given);
  std::vector<float> sums(other.types.size());
  for (const Pair& pair : pairs)
    sums[pair.other] += pair.probability * counts[pair.given];
  for (Pair& pair : pairs) {
    const float sum = sums[pair.other];
    pair.back = sum > 0 ? pair.probability * counts[pair.given] / sum : 0;
  }
  const TokenTable& source = given_is_source ? given : other;
  begin_.assign(source.types.size() + 1, 0);
  for (const Pair& pair : pairs)
    ++begin_[(given_is_source ? pair.given : pair.other) + 1];
  for (std::size_t i = 1; i < begin_.size(); ++i)
    begin_[i] += begin_[i - 1];
  std::vector<std::uint32_t> place(begin_.begin(), begin_.end() - 1);
  items_.resize(pairs.size());
  for (const Pair& pair : pairs) {
    if (given_is_source)
      items_[place[pair.given]++] = {pair.other, pair.probability, pair.back};
    else
      items_[place[pair.other]++] = {pair.given, pair.back, pair.probability};
  }
}

}  // namespace weft
