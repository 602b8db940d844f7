// SPDX-License-Identifier: Apache-2.0
/// How probable each bead of a path is among all the ways to cut the sentences near it.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "weft/align/band.hpp"
#include "weft/align/bead.hpp"
#include "weft/align/bead_types.hpp"
#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"

namespace weft {

/// Sums over all paths through a band, each weighed by exp(sharpness * gain): forward and backward
/// (Baum 1972) over the states of BeadSearch. Time and memory are the cells of the band times the
/// types, so the band should be narrow. Not for two threads at once.
template <BeadGains Gains>
class BeadPosteriors {
 public:
  /// `sharpness` is near 1 where gains are true logarithms of probabilities.
  BeadPosteriors(const BeadPriors& priors, const BorderPrices& borders, Gains& gains,
                 double sharpness)
      : priors_(priors), borders_(borders), gains_(gains), sharpness_(sharpness) {}

  /// Sums over the band; needed before all below.
  void run(const Band& band);

  /// 0..1: the share of all paths that the ones with this bead have. Its cells are in the band.
  [[nodiscard]] double of(const Bead& bead) const;

 private:
  static constexpr std::size_t kTypes = kBeadTypes.size();
  struct Sums {
    double linked = 0;
    double gap = 0;
    [[nodiscard]] double both() const { return linked + gap; }
  };

  void price_row(std::size_t row);
  void sum_forward(std::size_t row);
  void sum_backward(std::size_t row);
  [[nodiscard]] double weight(float gain) const {
    return std::exp(std::clamp(sharpness_ * double{gain}, -kMost, kMost));
  }
  [[nodiscard]] std::size_t cell(std::size_t row, std::size_t column) const {
    return offsets_[row] + column - band_.first[row];
  }
  [[nodiscard]] bool holds(std::size_t row, std::size_t column) const {
    return column >= band_.first[row] && column <= band_.last[row];
  }

  static constexpr double kMost = 80;  // exp of it fits a float

  const BeadPriors& priors_;
  const BorderPrices& borders_;
  Gains& gains_;
  double sharpness_;
  Band band_;
  std::vector<std::size_t> offsets_;
  std::vector<std::array<float, kTypes>> weights_;  // of the beads that end in a cell
  std::vector<Sums> before_;                        // of paths to a cell, over exp(scale_[row])
  std::vector<Sums> after_;  // of paths from a cell in that state, over exp(scale_after_[row])
  std::vector<double> scale_, scale_after_;
  std::vector<double> open_target_;  // of target sentences, where a gap opens
  std::vector<float> prices_;
};

template <BeadGains Gains>
void BeadPosteriors<Gains>::run(const Band& band) {
  band_ = band;
  const std::size_t rows = band.first.size();
  offsets_.clear();
  std::size_t cells = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    offsets_.push_back(cells);
    cells += band.last[row] - band.first[row] + std::size_t{1};
  }
  open_target_.clear();
  for (std::size_t column = 0; column < band.last.back(); ++column)
    open_target_.push_back(weight(priors_.open_target_at(column)));
  weights_.assign(cells, {});
  before_.assign(cells, {});
  after_.assign(cells, {});
  scale_.assign(rows, 0);
  scale_after_.assign(rows, 0);
  gains_.begin(band);
  for (std::size_t row = 0; row < rows; ++row) {
    if (row > 0) price_row(row);
    sum_forward(row);
  }
  for (std::size_t row = rows; row-- > 0;)
    sum_backward(row);
}

template <BeadGains Gains>
void BeadPosteriors<Gains>::price_row(std::size_t row) {
  gains_.enter(row);
  for (std::size_t type = 0; type < kTypes; ++type) {
    const std::size_t source = kBeadTypes[type].source;
    const std::size_t target = kBeadTypes[type].target;
    if (source > row || !std::isfinite(priors_.type[type])) continue;
    const std::size_t begin =
        std::max<std::size_t>(band_.first[row], band_.first[row - source] + target);
    const std::size_t end =
        std::min<std::size_t>(band_.last[row], band_.last[row - source] + target) + 1;
    if (begin >= end) continue;
    prices_.assign(end - begin, priors_.type[type]);
    borders_.add(kBeadTypes[type], row, begin, prices_);
    gains_.add(kBeadTypes[type], begin, prices_);
    for (std::size_t k = 0; k < prices_.size(); ++k)
      weights_[cell(row, begin + k)][type] = static_cast<float>(weight(prices_[k]));
  }
}

