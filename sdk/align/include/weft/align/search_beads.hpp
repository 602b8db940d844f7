// SPDX-License-Identifier: Apache-2.0
/// The best way to cut two rows of sentences into beads, for any measure of how well a bead fits.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "weft/align/band.hpp"
#include "weft/align/bead.hpp"
#include "weft/align/bead_types.hpp"
#include "weft/align/price_borders.hpp"

namespace weft {

/// How well beads fit, asked row by row so that no more than a few rows need be held.
///
/// begin(band): a search over these cells begins; nothing of an earlier one counts.
/// enter(row): prices of beads that end with the source sentence row - 1 are asked next. Rows come
/// in order, 1, 2, ... band.first.size() - 1.
/// add(type, column, out): adds to out[k] the gain of the bead of that type that ends at the row
/// entered and before target sentence column + k. All of its cells are in the band's columns.
template <class Gains>
concept BeadGains = requires(Gains gains, const Band& band, std::size_t row, BeadType type,
                             std::size_t column, std::span<float> out) {
  gains.begin(band);
  gains.enter(row);
  gains.add(type, column, out);
};

/// A search over a band: Viterbi with two states, so that a sentence without a partner costs less
/// behind another one (affine gaps; Gotoh 1982). Time is the cells of the band times the types,
/// memory two bytes a cell. Not for two threads at once.
template <BeadGains Gains>
class BeadSearch {
 public:
  /// Keeps references to all; the sides' flags say where blocks begin.
  BeadSearch(const BeadPriors& priors, const BorderPrices& borders, Gains& gains)
      : priors_(priors), borders_(borders), gains_(gains) {}

  /// The best path from the first cell of the band to the last, as beads in order that cover every
  /// sentence once. Bead::score is the gain, of null beads too.
  std::vector<Bead> run(const Band& band);

 private:
  static constexpr std::size_t kRing = kLongestBead + 1;
  static constexpr float kNever = -std::numeric_limits<float>::infinity();
  static constexpr double kOut = -std::numeric_limits<double>::infinity();
  enum Step : std::uint8_t { kSourceGap = 0, kTargetGap = 2 };  // bit 0: came out of a gap

  struct Row {
    std::vector<double> linked, gap, best;  // by column; kOut out of the band
    std::vector<std::uint8_t> from_gap;     // where `best` is `gap`
  };

  void prepare(const Band& band);
  void fill_row(const Band& band, std::size_t row);
  void link(const Band& band, std::size_t row, std::size_t type);
  void leave_out(const Band& band, std::size_t row);
  [[nodiscard]] std::vector<Bead> walk_back(const Band& band) const;
  Row& at(std::size_t row) { return rows_[row % kRing]; }

