// SPDX-License-Identifier: Apache-2.0
/// Tests of the diagonal, the band about it, and what block borders cost.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <vector>

#include "weft/align/band.hpp"
#include "weft/align/block_border.hpp"

TEST_CASE("block borders cost nothing where there are none or every sentence is a block") {
  const std::vector<std::uint8_t> none{0, 0, 0};
  const std::vector<std::uint8_t> all{1, 1, 1};
  for (const auto& flags : {none, all}) {
    const weft::BorderCost cost = weft::border_cost(flags, flags);
    CHECK(cost.inside_source == 0);
    CHECK(cost.begin[1][0] == 0);
    CHECK(cost.begin[1][1] == 0);
  }
  const weft::BorderCost some = weft::border_cost({{1, 0, 0, 1, 0, 0}}, {{1, 0, 0, 1, 0, 0}});
  CHECK(some.begin[1][1] < 0);
  CHECK(some.begin[1][0] > 0);
  CHECK(some.inside_source > 0);
}

TEST_CASE("the diagonal is where the same share of text lies before both") {
  const std::vector<std::uint32_t> source{10, 10, 20, 10};
  const std::vector<std::uint32_t> target{20, 10, 10, 20, 40};
  CHECK(weft::diagonal(source, target) == std::vector<std::uint32_t>{0, 1, 3, 4, 5});
  CHECK(weft::diagonal({}, target) == std::vector<std::uint32_t>{0});
}

TEST_CASE("a band holds its path and widens only where the path comes to its border") {
  std::vector<std::uint32_t> path(2001);
  for (std::uint32_t row = 0; row < path.size(); ++row)
    path[row] = row;
  weft::BandFollower follower(path, 2001);
  const weft::Band narrow = follower.band();
  for (std::size_t row = 0; row < path.size(); ++row) {
    CHECK(narrow.first[row] <= path[row]);
    CHECK(narrow.last[row] >= path[row]);
  }
  CHECK(narrow.last.back() == 2000);
  CHECK_FALSE(follower.follow(path));

  // Now the path runs along the border for a while: there the band must reach further.
  std::vector<std::uint32_t> bent = path;
  for (std::size_t row = 990; row < 1010; ++row)
    bent[row] = narrow.last[row];
  for (std::size_t row = 1; row < bent.size(); ++row)
    bent[row] = std::max(bent[row], bent[row - 1]);
  CHECK(follower.follow(bent));
  const weft::Band wide = follower.band();
  const auto reach = [&](const weft::Band& band, const std::vector<std::uint32_t>& about,
                         std::size_t row) { return about[row] - band.first[row]; };
  CHECK(reach(wide, bent, 1000) > reach(narrow, path, 1000));
  CHECK(reach(wide, bent, 300) == reach(narrow, path, 300));
}
