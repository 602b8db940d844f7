// SPDX-License-Identifier: Apache-2.0
/// Counts by type what of its occurrences translations explain better than the background.
#include "coverage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace weft {
namespace {

constexpr float kCoverWorth = 1;  // tokens
constexpr float kMostLexical = 0.9F;

/// One side of a text, seen bead by bead.
class CoveredSide {
 public:
  CoveredSide(const TokenTable& table, const std::vector<float>& shares)
      : table_(table),
        shares_(shares),
        weight_(table.types.size()),
        given_(table.types.size()),
        seen_(table.types.size()),
        covered_(table.types.size()) {}

  void enter(std::uint32_t begin, std::uint32_t count) {
    types_.clear();
    tokens_ = 1;
    for (std::uint32_t i = table_.begin[begin]; i < table_.begin[begin + count]; ++i) {
      const TokenUse& use = table_.uses[i];
      if (weight_[use.type] == 0) types_.push_back(use.type);
      weight_[use.type] += use.weight;
      tokens_ += use.weight;
    }
  }
  [[nodiscard]] const std::vector<std::uint32_t>& types() const { return types_; }
  [[nodiscard]] float weight(std::uint32_t type) const { return weight_[type]; }
  [[nodiscard]] float tokens() const { return tokens_; }
  void give(std::uint32_t type, float probability) { given_[type] += probability; }

  /// Counts the bead's types, given the tokens of the other side.
  void leave(float other_tokens, const std::vector<float>& lexical) {
    for (const std::uint32_t type : types_) {
      const float explained = lexical[type] * given_[type] / (other_tokens * shares_[type]);
      seen_[type] += weight_[type];
      covered_[type] += weight_[type] * explained / (1 - lexical[type] + explained);
      weight_[type] = given_[type] = 0;
    }
  }

  [[nodiscard]] std::vector<float> shares_covered(float usual) const {
    float seen = 0;
    float covered = 0;
    for (std::size_t type = 0; type < seen_.size(); ++type) {
      if (covered_[type] == 0) continue;
      seen += seen_[type];
      covered += covered_[type];
    }
    if (seen > 0) usual = std::min(usual, covered / seen);
    std::vector<float> out;
    for (std::size_t type = 0; type < seen_.size(); ++type)
      out.push_back(std::min(kMostLexical,
                             (covered_[type] + kCoverWorth * usual) / (seen_[type] + kCoverWorth)));
    return out;
  }

 private:
  const TokenTable& table_;
  const std::vector<float>& shares_;
  std::vector<float> weight_, given_;  // of the bead at hand, by type
  std::vector<float> seen_, covered_;  // of all, by type
  std::vector<std::uint32_t> types_;
  float tokens_ = 1;
};

}  // namespace

void fit_coverage(const std::vector<Bead>& beads, float usual, LexicalText& text) {
  CoveredSide source(text.source, text.source_shares);
  CoveredSide target(text.target, text.target_shares);
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    source.enter(bead.source_begin, bead.source_count);
    target.enter(bead.target_begin, bead.target_count);
    for (const std::uint32_t type : source.types()) {
      for (const Association& to : text.associations.of(type)) {
        if (target.weight(to.target) == 0) continue;
        source.give(type, to.backward * target.weight(to.target));
        target.give(to.target, to.forward * source.weight(type));
      }
    }
    source.leave(target.tokens(), text.source_lexical);
    target.leave(source.tokens(), text.target_lexical);
  }
  text.source_lexical = source.shares_covered(usual);
  text.target_lexical = target.shares_covered(usual);
}

}  // namespace weft
