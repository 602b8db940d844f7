// SPDX-License-Identifier: Apache-2.0
/// Containers, tables and cells of the block builder.
#include <algorithm>
#include <utility>

#include "weft/zip/block_builder.hpp"

namespace weft {
namespace {

constexpr std::size_t kDeepestTable = 16;

/// Blocks that are just the text of their cell; code and boilerplate stay what they are.
bool is_cell_text(std::string_view type) {
  return type != WEFT_SPAN_CODE && type != WEFT_SPAN_BOILERPLATE && type != WEFT_SPAN_CAPTION &&
         type != WEFT_SPAN_FOOTNOTE;
}

}  // namespace

void BlockBuilder::open_container(std::string_view type) {
  end();
  const std::uint32_t parent = open_containers_.empty() ? kNoBlock : open_containers_.back();
  open_containers_.push_back(static_cast<std::uint32_t>(containers_.size()));
  containers_.push_back({type, parent});
}

void BlockBuilder::close_container() {
  end();
  if (!open_containers_.empty()) open_containers_.pop_back();
}

void BlockBuilder::open_table() {
  if (tables_.size() >= kDeepestTable) {
    ++deep_tables_;
    return;
  }
  open_container(WEFT_SPAN_TABLE);
  tables_.push_back({flows_.size(), mark(), open_containers_.back()});
  cell_begin_.push_back(mark());
}

bool BlockBuilder::in_table() const {
  return deep_tables_ == 0 && !tables_.empty() && tables_.back().flow == flows_.size();
}

void BlockBuilder::open_row() {
  if (!in_table()) return;
  ++tables_.back().row;
  tables_.back().column = 0;
}

void BlockBuilder::open_cell() {
  if (!in_table()) return;
  end();
  ++tables_.back().column;
  cell_begin_.back() = mark();
}

void BlockBuilder::close_cell() {
  if (!in_table()) return;
  end();
  Table& table = tables_.back();
  for (std::size_t i = cell_begin_.back(); table.row > 0 && i < done().size(); ++i) {
    if (done()[i].container != table.container) continue;
    done()[i].row = table.row;
    done()[i].column = table.column;
  }
  // The first cell waits: only a second one shows that this is no frame around a text.
  if (++table.cells == 2) {
    const std::size_t second = cell_begin_.back();
    std::vector<Block> waiting = take_since(second);
    join_cells(table, table.begin);
    cell_begin_.back() = mark();
    put(std::move(waiting));
  }
  if (table.cells > 1) join_cells(table, cell_begin_.back());
}

void BlockBuilder::join_cells(const Table& table, std::size_t first) {
  std::vector<Block>& done = flows_.back().done;
  std::size_t out = first;
  bool joining = false;
  for (std::size_t i = first; i < done.size(); ++i) {
    const bool mine = done[i].container == table.container && is_cell_text(done[i].kind.type);
    if (mine && joining) {
      done[out - 1].text += '\n' + done[i].text;
      continue;
    }
    joining = mine;
    if (mine) done[i].kind = {.type = WEFT_SPAN_TABLE_CELL};
    if (out != i) done[out] = std::move(done[i]);
    ++out;
  }
  if (out < done.size()) done.resize(out);
}

void BlockBuilder::close_table() {
  if (deep_tables_ > 0) {
    --deep_tables_;
    return;
  }
  if (tables_.empty() || tables_.back().flow != flows_.size()) return;
  end();
  const Table table = tables_.back();
  tables_.pop_back();
  cell_begin_.pop_back();
  close_container();
  if (table.cells > 1) return;
  const std::uint32_t parent = containers_[table.container].parent;
  for (std::size_t i = table.begin; i < done().size(); ++i) {
    if (done()[i].container == table.container) done()[i].container = parent;
  }
  for (std::size_t i = table.container + 1; i < containers_.size(); ++i) {
    if (containers_[i].parent == table.container) containers_[i].parent = parent;
  }
}

void BlockBuilder::join_since(std::size_t mark, const BlockKind& kind) {
  end();
  std::vector<Block>& done = flows_.back().done;
  std::size_t out = mark;
  for (std::size_t i = mark; i < done.size(); ++i) {
    if (out > mark && done[out - 1].container == done[i].container) {
      done[out - 1].text += '\n' + done[i].text;
      continue;
    }
    done[i].kind = kind;
    if (out != i) done[out] = std::move(done[i]);
    ++out;
  }
  if (out < done.size()) done.resize(out);
}

}  // namespace weft
