// SPDX-License-Identifier: Apache-2.0
/// The part of the table of all sentence pairs that a search looks at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "weft/align/bead.hpp"

namespace weft {

/// Columns [first, last] of each row of a table: a row is a number of source sentences already
/// used, a column the same for the target.
struct Band {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
};

/// The band about the best path known. A path is the column where each row is entered.
class BandFollower {
 public:
  /// Begins with a path guessed, and a reach that a true translation's path is likely to keep to.
  BandFollower(std::vector<std::uint32_t> path, std::uint32_t columns);
  /// The same with a reach for every row.
  BandFollower(std::vector<std::uint32_t> path, std::vector<std::uint32_t> reach,
               std::uint32_t columns);

  /// Holds the path, and reaches to either side of it.
  [[nodiscard]] Band band() const;
  /// Moves on to the path found in band(); where that came to the border, the reach is doubled.
  /// False when it came nowhere near a border, or the reach is at its limit: the path is final.
  bool follow(std::vector<std::uint32_t> path);
  /// Columns to either side of the path, by row.
  [[nodiscard]] const std::vector<std::uint32_t>& reach() const { return reach_; }

 private:
  [[nodiscard]] bool touches(const std::vector<std::uint32_t>& path, std::size_t row) const;
  [[nodiscard]] std::uint32_t first(std::size_t row) const;
  [[nodiscard]] std::uint32_t last(std::size_t row) const;
  /// The column where a row of a path is left.
  [[nodiscard]] std::uint32_t next(const std::vector<std::uint32_t>& path, std::size_t row) const;

  std::vector<std::uint32_t> path_;
  std::vector<std::uint32_t> reach_;  // columns to either side, by row
  std::uint32_t columns_;
  std::uint32_t last_reach_;
  std::uint32_t rounds_ = 0;
};

/// The same band, widened where its borders go back, so that both only ever move on: what a search
/// that holds a few rows at a time wants.
Band with_rising_borders(Band band);

/// For each row the column where the beads, in order and covering every sentence, enter it. `rows`
/// is the number of source sentences and 1. Linear.
std::vector<std::uint32_t> path_of(std::span<const Bead> beads, std::size_t rows);

/// How far a band reaches to either side of a path.
struct Reach {
  std::size_t rows = 4;
  std::uint32_t columns = 4;
};
/// The cells near the corners of the beads: what a last search looks at. `columns` is the number of
/// target sentences and 1. Linear.
Band band_near(std::span<const Bead> beads, std::size_t rows, std::size_t columns,
               Reach reach = {});

/// For each row the column where the same share of text lies before both. `source` and `target` are
/// the lengths of the sentences. Linear.
std::vector<std::uint32_t> diagonal(std::span<const std::uint32_t> source,
                                    std::span<const std::uint32_t> target);

}  // namespace weft
