// SPDX-License-Identifier: Apache-2.0
/// The numbers a reader of a document will want to know, with what they are of.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauses.hpp"

namespace weft {

struct KeyFigure {
  std::uint32_t sentence = 0;
  Clause at;              ///< the figure with its unit: bytes of the sentence
  Clause context;         ///< the clause it stands in, or more where that says little
  std::string canonical;  ///< canonical_text of weft::figures
  double score = 0;       ///< 0 .. 1
};

/// The best `most` figures, best first: amounts of money, measures and shares before bare numbers,
/// those of sentences that say much (`worth`, 0 .. 1 by sentence) before others, what is said more
/// than once before the rest. Dates, times and ordinals are none. One of equal figures is kept.
std::vector<KeyFigure> find_key_figures(std::span<const std::string_view> sentences,
                                        std::span<const double> worth, std::string_view language,
                                        std::size_t most);

}  // namespace weft
