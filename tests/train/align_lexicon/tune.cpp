// SPDX-License-Identifier: Apache-2.0
/// tune_align_lexicon LEXICON run|tune SET:zh:en...: aligns sets through the library; looks for
/// weights.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include "alignment_set.hpp"
#include "habits.hpp"
#include "learning_notes.hpp"
#include "stored_gains.hpp"
#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"
#ifdef BUILD
#include "sdk/lexicon/sources/read_dictionary.hpp"
#endif

namespace {
using namespace weft::train;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

weft::LearntTable learn(const AlignmentSet& set, const weft::AlignSettings& settings) {
  weft::TextAligner aligner(settings);
  std::vector<std::string> notes;
  for (const auto& document : set.documents)
    notes.push_back(weft::write_note(aligner.align(document.source, document.target, {})));
  return weft::learn_from({notes.begin(), notes.end()}, aligner.given());
}

struct Prepared {
  const SetDocument* document;
  weft::train::StoredGains gains;
};
struct PreparedSet {
  std::string name;
  std::vector<Prepared> documents;
};

weft::Band band_of(const std::vector<weft::Bead>& beads, std::size_t rows, std::size_t columns) {
  weft::Band band;
  band.first.assign(rows, 0xFFFFFFFF);
  band.last.assign(rows, 0);
  const auto touch = [&](std::size_t row, std::uint32_t column) {
    band.first[row] = std::min(band.first[row], column);
    band.last[row] = std::max(band.last[row], column);
  };
  touch(0, 0);
  for (const weft::Bead& bead : beads) {
    for (std::uint32_t i = 0; i <= bead.source_count; ++i) {
      touch(bead.source_begin + i, bead.target_begin);
      touch(bead.source_begin + i, bead.target_begin + bead.target_count);
    }
  }
  weft::Band wide = band;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t near = row > 5 ? row - 5 : 0; near < std::min(rows, row + 6); ++near) {
      wide.first[row] = std::min(wide.first[row], band.first[near]);
      wide.last[row] = std::max(wide.last[row], band.last[near]);
    }
    wide.first[row] -= std::min(wide.first[row], 3U);
    wide.last[row] = std::min(wide.last[row] + 3U, static_cast<std::uint32_t>(columns - 1));
  }
  return wide;
}

