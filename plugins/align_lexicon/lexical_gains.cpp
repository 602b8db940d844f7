// SPDX-License-Identifier: Apache-2.0
/// Sparse sums: logarithms are taken only where two tokens are associated.
#include "lexical_gains.hpp"

#include <algorithm>
#include <cmath>

#include "fast_log.hpp"

namespace weft {
namespace {

// From this share of known tokens on, an unknown one counts like any that has no counterpart.
constexpr float kWellKnown = 0.5F;

/// What a token of an unknown type counts.
float weight_of_unknown(const TokenTable& table, const std::vector<bool>& is_known) {
  float known = 0;
  float all = 0;
  for (const TokenUse& use : table.uses) {
    all += use.weight;
    known += is_known[use.type] ? use.weight : 0.0F;
  }
  return all > 0 ? std::min(1.0F, known / (kWellKnown * all)) : 1.0F;
}

}  // namespace

LexicalGains::LexicalGains(const LexicalText& text, const Weights& weights)
    : text_(text), weights_(weights), miss_(fast_log(1.0F - weights.lexical)) {
  const TokenTable& target = text.target;
  by_type_.assign(target.types.size(), 0.0F);
  chain_.assign(target.types.size(), -1);
  std::vector<bool> is_known(target.types.size(), false);
  for (std::uint32_t type = 0; type < text.source.types.size(); ++type) {
    source_is_known_.push_back(!text.associations.of(type).empty());
    for (const Association& to : text.associations.of(type))
      is_known[to.target] = true;
  }
  unknown_in_source_ = weight_of_unknown(text.source, source_is_known_);
  const float unknown = weight_of_unknown(target, is_known);
  target_weight_.push_back(0);
  target_known_.push_back(0);
  for (std::size_t j = 0; j < target.sentences(); ++j) {
    float sum = 0;
    float known = 0;
    for (const TokenUse& use : target.of(j)) {
      sum += use.weight;
      known += use.weight * (is_known[use.type] ? 1.0F : unknown);
      sentence_of_.push_back(static_cast<std::uint32_t>(j));
    }
    target_weight_.push_back(sum);
    target_known_.push_back(known);
  }
  given_source_.assign(target.uses.size(), 0.0F);
  for (auto& sums : forward_)
    sums.assign(target.sentences() + 1, 0.0F);
  for (SourceSentence& sentence : ring_) {
    for (auto& gains : sentence.backward)
      gains.assign(target.sentences() + 1, 0.0F);
  }
  length_.resize(target.sentences() + 1);
}

void LexicalGains::begin(const Band& band, const TextSection& section) {
  band_ = &band;
  section_ = section;
}

/// More than a token without a counterpart gains.
float LexicalGains::gain(float probability, float background) const {
  const float ratio = (1.0F - weights_.lexical) + weights_.lexical * probability / background;
  return std::min(fast_log(ratio), weights_.cap) - miss_;
}

void LexicalGains::enter(std::size_t row) {
  const std::size_t rows = band_->first.size();
  row_ = section_.source_begin + row;
  first_ = section_.target_begin + band_->first[row - std::min(row, kLongestBead)];
  last_ = section_.target_begin + band_->last[std::min(rows - 1, row + kLongestBead - 1)];
  read_source(row_ - 1, ring(row_ - 1));
  sum_backward(ring(row_ - 1));
  sum_forward(std::min(row, kLongestBead));
}

/// Finds the target tokens of the window that the sentence's tokens translate to.
void LexicalGains::read_source(std::size_t sentence, SourceSentence& out) {
  const TokenTable& target = text_.target;
  const auto uses = text_.source.of(sentence);
  source_types_.assign(uses.begin(), uses.end());
  std::sort(source_types_.begin(), source_types_.end(),
            [](const TokenUse& a, const TokenUse& b) { return a.type < b.type; });
  std::size_t kept = 0;
  out.weight = 0;
  out.known = 0;
  for (const TokenUse& use : source_types_) {
    out.weight += use.weight;
    out.known += use.weight * (source_is_known_[use.type] ? 1.0F : unknown_in_source_);
    if (kept > 0 && source_types_[kept - 1].type == use.type)
      source_types_[kept - 1].weight += use.weight;
    else
      source_types_[kept++] = use;
  }
  source_types_.resize(kept);
  chains_.clear();
  touched_.clear();
  for (std::uint32_t i = 0; i < kept; ++i) {
    for (const Association& to : text_.associations.of(source_types_[i].type)) {
      if (chain_[to.target] < 0) touched_.push_back(to.target);
      by_type_[to.target] += to.forward * source_types_[i].weight;
      chains_.push_back({i, to.backward, chain_[to.target]});
      chain_[to.target] = static_cast<std::int32_t>(chains_.size() - 1);
    }
  }
  out.hits.clear();
  const std::size_t width = last_ - first_;
  given_target_.assign(kept * width, 0.0F);
  for (std::size_t j = first_; j < last_; ++j) {
    for (std::uint32_t use = target.begin[j]; use < target.begin[j + 1]; ++use) {
      const TokenUse& token = target.uses[use];
      if (chain_[token.type] < 0) continue;
      out.hits.push_back({use, by_type_[token.type]});
      for (std::int32_t link = chain_[token.type]; link >= 0;
           link = chains_[static_cast<std::size_t>(link)].next) {
        const Chain& chain = chains_[static_cast<std::size_t>(link)];
        given_target_[chain.source * width + j - first_] += chain.backward * token.weight;
      }
    }
  }
  for (const std::uint32_t type : touched_) {
    by_type_[type] = 0;
    chain_[type] = -1;
  }
}

void LexicalGains::sum_backward(SourceSentence& out) {
  const std::size_t width = last_ - first_;
  for (std::size_t group = 1; group <= kLongestBead; ++group)
    std::fill(out.backward[group - 1].begin() + static_cast<std::ptrdiff_t>(first_),
              out.backward[group - 1].begin() + static_cast<std::ptrdiff_t>(last_) + 1,
              miss_ * out.known);
  for (std::size_t i = 0; i < source_types_.size(); ++i) {
    const float* given = given_target_.data() + i * width;
    const float background = text_.source_shares[source_types_[i].type];
    const float weight = source_types_[i].weight;
    for (std::size_t j = 0; j < width; ++j) {
      if (given[j] == 0) continue;
      // Every group that this sentence is the first hit of, by where it begins.
      std::size_t earliest = j + 1 > kLongestBead ? j + 1 - kLongestBead : 0;
      for (std::size_t before = earliest; before < j; ++before) {
        if (given[before] != 0) earliest = before + 1;
      }
      for (std::size_t begin = earliest; begin <= j; ++begin) {
        float sum = 0;
        float tokens = 1;
        for (std::size_t end = begin; end < std::min(width, begin + kLongestBead); ++end) {
          sum += given[end];
          tokens += target_weight_[first_ + end + 1];
          if (end < j) continue;
          out.backward[end - begin][first_ + end + 1] += weight * gain(sum / tokens, background);
        }
      }
    }
  }
}

void LexicalGains::sum_forward(std::size_t longest) {
  const TokenTable& target = text_.target;
  const std::uint32_t begin = target.begin[first_];
  const std::uint32_t end = target.begin[last_];
  uses_.clear();
  float tokens = 1;
  for (std::size_t group = 1; group <= longest; ++group) {
    const SourceSentence& sentence = ring(row_ - group);
    tokens += sentence.weight;
    for (const Hit& hit : sentence.hits) {
      if (hit.use < begin || hit.use >= end) continue;
      if (given_source_[hit.use] == 0) uses_.push_back(hit.use);
      given_source_[hit.use] += hit.probability;
    }
    std::vector<float>& sums = forward_[group - 1];
    for (std::size_t j = first_; j < last_; ++j)
      sums[j + 1] = miss_ * target_known_[j + 1];
    for (const std::uint32_t use : uses_) {
      const TokenUse& token = target.uses[use];
      sums[sentence_of_[use] + std::size_t{1}] +=
          token.weight * gain(given_source_[use] / tokens, text_.target_shares[token.type]);
    }
    sums[first_] = 0;
    for (std::size_t j = first_; j < last_; ++j)
      sums[j + 1] += sums[j];
  }
  for (const std::uint32_t use : uses_)
    given_source_[use] = 0;
}

void LexicalGains::add(BeadType type, std::size_t column, std::span<float> out) const {
  column += section_.target_begin;
  const float half = weights_.words / 2;
  const float* forward = forward_[type.source - 1U].data() + column;
  for (std::size_t k = 0; k < out.size(); ++k)
    out[k] += half * (forward[k] - *(forward + k - type.target));
  for (std::size_t i = 1; i <= type.source; ++i) {
    const float* backward = ring(row_ - i).backward[type.target - 1U].data() + column;
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] += half * backward[k];
  }
  take_off_length(type, column, out);
}

void LexicalGains::take_off_length(BeadType type, std::size_t column, std::span<float> out) const {
  const auto source =
      static_cast<float>(text_.source_length[row_] - text_.source_length[row_ - type.source]);
  const double* lengths = text_.target_length.data() + column;
  for (std::size_t k = 0; k < out.size(); ++k) {
    const auto target = static_cast<float>(lengths[k] - *(lengths + k - type.target));
    const float difference = source - target;
    const float spread = ((source + target) * 0.5F + weights_.slack) * weights_.variance;
    out[k] -= weights_.length * std::min(difference * difference / spread, weights_.length_cap);
  }
}

}  // namespace weft
