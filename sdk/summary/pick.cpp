// SPDX-License-Identifier: Apache-2.0
/// Greedy picking: the lead's weight fades with every pick, what is covered counts less.
#include "weft/summary/pick.hpp"

#include <algorithm>
#include <queue>
#include <unordered_set>
#include <utility>

namespace weft {
namespace {

constexpr double kRedundancy = 0.7;  // of a sentence all of whose terms are covered
constexpr double kLeadFade = 0.15;   // of the lead's weight goes with each pick

class Picker {
 public:
  Picker(const Terms& terms, const Signals& signals, const Quality& quality,
         const PickBudget& budget, std::span<const std::uint32_t> sizes)
      : terms_(terms),
        signals_(signals),
        quality_(quality),
        budget_(budget),
        sizes_(sizes),
        covered_(terms.count, false),
        open_(quality.value.size()) {
    for (std::size_t i = 0; i < open_.size(); ++i)
      open_[i] = quality.value[i] > 0;
  }

  std::vector<Pick> run() {
    pick_while_lead_fades();
    pick_rest();
    std::sort(picks_.begin(), picks_.end(),
              [](const Pick& a, const Pick& b) { return a.sentence < b.sentence; });
    double best = 0;
    for (std::size_t i = 0; i < quality_.value.size(); ++i)
      best = std::max(best, standing(i, quality_.lead));
    for (Pick& pick : picks_)
      pick.score = standing(pick.sentence, quality_.lead) / best;
    return std::move(picks_);
  }

 private:
  [[nodiscard]] double standing(std::size_t i, double lead) const {
    return quality_.value[i] * ((1 - lead) + lead * quality_.position[i]);
  }
  /// The share of the sentence's weight whose terms some pick has; 0 .. 1.
  [[nodiscard]] double said(std::size_t i) const {
    double sum = 0;
    const auto entries = terms_.of(i);
    const float* weights = signals_.weights.data() + terms_.sentences[i].first_term;
    for (std::size_t k = 0; k < entries.size(); ++k) {
      const double weight = static_cast<double>(weights[k]);
      if (covered_[entries[k].id]) sum += weight * weight;
    }
    return std::min(1.0, sum);
  }
  [[nodiscard]] double gain(std::size_t i, double lead) const {
    return standing(i, lead) * (1 - kRedundancy * said(i));
  }
  [[nodiscard]] bool full() const {
    return sentences_ >= budget_.sentences || words_ >= budget_.words ||
           characters_ >= budget_.characters;
  }
  [[nodiscard]] std::uint32_t size_of(std::size_t i) const {
    return sizes_.empty() ? 1 : sizes_[i];
  }
  [[nodiscard]] bool fits(std::size_t i) const {
    if (sentences_ + size_of(i) > budget_.sentences) return false;
    if (budget_.overrun) return true;
    const SentenceFacts& facts = terms_.sentences[i];
    return words_ + facts.words <= budget_.words &&
           characters_ + facts.characters <= budget_.characters;
  }

  void take(std::size_t i) {
    open_[i] = false;
    const SentenceFacts& facts = terms_.sentences[i];
    if (!keys_.insert(facts.key).second) return;
    picks_.push_back({static_cast<std::uint32_t>(i), 0});
    sentences_ += size_of(i);
    words_ += facts.words;
    characters_ += facts.characters;
    for (const Term& term : terms_.of(i))
      covered_[term.id] = true;
  }

  /// While positions still count, all gains change with every pick: look at all.
  void pick_while_lead_fades() {
    while (!full()) {
      const double left = 1 - kLeadFade * static_cast<double>(picks_.size());
      if (left <= 0 || !take_best(quality_.lead * left)) return;
    }
  }
  bool take_best(double lead) {
    std::size_t best = open_.size();
    double most = -1;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (!open_[i] || !fits(i)) continue;
      if (standing(i, lead) <= most) continue;
      const double value = gain(i, lead);
      if (value > most) {
        most = value;
        best = i;
      }
    }
    if (best == open_.size()) return false;
    take(best);
    return true;
  }

  /// From here on gains only fall: the best of a queue whose gain is unchanged is the best of all.
  void pick_rest() {
    std::priority_queue<std::pair<double, std::int64_t>> queue;  // by gain, then the earlier one
    if (full()) return;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i]) queue.emplace(gain(i, 0), -static_cast<std::int64_t>(i));
    }
    while (!full() && !queue.empty()) {
      const auto [value, negative] = queue.top();
      queue.pop();
      const auto i = static_cast<std::size_t>(-negative);
      if (!fits(i)) continue;
      const double now = gain(i, 0);
      if (now < value && !queue.empty() && now < queue.top().first) {
        queue.emplace(now, negative);
      } else {
        take(i);
      }
    }
  }

  const Terms& terms_;
  const Signals& signals_;
  const Quality& quality_;
  const PickBudget& budget_;
  std::span<const std::uint32_t> sizes_;
  std::vector<bool> covered_;
  std::vector<bool> open_;
  std::unordered_set<std::uint64_t> keys_;
  std::vector<Pick> picks_;
  std::uint64_t sentences_ = 0;
  std::uint64_t words_ = 0;
  std::uint64_t characters_ = 0;
};

}  // namespace

std::vector<Pick> pick_sentences(const Terms& terms, const Signals& signals, const Quality& quality,
                                 const PickBudget& budget, std::span<const std::uint32_t> sizes) {
  return Picker(terms, signals, quality, budget, sizes).run();
}

}  // namespace weft
