// SPDX-License-Identifier: Apache-2.0
/// Halving both sides, and following the path back.
#include "coarse_path.hpp"

#include <algorithm>
#include <cstddef>

#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"

namespace weft {
namespace {

// Sentences of a side up to which the whole table is searched.
constexpr std::size_t kWhole = 250;
// So few that all of the other side is searched for them.
constexpr std::size_t kFew = 8;
// Columns to either side of a path from the level above: blocks of two, and beads of five.
constexpr std::uint32_t kReach = 12;

struct Guess {
  std::vector<std::uint32_t> path;
  std::vector<std::uint32_t> reach;
};

Stretch whole(const WindowVectors& side) {
  return {0, static_cast<std::uint32_t>(side.sentences())};
}

/// A straight path, and every column within reach.
Guess everything(std::size_t rows, std::uint32_t last) {
  Guess out{std::vector<std::uint32_t>(rows, 0), std::vector<std::uint32_t>(rows, last)};
  for (std::size_t row = 1; row < rows; ++row)
    out.path[row] = static_cast<std::uint32_t>(std::uint64_t{last} * row / (rows - 1));
  return out;
}

/// The best path by single sentences alone.
std::vector<std::uint32_t> path_by_singles(const WindowVectors& source, const WindowVectors& target,
                                           const VectorWeights& weights,
                                           const std::function<void()>& poll) {
  const std::size_t rows = source.sentences() + 1;
  const auto last = static_cast<std::uint32_t>(target.sentences());
  const std::size_t fewer = std::min(source.sentences(), target.sentences());
  const std::size_t more = std::max(source.sentences(), target.sentences());
  Guess start;
  if (more <= kWhole || fewer <= kFew) {
    start = everything(rows, last);
  } else {
    const std::vector<std::uint32_t> coarse =
        path_by_singles(source.halved(), target.halved(), weights, poll);
    for (std::size_t row = 0; row < rows; ++row)
      start.path.push_back(row + 1 == rows ? last : std::min(2 * coarse[row / 2], last));
    start.reach.assign(rows, kReach);
  }
  if (poll) poll();
  const Similarity similarity(source, target);
  const PairGain gain(similarity, {}, {}, weights, weights.usual_match);
  VectorGains gains(gain, whole(source), whole(target));
  const BeadPriors priors = weights.coarse_priors();
  const BorderPrices borders({}, {}, 0);
  BeadSearch search(priors, borders, gains);
  BandFollower follower(start.path, start.reach, last + 1);
  const auto search_once = [&] {
    if (poll) poll();
    return path_of(search.run(with_rising_borders(follower.band())), rows);
  };
  std::vector<std::uint32_t> path = search_once();
  while (follower.follow(path))
    path = search_once();
  return path;
}

}  // namespace

BandFollower coarse_path(const WindowVectors& source, const WindowVectors& target,
                         Stretch source_stretch, Stretch target_stretch,
                         const VectorWeights& weights, const std::function<void()>& poll) {
  const std::size_t rows = source_stretch.end - source_stretch.begin + std::size_t{1};
  const std::uint32_t last = target_stretch.end - target_stretch.begin;
  Guess found;
  if (std::max<std::size_t>(rows, last) <= kReach) {
    found = everything(rows, last);
  } else {
    found.path = path_by_singles(source.singles(source_stretch), target.singles(target_stretch),
                                 weights, poll);
    found.reach.assign(rows, kReach);
  }
  return {std::move(found.path), std::move(found.reach), last + 1};
}

}  // namespace weft
