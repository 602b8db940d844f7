// SPDX-License-Identifier: Apache-2.0
/// Reads figures from Chinese and English text.
#pragma once

#include <string_view>
#include <vector>

#include "weft/figures/figure.hpp"

namespace weft {

struct FigureOptions {
  bool doubtful = false;  ///< also gives what may count nothing, marked Figure::doubtful
};

/// The figures of a valid UTF-8 text of less than 4 GiB, by position, not overlapping; replaces
/// what `out` held. One pass, linear in the text.
///
/// `language` is a BCP 47 tag or empty. Han numerals are read in any language, English words where
/// it is English, Chinese or empty; German, French and others of the continent group digits with
/// points and write decimal commas.
///
/// Not figures: quantities without a number (一些, 数百, several, thousands of), words that hold a
/// numeral (万一, 十分 for very, 一下), codes (DeepSeek-V3, F-16, 1.2.3), and "one" or 一 before
/// anything but a unit. With `options.doubtful` single numerals and codes' numbers are given as
/// well: evidence, not statements. Numbers of more than 18 digits are left out. Any thread.
void read_figures(std::string_view text, std::string_view language, std::vector<Figure>& out,
                  FigureOptions options = {});
std::vector<Figure> read_figures(std::string_view text, std::string_view language = {},
                                 FigureOptions options = {});

}  // namespace weft
