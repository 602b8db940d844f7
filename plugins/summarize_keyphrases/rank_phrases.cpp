// SPDX-License-Identifier: Apache-2.0
/// A weighted sum of evidence, then a choice without repetition.
#include "rank_phrases.hpp"

#include <algorithm>
#include <cmath>

#include "phrase_borders.hpp"

namespace weft {

const PhraseWeights kCharacterWeights{.count = 1,
                                      .title = 1.05,
                                      .late = 0.3,
                                      .border = 0.55,
                                      .open = 0.4,
                                      .weakest = 0.8,
                                      .general = 2,
                                      .nouns = 0.4,
                                      .cohesion = 0.1,
                                      .digits = 1.7,
                                      .topical = 0.25,
                                      .capitals = 0,
                                      .lengths = {0, -1.9, -0.4, 0.25, 0.6, 0.45, 0.35, 0, -0.5},
                                      .nested = 0.8};
const PhraseWeights kWordWeights{.count = 1.2,
                                 .title = 1,
                                 .late = 0.2,
                                 .border = 0.6,
                                 .open = 0.4,
                                 .weakest = 0.8,
                                 .general = 1.5,
                                 .nouns = 0,
                                 .cohesion = 0.1,
                                 .digits = 0.7,
                                 .topical = 0.3,
                                 .capitals = 0.7,
                                 .lengths = {0, -0.4, 0.5, 0.3, -0.5, -1.5, -2.5, -3.5, -4.5},
                                 .nested = 0.6};

namespace {

class Ranker {
 public:
  Ranker(const Units& units, const std::vector<Phrase>& phrases, const PhraseWeights& characters,
         const PhraseWeights& words)
      : units_(units.all), phrases_(phrases), characters_(characters), words_(words) {
    unit_counts_.assign(units.ids, 0);
    for (const Unit& unit : units_)
      ++unit_counts_[unit.id];
  }

  std::vector<RankedPhrase> run(std::size_t most) {
    std::vector<RankedPhrase> all;
    for (const Phrase& phrase : phrases_) {
      if (is_possible(phrase)) all.push_back({phrase, score(phrase)});
    }
    std::sort(all.begin(), all.end(), [](const RankedPhrase& a, const RankedPhrase& b) {
      if (a.score != b.score) return a.score > b.score;
      if (a.phrase.first != b.phrase.first) return a.phrase.first < b.phrase.first;
      return a.phrase.length > b.phrase.length;
    });
    std::vector<RankedPhrase> out;
    for (const RankedPhrase& candidate : all) {
      if (out.size() >= most) break;
      const bool free = std::none_of(out.begin(), out.end(), [&](const RankedPhrase& taken) {
        return repeats(candidate.phrase, taken.phrase);
      });
      if (free) out.push_back(candidate);
    }
    scale(out);
    return out;
  }

 private:
  [[nodiscard]] const Unit& unit(const Phrase& phrase, std::uint32_t k) const {
    return units_[phrase.first + k];
  }
  [[nodiscard]] bool is_of_words(const Phrase& phrase) const {
    for (std::uint32_t k = 0; k < phrase.length; ++k) {
      if (unit(phrase, k).alone != 0) return false;
    }
    return true;
  }
  [[nodiscard]] const PhraseWeights& weights(const Phrase& phrase) const {
    return is_of_words(phrase) ? words_ : characters_;
  }

  [[nodiscard]] bool is_possible(const Phrase& phrase) const {
    const Unit& first = unit(phrase, 0);
    const Unit& last = unit(phrase, phrase.length - 1);
    if (phrase.length == 1 && (first.alone != 0 || first.short_word)) return false;
    if (cannot_begin(first.alone) || cannot_end(last.alone)) return false;
    bool content = false;
    for (std::uint32_t k = 0; k < phrase.length; ++k) {
      const Unit& one = unit(phrase, k);
      content = content || (one.word_class == UnitClass::kContent && !one.digit);
    }
    if (!content) return false;
    if (!is_of_words(phrase)) return true;
    return first.word_class == UnitClass::kContent && last.word_class == UnitClass::kContent &&
           !first.digit;
  }

