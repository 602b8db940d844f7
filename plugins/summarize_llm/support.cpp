// SPDX-License-Identifier: Apache-2.0
/// Greedy cover of a sentence's terms by sentences of the document.
#include "support.hpp"

#include <algorithm>
#include <cmath>

#include "weft/summary/sentence_terms.hpp"

namespace weft {
namespace {

constexpr std::size_t kMost = 3;  // sentences of evidence
constexpr double kWorth = 0.1;    // of the whole weight: less is chance

/// In how many sentences of the document each term is.
std::vector<std::uint32_t> count_sentences(const Terms& terms, std::size_t sentences) {
  std::vector<std::uint32_t> out(terms.count, 0);
  for (std::size_t i = 0; i < sentences; ++i) {
    for (const Term& term : terms.of(i))
      ++out[term.id];
  }
  return out;
}

class Cover {
 public:
  Cover(const Terms& terms, std::size_t sentences)
      : terms_(terms), sentences_(sentences), open_(terms.count, 0) {
    const std::vector<std::uint32_t> seen = count_sentences(terms, sentences);
    for (const std::uint32_t count : seen)
      weights_.push_back(std::log(1 + static_cast<double>(sentences) / std::max(count, 1U)));
  }

  Support of(std::size_t written) {
    double whole = 0;
    for (const Term& term : terms_.of(written)) {
      open_[term.id] = weights_[term.id];
      whole += weights_[term.id];
    }
    Support out;
    double found = 0;
    while (out.sentences.size() < kMost && whole > 0) {
      const auto [best, gain] = best_sentence();
      if (gain < kWorth * whole) break;
      out.sentences.push_back(static_cast<std::uint32_t>(best));
      found += gain;
      for (const Term& term : terms_.of(best))
        open_[term.id] = 0;
    }
    for (const Term& term : terms_.of(written))
      open_[term.id] = 0;
    std::sort(out.sentences.begin(), out.sentences.end());
    out.score = whole > 0 ? std::round(found / whole * 1e4) / 1e4 : 0;
    return out;
  }

 private:
  /// The first of the best, and what it adds.
  [[nodiscard]] std::pair<std::size_t, double> best_sentence() const {
    std::size_t best = 0;
    double most = 0;
    for (std::size_t i = 0; i < sentences_; ++i) {
      double gain = 0;
      for (const Term& term : terms_.of(i))
        gain += open_[term.id];
      if (gain > most) {
        most = gain;
        best = i;
      }
    }
    return {best, most};
  }

  const Terms& terms_;
  std::size_t sentences_;
  std::vector<double> weights_;
  std::vector<double> open_;  // the weights of what is still looked for
};

}  // namespace

std::vector<Support> find_support(const Body& body, const std::vector<std::string>& written) {
  std::vector<BodySentence> all = body.sentences;
  std::uint32_t block = all.empty() ? 0 : all.back().block + 1;
  for (const std::string& sentence : written)
    all.push_back({sentence, block++});
  SentenceTermReader reader;
  const Terms& terms = reader.read(all, {}, body.language);
  Cover cover(terms, body.sentences.size());
  std::vector<Support> out;
  for (std::size_t i = 0; i < written.size(); ++i)
    out.push_back(cover.of(body.sentences.size() + i));
  return out;
}

}  // namespace weft
