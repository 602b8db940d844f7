// SPDX-License-Identifier: Apache-2.0
/// Gale and Church's search over blocks, within a band.

#include "block_path.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace weft {
namespace {

constexpr std::size_t kReach = 12;  // blocks to either side of the diagonal
constexpr double kBlockAlone = 2.5;
constexpr double kLongBlockGroup = 1.5;

struct Step {
  std::uint8_t first;
  std::uint8_t second;
};
constexpr std::array<Step, 6> kSteps = {{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}, {2, 2}}};

class Path {
 public:
  Path(const std::vector<Piece>& pieces, const std::vector<std::size_t>& first,
       const std::vector<std::size_t>& second, const FitModel& model)
      : pieces_(pieces), first_(first), second_(second), model_(model) {
    for (const std::size_t count : {1U, 2U}) {
      first_bulks_.at(count - 1) = bulks_of(first_, count);
      second_bulks_.at(count - 1) = bulks_of(second_, count);
    }
  }

  std::vector<Pair> find() {
    follow_diagonal();
    for (std::size_t row = 0; row <= first_.size(); ++row) {
      for (std::size_t column = low_[row]; column <= high(row); ++column)
        fill(row, column);
    }
    return walk_back();
  }

 private:
  struct Cell {
    double cost = std::numeric_limits<double>::max();
    std::uint8_t step = 0;
  };

  /// What every `count` neighbours are together.
  [[nodiscard]] std::vector<Bulk> bulks_of(const std::vector<std::size_t>& half,
                                           std::size_t count) const {
    std::vector<Bulk> out;
    for (std::size_t i = 0; i + count <= half.size(); ++i)
      out.push_back(bulk_of(pieces_, std::span(half).subspan(i, count)));
    return out;
  }

  /// The lowest column of each row: where as much of the second text lies before as of the first.
  void follow_diagonal() {
    const double first_size = bulk_of(pieces_, first_).size;
    const double second_size = bulk_of(pieces_, second_).size;
    double before = 0;
    double passed = 0;
    std::size_t column = 0;
    for (std::size_t row = 0; row <= first_.size(); ++row) {
      while (column < second_.size() && passed * first_size < before * second_size)
        passed += pieces_[second_[column++]].size;
      low_.push_back(column > kReach ? column - kReach : 0);
      if (row < first_.size()) before += pieces_[first_[row]].size;
    }
    low_.front() = 0;
    cells_.assign((first_.size() + 1) * kWidth, {});
    cells_[0].cost = 0;
  }

  [[nodiscard]] std::size_t high(std::size_t row) const {
    return std::min(second_.size(), low_[row] + kWidth - 1);
  }
  [[nodiscard]] bool holds(std::size_t row, std::size_t column) const {
    return column >= low_[row] && column <= high(row);
  }
  Cell& cell(std::size_t row, std::size_t column) {
    return cells_[row * kWidth + (column - low_[row])];
  }

  void fill(std::size_t row, std::size_t column) {
    for (std::uint8_t i = 0; i < kSteps.size(); ++i) {
      const Step step = kSteps.at(i);
      if (step.first > row || step.second > column) continue;
      const std::size_t from_row = row - step.first;
      const std::size_t from_column = column - step.second;
      if (!holds(from_row, from_column)) continue;
      const double before = cell(from_row, from_column).cost;
      if (before == std::numeric_limits<double>::max()) continue;
      const double total = before + cost(from_row, from_column, step);
      if (total < cell(row, column).cost) cell(row, column) = {total, i};
    }
  }

  [[nodiscard]] const Bulk& left(std::size_t row, const Step& step) const {
    return first_bulks_.at(step.first - 1U)[row];
  }
  [[nodiscard]] const Bulk& right(std::size_t column, const Step& step) const {
    return second_bulks_.at(step.second - 1U)[column];
  }
  [[nodiscard]] double cost(std::size_t row, std::size_t column, const Step& step) const {
    if (step.first == 0 || step.second == 0) return kBlockAlone;
    return kLongBlockGroup * (step.first + step.second - 2) +
           model_.cost(left(row, step), right(column, step), side());
  }
  [[nodiscard]] std::uint32_t side() const { return pieces_[first_.front()].side; }

  std::vector<Pair> walk_back() {
    std::vector<Pair> out;
    std::size_t row = first_.size();
    std::size_t column = second_.size();
    // The band may miss the end where one text is much longer behind the last shared block.
    while (!holds(row, column) || cell(row, column).cost == std::numeric_limits<double>::max())
      --(holds(row, column) || column == 0 ? row : column);
    while (row + column > 0) {
      const Step step = kSteps.at(cell(row, column).step);
      row -= step.first;
      column -= step.second;
      if (step.first == 0 || step.second == 0) continue;
      const auto from = first_.begin() + static_cast<std::ptrdiff_t>(row);
      const auto to = second_.begin() + static_cast<std::ptrdiff_t>(column);
      out.push_back({{from, from + step.first},
                     {to, to + step.second},
                     model_.evidence(left(row, step), right(column, step), side())});
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  static constexpr std::size_t kWidth = 2 * kReach + 1;
  const std::vector<Piece>& pieces_;
  const std::vector<std::size_t>& first_;
  const std::vector<std::size_t>& second_;
  const FitModel& model_;
  std::array<std::vector<Bulk>, 2> first_bulks_;
  std::array<std::vector<Bulk>, 2> second_bulks_;
  std::vector<std::size_t> low_;
  std::vector<Cell> cells_;
};

}  // namespace

std::vector<Pair> align_blocks(const std::vector<Piece>& pieces,
                               const std::vector<std::size_t>& first,
                               const std::vector<std::size_t>& second, const FitModel& model) {
  if (first.empty() || second.empty()) return {};
  return Path(pieces, first, second, model).find();
}

}  // namespace weft