std::vector<double> scores(std::vector<PreparedSet>& sets, const weft::Weights& weights) {
  std::vector<double> out;
  const weft::BeadPriors priors = weights.priors();
  const weft::BorderPrices borders({}, {}, 0);
  for (PreparedSet& set : sets) {
    Score score;
    for (Prepared& one : set.documents) {
      one.gains.use(weights);
      weft::BeadSearch<weft::train::StoredGains> search(priors, borders, one.gains);
      const std::vector<weft::Bead> first = search.run(one.gains.band());
      const weft::BeadPriors fitted = weft::fit_habits(priors, first, weights.habits);
      weft::BeadSearch<weft::train::StoredGains> again(fitted, borders, one.gains);
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
  float weft::Weights::*member;
  float step;
  float least;
};
const Knob kKnobs[] = {{"words", &weft::Weights::words, .12F, .1F},
                       {"length", &weft::Weights::length, .08F, 0},
                       {"variance", &weft::Weights::variance, 1, 1},
                       {"slack", &weft::Weights::slack, 8, 0},
                       {"length_cap", &weft::Weights::length_cap, 8, 4},
                       {"base", &weft::Weights::base, 1, -20},
                       {"one_two", &weft::Weights::one_two, 1, -20},
                       {"one_three", &weft::Weights::one_three, 1, -20},
                       {"one_four", &weft::Weights::one_four, 1.5, -20},
                       {"one_five", &weft::Weights::one_five, 2, -20},
                       {"two_two", &weft::Weights::two_two, 1.5, -20},
                       {"two_three", &weft::Weights::two_three, 1.5, -20},
                       {"larger", &weft::Weights::larger, 1, -10},
                       {"gap", &weft::Weights::gap, 1.5, -20},
                       {"gap_more", &weft::Weights::gap_more, .7F, -10},
                       {"habits", &weft::Weights::habits, .3F, 0}};

void print(const weft::Weights& weights, const std::vector<double>& f) {
  for (const Knob& knob : kKnobs)
    std::printf("%s %.3f  ", knob.name, static_cast<double>(weights.*knob.member));
  std::printf("\n  ");
  for (const double v : f)
    std::printf(" %.4f", v);
  std::printf("  mean %.4f\n", mean(f));
  std::fflush(stdout);
}

void tune(std::vector<PreparedSet>& sets, double seconds, unsigned seed) {
  weft::Weights best;
  std::vector<double> best_f = scores(sets, best);
  print(best, best_f);
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  const double end = cpu_seconds() + seconds;
  int tries = 0;
  while (cpu_seconds() < end) {
    weft::Weights next = best;
    const int changes = 1 + static_cast<int>(random() % 3);
    const float scale = random() % 3 == 0 ? .4F : 1.F;
    for (int i = 0; i < changes; ++i) {
      const Knob& knob = kKnobs[random() % std::size(kKnobs)];
      next.*knob.member =
          std::max(knob.least, next.*knob.member + normal(random) * knob.step * scale);
    }
    std::vector<double> f = scores(sets, next);
    ++tries;
    if (mean(f) > mean(best_f)) {
      best = next;
      best_f = f;
    }
  }
  std::printf("%d tries\n", tries);
  print(best, best_f);
}

}  // namespace

int main(int count, char** arguments) {
#ifdef BUILD
  const weft::Dictionary dictionary = weft::read_dictionary(arguments[2], {"zh", "en"});
  weft::LexiconBuilder builder(dictionary.first, dictionary.second);
  builder.begin_source({dictionary.name, dictionary.licence, 0, false});
  for (const weft::LexiconEntry& entry : dictionary.entries)
    builder.add(entry);
  for (const weft::HanReading& reading : dictionary.readings)
    builder.add_reading(reading.han, reading.syllable, reading.weight);
  std::FILE* f = std::fopen(arguments[1], "wb");
  const std::string bytes = builder.finish();
  std::fwrite(bytes.data(), 1, bytes.size(), f);
  std::fclose(f);
  return 0;
#else
  const weft::Lexicon lexicon = weft::Lexicon::open(arguments[1]);
  const bool corpus = std::getenv("CORPUS") == nullptr;
  const bool tuning = std::string(arguments[2]) == "tune";
  std::vector<AlignmentSet> sets;
  for (int i = 3; i < count; ++i)
    sets.push_back(read_set(arguments[i]));
  std::vector<PreparedSet> prepared;
  for (const AlignmentSet& set : sets) {
    weft::AlignSettings settings;
    if (std::getenv("LAM"))
      settings.weights.lexical = static_cast<float>(std::atof(std::getenv("LAM")));
    if (std::getenv("CAP"))
      settings.weights.cap = static_cast<float>(std::atof(std::getenv("CAP")));
    settings.source_language = set.source_language;
    settings.target_language = set.target_language;
    if (set.source_language == "zh" || set.target_language == "zh") settings.lexicon = &lexicon;
    weft::TextAligner aligner(settings);
    const double start = cpu_seconds();
    const weft::LearntTable learnt = corpus ? learn(set, settings) : weft::LearntTable{};
    const double begin = cpu_seconds();
    Score score;
    std::size_t sentences = 0;
    prepared.push_back({set.name, {}});
    for (const auto& document : set.documents) {
      const weft::AlignedText out =
          aligner.align(document.source, document.target, {&learnt, true});
      Score one;
      one.add(document, out.beads);
      score.add(document, out.beads);
      sentences += document.source.sentences.size();
      if (std::getenv("DOCS"))
        std::printf("   %s %.4f in_lexicon %u\n", document.name.c_str(), one.f1(), out.in_lexicon);
      if (const char* folder = std::getenv("OUT")) {
        std::FILE* f =
            std::fopen((std::string(folder) + "/" + document.name + ".align").c_str(), "w");
        for (const auto& b : out.beads) {
          std::fprintf(f, "[");
          for (unsigned k = 0; k < b.source_count; ++k)
            std::fprintf(f, k ? ",%u" : "%u", b.source_begin + k);
          std::fprintf(f, "]:[");
          for (unsigned k = 0; k < b.target_count; ++k)
            std::fprintf(f, k ? ",%u" : "%u", b.target_begin + k);
          std::fprintf(f, "]:%.4f\n", b.score);
        }
        std::fclose(f);
      }
      if (tuning)
        prepared.back().documents.push_back(
            {&document, StoredGains(out.text, settings.weights,
                                    band_of(out.beads, document.source.sentences.size() + 1,
                                            document.target.sentences.size() + 1))});
    }
    std::printf("%-14s %.4f  %6.0f sentences/s of CPU aligning, %6.0f learning\n", set.name.c_str(),
                score.f1(), static_cast<double>(sentences) / (cpu_seconds() - begin),
                static_cast<double>(sentences) / (begin - start + 1e-9));
    std::fflush(stdout);
  }
  if (tuning)
    tune(prepared, std::atof(std::getenv("SECONDS_") ? std::getenv("SECONDS_") : "60"),
         std::getenv("SEED") ? static_cast<unsigned>(std::atoi(std::getenv("SEED"))) : 1U);
#endif
}
