// SPDX-License-Identifier: Apache-2.0
/// Tables that hold a text in one column and its translation in another.
#pragma once

#include <vector>

#include "fit.hpp"
#include "piece.hpp"

namespace weft {

/// A pair for each row of the tables that have columns of both languages: the columns that fit each
/// other best, then those that are left. Pieces need rows and columns, as
/// parsers of tables give them. A cell in another language than its column (a name) is put on its
/// column's side; `taken` becomes true for every piece of such a table. O(pieces log pieces).
std::vector<Pair> find_columns(std::vector<Piece>& pieces, const FitModel& model,
                               std::vector<bool>& taken);

}  // namespace weft
