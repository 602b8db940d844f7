// SPDX-License-Identifier: Apache-2.0
/// Rows of costs over a band, and one byte a cell to walk back by.
#include "bead_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

#include "weft/align/band.hpp"
#include "weft/align/block_border.hpp"

namespace weft {
namespace {

struct BeadType {
  std::uint32_t source;
  std::uint32_t target;
  double prior;  // of the paper, table 5; a figure that it gives for two mirrored types is for each
};
enum : std::uint8_t { kOneOne, kSourceOnly, kTargetOnly, kTwoOne, kOneTwo, kTwoTwo };
constexpr std::array<BeadType, 6> kTypes{
    {{1, 1, 0.89}, {1, 0, 0.0099}, {0, 1, 0.0099}, {2, 1, 0.089}, {1, 2, 0.089}, {2, 2, 0.011}}};

constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr std::size_t kLongest = 2;  // sentences on one side of a bead
// Columns before the first one, never reached, so that the inner loop has no special cases.
constexpr std::size_t kPad = kLongest;

float prior_cost(std::uint8_t type) {
  return static_cast<float>(-std::log(kTypes[type].prior));
}

std::vector<float> scaled(std::span<const std::uint32_t> bytes, const LengthCost& cost,
                          float (LengthCost::*scale)(std::uint32_t) const) {
  std::vector<float> lengths{0.0F, 0.0F};
  for (const std::uint32_t length : bytes)
    lengths.push_back((cost.*scale)(length));
  return lengths;
}

/// The target side as the inner loop reads it, by column.
struct Columns {
  // [sentences - 1]: the length of the last one or two sentences before the column, and
  // [source begins a block]: what borders cost a bead of them.
  std::array<std::vector<float>, 2> length;
  std::array<std::array<std::vector<float>, 2>, 2> border;
  std::vector<float>
      omitted;  // the cost of leaving the sentence before the column without a partner

  Columns(const Sentences& target, const LengthCost& cost, const BorderCost& costs);
};

Columns::Columns(const Sentences& target, const LengthCost& cost, const BorderCost& costs) {
  const std::vector<float> lengths = scaled(target.bytes, cost, &LengthCost::scaled_target);
  const auto begins = [&](std::size_t i) -> std::size_t {
    return i < target.begins_block.size() && target.begins_block[i] != 0 ? 1 : 0;
  };
  for (std::size_t column = 0; column <= target.bytes.size(); ++column) {
    const std::size_t before1 = column > 0 ? column - 1 : 0;
    const std::size_t before2 = column > 1 ? column - 2 : 0;
    length[0].push_back(lengths[column + 1]);
    length[1].push_back(lengths[column + 1] + lengths[column]);
    const double inside = begins(before1) != 0 ? costs.inside_target : 0.0;
    for (std::size_t flag = 0; flag < 2; ++flag) {
      border[0][flag].push_back(static_cast<float>(costs.begin[flag][begins(before1)]));
      border[1][flag].push_back(static_cast<float>(costs.begin[flag][begins(before2)] + inside));
    }
    omitted.push_back(cost(0, lengths[column + 1]) + prior_cost(kTargetOnly));
  }
}

/// The search over one band at a time. Costs of a row are relative to the least of the row before,
/// so that single precision is enough for any length of document.
class Search {
 public:
  Search(const Sentences& source, const Sentences& target, const LengthCost& cost);

  /// The best path through the band.
  std::vector<Bead> run(const Band& band);

 private:
  static constexpr std::size_t kRing = kLongest + 1;

  void fill_row(const Band& band, std::size_t row);
  void price_pairs(std::size_t row, std::size_t first, std::size_t count);
  void join_above(std::size_t row, std::size_t first, std::size_t count);
  void join_left(std::size_t row, std::size_t first, std::size_t count);
  [[nodiscard]] std::vector<Bead> walk_back(const Band& band) const;
  [[nodiscard]] double score(const Bead& bead) const;

