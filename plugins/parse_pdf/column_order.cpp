// SPDX-License-Identifier: Apache-2.0
/// Mends Poppler's order where it reads the top of a right column before the left one.
#include <algorithm>
#include <cmath>

#include "page_lines.hpp"

namespace weft::pdf {
namespace {

/// Consecutive lines of one page that stand above each other.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

// A line of another size (a title over both columns) begins a run of its own.
bool joins(const Run& run, const Line& before, const Line& line) {
  return line.top >= run.top && std::fabs(line.size - before.size) < 0.2 * line.size &&
         std::min(line.right, run.right) > std::max(line.left, run.left);
}

std::vector<Run> find_runs(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  std::vector<Run> runs;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = lines[i];
    const bool body = line.role == Role::kBody;
    if (!runs.empty() && body && lines[i - 1].role == Role::kBody &&
        joins(runs.back(), lines[i - 1], line)) {
      Run& run = runs.back();
      run.end = i + 1;
      run.left = std::min(run.left, line.left);
      run.right = std::max(run.right, line.right);
      run.bottom = std::max(run.bottom, line.bottom);
    } else {
      runs.push_back({i, i + 1, line.left, line.top, line.right, line.bottom});
    }
  }
  return runs;
}

// The run behind which `i` belongs: its left neighbour goes first, with all that follows there.
std::size_t find_place(const std::vector<Run>& runs, std::size_t i) {
  std::size_t place = i;
  for (std::size_t j = i + 1; j < runs.size(); ++j) {
    const bool is_left = runs[j].right <= runs[i].left;
    if (!is_left) break;
    const bool beside = runs[j].top < runs[i].bottom && runs[j].bottom > runs[i].top;
    if (j == i + 1 && !beside && runs[j].top > runs[i].bottom + 2 * (runs[i].bottom - runs[i].top))
      break;
    place = j;
  }
  return place;
}

}  // namespace

void mend_column_order(std::vector<Line>& lines) {
  constexpr std::size_t kMostRuns = 400;  // a page with more is no text in columns
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].page == lines[begin].page)
      ++end;
    const std::vector<Run> runs = find_runs(lines, begin, end);
    for (std::size_t i = 0; i + 1 < runs.size() && runs.size() <= kMostRuns; ++i) {
      // A run of one column is tall; a cell of a table is not taller than its row.
      const std::size_t place = find_place(runs, i);
      if (place == i || runs[place].end - runs[i + 1].begin < 4) continue;
      const auto at = [&](std::size_t line) {
        return lines.begin() + static_cast<std::ptrdiff_t>(line);
      };
      std::rotate(at(runs[i].begin), at(runs[i].end), at(runs[place].end));
      break;  // places have changed; once a page is what was seen to be needed
    }
    begin = end;
  }
}

}  // namespace weft::pdf
