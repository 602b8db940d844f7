// SPDX-License-Identifier: Apache-2.0
/// Sums over the types that meet in the band; logarithms are taken of whole rows of them.
#include "lexical_gains.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "fast_log.hpp"
#include "known_tokens.hpp"

namespace weft {
namespace {

constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;
// Columns of zeros before a window and behind it, so that groups may reach over its borders.
constexpr std::size_t kMargin = kLongestBead;

/// By type: what a probability is multiplied with before its logarithm.
std::vector<float> scales(const std::vector<float>& shares, const std::vector<float>& lexical) {
  std::vector<float> out;
  for (std::size_t i = 0; i < shares.size(); ++i)
    out.push_back(lexical[i] / shares[i]);
  return out;
}

/// By type: what a token gains that finds no counterpart.
std::vector<float> misses(const std::vector<float>& lexical) {
  std::vector<float> out;
  for (const float share : lexical)
    out.push_back(fast_log(1.0F - share));
  return out;
}

/// The same; less for types of which nothing is known where little is.
std::vector<float> losses(const TokenTable& table, const std::vector<bool>& is_known,
                          std::vector<float> misses_of_types) {
  const float unknown = weight_of_unknown(table, is_known);
  for (std::size_t type = 0; type < misses_of_types.size(); ++type)
    misses_of_types[type] *= is_known[type] ? 1.0F : unknown;
  return misses_of_types;
}

/// The most source sentences of a bead of so many target sentences.
constexpr std::size_t most_with(std::size_t target) {
  std::size_t most = 0;
  for (const BeadType& type : kBeadTypes)
    most = type.target == target ? std::max<std::size_t>(most, type.source) : most;
  return most;
}

/// From what a sentence gains above one without any counterpart to how bare it is: 1 at nothing, 0
/// from half of what it would lose without.
class Bareness {
 public:
  explicit Bareness(float missing) : scale_(1.0F / (kEnough * std::min(missing, kLeast))) {}
  float operator()(float gained) const { return std::max(0.0F, 1.0F + gained * scale_); }

