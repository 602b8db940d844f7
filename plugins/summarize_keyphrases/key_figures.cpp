// SPDX-License-Identifier: Apache-2.0
/// Chooses among the figures that weft::figures reads.
#include "key_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "weft/figures/read_figures.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kShortContext = 12;  ///< code points beside the figure; less says little

/// What a figure of a kind is worth to a reader; 0: never.
double worth_of(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::kMoney:
      return 1;
    case FigureKind::kMeasure:
    case FigureKind::kPercentage:
      return 0.8;
    case FigureKind::kMultiple:
      return 0.7;
    case FigureKind::kFraction:
      return 0.6;
    case FigureKind::kNumber:
      // Small counts are seldom what a text is about, and in words they are grammar.
      if (std::abs(figure.value.to_double()) >= 10) return 0.6;
      return figure.spelled ? 0 : 0.2;
    case FigureKind::kDuration:
      return figure.spelled ? 0.1 : 0.3;
    case FigureKind::kOrdinal:
    case FigureKind::kDate:
    case FigureKind::kTime:
      return 0;
  }
  return 0;
}

/// Equal whatever is said of how near it is.
std::string without_bound(std::string canonical) {
  if (!canonical.empty() && (canonical[0] == '~' || canonical[0] == '<' || canonical[0] == '>'))
    canonical.erase(0, 1);
  return canonical;
}

/// The clause of the figure; the one before it too where that is little more than the figure.
Clause context_of(std::string_view sentence, Clause at) {
  const std::vector<Clause> clauses = clauses_of(sentence);
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].end <= at.begin) continue;
    Clause out{std::min(clauses[i].begin, at.begin), std::max(clauses[i].end, at.end)};
    const auto points = [&](Clause c) {
      return static_cast<double>(count_code_points(sentence.substr(c.begin, c.end - c.begin)));
    };
    for (std::size_t k = i; k > 0 && points(out) - points(at) < kShortContext; --k)
      out.begin = clauses[k - 1].begin;
    return out;
  }
  return at;
}

}  // namespace

std::vector<KeyFigure> find_key_figures(std::span<const std::string_view> sentences,
                                        std::span<const double> worth, std::string_view language,
                                        std::size_t most) {
  std::vector<KeyFigure> all;
  std::map<std::string, std::size_t> by_value;  // positions in `all`
  std::vector<std::size_t> counts;
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    read_figures(sentences[i], language, figures);
    for (const Figure& figure : figures) {
      const double value = worth_of(figure);
      if (value <= 0) continue;
      KeyFigure one;
      one.sentence = static_cast<std::uint32_t>(i);
      one.at = {figure.begin, figure.end};
      one.canonical = canonical_text(figure);
      one.score = value * (0.3 + 0.7 * worth[i]);
      const auto [known, is_new] = by_value.try_emplace(without_bound(one.canonical), all.size());
      if (is_new) {
        all.push_back(std::move(one));
        counts.push_back(1);
        continue;
      }
      ++counts[known->second];
      if (one.score > all[known->second].score) all[known->second] = std::move(one);
    }
  }
  for (std::size_t k = 0; k < all.size(); ++k)
    all[k].score *= 1 - 0.25 / static_cast<double>(counts[k]);
  std::stable_sort(all.begin(), all.end(),
                   [](const KeyFigure& a, const KeyFigure& b) { return a.score > b.score; });
  if (all.size() > most) all.resize(most);
  for (KeyFigure& one : all)
    one.context = context_of(sentences[one.sentence], one.at);
  return all;
}

}  // namespace weft
