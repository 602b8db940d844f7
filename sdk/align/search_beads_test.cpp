// SPDX-License-Identifier: Apache-2.0
/// Tests of the search and of posteriors against every path of small tables, one by one.
#include "weft/align/search_beads.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "weft/align/bead_posteriors.hpp"

namespace {

using weft::Band;
using weft::Bead;
using weft::BeadPriors;
using weft::BeadType;
using weft::BorderPrices;

/// Any number for any bead, the same each time it is asked.
struct MadeUpGains {
  unsigned seed = 0;
  std::size_t row = 0;
  void begin(const Band&) {}
  void enter(std::size_t entered) { row = entered; }
  [[nodiscard]] float of(std::size_t end_row, BeadType type, std::size_t column) const {
    const std::size_t mixed = end_row * 31 + column * 17 + type.source * 7U + type.target * 5U;
    std::mt19937 random(seed + static_cast<unsigned>(mixed * 2654435761U));
    return static_cast<float>(random() % 1000) / 250.0F - 2.0F;
  }
  void add(BeadType type, std::size_t column, std::span<float> out) const {
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] += of(row, type, column + k);
  }
};

BeadPriors priors() {
  BeadPriors out;
  for (std::size_t i = 0; i < out.type.size(); ++i)
    out.type[i] = -0.3F * static_cast<float>(i);
  out.open_source = -1.5F;
  out.open_target = -1.2F;
  out.extend = -0.4F;
  return out;
}

Band whole(std::size_t rows, std::size_t columns) {
  return {std::vector<std::uint32_t>(rows, 0),
          std::vector<std::uint32_t>(rows, static_cast<std::uint32_t>(columns - 1))};
}

using Path = std::vector<Bead>;

double gain_of(const Path& path, const MadeUpGains& gains) {
  const BeadPriors prior = priors();
  double sum = 0;
  bool in_gap = false;
  for (const Bead& bead : path) {
    if (bead.is_null()) {
      sum += static_cast<double>(in_gap                  ? prior.extend
                                 : bead.source_count > 0 ? prior.open_source
                                                         : prior.open_target);
    } else {
      std::size_t type = 0;
      while (weft::kBeadTypes[type].source != bead.source_count ||
             weft::kBeadTypes[type].target != bead.target_count)
        ++type;
      sum += static_cast<double>(
          prior.type[type] + gains.of(bead.source_begin + bead.source_count, weft::kBeadTypes[type],
                                      bead.target_begin + bead.target_count));
    }
    in_gap = bead.is_null();
  }
  return sum;
}

/// Calls `visit` with every way to cut both sides.
void every_path(std::uint32_t rows, std::uint32_t columns, Path& path,
                const std::function<void(const Path&)>& visit) {
  const std::uint32_t row = path.empty() ? 0 : path.back().source_begin + path.back().source_count;
  const std::uint32_t column =
      path.empty() ? 0 : path.back().target_begin + path.back().target_count;
  if (row == rows && column == columns) return visit(path);
  const auto go = [&](std::uint32_t source, std::uint32_t target) {
    if (row + source > rows || column + target > columns) return;
    path.push_back({row, source, column, target, 0});
    every_path(rows, columns, path, visit);
    path.pop_back();
  };
  go(1, 0);
  go(0, 1);
  for (const BeadType type : weft::kBeadTypes)
    go(type.source, type.target);
}

bool same(const Bead& a, const Bead& b) {
  return a.source_begin == b.source_begin && a.source_count == b.source_count &&
         a.target_begin == b.target_begin && a.target_count == b.target_count;
}

}  // namespace

TEST_CASE("the search finds the path of most gain of all") {
  const BeadPriors prior = priors();
  const BorderPrices borders({}, {}, 0);
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::uint32_t rows = 1 + seed % 5;
    const std::uint32_t columns = 1 + seed % 4;
    MadeUpGains gains{seed};
    weft::BeadSearch search(prior, borders, gains);
    const Path found = search.run(whole(rows + 1, columns + 1));
    double best = -1e9;
    Path path;
    every_path(rows, columns, path,
               [&](const Path& one) { best = std::max(best, gain_of(one, gains)); });
    CHECK(gain_of(found, gains) == Approx(best).margin(1e-5));
  }
}

TEST_CASE("a posterior is the share of all paths that have the bead") {
  const BeadPriors prior = priors();
  const BorderPrices borders({}, {}, 0);
  for (unsigned seed = 0; seed < 6; ++seed) {
    MadeUpGains gains{seed};
    weft::BeadPosteriors posteriors(prior, borders, gains, 0.8);
    posteriors.run(whole(5, 4));
    weft::BeadSearch search(prior, borders, gains);
    for (const Bead& bead : search.run(whole(5, 4))) {
      double all = 0;
      double with = 0;
      Path path;
      every_path(4, 3, path, [&](const Path& one) {
        const double weight = std::exp(0.8 * gain_of(one, gains));
        all += weight;
        if (std::any_of(one.begin(), one.end(), [&](const Bead& b) { return same(b, bead); }))
          with += weight;
      });
      CHECK(posteriors.of(bead) == Approx(with / all).epsilon(0.001));
    }
  }
}

TEST_CASE("beads keep to the band, and a side without sentences is left out whole") {
  const BeadPriors prior = priors();
  const BorderPrices borders({}, {}, 0);
  MadeUpGains gains{3};
  weft::BeadSearch search(prior, borders, gains);
  const Path empty_target = search.run(whole(4, 1));
  CHECK(empty_target.size() == 3);
  const Path narrow = search.run({{0, 0, 2, 3}, {0, 2, 3, 3}});
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  for (const Bead& bead : narrow) {
    CHECK(bead.source_begin == row);
    CHECK(bead.target_begin == column);
    row += bead.source_count;
    column += bead.target_count;
    if (row == 1) CHECK(column <= 2);
    if (row == 2) CHECK(column >= 2);
  }
  CHECK(row == 3);
  CHECK(column == 3);
}

TEST_CASE("beads like to begin where blocks begin on both sides") {
  const std::vector<std::uint8_t> source{1, 0, 0, 1, 0, 0, 1, 0};
  const std::vector<std::uint8_t> target{1, 0, 1, 0, 0, 1, 0, 0};
  const BorderPrices borders(source, target, 1);
  const auto gain = [&](BeadType type, std::size_t row, std::size_t column) {
    std::vector<float> out{0};
    borders.add(type, row, column, out);
    return out[0];
  };
  CHECK(gain({1, 1}, 4, 3) > 0);                   // both begin a block
  CHECK(gain({1, 1}, 4, 4) < 0);                   // one does
  CHECK(gain({2, 1}, 4, 3) < gain({1, 1}, 4, 3));  // a block begins inside
}
