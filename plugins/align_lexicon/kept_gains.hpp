// SPDX-License-Identifier: Apache-2.0
/// The gains of all beads in a narrow band, computed once for a search and for its posteriors.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "lexical_gains.hpp"
#include "text_section.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead_types.hpp"

namespace weft {

/// A BeadGains; every search over it must be of the band it was made of.
class KeptGains {
 public:
  KeptGains(LexicalGains& gains, const TextSection& section, const Band& band) : band_(band) {
    std::size_t cells = 0;
    for (std::size_t row = 0; row < band.first.size(); ++row) {
      offsets_.push_back(cells);
      cells += width(row) * kBeadTypes.size();
    }
    gains_.assign(cells, 0.0F);
    gains.begin(band, section);
    for (std::size_t row = 1; row < band.first.size(); ++row) {
      gains.enter(row);
      for (std::size_t type = 0; type < kBeadTypes.size(); ++type)
        keep(gains, row, type);
    }
  }

  void begin(const Band&) {}
  void enter(std::size_t row) { row_ = row; }
  void add(BeadType type, std::size_t column, std::span<float> out) const {
    const float* gains = gains_.data() + place(row_, number_of(type), column);
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] += gains[k];
  }

 private:
  [[nodiscard]] std::size_t width(std::size_t row) const {
    return band_.last[row] - band_.first[row] + std::size_t{1};
  }
  [[nodiscard]] std::size_t place(std::size_t row, std::size_t type, std::size_t column) const {
    return offsets_[row] + type * width(row) + column - band_.first[row];
  }
  void keep(const LexicalGains& gains, std::size_t row, std::size_t type) {
    const std::size_t source = kBeadTypes[type].source;
    const std::size_t target = kBeadTypes[type].target;
    if (source > row) return;
    const std::size_t begin =
        std::max<std::size_t>(band_.first[row], band_.first[row - source] + target);
    const std::size_t end =
        std::min<std::size_t>(band_.last[row], band_.last[row - source] + target) + 1;
    if (begin < end)
      gains.add(kBeadTypes[type], begin, {gains_.data() + place(row, type, begin), end - begin});
  }

  const Band& band_;
  std::size_t row_ = 0;
  std::vector<std::size_t> offsets_;
  std::vector<float> gains_;  // [row][type][column]
};

}  // namespace weft
