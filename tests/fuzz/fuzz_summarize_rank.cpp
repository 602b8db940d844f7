// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the ranking of sentences of arbitrary text, and checks what it promises.
#include <weft/utf8.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>
#include <vector>

#include "weft/summary/pick.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::Terms& terms, const weft::PickBudget& budget) {
  const weft::Signals signals = weft::find_signals(terms);
  const weft::Quality quality = weft::judge(terms, signals, budget.cost());
  for (const double value : quality.value)
    require(std::isfinite(value) && value >= 0);
  require(quality.lead >= 0 && quality.lead <= 1);
  const auto picks = weft::pick_sentences(terms, signals, quality, budget);
  require(picks.size() <= budget.sentences);
  std::set<std::uint64_t> keys;
  std::uint64_t words = 0;
  for (std::size_t k = 0; k < picks.size(); ++k) {
    require(k == 0 || picks[k - 1].sentence < picks[k].sentence);
    require(picks[k].score > 0 && std::isfinite(picks[k].score));
    require(keys.insert(terms.sentences[picks[k].sentence].key).second);
    words += terms.sentences[picks[k].sentence].words;
  }
  require(budget.overrun || words <= budget.words);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (weft::find_invalid_utf8(bytes) != std::string_view::npos) return 0;
  std::vector<weft::BodySentence> sentences;
  std::uint32_t block = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (end == at) ++block;
    sentences.push_back({bytes.substr(at, end - at), block});
    at = end + 1;
  }
  static weft::SentenceTermReader reader;
  const std::string_view title = sentences.empty() ? std::string_view() : sentences.back().text;
  const weft::Terms& terms = reader.read(sentences, title, "en");
  check(terms, {.sentences = 5});
  check(terms, {.words = 20});
  check(terms, {.words = 20, .overrun = true});
  return 0;
}