template <BeadGains Gains>
void BeadPosteriors<Gains>::sum_forward(std::size_t row) {
  // On the scale of the row above; then the row gets its own.
  const double base = row > 0 ? scale_[row - 1] : 0;
  const double open_source = row > 0 ? weight(priors_.open_source_at(row - 1)) : 0;
  const double extend = weight(priors_.extend);
  std::array<double, kLongestBead + 1> rescale{};
  for (std::size_t source = 1; source <= std::min(row, kLongestBead); ++source)
    rescale.at(source) = std::exp(scale_[row - source] - base);
  double most = 0;
  for (std::size_t column = band_.first[row]; column <= band_.last[row]; ++column) {
    Sums& here = before_[cell(row, column)];
    if (row == 0 && column == 0) here.linked = 1;
    for (std::size_t type = 0; type < kTypes; ++type) {
      const std::size_t source = kBeadTypes[type].source;
      const std::size_t target = kBeadTypes[type].target;
      const float gain = weights_[cell(row, column)][type];
      if (gain == 0 || source > row) continue;
      here.linked +=
          before_[cell(row - source, column - target)].both() * double{gain} * rescale.at(source);
    }
    if (row > 0 && holds(row - 1, column)) {
      const Sums& above = before_[cell(row - 1, column)];
      here.gap += above.linked * open_source + above.gap * extend;
    }
    if (column > band_.first[row]) {
      const Sums& left = before_[cell(row, column - 1)];
      here.gap += left.linked * open_target_[column - 1] + left.gap * extend;
    }
    most = std::max(most, here.both());
  }
  if (most <= 0) most = 1;
  for (std::size_t column = band_.first[row]; column <= band_.last[row]; ++column) {
    before_[cell(row, column)].linked /= most;
    before_[cell(row, column)].gap /= most;
  }
  scale_[row] = base + std::log(most);
}

template <BeadGains Gains>
void BeadPosteriors<Gains>::sum_backward(std::size_t row) {
  const std::size_t rows = band_.first.size();
  const double base = row + 1 < rows ? scale_after_[row + 1] : 0;
  const double open_source = row + 1 < rows ? weight(priors_.open_source_at(row)) : 0;
  const double extend = weight(priors_.extend);
  std::array<double, kLongestBead + 1> rescale{};
  for (std::size_t source = 1; source <= std::min(rows - 1 - row, kLongestBead); ++source)
    rescale.at(source) = std::exp(scale_after_[row + source] - base);
  double most = 0;
  for (std::size_t column = band_.last[row] + std::size_t{1}; column-- > band_.first[row];) {
    Sums& here = after_[cell(row, column)];
    if (row + 1 == rows && column == band_.last[row]) here = {1, 1};
    double linked = 0;
    for (std::size_t type = 0; type < kTypes; ++type) {
      const std::size_t below = row + kBeadTypes[type].source;
      const std::size_t right = column + kBeadTypes[type].target;
      if (below >= rows || !holds(below, right)) continue;
      const float gain = weights_[cell(below, right)][type];
      if (gain == 0) continue;
      linked +=
          after_[cell(below, right)].linked * double{gain} * rescale.at(kBeadTypes[type].source);
    }
    double open = linked;
    double extended = linked;
    if (row + 1 < rows && holds(row + 1, column)) {
      open += after_[cell(row + 1, column)].gap * open_source;
      extended += after_[cell(row + 1, column)].gap * extend;
    }
    if (column < band_.last[row]) {
      open += after_[cell(row, column + 1)].gap * open_target_[column];
      extended += after_[cell(row, column + 1)].gap * extend;
    }
    here.linked += open;
    here.gap += extended;
    most = std::max({most, here.linked, here.gap});
  }
  if (most <= 0) most = 1;
  for (std::size_t column = band_.first[row]; column <= band_.last[row]; ++column) {
    after_[cell(row, column)].linked /= most;
    after_[cell(row, column)].gap /= most;
  }
  scale_after_[row] = base + std::log(most);
}

template <BeadGains Gains>
double BeadPosteriors<Gains>::of(const Bead& bead) const {
  const std::size_t row = bead.source_begin + bead.source_count;
  const std::size_t column = bead.target_begin + bead.target_count;
  const Sums& from = before_[cell(bead.source_begin, bead.target_begin)];
  const Sums& to = after_[cell(row, column)];
  double share = 0;
  if (bead.is_null()) {
    const double open = bead.source_count > 0 ? weight(priors_.open_source_at(bead.source_begin))
                                              : open_target_[bead.target_begin];
    share = (from.linked * open + from.gap * weight(priors_.extend)) * to.gap;
  } else {
    const std::size_t type = number_of({static_cast<std::uint8_t>(bead.source_count),
                                        static_cast<std::uint8_t>(bead.target_count)});
    if (type == kTypes) return 0;
    share = from.both() * double{weights_[cell(row, column)][type]} * to.linked;
  }
  const double total = before_.back().both();
  const double scale = scale_[bead.source_begin] + scale_after_[row] - scale_.back();
  return std::clamp(share / total * std::exp(scale), 0.0, 1.0);
}

}  // namespace weft
