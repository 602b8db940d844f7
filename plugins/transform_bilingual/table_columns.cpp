// SPDX-License-Identifier: Apache-2.0
/// Columns by the language of most of their text.

#include "table_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace weft {
namespace {

constexpr double kPureColumn = 0.8;  // of a column's text in its language
constexpr double kFullRows = 0.6;    // of the rows that say anything in either column
constexpr std::size_t kFewestRows = 2;
constexpr std::size_t kMostColumns = 8;  // that are looked at

using Cell = std::vector<std::size_t>;
using Column = std::map<std::uint32_t, Cell>;  // by row

struct Table {
  std::map<std::uint32_t, Column> columns;
  std::vector<std::size_t> members;
};

/// The side that a column is on, or kNoSide: most of its text, in most of its rows.
std::uint32_t side_of(const Column& column, const std::vector<Piece>& pieces) {
  std::array<double, 2> sizes{};
  std::size_t told = 0;
  for (const auto& [row, cell] : column) {
    bool any = false;
    for (const std::size_t i : cell) {
      if (!pieces[i].pairs || pieces[i].side == kNoSide) continue;
      sizes.at(pieces[i].side) += pieces[i].size;
      any = true;
    }
    told += any ? 1 : 0;
  }
  const double all = sizes[0] + sizes[1];
  if (all <= 0 || told * 2 < column.size()) return kNoSide;
  if (sizes[0] >= kPureColumn * all) return 0;
  return sizes[1] >= kPureColumn * all ? 1 : kNoSide;
}

void settle(const Column& column, std::uint32_t side, std::vector<Piece>& pieces) {
  for (const auto& [row, cell] : column) {
    for (const std::size_t i : cell)
      pieces[i].side = side;
  }
}

/// Cells of columns that belong together, where most rows have both.
std::vector<Pair> pair_rows(const Column& left, const Column& right,
                            const std::vector<Piece>& pieces, const FitModel& model) {
  std::vector<Pair> out;
  const std::uint32_t side = side_of(left, pieces);
  std::size_t rows = right.size();
  for (const auto& [row, cell] : left) {
    const auto other = right.find(row);
    if (other == right.end()) {
      ++rows;
      continue;
    }
    const double evidence =
        model.evidence(bulk_of(pieces, cell), bulk_of(pieces, other->second), side);
    out.push_back({cell, other->second, evidence});
  }
  const bool enough = out.size() >= kFewestRows &&
                      static_cast<double>(out.size()) >= kFullRows * static_cast<double>(rows);
  return enough ? out : std::vector<Pair>{};
}

double evidence_of(const std::vector<Pair>& rows) {
  double out = 0;
  for (const Pair& row : rows)
    out += row.evidence;
  return out;
}

/// The rows of the columns that fit best, again and again until none are left.
std::vector<Pair> pair_table(const Table& table, std::vector<Piece>& pieces,
                             const FitModel& model) {
  std::vector<std::pair<const Column*, std::uint32_t>> free;
  for (const auto& [place, column] : table.columns) {
    const std::uint32_t side = side_of(column, pieces);
    if (side != kNoSide && free.size() < kMostColumns) free.emplace_back(&column, side);
  }
  std::vector<Pair> out;
  while (true) {
    std::vector<Pair> best;
    std::pair<std::size_t, std::size_t> from;
    for (std::size_t i = 0; i < free.size(); ++i) {
      for (std::size_t j = i + 1; j < free.size(); ++j) {
        if (free[i].second == free[j].second) continue;
        std::vector<Pair> rows = pair_rows(*free[i].first, *free[j].first, pieces, model);
        if (rows.empty() || (!best.empty() && evidence_of(rows) <= evidence_of(best))) continue;
        best = std::move(rows);
        from = {i, j};
      }
    }
    if (best.empty()) return out;
    std::move(best.begin(), best.end(), std::back_inserter(out));
    for (const std::size_t i : {from.second, from.first}) {
      settle(*free[i].first, free[i].second, pieces);
      free.erase(free.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
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
    std::vector<Pair> rows = pair_table(table, pieces, model);
    if (rows.empty()) continue;
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
    for (const std::size_t i : table.members)
      taken[i] = true;
  }
  return out;
}

}  // namespace weft
