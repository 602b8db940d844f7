// SPDX-License-Identifier: Apache-2.0
/// From counts to conditional probabilities; own terms are mixed in at nine to one.
#include "pair_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>

namespace weft {
namespace {

constexpr double kOwnShare = 0.9;

auto key_of_pair(const PairCount& pair) {
  return std::tuple(pair.first, pair.second, pair.own);
}

/// How much of the probability of a term is from own entries.
double own_share(double dictionary, double own, float share) {
  if (own <= 0) return 0;
  return dictionary <= 0 ? 1 : kOwnShare * static_cast<double>(share);
}

/// p(second | first) of each pair, in order; a term's pairs stand together.
std::vector<double> conditional(const std::vector<PairCount>& pairs) {
  std::vector<double> out(pairs.size());
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    double sums[2] = {0, 0};
    float share = 0;
    for (end = begin; end < pairs.size() && pairs[end].first == pairs[begin].first; ++end) {
      sums[pairs[end].own ? 1 : 0] += pairs[end].count;
      if (pairs[end].own) share = std::max(share, pairs[end].first_share);
    }
    const double own = own_share(sums[0], sums[1], share);
    for (std::size_t i = begin; i < end; ++i) {
      out[i] = pairs[i].own ? own * pairs[i].count / sums[1] : (1 - own) * pairs[i].count / sums[0];
    }
  }
  return out;
}

/// The part that dictionary (own) pairs of a second term have in the mass of one written form.
double masses(std::span<const std::size_t> list, const std::vector<PairCount>& pairs,
              std::span<const double> joint, const std::vector<std::uint8_t>& forms,
              std::uint8_t form, bool own) {
  double sum = 0;
  for (const std::size_t i : list) {
    if (pairs[i].own == own && (forms[pairs[i].first] & form) != 0) sum += joint[i];
  }
  return sum;
}

void append_list(TranslationTable& table, std::vector<Translation>& found) {
  // The same term from the dictionary and from own entries is one translation.
  std::sort(found.begin(), found.end(), [](const Translation& left, const Translation& right) {
    return left.term < right.term;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept > 0 && found[kept - 1].term == found[i].term) {
      found[kept - 1].probability += found[i].probability;
    } else {
      found[kept++] = found[i];
    }
  }
  found.resize(kept);
  std::erase_if(found, [](const Translation& one) { return !(one.probability > 0); });
  for (Translation& one : found)
    one.probability = std::min(one.probability, 1.0F);
  std::sort(found.begin(), found.end(), [](const Translation& left, const Translation& right) {
    if (left.probability != right.probability) return left.probability > right.probability;
    return left.term < right.term;
  });
  table.lists.push_back({static_cast<std::uint32_t>(table.translations.size()),
                         static_cast<std::uint32_t>(found.size())});
  table.translations.insert(table.translations.end(), found.begin(), found.end());
  found.clear();
}

/// p(first | second) of one second term's pairs, averaged over the written forms that a first term
/// has.
void add_backward(std::span<const std::size_t> list, const std::vector<PairCount>& pairs,
                  std::span<const double> joint, const std::vector<std::uint8_t>& forms,
                  std::vector<Translation>& found) {
  float share = 0;
  for (const std::size_t i : list) {
    if (pairs[i].own) share = std::max(share, pairs[i].second_share);
  }
  double scale[2][2] = {{0, 0}, {0, 0}};  // by form and own: what one unit of joint mass is worth
  const std::uint8_t names[2] = {kSimplifiedForm, kTraditionalForm};
  for (std::size_t form = 0; form < 2; ++form) {
    const double dictionary = masses(list, pairs, joint, forms, names[form], false);
    const double own = masses(list, pairs, joint, forms, names[form], true);
    const double part = own_share(dictionary, own, share);
    scale[form][0] = dictionary > 0 ? (1 - part) / dictionary : 0;
    scale[form][1] = own > 0 ? part / own : 0;
  }
  for (const std::size_t i : list) {
    const std::uint8_t written = forms[pairs[i].first];
    const std::size_t own = pairs[i].own ? 1 : 0;
    double sum = 0;
    double count = 0;
    for (std::size_t form = 0; form < 2; ++form) {
      if ((written & names[form]) == 0) continue;
      sum += joint[i] * scale[form][own];
      ++count;
    }
    found.push_back({pairs[i].first, static_cast<float>(sum / count)});
  }
}

}  // namespace

void merge_pairs(std::vector<PairCount>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const PairCount& left, const PairCount& right) {
    return key_of_pair(left) < key_of_pair(right);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (kept > 0 && key_of_pair(pairs[kept - 1]) == key_of_pair(pairs[i])) {
      PairCount& same = pairs[kept - 1];
      same.count += pairs[i].count;
      same.first_share = std::max(same.first_share, pairs[i].first_share);
      same.second_share = std::max(same.second_share, pairs[i].second_share);
    } else {
      pairs[kept++] = pairs[i];
    }
  }
  pairs.resize(kept);
}

TranslationTable forward_table(const std::vector<PairCount>& pairs, std::uint32_t first_terms) {
  const std::vector<double> chances = conditional(pairs);
  TranslationTable table;
  std::vector<Translation> found;
  std::size_t at = 0;
  for (std::uint32_t term = 0; term < first_terms; ++term) {
    for (; at < pairs.size() && pairs[at].first == term; ++at)
      found.push_back({pairs[at].second, static_cast<float>(chances[at])});
    append_list(table, found);
  }
  return table;
}

TranslationTable backward_table(const std::vector<PairCount>& pairs, std::uint32_t second_terms,
                                const FirstTerms& first) {
  std::vector<double> joint = conditional(pairs);
  const char* A = getenv("LEXA");
  double a = A ? atof(A) : 0.5;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    joint[i] *= std::pow(static_cast<double>(first.uses[pairs[i].first]), a);
  std::vector<std::size_t> order(pairs.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&pairs](std::size_t left, std::size_t right) {
    return pairs[left].second < pairs[right].second;
  });
  TranslationTable table;
  std::vector<Translation> found;
  std::size_t begin = 0;
  for (std::uint32_t term = 0; term < second_terms; ++term) {
    std::size_t end = begin;
    while (end < order.size() && pairs[order[end]].second == term)
      ++end;
    add_backward(std::span(order).subspan(begin, end - begin), pairs, joint, first.forms, found);
    append_list(table, found);
    begin = end;
  }
  return table;
}

}  // namespace weft
