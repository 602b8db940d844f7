// SPDX-License-Identifier: Apache-2.0
/// Aligns sets by the library alone: F1 and rates, what confidence is fitted on, a search for
/// weights.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "alignment_set.hpp"
#include "learning_notes.hpp"
#include "search_weights.hpp"
#include "weft/lexicon/lexicon.hpp"

namespace {

using namespace weft::train;

constexpr const char* kUsage =
    "tune_align_lexicon LEXICON SET:SOURCE:TARGET...\n"
    "Aligns the documents of SET (<document>/{src,tgt,gold}.txt) and prints strict F1 and "
    "sentences\n"
    "a second of CPU. LEXICON serves sets with Chinese on one side; - is none. Environment:\n"
    "  LEARN=document   learn from each document alone instead of from the set\n"
    "  FEATURES=FILE    append a line a two-sided bead: set, right or not, features of confidence\n"
    "  OUT=DIR          write DIR/SET/<document>.align, as score.py reads them\n"
    "  WEIGHTS=NAME=VALUE,...  instead of the plugin's own\n"
    "  SEARCH=SECONDS   then look for better weights, SEED=N\n";

const char* option(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : otherwise;
}

weft::LearntTable learn(const AlignmentSet& set, weft::TextAligner& aligner, bool alone) {
  std::vector<std::string> notes;
  for (const SetDocument& document : set.documents)
    notes.push_back(
        weft::write_note(aligner.align(document.source, document.target, {nullptr, alone, false})));
  return weft::learn_from({notes.begin(), notes.end()}, aligner.given());
}

void write_features(std::ofstream& out, const AlignmentSet& set, const SetDocument& document,
                    const weft::AlignedText& aligned) {
  const auto features = weft::confidence_features(aligned.evidence, aligned.beads);
  for (std::size_t i = 0; i < aligned.beads.size(); ++i) {
    if (aligned.beads[i].is_null()) continue;
    const bool is_right = document.gold.count(as_gold(document, {aligned.beads[i]}).front()) != 0;
    out << set.name << ' ' << is_right << ' ' << aligned.beads[i].score;
    for (const double feature : features[i])
      out << ' ' << feature;
    out << '\n';
  }
}

void write_beads(const std::filesystem::path& folder, const SetDocument& document,
                 const std::vector<weft::Bead>& beads) {
  std::filesystem::create_directories(folder);
  std::ofstream out(folder / (document.name + ".align"));
  const auto write = [&](std::uint32_t begin, std::uint32_t count, const char* close) {
    out << '[';
    for (std::uint32_t i = 0; i < count; ++i)
      out << (i > 0 ? "," : "") << begin + i;
    out << close;
  };
  for (const weft::Bead& bead : beads) {
    write(bead.source_begin, bead.source_count, "]:");
    write(bead.target_begin, bead.target_count, "]:");
    out << bead.score << '\n';
  }
}

PreparedSet align(const AlignmentSet& set, const weft::Lexicon* lexicon, std::ofstream& features) {
  weft::AlignSettings settings;
  settings.weights = changed_weights(option("WEIGHTS", ""));
  settings.source_language = set.source_language;
  settings.target_language = set.target_language;
  if (set.source_language == "zh" || set.target_language == "zh") settings.lexicon = lexicon;
  weft::TextAligner aligner(settings);
  const double start = cpu_seconds();
  weft::LearntTable learnt;
  if (std::string(option("LEARN", "corpus")) == "corpus")
    learnt = learn(set, aligner, settings.lexicon == nullptr);
  double aligning = 0;
  const double learning = cpu_seconds() - start;
  Score score;
  double sentences = 0;
  PreparedSet prepared;
  for (const SetDocument& document : set.documents) {
    const double begin = cpu_seconds();
    const weft::AlignedText out = aligner.align(document.source, document.target, {&learnt, true});
    aligning += cpu_seconds() - begin;
    score.add(document, out.beads);
    sentences += static_cast<double>(document.source.sentences.size());
    if (features.is_open()) write_features(features, set, document, out);
    if (const char* folder = std::getenv("OUT"))
      write_beads(std::filesystem::path(folder) / set.name, document, out.beads);
    if (std::getenv("SEARCH") != nullptr)
      prepared.push_back(prepare(document, out, settings.weights));
  }
  std::printf("%-16s F1 %.4f  aligning %6.0f sentences/s, learning %6.0f\n", set.name.c_str(),
              score.f1(), sentences / aligning, learning > 0 ? sentences / learning : 0.0);
  std::fflush(stdout);
  return prepared;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  std::optional<weft::Lexicon> lexicon;
  if (std::string(arguments[1]) != "-") lexicon = weft::Lexicon::open(arguments[1]);
  std::ofstream features;
  if (const char* path = std::getenv("FEATURES")) features.open(path, std::ios::app);
  std::vector<AlignmentSet> sets;
  for (int i = 2; i < count; ++i)
    sets.push_back(read_set(arguments[i]));
  std::vector<PreparedSet> prepared;
  for (const AlignmentSet& set : sets)
    prepared.push_back(align(set, lexicon ? &*lexicon : nullptr, features));
  if (const char* seconds = std::getenv("SEARCH"))
    search_weights(prepared, changed_weights(option("WEIGHTS", "")), std::atof(seconds),
                   static_cast<unsigned>(std::atoi(option("SEED", "1"))));
}
