// SPDX-License-Identifier: Apache-2.0
/// What a lexicon costs: opening, longest match over running text, look-ups by key. The file is
/// WEFT_LEXICON, else build/lexicon/zh-en.lexicon; the text WEFT_TEXT, else headwords drawn at
/// random.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "weft/lexicon/lexicon.hpp"
#include "weft/utf8.hpp"

namespace {

using weft::LexiconSide;

std::string lexicon_path() {
  const char* path = std::getenv("WEFT_LEXICON");
  return path != nullptr ? path : "build/lexicon/zh-en.lexicon";
}

const weft::Lexicon& lexicon() {
  static const weft::Lexicon opened = weft::Lexicon::open(lexicon_path());
  return opened;
}

std::uint32_t any_term(std::mt19937& random, LexiconSide side) {
  return static_cast<std::uint32_t>(random() % lexicon().size(side));
}

std::string text() {
  if (const char* path = std::getenv("WEFT_TEXT"); path != nullptr) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  std::mt19937 random(1);
  std::string out;
  while (out.size() < 1000000)
    out += lexicon().text(LexiconSide::kFirst, any_term(random, LexiconSide::kFirst));
  return out;
}

void open_lexicon(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(weft::Lexicon::open(lexicon_path()).bytes());
}
BENCHMARK(open_lexicon)->Unit(benchmark::kMillisecond);

/// As an aligner reads: the longest headword, then behind it.
void longest_match(benchmark::State& state) {
  const std::string whole = text();
  std::uint64_t found = 0;
  for (auto _ : state) {
    for (std::size_t at = 0; at < whole.size();) {
      const auto word = lexicon().longest(LexiconSide::kFirst, std::string_view(whole).substr(at));
      at += word.bytes;
      if (word.bytes == 0) weft::next_code_point(whole, at);
      found += word.bytes;
    }
  }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<std::int64_t>(whole.size()) * state.iterations());
}
BENCHMARK(longest_match);

/// All headwords at every character.
void every_headword(benchmark::State& state) {
  const std::string whole = text();
  std::vector<weft::Headword> found;
  for (auto _ : state) {
    for (std::size_t at = 0; at < whole.size(); weft::next_code_point(whole, at))
      lexicon().prefixes(LexiconSide::kFirst, std::string_view(whole).substr(at), found);
  }
  benchmark::DoNotOptimize(found.data());
  state.SetBytesProcessed(static_cast<std::int64_t>(whole.size()) * state.iterations());
}
BENCHMARK(every_headword);

void find_and_translate(benchmark::State& state) {
  std::mt19937 random(1);
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < 100000; ++i) {
    const std::uint32_t term = any_term(random, LexiconSide::kSecond);
    keys.push_back(weft::Lexicon::key_of(lexicon().text(LexiconSide::kSecond, term)));
  }
  float sum = 0;
  for (auto _ : state) {
    for (const std::uint64_t key : keys) {
      const auto term = lexicon().find(LexiconSide::kSecond, key);
      if (term) sum += lexicon().translations(LexiconSide::kSecond, *term).front().probability;
    }
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(static_cast<std::int64_t>(keys.size()) * state.iterations());
}
BENCHMARK(find_and_translate);

}  // namespace

BENCHMARK_MAIN();
