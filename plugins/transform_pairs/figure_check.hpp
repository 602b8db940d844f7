// SPDX-License-Identifier: Apache-2.0
/// Figures of a bead that the other side contradicts.
#pragma once

#include <vector>

#include "bead_pair.hpp"
#include "weft/figures/figure.hpp"

namespace weft {

/// The figures of both sides of a bead, doubtful ones too.
struct BeadFigures {
  std::vector<Figure> source;
  std::vector<Figure> target;
};
BeadFigures read_bead_figures(const BeadPair& bead);

/// Figures of a bead that are open: `uncovered` are those that no figure of the other side may
/// stand for; `spare` those that are said more often than there (1995 three times against twice).
struct OpenFigures {
  BeadFigures uncovered;
  BeadFigures spare;
};
OpenFigures open_figures(const BeadFigures& figures);

/// The uncovered figures of the beads next to one; null at the ends of a document.
struct Neighbours {
  const OpenFigures* before = nullptr;
  const OpenFigures* after = nullptr;
};

struct FigureCheckOptions {
  bool missing = false;  // also figures that the other side has nothing for
};

/// Appends findings: an uncovered figure and an uncovered or spare one of its sort. A figure that
/// stands uncovered in a neighbour's other side has only moved; `shifted` counts these. Doubtful
/// figures cover and are never accused.
void check_figures(const BeadPair& bead, const OpenFigures& open, const Neighbours& neighbours,
                   FigureCheckOptions options, std::vector<Finding>& out, std::size_t& shifted);

}  // namespace weft
