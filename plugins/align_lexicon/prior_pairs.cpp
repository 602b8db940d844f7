// SPDX-License-Identifier: Apache-2.0
/// The lexicon, equal tokens, and cognates by their longest common subsequence.
#include "prior_pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "cognates.hpp"

namespace weft {
namespace {

// Short words are alike by chance.
constexpr float kSameWord = 0.8F;
constexpr float kSameShortWord = 0.2F;
constexpr std::size_t kShortWord = 3;

/// How sure it is that equal tokens of two sides translate each other.
float same(const TokenType& a, const TokenType& b) {
  if (a.kind != TokenClass::kWord || b.kind != TokenClass::kWord) return 1.0F;
  return a.written.size() > kShortWord ? kSameWord : kSameShortWord;
}

/// The types of a side by their term.
class ByTerm {
 public:
  explicit ByTerm(const TokenTable& table) {
    for (const TokenType& type : table.types)
      types_.push_back(type.term == TokenType::kNoTerm ? FlatMap::kNone : terms_.add(type.term));
    of_term_.resize(terms_.size());
    for (std::size_t type = 0; type < types_.size(); ++type) {
      if (types_[type] != FlatMap::kNone) of_term_[types_[type]] = static_cast<std::uint32_t>(type);
    }
  }
  [[nodiscard]] std::uint32_t find(std::uint32_t term) const {
    const std::uint32_t number = terms_.find(term);
    return number == FlatMap::kNone ? number : of_term_[number];
  }

 private:
  FlatMap terms_;
  std::vector<std::uint32_t> types_;
  std::vector<std::uint32_t> of_term_;
};

}  // namespace

PriorPairs find_prior_pairs(const TokenTable& given, const TokenTable& other, LexiconUse lexicon) {
  PriorPairs out;
  const ByTerm terms(other);
  const Cognates cognates(given, other);
  std::vector<PriorPair> found;
  for (std::uint32_t type = 0; type < given.types.size(); ++type) {
    const TokenType& token = given.types[type];
    found.clear();
    if (token.term != TokenType::kNoTerm && lexicon.lexicon != nullptr) {
      for (const Translation& to : lexicon.lexicon->translations(lexicon.side, token.term)) {
        const std::uint32_t match = terms.find(to.term);
        if (match == FlatMap::kNone) continue;
        found.push_back({type, match, to.probability});
        ++out.in_lexicon;
      }
    }
    const std::uint32_t equal = other.numbers.find(token.key);
    if (equal != FlatMap::kNone) found.push_back({type, equal, same(token, other.types[equal])});
    cognates.find(type, found);
    std::sort(found.begin(), found.end(), [](const PriorPair& a, const PriorPair& b) {
      return a.other != b.other ? a.other < b.other : a.probability > b.probability;
    });
    found.erase(
        std::unique(found.begin(), found.end(),
                    [](const PriorPair& a, const PriorPair& b) { return a.other == b.other; }),
        found.end());
    out.pairs.insert(out.pairs.end(), found.begin(), found.end());
    out.begin.push_back(static_cast<std::uint32_t>(out.pairs.size()));
  }
  return out;
}

}  // namespace weft
