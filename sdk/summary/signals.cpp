// SPDX-License-Identifier: Apache-2.0
/// Tf-idf vectors, directed degree centrality, and what else follows from the terms.
#include "weft/summary/signals.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace weft {
namespace {

/// How often terms occur.
struct Statistics {
  std::vector<std::uint32_t> sentences;  ///< by term: how many have it
  std::vector<float> occurrences;
  std::vector<double> idf;
  double total = 0;
};

std::vector<bool> find_repeated(const Terms& terms) {
  std::vector<bool> repeated(terms.sentences.size(), false);
  std::unordered_set<std::uint64_t> seen;
  seen.reserve(terms.sentences.size());
  for (std::size_t i = 0; i < repeated.size(); ++i) {
    const std::uint64_t key = terms.sentences[i].key;
    repeated[i] = key != 0 && !seen.insert(key).second;
  }
  return repeated;
}

Statistics count_terms(const Terms& terms, const std::vector<bool>& repeated) {
  Statistics out;
  out.sentences.assign(terms.count, 0);
  out.occurrences.assign(terms.count, 0);
  double different = 0;
  for (std::size_t i = 0; i < terms.sentences.size(); ++i) {
    if (repeated[i]) continue;
    different += 1;
    for (const Term& term : terms.of(i)) {
      ++out.sentences[term.id];
      out.occurrences[term.id] += term.count;
      out.total += static_cast<double>(term.count);
    }
  }
  out.idf.assign(terms.count, 0);
  for (std::size_t id = 0; id < out.idf.size(); ++id) {
    const double odds = (different + 1) / (out.sentences[id] + 0.5);
    out.idf[id] = std::max(0.0, std::log(odds));
  }
  return out;
}

void make_vector(std::span<const Term> entries, const std::vector<double>& idf, float* weights) {
  double square = 0;
  for (std::size_t k = 0; k < entries.size(); ++k) {
    const float count = entries[k].count;
    const double frequency = count > 1 ? 1 + std::log(static_cast<double>(count)) : 1;
    const double weight = frequency * idf[entries[k].id];
    weights[k] = static_cast<float>(weight);
    square += weight * weight;
  }
  if (square <= 0) return;
  const auto scale = static_cast<float>(1 / std::sqrt(square));
  for (std::size_t k = 0; k < entries.size(); ++k)
    weights[k] *= scale;
}

/// Divides by the mean of those values that count.
void by_mean(std::vector<double>& values, double mean) {
  if (mean <= 0) return;
  for (double& value : values)
    value /= mean;
}

/// Terms that several sentences share, by how many and how rare, scaled as signals.hpp says.
std::vector<float> find_recurring(const Statistics& counts, double sentences) {
  std::vector<float> out(counts.idf.size(), 0);
  double sum = 0;
  for (std::size_t id = 0; id < out.size(); ++id) {
    if (counts.sentences[id] < 2) continue;
    const double weight = counts.sentences[id] * counts.idf[id];
    out[id] = static_cast<float>(weight);
    sum += weight * counts.sentences[id];
  }
  if (sum <= 0) return out;
  const auto scale = static_cast<float>(sentences / sum);
  for (float& weight : out)
    weight *= scale;
  return out;
}

/// Similarity to all earlier and to all later sentences: products with running sums of vectors.
void find_degrees(const Terms& terms, Signals& out) {
  std::vector<float> all(terms.count, 0);
  std::vector<float> earlier(terms.count, 0);
  for (std::size_t k = 0; k < terms.entries.size(); ++k)
    all[terms.entries[k].id] += out.weights[k];
  double sum = 0;
  double lead = 0;
  double lead_weight = 0;
  for (std::size_t i = 0; i < terms.sentences.size(); ++i) {
    const auto entries = terms.of(i);
    const float* weights = out.weights.data() + terms.sentences[i].first_term;
    double to_all = 0;
    double to_earlier = 0;
    double to_self = 0;
    for (std::size_t k = 0; k < entries.size(); ++k) {
      const double weight = static_cast<double>(weights[k]);
      to_all += weight * static_cast<double>(all[entries[k].id]);
      to_earlier += weight * static_cast<double>(earlier[entries[k].id]);
      to_self += weight * weight;
      earlier[entries[k].id] += weights[k];
    }
    out.forward[i] = to_earlier;
    out.backward[i] = std::max(0.0, to_all - to_earlier - to_self);
    const double degree = out.forward[i] + out.backward[i];
    const double nearness = 1 / (1 + static_cast<double>(i));
    sum += degree;
    lead += nearness * degree;
    lead_weight += nearness;
  }
  const double mean = sum / static_cast<double>(terms.sentences.size());
  by_mean(out.forward, mean);
  by_mean(out.backward, mean);
  if (mean > 0) out.lead_degree = lead / lead_weight / mean;
}

void find_term_shares(const Terms& terms, const Statistics& counts,
                      const std::vector<bool>& repeated, Signals& out) {
  std::vector<bool> in_title(terms.count, false);
  for (const std::uint32_t id : terms.title)
    in_title[id] = true;
  double probability = 0;
  double rare = 0;
  double best_title = 0;
  double different = 0;
  for (std::size_t i = 0; i < terms.sentences.size(); ++i) {
    const auto entries = terms.of(i);
    if (repeated[i] || entries.empty()) continue;
    const float* weights = out.weights.data() + terms.sentences[i].first_term;
    double once = 0;
    for (std::size_t k = 0; k < entries.size(); ++k) {
      const std::uint32_t id = entries[k].id;
      out.probability[i] += static_cast<double>(counts.occurrences[id]) * counts.idf[id];
      once += counts.sentences[id] == 1 ? 1 : 0;
      if (in_title[id]) out.title[i] += static_cast<double>(weights[k]) * counts.idf[id];
    }
    const auto size = static_cast<double>(entries.size());
    out.probability[i] /= size * counts.total;
    out.rare[i] = once / size;
    probability += out.probability[i];
    rare += out.rare[i];
    best_title = std::max(best_title, out.title[i]);
    different += 1;
  }
  if (different <= 0) return;
  by_mean(out.probability, probability / different);
  by_mean(out.title, best_title);
  for (double& value : out.rare)
    value -= rare / different;
}

}  // namespace

Signals find_signals(const Terms& terms) {
  Signals out;
  const std::size_t size = terms.sentences.size();
  out.weights.assign(terms.entries.size(), 0);
  for (auto* values : {&out.forward, &out.backward, &out.probability, &out.title, &out.rare})
    values->assign(size, 0);
  if (size == 0) return out;
  const std::vector<bool> repeated = find_repeated(terms);
  const Statistics counts = count_terms(terms, repeated);
  for (std::size_t i = 0; i < size; ++i) {
    if (!repeated[i])
      make_vector(terms.of(i), counts.idf, out.weights.data() + terms.sentences[i].first_term);
  }
  if (!terms.telling.empty()) out.recurring = find_recurring(counts, static_cast<double>(size));
  find_degrees(terms, out);
  find_term_shares(terms, counts, repeated, out);
  return out;
}

}  // namespace weft