  /// How far a side is a border of words: 0 .. 1 and a bit.
  static double side(std::uint32_t count, std::uint32_t borders, std::uint32_t most,
                     const PhraseWeights& w) {
    const double n = static_cast<double>(count);
    const double border = static_cast<double>(borders) / n;
    // That many different neighbours, if all are as common as the commonest.
    const double different = n / static_cast<double>(std::max(1U, most));
    return w.border * border + w.open * std::min(2.0, std::log(different));
  }

  [[nodiscard]] double score(const Phrase& phrase) const {
    const PhraseWeights& w = weights(phrase);
    const double count = static_cast<double>(phrase.count);
    const double left = side(phrase.count, phrase.left_borders, phrase.left_most, w);
    const double right = side(phrase.count, phrase.right_borders, phrase.right_most, w);
    double out = w.count * std::log(count) + left + right + w.weakest * std::min(left, right);
    out += w.lengths[std::min<std::uint32_t>(phrase.length, 8)];
    out += phrase.in_title ? w.title : 0;
    out -= w.late * std::log(1 + phrase.first / 20.0);
    out += w.capitals * static_cast<double>(phrase.capitals) / count;
    double general = 0;
    double topical = 0;
    bool digits = false;
    for (std::uint32_t k = 0; k < phrase.length; ++k) {
      const Unit& one = unit(phrase, k);
      general += one.word_class == UnitClass::kGeneral ? 1 : 0;
      topical += std::log(static_cast<double>(unit_counts_[one.id]));
      digits = digits || one.digit;
    }
    const double length = static_cast<double>(phrase.length);
    out -= w.general * general / length + (digits ? w.digits : 0);
    out += w.topical * topical / length;
    // How much oftener than by chance its units meet.
    out += w.cohesion * (std::log(count) - topical / length) * (phrase.length > 1 ? 1 : 0);
    out += ends_nouns(unit(phrase, phrase.length - 1).alone) ? w.nouns : 0;
    return out;
  }

  /// True when all units of `inner` stand in `outer`, one behind the other.
  [[nodiscard]] bool contains(const Phrase& outer, const Phrase& inner) const {
    for (std::uint32_t at = 0; at + inner.length <= outer.length; ++at) {
      std::uint32_t k = 0;
      while (k < inner.length && unit(outer, at + k).id == unit(inner, k).id)
        ++k;
      if (k == inner.length) return true;
    }
    return false;
  }
  /// Units at the end of one that begin the other.
  [[nodiscard]] std::uint32_t shared_end(const Phrase& first, const Phrase& second) const {
    for (std::uint32_t n = std::min(first.length, second.length) - 1; n > 0; --n) {
      std::uint32_t k = 0;
      while (k < n && unit(first, first.length - n + k).id == unit(second, k).id)
        ++k;
      if (k == n) return n;
    }
    return 0;
  }

  [[nodiscard]] bool repeats(const Phrase& candidate, const Phrase& taken) const {
    const PhraseWeights& w = weights(candidate);
    if (candidate.length <= taken.length && contains(taken, candidate)) {
      const double outside =
          static_cast<double>(candidate.count) - static_cast<double>(taken.count);
      return outside < w.nested * static_cast<double>(candidate.count);
    }
    if (candidate.length > taken.length && contains(candidate, taken)) return true;
    return shared_end(candidate, taken) > 0 || shared_end(taken, candidate) > 0;
  }

  /// Scores become 0 .. 1: exp of the difference to the best.
  static void scale(std::vector<RankedPhrase>& ranked) {
    if (ranked.empty()) return;
    const double best = ranked.front().score;
    for (RankedPhrase& one : ranked)
      one.score = std::exp((one.score - best) / 2);
  }

  const std::vector<Unit>& units_;
  const std::vector<Phrase>& phrases_;
  const PhraseWeights& characters_;
  const PhraseWeights& words_;
  std::vector<std::uint32_t> unit_counts_;
};

}  // namespace

std::vector<RankedPhrase> rank_phrases(const Units& units, const std::vector<Phrase>& phrases,
                                       std::size_t most, const PhraseWeights& characters,
                                       const PhraseWeights& words) {
  return Ranker(units, phrases, characters, words).run(most);
}

}  // namespace weft
