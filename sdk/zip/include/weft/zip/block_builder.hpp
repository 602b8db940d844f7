// SPDX-License-Identifier: Apache-2.0
/// Collects blocks while a document is read: white space, side texts, tables and merged paragraphs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/zip/blocks.hpp"

namespace weft {

/// Calls nest as the document's elements do. One thread; never throws but for lack of memory.
class BlockBuilder {
 public:
  BlockBuilder();

  /// Blocks from here on are of this member of the archive.
  void set_member(std::string_view path);

  // ---- text; opens a paragraph where no block is open ----

  /// Text as it stands.
  void text(std::string_view piece);
  /// Text of which runs of white space count as one space, and none at a block's begin; one with a
  /// line end between two East Asian characters counts as nothing.
  void flowing_text(std::string_view piece);
  void line_break();
  /// Grows with every text() and flowing_text() that is not empty.
  [[nodiscard]] std::uint64_t written() const { return written_; }

  // ---- blocks ----

  /// Ends the open block, if any, and begins one. An empty block leaves nothing.
  void begin(const BlockKind& kind);
  /// Neighbouring code blocks of one container are joined, as writers make a paragraph a line.
  void end();
  [[nodiscard]] bool is_open() const { return flows_.back().open; }
  /// Changes what the open block is.
  void set_kind(const BlockKind& kind) { flows_.back().block.kind = kind; }
  void set_language(std::string_view lang) { flows_.back().block.lang = lang; }

  // ---- texts beside the text: text boxes, notes ----

  /// What follows until close_side() is put behind the block that is open now.
  void open_side();
  void close_side();

  // ---- containers ----

  void open_container(std::string_view type);
  void close_container();
  /// A table; its cells' paragraphs become one table-cell a cell. A table of one cell is a frame:
  /// its blocks stay what they are. Cells know their place where rows are told. Tables more than 16
  /// deep count as text of the cell around.
  void open_table();
  void open_row();
  void open_cell();
  void close_cell();
  void close_table();

  // ---- the result ----

  /// Ends the open block. Blocks finished so far in the current flow: a mark for join_since() and
  /// take_since(). Code behind it is not joined to code before it.
  std::size_t mark();
  /// Makes one block of the blocks since `mark` that have the same container, lines between them.
  void join_since(std::size_t mark, const BlockKind& kind);
  /// The blocks finished so far in the current flow, to be changed. Valid until the next call.
  [[nodiscard]] std::vector<Block>& done() { return flows_.back().done; }
  /// Takes the blocks since `mark` out, to be put back with put().
  std::vector<Block> take_since(std::size_t mark);
  void put(std::vector<Block> blocks);
  /// Closes what is open and hands over all blocks, containers and members.
  BlockText finish();

 private:
  struct Flow {
    std::vector<Block> done;
    std::vector<Block> beside;  ///< side texts of the open block
    Block block;
    std::size_t barrier = 0;  ///< blocks of `done` that take no more code
    bool open = false;
    char space = 0;  ///< white space that waits for text: ' ' or '\n'
  };
  struct Table {
    std::size_t flow;   ///< depth of the flow it was opened in
    std::size_t begin;  ///< its first block there
    std::uint32_t container;
    std::size_t cells = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };

  void ensure_open();
  [[nodiscard]] bool in_table() const;
  void join_cells(const Table& table, std::size_t first);

  std::vector<Flow> flows_;
  std::vector<BlockContainer> containers_;
  std::vector<std::uint32_t> open_containers_;
  std::vector<Table> tables_;
  std::vector<std::size_t> cell_begin_;
  std::size_t deep_tables_ = 0;
  std::vector<std::string> members_;
  std::uint64_t written_ = 0;
};

}  // namespace weft
