// SPDX-License-Identifier: Apache-2.0
/// From anchors to a path and how far the truth may be from it.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "anchors.hpp"

namespace weft {
namespace {

// Columns to either side of a path that anchors hold: two of the longest beads and some.
constexpr double kReach = 12;
// Less where anchors are so dense that none of them can be far off.
constexpr double kDenseReach = 8;
constexpr std::size_t kDenseRows = 2;
constexpr double kDenseColumns = 3;
// A stretch without anchors is searched whole up to so many target sentences; from there on as wide
// as a random walk of its length strays.
constexpr double kWholeUpTo = 100;
constexpr double kStrays = 3;
constexpr double kMostReach = 300;

/// A stretch between two anchors: rows and columns.
struct Stretch {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_end = 0;
  std::size_t column_end = 0;
};

/// Sums of lengths before the sentences of a section.
struct Lengths {
  const double* source;
  const double* target;
};

void lay(const Stretch& s, const Lengths& text, std::vector<std::uint32_t>& path,
         std::vector<std::uint32_t>& reach) {
  const double rows = text.source[s.row_end] - text.source[s.row];
  const double columns = text.target[s.column_end] - text.target[s.column];
  const auto width = static_cast<double>(s.column_end - s.column);
  const bool is_dense = s.row_end - s.row <= kDenseRows && width <= kDenseColumns;
  std::size_t column = s.column;
  for (std::size_t row = s.row; row <= s.row_end; ++row) {
    const double share = rows > 0 ? (text.source[row] - text.source[s.row]) / rows : 0;
    const double place = text.target[s.column] + share * columns;
    while (column < s.column_end && text.target[column + 1] <= place)
      ++column;
    if (row == s.row_end) column = s.column_end;
    path[row] = static_cast<std::uint32_t>(column);
    const auto left = static_cast<double>(column - s.column);
    double far = std::max(left, width - left);
    if (width > kWholeUpTo) {
      const auto length = std::max(1.0, static_cast<double>(s.row_end - s.row));
      const auto done = static_cast<double>(row - s.row);
      const double slope = std::max(1.0, width / length);
      const double stray = slope * kStrays * std::sqrt(done * (length - done) / length);
      far = std::min(far, kWholeUpTo / 2 + stray);
    }
    reach[row] =
        static_cast<std::uint32_t>((is_dense ? kDenseReach : kReach) + std::min(far, kMostReach));
  }
}

}  // namespace

BandFollower band_about(const std::vector<Anchor>& anchors, const LexicalText& text,
                        const TextSection& section) {
  const std::size_t rows = section.rows();
  const std::size_t columns = section.columns();
  std::vector<std::uint32_t> path(rows);
  std::vector<std::uint32_t> reach(rows);
  const Lengths sides{text.source_length.data() + section.source_begin,
                      text.target_length.data() + section.target_begin};
  std::size_t row = 0;
  std::size_t column = 0;
  for (const Anchor& anchor : anchors) {
    lay({row, column, anchor.source, anchor.target}, sides, path, reach);
    row = anchor.source + std::size_t{1};
    column = anchor.target + std::size_t{1};
  }
  lay({row, column, rows - 1, columns - 1}, sides, path, reach);
  path.front() = 0;  // every path begins in the first column, however far off the first anchor is
  return BandFollower(std::move(path), std::move(reach), static_cast<std::uint32_t>(columns));
}

}  // namespace weft