 private:
  static constexpr float kEnough = 0.5F;
  static constexpr float kLeast = -0.001F;  // nothing covers a sentence without tokens
  float scale_;
};

}  // namespace

LexicalGains::LexicalGains(const LexicalText& text, const Weights& weights)
    : text_(text),
      weights_(weights),
      window_(text.target, text.target_postings),
      hit_(text.target.types.size(), 0.0F),
      slot_of_(text.target.types.size(), kNoSlot) {
  measure_sides();
  for (auto* sums : {&forward_, &bare_}) {
    for (auto& of_group : *sums)
      of_group.assign(text.target.sentences() + 1, 0.0F);
  }
  for (SourceSentence& sentence : ring_) {
    for (auto& gains : sentence.backward)
      gains.assign(text.target.sentences() + 1 + kLanes, 0.0F);
    for (auto& bare : sentence.bare)
      bare.assign(text.target.sentences() + 1, 0.0F);
  }
}

void LexicalGains::measure_sides() {
  const TokenTable& target = text_.target;
  source_scale_ = scales(text_.source_shares, text_.source_lexical);
  target_scale_ = scales(text_.target_shares, text_.target_lexical);
  std::vector<bool> in_source(text_.source.types.size(), false);
  std::vector<bool> in_target(target.types.size(), false);
  for (std::uint32_t type = 0; type < text_.source.types.size(); ++type) {
    in_source[type] = !text_.associations.of(type).empty();
    for (const Association& to : text_.associations.of(type))
      in_target[to.target] = true;
  }
  source_miss_ = misses(text_.source_lexical);
  target_miss_ = misses(text_.target_lexical);
  source_loss_ = losses(text_.source, in_source, source_miss_);
  bag_source();
  const std::vector<float> target_loss = losses(target, in_target, target_miss_);
  std::vector<float> tokens;
  target_missing_.assign(1, 0);
  for (std::size_t j = 0; j < target.sentences(); ++j) {
    float missing = 0;
    tokens.push_back(0);
    for (const TokenUse& use : target.of(j)) {
      tokens.back() += use.weight;
      missing += use.weight * target_loss[use.type];
    }
    target_missing_.push_back(missing);
  }
  for (auto& group : per_target_token_)
    group.clear();
  std::vector<float> sums(tokens.size() + 1, 1.0F);
  for (std::size_t group = 0; group < kLongestBead; ++group) {
    for (std::size_t end = tokens.size(); end > group; --end)
      sums[end] = sums[end - 1] + tokens[end - 1];
    for (const float sum : sums)
      per_target_token_[group].push_back(1.0F / sum);
    per_target_token_[group].resize(sums.size() + kLanes, 1.0F);
  }
}

void LexicalGains::begin(const Band& band, const TextSection& section) {
  band_ = &band;
  section_ = section;
}

void LexicalGains::enter(std::size_t row) {
  const std::size_t rows = band_->first.size();
  row_ = section_.source_begin + row;
  first_ = section_.target_begin + band_->first[row - std::min(row, kLongestBead)];
  last_ = section_.target_begin + band_->last[std::min(rows - 1, row + kLongestBead - 1)];
  window_.move(first_, last_);
  find_ends(row);
  read_source(row_ - 1, ring(row_ - 1));
  sum_forward(std::min(row, kLongestBead));
}

void LexicalGains::find_ends(std::size_t row) {
  const std::size_t offset = first_ - section_.target_begin;
  const std::size_t begin = std::max<std::size_t>(band_->first[row], offset + 1) - offset - 1;
  for (std::size_t group = 1; group <= kLongestBead; ++group) {
    const std::size_t below = std::min(band_->last.size() - 1, row + most_with(group) - 1);
    ends_.at(group - 1) = {begin, band_->last[below] - offset};
  }
}

/// The known types of every source sentence, each once.
void LexicalGains::bag_source() {
  bags_.clear();
  bagged_.clear();
  for (std::size_t sentence = 0; sentence < text_.source.sentences(); ++sentence) {
    Bag bag;
    bag.begin = static_cast<std::uint32_t>(bagged_.size());
    for (const TokenUse& use : text_.source.of(sentence)) {
      const bool is_known = !text_.associations.of(use.type).empty();
      bag.weight += use.weight;
      bag.missing += use.weight * source_loss_[use.type];
      if (is_known) bagged_.push_back(use);
    }
    const auto first = bagged_.begin() + bag.begin;
    std::sort(first, bagged_.end(),
              [](const TokenUse& a, const TokenUse& b) { return a.type < b.type; });
    auto kept = first;
    for (auto use = first; use != bagged_.end(); ++use) {
      if (kept != first && (kept - 1)->type == use->type)
        (kept - 1)->weight += use->weight;
      else
        *kept++ = *use;
    }
    bagged_.erase(kept, bagged_.end());
    bag.end = static_cast<std::uint32_t>(bagged_.size());
    bags_.push_back(bag);
  }
}

/// Finds the target types of the window that the sentence's tokens translate to, and what the
/// sentence gains by the window's groups of target sentences.
void LexicalGains::read_source(std::size_t sentence, SourceSentence& out) {
  const Bag& bag = bags_[sentence];
  const std::size_t width = last_ - first_;
  for (auto& gains : out.backward)
    std::fill_n(gains.begin() + static_cast<std::ptrdiff_t>(first_), width + 1, bag.missing);
  given_target_.assign(width + kMargin + kLanes, 0.0F);
  out.hits.clear();
  for (std::uint32_t i = bag.begin; i < bag.end; ++i) {
    if (meet(bagged_[i], out)) sum_backward(bagged_[i], out);
  }
  for (Hit& hit : out.hits)
    hit.probability = std::exchange(hit_[hit.type], 0.0F);
  if (text_.price_bare) measure_bare(bag.missing, out);
}

void LexicalGains::measure_bare(float missing, SourceSentence& out) const {
  const Bareness bareness(missing);
  for (std::size_t group = 0; group < kLongestBead; ++group) {
    const float* gains = out.backward[group].data();
    float* bare = out.bare[group].data();
    for (std::size_t j = first_; j <= last_; ++j)
      bare[j] = bareness(gains[j] - missing);
  }
}

/// Adds up by column what speaks for a source type; true where anything does.
bool LexicalGains::meet(const TokenUse& token, SourceSentence& out) {
  bool any = false;
  const std::size_t first = first_;
  float* given = given_target_.data() + kMargin;
  for (const Association& to : text_.associations.of(token.type)) {
    const auto postings = window_.of(to.target);
    if (postings.empty()) continue;
    any = true;
    float& probability = hit_[to.target];
    if (probability == 0) out.hits.push_back({to.target, 0});
    probability += to.forward * token.weight;
    for (const Posting& posting : postings)
      given[posting.sentence - first] += to.backward * posting.weight;
  }
  return any;
}

/// Adds the type's gain given the groups of target sentences in which something speaks for it.
void LexicalGains::sum_backward(const TokenUse& token, SourceSentence& out) {
  const std::size_t width = last_ - first_;
  BackwardSums sums{
      {1.0F - text_.source_lexical[token.type], weights_.cap, source_miss_[token.type]},
      source_scale_[token.type],
      token.weight};
  sums.given = given_target_.data() + kMargin;
  sums.columns = width;
  for (std::size_t group = 0; group < kLongestBead; ++group)
    sums.groups[group] = {per_target_token_[group].data() + first_ + 1,
                          out.backward[group].data() + first_ + 1, ends_[group].begin,
                          ends_[group].end};
  kernels_.add_backward(sums);
  std::fill_n(given_target_.begin() + static_cast<std::ptrdiff_t>(kMargin), width, 0.0F);
}

/// The target types that groups of the last source sentences hit, with their probabilities.
void LexicalGains::gather(std::size_t longest) {
  std::size_t most = 0;
  for (std::size_t group = 1; group <= longest; ++group)
    most += ring(row_ - group).hits.size();
  if (given_source_.size() < most * kLanes) given_source_.resize(most * kLanes);
  per_source_token_.fill(0);
  slots_.clear();
  float tokens = 1;
  for (std::size_t group = 1; group <= longest; ++group) {
    const SourceSentence& sentence = ring(row_ - group);
    tokens += bags_[row_ - group].weight;
    per_source_token_.at(group - 1) = 1.0F / tokens;
    for (const Hit& hit : sentence.hits) {
      std::uint32_t& slot = slot_of_[hit.type];
      if (slot == kNoSlot) {
        slot = static_cast<std::uint32_t>(slots_.size());
        slots_.push_back(hit.type);
        std::fill_n(given_source_.data() + slot * kLanes, kLanes, 0.0F);
      }
      float* given = given_source_.data() + slot * kLanes;
      for (std::size_t lane = group - 1; lane < kLongestBead; ++lane)
        given[lane] += hit.probability;
    }
  }
  for (const std::uint32_t type : slots_)
    slot_of_[type] = kNoSlot;
}

void LexicalGains::sum_forward(std::size_t longest) {
  gather(longest);
  sums_.assign((last_ - first_) * kLanes, 0.0F);
  kernels_.add_forward({weights_.cap, slots_, given_source_.data(), text_.target_lexical.data(),
                        target_miss_.data(), target_scale_.data(), per_source_token_.data(),
                        &window_, first_, sums_.data()});
  for (std::size_t group = 0; group < longest; ++group) {
    std::vector<float>& forward = forward_[group];
    forward[first_] = 0;
    for (std::size_t j = first_; j < last_; ++j)
      forward[j + 1] = forward[j] + (target_missing_[j + 1] + sums_[(j - first_) * kLanes + group]);
    if (!text_.price_bare) continue;
    std::vector<float>& bare = bare_[group];
    bare[first_] = 0;
    for (std::size_t j = first_; j < last_; ++j)
      bare[j + 1] =
          bare[j] + Bareness(target_missing_[j + 1])(sums_[(j - first_) * kLanes + group]);
  }
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
  if (text_.price_bare) take_off_bare(type, column, out);
  take_off_length(type, column, out);
}

void LexicalGains::take_off_bare(BeadType type, std::size_t column, std::span<float> out) const {
  if (type.target > 1) {
    const float* bare = bare_[type.source - 1U].data() + column;
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] -= weights_.bare * (bare[k] - *(bare + k - type.target));
  }
  for (std::size_t i = 1; type.source > 1 && i <= type.source; ++i) {
    const float* bare = ring(row_ - i).bare[type.target - 1U].data() + column;
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] -= weights_.bare * bare[k];
  }
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
