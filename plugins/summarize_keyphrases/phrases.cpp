// SPDX-License-Identifier: Apache-2.0
/// Level by level: a run of n units is counted where both runs of n - 1 units in it were kept.
#include "phrases.hpp"

#include <algorithm>
#include <unordered_map>

namespace weft {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

class Miner {
 public:
  Miner(const Units& units, std::uint32_t title_units, const PhraseLimits& limits)
      : units_(units.all), title_units_(title_units), limits_(limits) {}

  std::vector<Phrase> run() {
    level_.assign(units_.size(), kNone);
    begin_level(1);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].word_class != UnitClass::kFunction) take(i, 1, units_[i].id);
    }
    finish_level();
    for (std::uint32_t length = 2; length <= limits_.longest; ++length) {
      if (!run_level(length)) break;
    }
    return std::move(phrases_);
  }

 private:
  /// False when nothing of this length is left.
  bool run_level(std::uint32_t length) {
    const std::vector<std::uint32_t> shorter = level_;
    std::fill(level_.begin(), level_.end(), kNone);
    begin_level(length);
    bool any = false;
    for (std::size_t i = 0; i + length <= units_.size(); ++i) {
      const std::uint32_t prefix = shorter[i];
      const std::uint32_t suffix = shorter[i + 1];
      if (prefix == kNone || suffix == kNone || units_[i + length - 1].starts_run) continue;
      const bool in_front = i + length <= limits_.front;
      if (!in_front && (phrases_[prefix].count < 2 || phrases_[suffix].count < 2)) continue;
      take(i, length, (std::uint64_t{prefix} << 32U) | units_[i + length - 1].id);
      prefix_of_[level_[i] - level_begin_] = prefix;
      suffix_of_[level_[i] - level_begin_] = suffix;
      any = true;
    }
    for (std::size_t k = 0; k < prefix_of_.size(); ++k) {
      const std::uint32_t count = phrases_[level_begin_ + k].count;
      Phrase& prefix = phrases_[prefix_of_[k]];
      Phrase& suffix = phrases_[suffix_of_[k]];
      prefix.right_most = std::max(prefix.right_most, count);
      suffix.left_most = std::max(suffix.left_most, count);
    }
    finish_level();
    return any;
  }

  void begin_level(std::uint32_t) {
    level_begin_ = static_cast<std::uint32_t>(phrases_.size());
    by_key_.clear();
    prefix_of_.clear();
    suffix_of_.clear();
  }

  void take(std::size_t i, std::uint32_t length, std::uint64_t key) {
    const auto next = static_cast<std::uint32_t>(phrases_.size());
    const auto [known, is_new] = by_key_.try_emplace(key, next);
    if (is_new) {
      phrases_.emplace_back();
      phrases_.back().first = static_cast<std::uint32_t>(i);
      phrases_.back().length = length;
      prefix_of_.push_back(0);
      suffix_of_.push_back(0);
    }
    Phrase& phrase = phrases_[known->second];
    level_[i] = known->second;
    ++phrase.count;
    phrase.left_borders += is_left_border(i) ? 1U : 0U;
    phrase.right_borders += is_right_border(i + length) ? 1U : 0U;
    phrase.capitals += units_[i].capital ? 1U : 0U;
    phrase.in_title = phrase.in_title || i < title_units_;
  }
  [[nodiscard]] bool is_left_border(std::size_t i) const {
    return units_[i].starts_run || units_[i - 1].word_class == UnitClass::kFunction;
  }
  [[nodiscard]] bool is_right_border(std::size_t end) const {
    return end >= units_.size() || units_[end].starts_run ||
           units_[end].word_class == UnitClass::kFunction;
  }

  /// What occurs once and not in front is forgotten: nothing longer is made of it.
  void finish_level() {
    for (std::size_t i = 0; i < level_.size(); ++i) {
      if (level_[i] == kNone) continue;
      const Phrase& phrase = phrases_[level_[i]];
      if (phrase.count < 2 && i + phrase.length > limits_.front) level_[i] = kNone;
    }
  }

  const std::vector<Unit>& units_;
  std::uint32_t title_units_;
  PhraseLimits limits_;
  std::vector<Phrase> phrases_;
  std::vector<std::uint32_t> level_;  ///< by unit: the phrase of this length that begins there
  std::unordered_map<std::uint64_t, std::uint32_t> by_key_;  // looked up, never walked
  std::vector<std::uint32_t> prefix_of_;                     ///< by phrase of this level
  std::vector<std::uint32_t> suffix_of_;
  std::uint32_t level_begin_ = 0;
};

}  // namespace

std::vector<Phrase> mine_phrases(const Units& units, std::uint32_t title_units,
                                 const PhraseLimits& limits) {
  return Miner(units, title_units, limits).run();
}

}  // namespace weft
