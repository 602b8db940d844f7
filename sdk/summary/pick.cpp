// SPDX-License-Identifier: Apache-2.0
/// Greedy picking: the lead's weight fades with every pick, what is covered counts less, and what a
/// sentence budget can tell anew counts more.
#include "weft/summary/pick.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <unordered_set>
#include <utility>

namespace weft {
namespace {

/// What differs by what a budget is counted in. Where sentences are counted, one that tells more
/// costs no more; where words are, it already pays for its length.
struct PickWeights {
  double redundancy;  // of a sentence all of whose terms are covered
  double lead_fade;   // of the lead's weight goes with each pick
  bool facts;         // new figures, names and recurring terms count
};
constexpr PickWeights kPickSentences{0.85, 0.09, true};
constexpr PickWeights kPickText{0.7, 0.15, false};
constexpr double kFigure = 0.35;      // of each new figure, as a logarithm ...
constexpr double kName = 0.15;        // ... and each new name that other sentences have too
constexpr unsigned kParts = 4;        // of a figure: one digit is one part
constexpr unsigned kMostFigures = 2;  // more in one sentence is a table
constexpr unsigned kMostNames = 3;    // more is a list
constexpr double kLeastFresh = 0.05;  // a sentence without a recurring term is not worthless

/// What a sentence gains by new facts, by parts of figures and by names.
struct FactGains {
  std::array<double, kParts * kMostFigures + 1> figures{};
  std::array<double, kMostNames + 1> names{};

  FactGains() {
    for (std::size_t k = 0; k < figures.size(); ++k)
      figures[k] = std::exp(kFigure * static_cast<double>(k) / kParts);
    for (std::size_t k = 0; k < names.size(); ++k)
      names[k] = std::exp(kName * static_cast<double>(k));
  }
  [[nodiscard]] double of(std::size_t parts, std::size_t count) const {
    return figures[std::min(parts, figures.size() - 1)] * names[std::min(count, names.size() - 1)];
  }
};

/// A term while picking.
struct TermState {
  float recurring = 0;
  std::uint8_t parts = 0;  // of a figure
  std::uint8_t names = 0;
  bool covered = false;
};

class Picker {
 public:
  Picker(const Terms& terms, const Signals& signals, const Quality& quality,
         const PickBudget& budget, std::span<const std::uint32_t> sizes)
      : terms_(terms),
        signals_(signals),
        quality_(quality),
        budget_(budget),
        weights_(budget.cost() == Cost::kSentences ? kPickSentences : kPickText),
        facts_(weights_.facts && !terms.telling.empty()),
        sizes_(sizes),
        states_(terms.count),
        open_(quality.value.size()),
        latest_(quality.value.size(), std::numeric_limits<double>::max()) {
    for (std::size_t i = 0; i < open_.size(); ++i)
      open_[i] = quality.value[i] > 0;
    if (facts_) read_facts();
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
  void read_facts() {
    for (std::size_t id = 0; id < states_.size(); ++id) {
      TermState& state = states_[id];
      const Telling telling = terms_.telling[id];
      state.recurring = signals_.recurring[id];
      state.parts = telling == Telling::kFigure ? kParts : telling == Telling::kDigit ? 1 : 0;
      state.names = telling == Telling::kName && state.recurring > 0 ? 1 : 0;
    }
  }
  /// What the picks leave of a sentence's worth: it falls with every pick.
  [[nodiscard]] double find_freshness(std::size_t i) const {
    static const FactGains gains;
    double said = 0;  // the share of its weight whose terms some pick has
    double recurring = 0;
    std::size_t parts = 0;
    std::size_t names = 0;
    const auto entries = terms_.of(i);
    const float* weights = signals_.weights.data() + terms_.sentences[i].first_term;
    for (std::size_t k = 0; k < entries.size(); ++k) {
      const TermState& state = states_[entries[k].id];
      if (state.covered) {
        const double weight = static_cast<double>(weights[k]);
        said += weight * weight;
      } else {
        recurring += static_cast<double>(state.recurring);
        parts += state.parts;
        names += state.names;
      }
    }
    const double unsaid = 1 - weights_.redundancy * std::min(1.0, said);
    if (!facts_) return unsaid;
    // A fourth root: twice as much of what recurs is worth a fifth more.
    return unsaid * gains.of(parts, names) * std::sqrt(std::sqrt(recurring + kLeastFresh));
  }
  double gain(std::size_t i, double lead) {
    latest_[i] = find_freshness(i);
    return standing(i, lead) * latest_[i];
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
      states_[term.id].covered = true;
  }

  /// While positions still count, all gains change with every pick: look at all.
  void pick_while_lead_fades() {
    while (!full()) {
      const double left = 1 - weights_.lead_fade * static_cast<double>(picks_.size());
      if (left <= 0 || !take_best(quality_.lead * left)) return;
    }
  }
  bool take_best(double lead) {
    std::size_t best = open_.size();
    double most = -1;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (!open_[i] || !fits(i)) continue;
      if (standing(i, lead) * latest_[i] <= most) continue;
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
  const PickWeights& weights_;
  bool facts_;
  std::span<const std::uint32_t> sizes_;
  std::vector<TermState> states_;  ///< by id
  std::vector<bool> open_;
  std::vector<double> latest_;  ///< freshness when last looked at: it only falls
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
