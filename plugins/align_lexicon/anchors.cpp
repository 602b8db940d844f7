// SPDX-License-Identifier: Apache-2.0
/// Inverted index, exact gains of the few best, longest weighted chain by a Fenwick tree.
#include "anchors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "fast_log.hpp"
#include "known_tokens.hpp"

namespace weft {
namespace {

constexpr std::size_t kPartners = 6;  // of a sentence that are looked at closely
// Words are visited from rare to frequent, in steps, until so many sentences were.
constexpr std::array<std::size_t, 5> kRarities{4, 16, 64, 256, 1024};
constexpr std::size_t kEnoughPostings = 200;
// A text of few words has hundreds of sentences for each of them: more are not visited.
constexpr std::size_t kMostPostings = 4096;
constexpr float kLeastGain = 1.0F;
constexpr std::size_t kSmall = 24;  // columns and rows of a section that needs no anchors

/// Best chains by the target sentence they end at.
class BestChains {
 public:
  explicit BestChains(std::size_t sentences) : best_(sentences + 1, {0.0, -1}) {}
  /// The best that ends before a target sentence: gain, and index of its last anchor.
  [[nodiscard]] std::pair<double, std::int64_t> before(std::size_t target) const {
    std::pair<double, std::int64_t> out{0.0, -1};
    for (; target > 0; target &= target - 1) {
      if (best_[target].first > out.first) out = best_[target];
    }
    return out;
  }
  void put(std::size_t target, double gain, std::int64_t anchor) {
    for (std::size_t i = target + 1; i < best_.size(); i += i & (~i + 1)) {
      if (gain > best_[i].first) best_[i] = {gain, anchor};
    }
  }

