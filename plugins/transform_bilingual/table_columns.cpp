// SPDX-License-Identifier: Apache-2.0
/// Columns by the language of most of their text.

#include "table_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace weft {
namespace {

constexpr double kPure = 0.8;      // of a column's text in its language
constexpr double kFullRows = 0.6;  // of the rows that say anything in either column
constexpr std::size_t kFewestRows = 2;

using Cell = std::vector<std::size_t>;
using Column = std::map<std::uint32_t, Cell>;  // by row

struct Table {
  std::map<std::uint32_t, Column> columns;
  std::vector<std::size_t> members;
};

/// The side that a column is on, or kNoSide.
std::uint32_t side_of(const Column& column, const std::vector<Piece>& pieces) {
  std::array<double, 2> sizes{};
  for (const auto& [row, cell] : column) {
    for (const std::size_t i : cell)
      if (pieces[i].pairs && pieces[i].side != kNoSide) sizes.at(pieces[i].side) += pieces[i].size;
  }
  const double all = sizes[0] + sizes[1];
  if (all <= 0) return kNoSide;
  if (sizes[0] >= kPure * all) return 0;
  return sizes[1] >= kPure * all ? 1 : kNoSide;
}

void settle(const Column& column, std::uint32_t side, std::vector<Piece>& pieces) {
  for (const auto& [row, cell] : column) {
    for (const std::size_t i : cell)
      pieces[i].side = side;
  }
}

/// Columns that belong together: the n-th of one language and the n-th of the other.
std::vector<std::pair<const Column*, const Column*>> match(const Table& table,
                                                           const std::vector<Piece>& pieces) {
  std::array<std::vector<std::pair<std::uint32_t, const Column*>>, 2> sides;
  for (const auto& [place, column] : table.columns) {
    const std::uint32_t side = side_of(column, pieces);
    if (side != kNoSide) sides.at(side).emplace_back(place, &column);
  }
  std::vector<std::pair<const Column*, const Column*>> out;
  for (std::size_t i = 0; i < std::min(sides[0].size(), sides[1].size()); ++i) {
    const bool in_order = sides[0][i].first < sides[1][i].first;
    out.emplace_back(sides[in_order ? 0 : 1][i].second, sides[in_order ? 1 : 0][i].second);
  }
  return out;
}

/// Cells of columns that belong together, where most rows have both.
std::vector<Pair> pair_rows(const Column& left, const Column& right,
                            const std::vector<Piece>& pieces, const FitModel& model) {
  std::vector<Pair> out;
  std::size_t rows = right.size();
  for (const auto& [row, cell] : left) {
    const auto other = right.find(row);
    if (other == right.end()) {
      ++rows;
      continue;
    }
    const double evidence = model.evidence(bulk_of(pieces, cell), bulk_of(pieces, other->second),
                                           side_of(left, pieces));
    out.push_back({cell, other->second, evidence});
  }
  const bool enough = out.size() >= kFewestRows &&
                      static_cast<double>(out.size()) >= kFullRows * static_cast<double>(rows);
  return enough ? out : std::vector<Pair>{};
}

}  // namespace

std::vector<Pair> find_columns(std::vector<Piece>& pieces, const FitModel& model,
                               std::vector<bool>& taken) {
  std::map<weft_id, Table> tables;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.table == 0 || piece.row == kNoColumn || piece.column == kNoColumn) continue;
    Table& table = tables[piece.table];
    table.members.push_back(i);
    if (piece.side != kNoSide) table.columns[piece.column][piece.row].push_back(i);
  }
  std::vector<Pair> out;
  for (const auto& [id, table] : tables) {
    const std::size_t before = out.size();
    for (const auto& [left, right] : match(table, pieces)) {
      std::vector<Pair> rows = pair_rows(*left, *right, pieces, model);
      if (rows.empty()) continue;
      settle(*left, side_of(*left, pieces), pieces);
      settle(*right, side_of(*right, pieces), pieces);
      std::move(rows.begin(), rows.end(), std::back_inserter(out));
    }
    if (out.size() == before) continue;
    for (const std::size_t i : table.members)
      taken[i] = true;
  }
  return out;
}

}  // namespace weft