  const LengthCost& cost_;
  BorderCost border_;
  Columns columns_;
  std::vector<float> lengths_;  // of source sentence i at i + 2
  std::vector<std::uint8_t> begins_;
  std::array<std::vector<float>, kRing> rows_;    // by column + kPad; kNever out of the band
  std::array<float, kRing> least_{};              // of a row
  std::array<std::vector<float>, 4> pair_costs_;  // of this row, [2 * (source - 1) + target - 1]
  std::vector<std::int32_t> types_;               // of this row
  std::vector<std::size_t> offsets_;              // of a row in back_
  std::vector<std::uint8_t> back_;                // the type of bead that ends in a cell
};

Search::Search(const Sentences& source, const Sentences& target, const LengthCost& cost)
    : cost_(cost),
      border_(border_cost(source.begins_block, target.begins_block)),
      columns_(target, cost, border_),
      lengths_(scaled(source.bytes, cost, &LengthCost::scaled_source)),
      begins_(source.begins_block) {
  const std::size_t columns = target.bytes.size() + 1;
  begins_.resize(source.bytes.size() + 1, 0);
  for (std::vector<float>& row : rows_)
    row.resize(columns + kPad);
  for (std::vector<float>& row : pair_costs_)
    row.resize(columns);
  types_.resize(columns);
}

/// What length and borders cost a bead of 1 or 2 by 1 or 2 sentences that ends in this row.
void Search::price_pairs(std::size_t row, std::size_t first, std::size_t count) {
  float length = 0;
  for (std::size_t source = 1; source <= kLongest; ++source) {
    length += lengths_[row + 2 - source];
    const std::size_t begins = begins_[row > source ? row - source : 0];
    for (std::size_t target = 1; target <= kLongest; ++target) {
      cost_.fill(length, std::span(columns_.length[target - 1]).subspan(first, count),
                 std::span(columns_.border[target - 1][begins]).subspan(first, count),
                 std::span(pair_costs_[2 * source + target - 3]).subspan(first, count));
    }
  }
}

/// The best bead that has source sentences, in every cell of a row.
void Search::join_above(std::size_t row, std::size_t first, std::size_t count) {
  const float shift1 = -least_[(row + kRing - 1) % kRing];
  const float shift2 = shift1 - least_[(row + kRing - 2) % kRing];
  const auto across = static_cast<float>(begins_[row - 1] != 0 ? border_.inside_source : 0.0);
  const float one_one = shift1 + prior_cost(kOneOne);
  const float one_two = shift1 + prior_cost(kOneTwo);
  const float source_only = shift1 + prior_cost(kSourceOnly) + cost_(lengths_[row + 1], 0);
  const float two_one = shift2 + prior_cost(kTwoOne) + across;
  const float two_two = shift2 + prior_cost(kTwoTwo) + across;
  const float* above1 = rows_[(row + kRing - 1) % kRing].data() + kPad + first;
  const float* above2 = rows_[(row + kRing - 2) % kRing].data() + kPad + first;
  const float* cost_one_one = pair_costs_[0].data() + first;
  const float* cost_one_two = pair_costs_[1].data() + first;
  const float* cost_two_one = pair_costs_[2].data() + first;
  const float* cost_two_two = pair_costs_[3].data() + first;
  float* here = rows_[row % kRing].data() + kPad + first;
  std::int32_t* types = types_.data() + first;
  for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(count); ++i) {
    float best = above1[i - 1] + (one_one + cost_one_one[i]);
    std::int32_t type = kOneOne;
    const auto offer = [&](float cost, std::int32_t offered) {
      type = cost < best ? offered : type;
      best = cost < best ? cost : best;
    };
    offer(above1[i] + source_only, kSourceOnly);
    offer(above2[i - 1] + (two_one + cost_two_one[i]), kTwoOne);
    offer(above1[i - 2] + (one_two + cost_one_two[i]), kOneTwo);
    offer(above2[i - 2] + (two_two + cost_two_two[i]), kTwoTwo);
    here[i] = best;
    types[i] = type;
  }
}

/// Then beads of one target sentence alone, each of which begins in the cell to the left.
void Search::join_left(std::size_t row, std::size_t first, std::size_t count) {
  float* here = rows_[row % kRing].data() + kPad + first;
  const float* omitted = columns_.omitted.data() + first;
  std::uint8_t* back = back_.data() + offsets_[row];
  float left = kNever;
  float least = kNever;
  for (std::size_t i = 0; i < count; ++i) {
    const float cost = left + omitted[i];
    const bool better = cost < here[i];
    left = better ? cost : here[i];
    back[i] = better ? static_cast<std::uint8_t>(kTargetOnly)
                     : static_cast<std::uint8_t>(types_[first + i]);
    here[i] = left;
    least = std::min(least, left);
  }
  least_[row % kRing] = least;
}

void Search::fill_row(const Band& band, std::size_t row) {
  const std::size_t first = band.first[row];
  const std::size_t count = band.last[row] - first + 1;
  if (row >= kRing) {
    const auto costs = rows_[row % kRing].begin() + kPad;
    std::fill(costs + band.first[row - kRing], costs + band.last[row - kRing] + 1, kNever);
  }
  if (row == 0) {
    rows_[0][kPad] = 0;
  } else {
    price_pairs(row, first, count);
    join_above(row, first, count);
  }
  join_left(row, first, count);
}

std::vector<Bead> Search::run(const Band& band) {
  const std::size_t rows = band.first.size();
  offsets_.clear();
  std::size_t cells = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    offsets_.push_back(cells);
    cells += band.last[row] - band.first[row] + std::size_t{1};
  }
  back_.resize(cells);
  for (std::vector<float>& row : rows_)
    std::fill(row.begin(), row.end(), kNever);
  least_.fill(0);
  for (std::size_t row = 0; row < rows; ++row)
    fill_row(band, row);
  return walk_back(band);
}

double Search::score(const Bead& bead) const {
  if (bead.is_null()) return 0;
  float source = 0;
  for (std::uint32_t i = 0; i < bead.source_count; ++i)
    source += lengths_[bead.source_begin + i + 2];
  const std::uint32_t column = bead.target_begin + bead.target_count;
  return std::exp(-double{cost_(source, columns_.length[bead.target_count - 1][column])});
}

std::vector<Bead> Search::walk_back(const Band& band) const {
  std::vector<Bead> beads;
  auto row = static_cast<std::uint32_t>(band.first.size() - 1);
  std::uint32_t column = band.last.back();
  while (row > 0 || column > 0) {
    const BeadType& type = kTypes[back_[offsets_[row] + column - band.first[row]]];
    Bead bead{row - type.source, type.source, column - type.target, type.target, 0};
    bead.score = score(bead);
    row = bead.source_begin;
    column = bead.target_begin;
    beads.push_back(bead);
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace

std::vector<Bead> align_by_length(const Sentences& source, const Sentences& target,
                                  const LengthModel& model) {
  const LengthCost cost(model);
  Search search(source, target, cost);
  BandFollower follower(diagonal(source.bytes, target.bytes),
                        static_cast<std::uint32_t>(target.bytes.size() + 1));
  while (true) {
    std::vector<Bead> beads = search.run(follower.band());
    if (!follower.follow(path_of(beads, source.bytes.size() + 1))) return beads;
  }
}

}  // namespace weft
