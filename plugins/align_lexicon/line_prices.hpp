// SPDX-License-Identifier: Apache-2.0
/// Headings, names and captions stand for themselves: what it costs to join them to sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text_section.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead.hpp"
#include "weft/align/bead_types.hpp"
#include "weft/align/search_beads.hpp"
#include "weights.hpp"

namespace weft {

/// Prices of unmarked lines: sentences that end in a letter or a digit, closing quotes and brackets
/// aside. They are seldom part of a longer bead, and left out more often than sentences are. Where
/// they are many, as in verse and subtitles, they are priced less, and not at all from half of a
/// side on.
class LinePrices {
 public:
  LinePrices(const std::vector<std::string_view>& source,
             const std::vector<std::string_view>& target, const Weights& weights);

  /// Prices for a text whose first alignment is `beads`, in proportion to `strength`: where
  /// unmarked lines have their partners, leaving one out gains little. Few lines change little.
  void fit(const std::vector<Bead>& beads, float strength);

  /// Of every sentence, for BeadPriors.
  [[nodiscard]] std::span<const float> alone_source() const { return source_.alone; }
  [[nodiscard]] std::span<const float> alone_target() const { return target_.alone; }

  /// Adds to out[k] the price of the unmarked lines that a bead joins which ends before source
  /// sentence `row` and target sentence `column` + k of the text.
  void add(BeadType type, std::size_t row, std::size_t column, std::span<float> out) const;

 private:
  struct Side {
    std::vector<std::uint32_t> before{0};  // unmarked lines before each sentence, and all
    std::vector<float> alone;
    float joined = 0;
    [[nodiscard]] bool is_unmarked(std::size_t sentence) const {
      return before[sentence + 1] != before[sentence];
    }
  };
  struct Counts {
    double joined = 0;
    double alone = 0;
    void add(const Side& side, std::size_t begin, std::size_t count, bool is_null);
  };
  static Side read(const std::vector<std::string_view>& sentences);
  void price(Side& side, float joined, float alone) const;

  const Weights& weights_;
  Side source_;
  Side target_;
};

/// The gains of a section's beads, and what the lines in them cost.
template <BeadGains Gains>
struct WithLines {
  Gains& gains;
  const LinePrices& lines;
  TextSection section;
  std::size_t row = 0;  // of the text
  void begin(const Band& band) { gains.begin(band); }
  void enter(std::size_t next) {
    row = section.source_begin + next;
    gains.enter(next);
  }
  void add(BeadType type, std::size_t column, std::span<float> out) const {
    gains.add(type, column, out);
    lines.add(type, row, section.target_begin + column, out);
  }
};

}  // namespace weft