  const BeadPriors& priors_;
  const BorderPrices& borders_;
  Gains& gains_;
  std::array<Row, kRing> rows_;
  std::vector<float> prices_;
  std::vector<std::size_t> offsets_;       // of a row in the two below
  std::vector<std::uint8_t> linked_back_;  // type * 2 + whether it came out of a gap
  std::vector<std::uint8_t> gap_back_;     // Step + the same
  std::vector<double> linked_gain_;        // of the last row only
  double last_linked_ = 0;
  double last_gap_ = 0;
};

template <BeadGains Gains>
std::vector<Bead> BeadSearch<Gains>::run(const Band& band) {
  prepare(band);
  gains_.begin(band);
  for (std::size_t row = 0; row < band.first.size(); ++row)
    fill_row(band, row);
  const Row& last = at(band.first.size() - 1);
  last_linked_ = last.linked[band.last.back()];
  last_gap_ = last.gap[band.last.back()];
  return walk_back(band);
}

template <BeadGains Gains>
void BeadSearch<Gains>::prepare(const Band& band) {
  const std::size_t columns = *std::max_element(band.last.begin(), band.last.end()) + 1;
  for (Row& row : rows_) {
    row.linked.assign(columns, kOut);
    row.gap.assign(columns, kOut);
    row.best.assign(columns, kOut);
    row.from_gap.assign(columns, 0);
  }
  prices_.resize(columns);
  offsets_.clear();
  std::size_t cells = 0;
  for (std::size_t row = 0; row < band.first.size(); ++row) {
    offsets_.push_back(cells);
    cells += band.last[row] - band.first[row] + std::size_t{1};
  }
  linked_back_.assign(cells, 0);
  gap_back_.assign(cells, 0);
}

template <BeadGains Gains>
void BeadSearch<Gains>::fill_row(const Band& band, std::size_t row) {
  Row& here = at(row);
  if (row >= kRing) {
    const std::size_t old = row - kRing;
    for (std::vector<double>* values : {&here.linked, &here.gap, &here.best})
      std::fill(values->begin() + band.first[old], values->begin() + band.last[old] + 1, kOut);
  }
  if (row == 0) here.linked[0] = 0;
  if (row > 0) {
    gains_.enter(row);
    for (std::size_t type = 0; type < kBeadTypes.size(); ++type)
      link(band, row, type);
  }
  leave_out(band, row);
}

/// The best two-sided bead of one type in every cell of a row.
template <BeadGains Gains>
void BeadSearch<Gains>::link(const Band& band, std::size_t row, std::size_t type) {
  const auto [source, target] =
      std::pair<std::size_t, std::size_t>{kBeadTypes[type].source, kBeadTypes[type].target};
  if (source > row || priors_.type[type] == kNever) return;
  const std::size_t begin =
      std::max<std::size_t>(band.first[row], band.first[row - source] + target);
  const std::size_t end =
      std::min<std::size_t>(band.last[row], band.last[row - source] + target) + 1;
  if (begin >= end) return;
  const std::span<float> prices(prices_.data(), end - begin);
  std::fill(prices.begin(), prices.end(), priors_.type[type]);
  borders_.add(kBeadTypes[type], row, begin, prices);
  gains_.add(kBeadTypes[type], begin, prices);
  const Row& before = at(row - source);
  double* linked = at(row).linked.data() + begin;
  const double* best = before.best.data() + begin - target;
  const std::uint8_t* from_gap = before.from_gap.data() + begin - target;
  std::uint8_t* back = linked_back_.data() + offsets_[row] + begin - band.first[row];
  for (std::size_t k = 0; k < prices.size(); ++k) {
    const double offered = best[k] + prices[k];
    if (offered <= linked[k]) continue;
    linked[k] = offered;
    back[k] = static_cast<std::uint8_t>(type * 2 + from_gap[k]);
  }
}

/// Then sentences without a partner, those of the target from left to right.
template <BeadGains Gains>
void BeadSearch<Gains>::leave_out(const Band& band, std::size_t row) {
  Row& here = at(row);
  const Row* above = row > 0 ? &at(row - 1) : nullptr;
  std::uint8_t* back = gap_back_.data() + offsets_[row];
  for (std::size_t column = band.first[row]; column <= band.last[row]; ++column, ++back) {
    double best = kOut;
    const auto offer = [&](double gain, int step) {
      if (gain <= best) return;
      best = gain;
      *back = static_cast<std::uint8_t>(step);
    };
    if (above != nullptr) {
      offer(above->linked[column] + priors_.open_source_at(row - 1), kSourceGap);
      offer(above->gap[column] + priors_.extend, kSourceGap + 1);
    }
    if (column > band.first[row]) {
      offer(here.linked[column - 1] + priors_.open_target_at(column - 1), kTargetGap);
      offer(here.gap[column - 1] + priors_.extend, kTargetGap + 1);
    }
    here.gap[column] = best;
    here.from_gap[column] = best > here.linked[column] ? 1 : 0;
    here.best[column] = std::max(best, here.linked[column]);
  }
}

template <BeadGains Gains>
std::vector<Bead> BeadSearch<Gains>::walk_back(const Band& band) const {
  std::vector<Bead> beads;
  auto row = static_cast<std::uint32_t>(band.first.size() - 1);
  std::uint32_t column = band.last.back();
  bool in_gap = last_gap_ > last_linked_;
  while (row > 0 || column > 0) {
    const std::size_t cell = offsets_[row] + column - band.first[row];
    const std::uint8_t back = in_gap ? gap_back_[cell] : linked_back_[cell];
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    if (in_gap) {
      ((back & kTargetGap) != 0 ? target : source) = 1;
    } else {
      source = kBeadTypes[back / 2].source;
      target = kBeadTypes[back / 2].target;
    }
    row -= source;
    column -= target;
    beads.push_back({row, source, column, target, 0});
    in_gap = (back & 1) != 0;
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace weft
