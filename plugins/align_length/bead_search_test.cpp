// SPDX-License-Identifier: Apache-2.0
/// Tests of the search, against lengths made up by a generator with a fixed seed.
#include "bead_search.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

namespace {

using weft::align_by_length;
using weft::Bead;
using weft::LengthModel;
using weft::Sentences;

/// What the paper's cost comes to, by its definition.
double true_cost(double source, double target, double prior) {
  const double middle = (source + target) / 2;
  const double deviation = middle > 0 ? std::abs(source - target) / std::sqrt(6.8 * middle) : 0;
  return -std::log(std::erfc(deviation / std::sqrt(2.0))) - std::log(prior);
}

double sum(const std::vector<std::uint32_t>& lengths, std::size_t begin, std::size_t count) {
  double out = 0;
  for (std::size_t i = begin; i < begin + count; ++i)
    out += lengths[i];
  return out;
}

double prior_of(std::size_t source, std::size_t target) {
  if (source == 1 && target == 1) return 0.89;
  if (source == 2 && target == 2) return 0.011;
  return source == 0 || target == 0 ? 0.0099 : 0.089;
}

double cost_of(const std::vector<Bead>& beads, const Sentences& source, const Sentences& target) {
  double out = 0;
  for (const Bead& bead : beads) {
    out += true_cost(sum(source.bytes, bead.source_begin, bead.source_count),
                     sum(target.bytes, bead.target_begin, bead.target_count),
                     prior_of(bead.source_count, bead.target_count));
  }
  return out;
}

/// The least cost over the whole table, the slow way.
double least_cost(const Sentences& source, const Sentences& target) {
  const std::size_t rows = source.bytes.size() + 1;
  const std::size_t columns = target.bytes.size() + 1;
  std::vector<std::vector<double>> table(
      rows, std::vector<double>(columns, std::numeric_limits<double>::infinity()));
  table[0][0] = 0;
  constexpr std::array<std::array<std::size_t, 2>, 6> types{
      {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}}};
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      for (const auto& [from, to] : types) {
        if (from > i || to > j) continue;
        const double cost = true_cost(sum(source.bytes, i - from, from),
                                      sum(target.bytes, j - to, to), prior_of(from, to));
        table[i][j] = std::min(table[i][j], table[i - from][j - to] + cost);
      }
    }
  }
  return table[rows - 1][columns - 1];
}

Sentences random_text(std::mt19937& random, std::size_t sentences) {
  std::lognormal_distribution<double> length(4.4, 0.6);
  Sentences out;
  for (std::size_t i = 0; i < sentences; ++i)
    out.bytes.push_back(static_cast<std::uint32_t>(5 + length(random)));
  return out;
}

/// A translation: lengths a little off, some sentences joined, cut in two or left out.
Sentences translated(std::mt19937& random, const Sentences& text) {
  std::normal_distribution<double> noise(0, 1.5);
  std::uniform_real_distribution<double> chance(0, 1);
  Sentences out;
  for (std::size_t i = 0; i < text.bytes.size(); ++i) {
    double length = text.bytes[i];
    const double event = chance(random);
    if (event < 0.06 && i + 1 < text.bytes.size()) length += text.bytes[++i];
    length = std::max(2.0, length + noise(random) * std::sqrt(length));
    if (event > 0.99) continue;
    if (event > 0.91) {
      out.bytes.push_back(static_cast<std::uint32_t>(length * 0.4));
      length *= 0.6;
    }
    out.bytes.push_back(static_cast<std::uint32_t>(length));
  }
  return out;
}

/// Beads follow each other without a gap from the first sentences to the last.
bool covers(const std::vector<Bead>& beads, const Sentences& source, const Sentences& target) {
  std::size_t row = 0;
  std::size_t column = 0;
  for (const Bead& bead : beads) {
    if (bead.source_begin != row || bead.target_begin != column) return false;
    if (bead.source_count + bead.target_count == 0) return false;
    row += bead.source_count;
    column += bead.target_count;
  }
  return row == source.bytes.size() && column == target.bytes.size();
}

}  // namespace

TEST_CASE("the banded search finds beads as cheap as a search of the whole table") {
  std::mt19937 random(7);
  for (const std::size_t sentences : {1U, 2U, 3U, 40U, 160U}) {
    const Sentences source = random_text(random, sentences);
    const Sentences target = translated(random, source);
    const std::vector<Bead> beads = align_by_length(source, target, LengthModel{});
    REQUIRE(covers(beads, source, target));
    // The approximated tail may prefer another path of nearly the same cost.
    CHECK(cost_of(beads, source, target) ==
          Approx(least_cost(source, target)).epsilon(0.0005).margin(0.01));
  }
}

