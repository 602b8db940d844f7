// SPDX-License-Identifier: Apache-2.0
/// Random search over weights; the sums of words are stored, so that a try is one search.
#include "search_weights.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iterator>
#include <random>
#include <sstream>

#include "habits.hpp"
#include "line_prices.hpp"
#include "weft/align/band.hpp"
#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"
#include "weft/error.hpp"

namespace weft::train {
namespace {

// Wide enough that other weights find their path in it.
constexpr Reach kReach{5, 3};

BeadPriors with_alone(BeadPriors priors, const LinePrices& lines) {
  priors.alone_source = lines.alone_source();
  priors.alone_target = lines.alone_target();
  return priors;
}

std::vector<double> scores(std::vector<PreparedSet>& sets, const Weights& weights) {
  std::vector<double> out;
  const BeadPriors priors = weights.priors();
  const BorderPrices borders({}, {}, 0);
  for (PreparedSet& set : sets) {
    Score score;
    for (PreparedDocument& one : set) {
      one.gains.use(weights);
      const TextSide& source = one.document->source;
      const TextSide& target = one.document->target;
      LinePrices lines(source.sentences, target.sentences, weights);
      WithLines<StoredGains> gains{one.gains, lines, {}, 0};
      const BeadPriors with_lines = with_alone(priors, lines);
      BeadSearch search(with_lines, borders, gains);
      const std::vector<Bead> first = search.run(one.gains.band());
      lines.fit(first, weights.habits);
      const BeadPriors fitted = with_alone(fit_habits(priors, first, weights.habits), lines);
      BeadSearch again(fitted, borders, gains);
      score.add(*one.document, again.run(one.gains.band()));
    }
    out.push_back(score.f1());
  }
  return out;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values)
    sum += v;
  return sum / static_cast<double>(values.size());
}

struct Knob {
  const char* name;
  float Weights::*member;
  float step;
  float least;
};
const Knob kKnobs[] = {{"lexical", &Weights::lexical, 0, 0},
                       {"bare", &Weights::bare, 0, 0},
                       {"words", &Weights::words, .12F, .1F},
                       {"length", &Weights::length, .08F, 0},
                       {"variance", &Weights::variance, 1, 1},
                       {"slack", &Weights::slack, 8, 0},
                       {"length_cap", &Weights::length_cap, 8, 4},
                       {"base", &Weights::base, 1, -20},
                       {"one_two", &Weights::one_two, 1, -20},
                       {"one_three", &Weights::one_three, 1, -20},
                       {"one_four", &Weights::one_four, 1.5, -20},
                       {"one_five", &Weights::one_five, 2, -20},
                       {"two_two", &Weights::two_two, 1.5, -20},
                       {"two_three", &Weights::two_three, 1.5, -20},
                       {"larger", &Weights::larger, 1, -10},
                       {"gap", &Weights::gap, 1.5, -20},
                       {"gap_more", &Weights::gap_more, .7F, -10},
                       {"habits", &Weights::habits, .3F, 0},
                       {"unmarked_joined", &Weights::unmarked_joined, 1, -10},
                       {"unmarked_alone", &Weights::unmarked_alone, 1, 0}};

void print(const Weights& weights, const std::vector<double>& f) {
  for (const Knob& knob : kKnobs)
    std::printf("%s %.3f  ", knob.name, static_cast<double>(weights.*knob.member));
  std::printf("\n  ");
  for (const double v : f)
    std::printf(" %.4f", v);
  std::printf("  mean %.4f\n", mean(f));
  std::fflush(stdout);
}

}  // namespace

Weights changed_weights(const std::string& changes) {
  Weights out;
  std::istringstream fields(changes);
  std::string field;
  while (std::getline(fields, field, ',')) {
    const std::size_t equal = field.find('=');
    const std::string name = field.substr(0, equal);
    const auto* knob = std::find_if(std::begin(kKnobs), std::end(kKnobs),
                                    [&](const Knob& one) { return name == one.name; });
    if (knob == std::end(kKnobs) || equal == std::string::npos)
      throw Error(WEFT_E_CONFIG, "no weight: " + field);
    out.*knob->member = std::stof(field.substr(equal + 1));
  }
  return out;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

PreparedDocument prepare(const SetDocument& document, const AlignedText& aligned,
                         const Weights& weights) {
  const Band band = band_near(aligned.beads, document.source.sentences.size() + 1,
                              document.target.sentences.size() + 1, kReach);
  return {&document, StoredGains(aligned.text, weights, band)};
}

void search_weights(std::vector<PreparedSet>& sets, const Weights& weights, double seconds,
                    unsigned seed) {
  Weights best = weights;
  std::vector<double> best_scores = scores(sets, best);
  print(best, best_scores);
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  for (const double end = cpu_seconds() + seconds; cpu_seconds() < end;) {
    Weights next = best;
    const float scale = random() % 3 == 0 ? .4F : 1.F;
    for (auto changes = 1 + random() % 3; changes > 0; --changes) {
      const Knob& knob = kKnobs[random() % std::size(kKnobs)];
      next.*knob.member =
          std::max(knob.least, next.*knob.member + normal(random) * knob.step * scale);
    }
    std::vector<double> found = scores(sets, next);
    if (mean(found) <= mean(best_scores)) continue;
    best = next;
    best_scores = std::move(found);
  }
  print(best, best_scores);
}

}  // namespace weft::train
