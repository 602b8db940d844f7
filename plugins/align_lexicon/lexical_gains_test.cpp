// SPDX-License-Identifier: Apache-2.0
/// Tests of what the gains of beads are summed by: postings in a moving window, and the kernels.
#include "gain_kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "posting_window.hpp"

namespace {

constexpr std::uint32_t kTypes = 12;

weft::TokenTable random_table(std::size_t sentences, std::mt19937& random) {
  weft::TokenTable table;
  for (std::size_t i = 0; i < sentences; ++i) {
    for (auto tokens = random() % 6; tokens > 0; --tokens) {
      const auto weight = static_cast<float>(1 + random() % 3);
      table.add(random() % kTypes + 1, weft::TokenClass::kWord, weft::TokenType::kNoTerm, weight);
    }
    table.begin.push_back(static_cast<std::uint32_t>(table.uses.size()));
  }
  return table;
}

bool same(std::span<const weft::Posting> window, std::span<const weft::Posting> all,
          std::size_t first, std::size_t last) {
  std::size_t at = 0;
  for (const weft::Posting& posting : all) {
    if (posting.sentence < first || posting.sentence >= last) continue;
    if (at == window.size() || window[at].sentence != posting.sentence ||
        window[at].weight != posting.weight)
      return false;
    ++at;
  }
  return at == window.size();
}

std::vector<float> random_floats(std::size_t count, float most, std::mt19937& random) {
  std::uniform_real_distribution<float> value(0, most);
  std::vector<float> out(count);
  for (float& one : out)
    one = value(random);
  return out;
}

}  // namespace

TEST_CASE("a window holds the postings of its sentences, wherever it is moved to") {
  std::mt19937 random(3);
  const weft::TokenTable table = random_table(200, random);
  const weft::Postings postings(table);
  weft::PostingWindow window(table, postings);
  std::size_t first = 0;
  std::size_t last = 0;
  for (int move = 0; move < 400; ++move) {
    // Mostly on, as in a band; at times anywhere, as a new search begins.
    first = move % 20 == 0 ? random() % 200 : std::min<std::size_t>(200, first + random() % 4);
    last = move % 7 == 0 ? first + random() % (201 - first)
                         : std::min<std::size_t>(200, std::max(last, first) + random() % 4);
    window.move(first, last);
    for (std::uint32_t type = 0; type < table.types.size(); ++type)
      REQUIRE(same(window.of(type), postings.of(type), first, last));
  }
}

TEST_CASE("what groups of sentences gain is the same to the bit in vectors of every width") {
  constexpr std::size_t kColumns = 61;
  constexpr std::size_t kAround = weft::kLanes + weft::kLongestBead;
  std::mt19937 random(4);
  std::vector<float> given(kColumns + 2 * kAround, 0.0F);
  for (int hit = 0; hit < 9; ++hit)
    given[kAround + random() % kColumns] = 0.01F * static_cast<float>(1 + random() % 90);
  const std::vector<float> per_token = random_floats(kColumns + kAround, 0.2F, random);
  const std::vector<float> before = random_floats(kColumns + kAround, -3, random);

  const auto run = [&](const weft::GainKernels& kernels, std::size_t group) {
    std::vector<float> gains = before;
    weft::BackwardSums sums{{0.5F, 6.0F, weft::fast_log(0.5F)}, 170.0F, 0.5F};
    sums.given = given.data() + kAround;
    sums.columns = kColumns;
    sums.groups[group] = {per_token.data(), gains.data(), 3, kColumns};
    kernels.add_backward(sums);
    return gains;
  };
  for (std::size_t group = 0; group < weft::kLongestBead; ++group) {
    const std::vector<float> found = run(weft::gain_kernels(), group);
    REQUIRE(found == run(weft::plain_gain_kernels(), group));
    for (std::size_t column = weft::kLanes; column < kColumns; ++column) {
      float evidence = 0;
      for (std::size_t back = 0; back <= group; ++back)
        evidence += given[kAround + column - back];
      const float ratio = 0.5F + 170.0F * evidence * per_token[column];
      const float gain = std::min(std::log(ratio), 6.0F) - std::log(0.5F);
      CHECK(found[column] - before[column] == Approx(0.5F * gain).margin(0.001));
    }
  }
}
