// SPDX-License-Identifier: Apache-2.0
/// Fuzzes phrases, clauses, figures and headlines of arbitrary text, and checks what they promise.
#include <weft/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "headline.hpp"
#include "key_figures.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check_clause(std::string_view text, const weft::Clause& clause) {
  require(clause.begin < clause.end && clause.end <= text.size());
  require(weft::on_border(text, clause.begin) && weft::on_border(text, clause.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (weft::find_invalid_utf8(bytes) != std::string_view::npos) return 0;
  std::vector<std::string_view> sentences;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    sentences.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  static weft::UnitReader reader("en");
  const weft::Units units = reader.read(sentences);
  const auto phrases = weft::mine_phrases(units, 0);
  const auto ranked = weft::rank_phrases(units, phrases, 8);
  require(ranked.size() <= 8);
  double last = 1;
  for (const weft::RankedPhrase& one : ranked) {
    const auto& all = units.all;
    const weft::Phrase& phrase = one.phrase;
    require(phrase.count > 0 && phrase.first + phrase.length <= all.size());
    require(all[phrase.first].part == all[phrase.first + phrase.length - 1].part);
    require(one.score > 0 && one.score <= last);
    last = one.score;
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (const weft::Clause& clause : weft::clauses_of(sentences[i]))
      check_clause(sentences[i], clause);
  }
  const std::vector<double> worth(sentences.size(), 0.5);
  for (const weft::KeyFigure& figure : weft::find_key_figures(sentences, worth, "zh", 5)) {
    check_clause(sentences[figure.sentence], figure.at);
    check_clause(sentences[figure.sentence], figure.context);
  }
  if (const auto headline = weft::suggest_headline(sentences, units, 0, ranked))
    check_clause(sentences[headline->sentence], headline->clause);
  return 0;
}
