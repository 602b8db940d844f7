// SPDX-License-Identifier: Apache-2.0
/// The diagonal, and the band that follows a path.
#include "weft/align/band.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace weft {
namespace {

// Columns to either side, for as many columns as rows. The path of a true translation strays from
// the diagonal like a random walk tied at both ends. A cell takes one byte, so the widest band
// costs two kilobytes a sentence.
constexpr double kFirstReach = 16;
constexpr double kStrays = 3;
constexpr double kLastReach = 1024;
// A path this near to a border may have been bent by it: two of the longest beads, or an eighth of
// the reach.
constexpr std::uint32_t kMargin = 4;
constexpr std::uint32_t kMarginShare = 8;
// After so many rounds the reach is doubled everywhere, so that there are never many more.
constexpr std::uint32_t kLocalRounds = 5;

}  // namespace

BandFollower::BandFollower(std::vector<std::uint32_t> path, std::uint32_t columns)
    : path_(std::move(path)), columns_(columns) {
  const auto rows = static_cast<double>(path_.size());
  const double slope = std::max(1.0, columns / rows);
  for (std::size_t row = 0; row < path_.size(); ++row) {
    const double ahead = rows - static_cast<double>(row);
    const double stray = std::sqrt(static_cast<double>(row) * ahead / rows);
    const double reach = std::min(kFirstReach + kStrays * stray, kLastReach);
    reach_.push_back(static_cast<std::uint32_t>(reach * slope));
  }
  last_reach_ = static_cast<std::uint32_t>(kLastReach * slope);
}

BandFollower::BandFollower(std::vector<std::uint32_t> path, std::vector<std::uint32_t> reach,
                           std::uint32_t columns)
    : path_(std::move(path)), reach_(std::move(reach)), columns_(columns) {
  const double slope = std::max(1.0, columns / static_cast<double>(path_.size()));
  last_reach_ = static_cast<std::uint32_t>(kLastReach * slope);
}

std::uint32_t BandFollower::next(const std::vector<std::uint32_t>& path, std::size_t row) const {
  return row + 1 < path.size() ? path[row + 1] : columns_ - 1;
}

std::uint32_t BandFollower::first(std::size_t row) const {
  return path_[row] > reach_[row] ? path_[row] - reach_[row] : 0;
}

std::uint32_t BandFollower::last(std::size_t row) const {
  // From the column where the row is left, however far it is from the other, so that a path exists.
  const std::uint32_t left = next(path_, row);
  return columns_ - 1 - left > reach_[row] ? left + reach_[row] : columns_ - 1;
}

Band BandFollower::band() const {
  Band out;
  for (std::size_t row = 0; row < path_.size(); ++row) {
    out.first.push_back(first(row));
    out.last.push_back(last(row));
  }
  return out;
}

bool BandFollower::touches(const std::vector<std::uint32_t>& path, std::size_t row) const {
  const std::uint32_t margin = std::max(kMargin, reach_[row] / kMarginShare);
  return (first(row) > 0 && path[row] < first(row) + margin) ||
         (last(row) + 1 < columns_ && next(path, row) + margin > last(row));
}

bool BandFollower::follow(std::vector<std::uint32_t> path) {
  std::vector<std::uint32_t> wider = reach_;
  bool touched = false;
  std::size_t done = 0;
  for (std::size_t row = 0; row < path.size(); ++row) {
    if (reach_[row] >= last_reach_ || !touches(path, row)) continue;
    touched = true;
    // What bent the path may lie as many rows off as the band is wide.
    const std::size_t about = rounds_ < kLocalRounds ? 2 * std::size_t{reach_[row]} : path.size();
    const std::size_t end = std::min(path.size(), row + about + 1);
    for (std::size_t near = std::max(done, row - std::min(row, about)); near < end; ++near)
      wider[near] = std::min(2 * reach_[near], last_reach_);
    done = std::max(done, end);
  }
  if (!touched) return false;
  ++rounds_;
  reach_ = std::move(wider);
  path_ = std::move(path);
  return true;
}

Band with_rising_borders(Band band) {
  for (std::size_t row = 1; row < band.last.size(); ++row)
    band.last[row] = std::max(band.last[row], band.last[row - 1]);
  for (std::size_t row = band.first.size(); row-- > 1;)
    band.first[row - 1] = std::min(band.first[row - 1], band.first[row]);
  return band;
}

std::vector<std::uint32_t> diagonal(std::span<const std::uint32_t> source,
                                    std::span<const std::uint32_t> target) {
  const auto total = [](std::span<const std::uint32_t> lengths) {
    return static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0}));
  };
  const double scale = total(target) / std::max(total(source), 1.0);
  std::vector<std::uint32_t> path{0};
  double share = 0;
  double used = 0;
  std::uint32_t column = 0;
  for (const std::uint32_t bytes : source) {
    share += bytes * scale;
    while (column < target.size() && used + target[column] <= share)
      used += target[column++];
    path.push_back(column);
  }
  return path;
}

std::vector<std::uint32_t> path_of(std::span<const Bead> beads, std::size_t rows) {
  std::vector<std::uint32_t> path(rows, 0);
  for (const Bead& bead : beads) {
    for (std::uint32_t i = 1; i < bead.source_count; ++i)
      path[bead.source_begin + i] = bead.target_begin;
    if (bead.source_count > 0)
      path[bead.source_begin + bead.source_count] = bead.target_begin + bead.target_count;
  }
  return path;
}

Band band_near(std::span<const Bead> beads, std::size_t rows, std::size_t columns, Reach reach) {
  const auto end_column = static_cast<std::uint32_t>(columns - 1);
  Band path;
  path.first.assign(rows, end_column);
  path.last.assign(rows, 0);
  const auto touch = [&](std::size_t row, std::uint32_t column) {
    path.first[row] = std::min(path.first[row], column);
    path.last[row] = std::max(path.last[row], column);
  };
  touch(0, 0);
  for (const Bead& bead : beads) {
    for (std::uint32_t i = 0; i <= bead.source_count; ++i) {
      touch(bead.source_begin + i, bead.target_begin);
      touch(bead.source_begin + i, bead.target_begin + bead.target_count);
    }
  }
  Band wide = path;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t begin = row - std::min(row, reach.rows);
    const std::size_t end = std::min(rows - 1, row + reach.rows);
    wide.first[row] = path.first[begin] - std::min(path.first[begin], reach.columns);
    wide.last[row] = std::min(path.last[end] + reach.columns, end_column);
  }
  return wide;
}

}  // namespace weft