 private:
  std::vector<std::pair<double, std::int64_t>> best_;
};

std::vector<Anchor> best_chain(const std::vector<Anchor>& anchors, std::size_t sentences) {
  BestChains chains(sentences);
  std::vector<double> gains(anchors.size());
  std::vector<std::int64_t> before(anchors.size(), -1);
  double best = 0;
  std::int64_t last = -1;
  for (std::size_t i = 0; i < anchors.size();) {
    std::size_t end = i;
    for (; end < anchors.size() && anchors[end].source == anchors[i].source; ++end) {
      const auto found = chains.before(anchors[end].target);
      gains[end] = found.first + double{anchors[end].gain};
      before[end] = found.second;
    }
    for (; i < end; ++i) {
      chains.put(anchors[i].target, gains[i], static_cast<std::int64_t>(i));
      if (gains[i] > best) {
        best = gains[i];
        last = static_cast<std::int64_t>(i);
      }
    }
  }
  std::vector<Anchor> out;
  for (; last >= 0; last = before[static_cast<std::size_t>(last)])
    out.push_back(anchors[static_cast<std::size_t>(last)]);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

class AnchorFinder::Finder {
 public:
  Finder(const LexicalText& text, const Weights& weights)
      : text_(text),
        weights_(weights),
        given_(text.target.types.size(), 0.0F),
        score_(text.target.sentences(), 0.0F),
        tokens_(text.target.sentences(), 0.0F) {
    std::vector<bool> is_known(text.target.types.size(), false);
    for (std::uint32_t type = 0; type < text.source.types.size(); ++type) {
      for (const Association& to : text.associations.of(type))
        is_known[to.target] = true;
    }
    const float unknown = weight_of_unknown(text.target, is_known);
    for (const bool known : is_known)
      counts_.push_back(known ? 1.0F : unknown);
    for (std::uint32_t type = 0; type < is_known.size(); ++type) {
      const std::size_t rarity = text.target_postings.of(type).size();
      const auto step = std::lower_bound(kRarities.begin(), kRarities.end(), rarity);
      step_of_.push_back(static_cast<std::uint8_t>(step - kRarities.begin()));
    }
    for (std::size_t j = 0; j < tokens_.size(); ++j) {
      for (const TokenUse& use : text.target.of(j))
        tokens_[j] += use.weight * counts_[use.type];
    }
  }

  /// Appends the best partners of a source sentence.
  void find(std::uint32_t sentence, const TextSection& section, std::vector<Anchor>& out) {
    translate(sentence);
    collect(section);
    // Of equally good ones, as in a text that repeats itself, those near the diagonal.
    const std::uint32_t middle = expected(sentence, section);
    const auto off = [&](std::uint32_t j) { return j > middle ? j - middle : middle - j; };
    const auto order = [&](std::uint32_t a, std::uint32_t b) {
      if (score_[a] != score_[b]) return score_[a] > score_[b];
      return off(a) != off(b) ? off(a) < off(b) : a < b;
    };
    const float miss = fast_log(1.0F - weights_.lexical);
    for (const std::uint32_t j : found_)
      score_[j] += 0.5F * miss * tokens_[j];
    const std::size_t kept = std::min(kPartners, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                      found_.end(), order);
    for (std::size_t i = 0; i < kept; ++i) {
      const float gain = close_look(found_[i]);
      if (gain > kLeastGain)
        out.push_back({sentence - section.source_begin, found_[i] - section.target_begin, gain});
    }
    for (const std::uint32_t j : found_)
      score_[j] = 0;
    for (const std::uint32_t type : types_)
      given_[type] = 0;
  }

 private:
  /// The target sentence before which as much text of the section lies as before the source one.
  [[nodiscard]] std::uint32_t expected(std::uint32_t sentence, const TextSection& section) const {
    const auto& lengths = text_.target_length;
    const double place = text_.source_length[sentence] - text_.source_length[section.source_begin] +
                         lengths[section.target_begin];
    return static_cast<std::uint32_t>(std::lower_bound(lengths.begin(), lengths.end(), place) -
                                      lengths.begin());
  }
  /// Target types that the sentence's tokens translate to.
  void translate(std::uint32_t sentence) {
    types_.clear();
    for (auto& types : types_by_step_)
      types.clear();
    source_tokens_ = 1;
    for (const TokenUse& use : text_.source.of(sentence)) {
      source_tokens_ += use.weight;
      for (const Association& to : text_.associations.of(use.type)) {
        float& given = given_[to.target];
        if (given == 0) {
          types_.push_back(to.target);
          types_by_step_[step_of_[to.target]].push_back(to.target);
        }
        given += to.forward * use.weight;
      }
    }
  }
  [[nodiscard]] float gain(std::uint32_t type) const {
    const float ratio =
        (1.0F - weights_.lexical) +
        weights_.lexical * given_[type] / (source_tokens_ * text_.target_shares[type]);
    return std::min(fast_log(ratio), weights_.cap);
  }
  static std::span<const Posting> part(std::span<const Posting> all, const TextSection& section) {
    const auto before = [](const Posting& posting, std::uint32_t j) {
      return posting.sentence < j;
    };
    const auto begin = std::lower_bound(all.begin(), all.end(), section.target_begin, before);
    return {begin, std::lower_bound(begin, all.end(), section.target_end, before)};
  }
  /// Sentences that hold them, the rarest first.
  void collect(const TextSection& section) {
    found_.clear();
    std::size_t visited = 0;
    for (std::size_t step = 0; step < kRarities.size() && visited <= kEnoughPostings; ++step) {
      for (const std::uint32_t type : types_by_step_[step]) {
        const float gained = gain(type);
        if (gained <= 0) continue;
        const auto postings = part(text_.target_postings.of(type), section);
        visited += postings.size();
        if (visited > kMostPostings) return;
        for (const Posting& posting : postings) {
          if (score_[posting.sentence] == 0) found_.push_back(posting.sentence);
          score_[posting.sentence] += gained;
        }
      }
    }
  }
  /// What all tokens of the target sentence gain.
  [[nodiscard]] float close_look(std::uint32_t j) const {
    const float miss = fast_log(1.0F - weights_.lexical);
    float sum = 0;
    for (const TokenUse& use : text_.target.of(j))
      sum += use.weight * (given_[use.type] > 0 ? gain(use.type) : miss * counts_[use.type]);
    return sum;
  }

  const LexicalText& text_;
  const Weights& weights_;
  std::vector<float> given_;           // by target type
  std::vector<float> score_;           // by target sentence
  std::vector<float> counts_;          // by target type: what a token without a counterpart counts
  std::vector<float> tokens_;          // by target sentence
  std::vector<std::uint8_t> step_of_;  // by target type: its place in kRarities, or behind them
  std::vector<std::uint32_t> types_;
  std::array<std::vector<std::uint32_t>, kRarities.size() + 1> types_by_step_;
  std::vector<std::uint32_t> found_;
  float source_tokens_ = 1;
};

AnchorFinder::AnchorFinder(const LexicalText& text, const Weights& weights)
    : finder_(std::make_unique<Finder>(text, weights)) {}
AnchorFinder::~AnchorFinder() = default;
AnchorFinder::AnchorFinder(AnchorFinder&&) noexcept = default;

std::vector<Anchor> AnchorFinder::find(const TextSection& section) {
  if (section.rows() <= kSmall && section.columns() <= kSmall) return {};
  std::vector<Anchor> anchors;
  for (std::uint32_t i = section.source_begin; i < section.source_end; ++i)
    finder_->find(i, section, anchors);
  return best_chain(anchors, section.columns() - 1);
}

}  // namespace weft