TEST_CASE("exchanging the languages exchanges the sides of every bead") {
  std::mt19937 random(11);
  const Sentences source = random_text(random, 120);
  const Sentences target = translated(random, source);
  const double ratio = weft::length_ratio(source.bytes, target.bytes);
  const auto there = align_by_length(source, target, {ratio, 6.8});
  const auto back = align_by_length(target, source, {1 / ratio, 6.8});
  REQUIRE(there.size() == back.size());
  for (std::size_t i = 0; i < there.size(); ++i) {
    CHECK(there[i].source_begin == back[i].target_begin);
    CHECK(there[i].target_begin == back[i].source_begin);
    CHECK(there[i].score == Approx(back[i].score).margin(1e-4));
  }
}

TEST_CASE("a sentence that the translator cut in two becomes a bead of one and two") {
  const Sentences source{{60, 120, 45, 80}, {}};
  const Sentences target{{61, 55, 66, 44, 82}, {}};
  const auto beads = align_by_length(source, target, LengthModel{});
  REQUIRE(beads.size() == 4);
  CHECK(beads[1].source_count == 1);
  CHECK(beads[1].target_count == 2);
  CHECK(beads[1].score > 0.9);
}

TEST_CASE("an empty side gives one bead without a partner for each sentence") {
  const Sentences text{{10, 20, 30}, {}};
  const auto beads = align_by_length(text, {}, LengthModel{});
  CHECK(covers(beads, text, {}));
  CHECK(beads.size() == 3);
  CHECK(align_by_length({}, text, LengthModel{}).size() == 3);
  CHECK(align_by_length({}, {}, LengthModel{}).empty());
}

TEST_CASE("thousands of sentences against one, and sentences of a megabyte, are all covered") {
  const Sentences one{{50}, {}};
  Sentences many;
  many.bytes.assign(20000, 40);
  CHECK(covers(align_by_length(one, many, LengthModel{}), one, many));
  CHECK(covers(align_by_length(many, one, LengthModel{}), many, one));
  const Sentences huge{{1U << 20U, 0, 1U << 20U}, {}};
  CHECK(covers(align_by_length(huge, one, LengthModel{}), huge, one));
  CHECK(align_by_length(huge, huge, LengthModel{}).size() == 3);
}

TEST_CASE("the band follows a path that leaves the diagonal by hundreds of sentences") {
  std::mt19937 random(3);
  const Sentences source = random_text(random, 3000);
  Sentences target = source;
  const Sentences inserted = random_text(random, 400);
  target.bytes.insert(target.bytes.begin(), inserted.bytes.begin(), inserted.bytes.end());
  const auto beads = align_by_length(source, target, LengthModel{});
  REQUIRE(covers(beads, source, target));
  const auto right = std::count_if(beads.begin(), beads.end(), [](const Bead& bead) {
    return bead.source_count == 1 && bead.target_count == 1 &&
           bead.target_begin == bead.source_begin + 400;
  });
  // The whole table gives 2,218: what the lengths of the inserted sentences allow.
  CHECK(right > 2100);
}

TEST_CASE("where lengths tell nothing, beads begin where paragraphs begin on both sides") {
  Sentences source{{40, 40, 40, 40, 40, 40, 40, 40, 40}, {1, 0, 0, 0, 1, 0, 0, 1, 0}};
  Sentences target{{40, 40, 40, 40, 40, 40, 40, 40, 40, 40}, {1, 0, 0, 0, 0, 1, 0, 0, 1, 0}};
  const auto beads = align_by_length(source, target, LengthModel{});
  REQUIRE(covers(beads, source, target));
  const auto begins_at = [&](std::uint32_t row, std::uint32_t column) {
    return std::any_of(beads.begin(), beads.end(), [&](const Bead& bead) {
      return bead.source_begin == row && bead.target_begin == column && !bead.is_null();
    });
  };
  CHECK(begins_at(4, 5));
  CHECK(begins_at(7, 8));
}

TEST_CASE("the cost of a difference in length keeps to the tail of the normal distribution") {
  const weft::LengthCost cost(LengthModel{1, 6.8});
  for (const float target : {100.0F, 101.0F, 110.0F, 140.0F, 200.0F, 300.0F})
    CHECK(double{cost(100.0F, target)} == Approx(true_cost(100, double{target}, 1)).margin(0.0015));
}
