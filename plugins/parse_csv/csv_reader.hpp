// SPDX-License-Identifier: Apache-2.0
/// Reads rows and cells of delimited text, one after the other, and mends what RFC 4180 forbids.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace weft::csv {

/// Bytes [begin, end) of the text, without the quotes around them.
struct Cell {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool quoted = false;
  bool doubled = false;  ///< quotes inside it are written twice
};

/// As wide as a spreadsheet is. A longer row is no table's, and each of its cells would cost
/// memory.
constexpr std::size_t kMostCells = 16384;

struct Row {
  std::size_t line = 0;  ///< from 1; the first line of the row
  std::vector<Cell> cells;
  std::size_t joined = 0;         ///< cells beyond kMostCells, which the last one holds
  std::size_t unclosed_line = 0;  ///< of a quote in it that nothing closes, or 0
};

/// Rows end at CR, LF or CRLF; blank lines are no rows. A quote that nothing closes is an ordinary
/// character: its cell ends at the delimiter or the end of its line, so that it cannot swallow the
/// rows below. As evidence for that count the end of the text, a new quoted cell that begins inside
/// it some lines below, and 16 MiB. Linear: what is read twice has a budget, after which quoted
/// cells end on their line. The text must outlive the reader.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter, std::size_t first_line = 1)
      : text_(text), delimiter_(delimiter), line_(first_line) {}

  /// The next row, or false at the end.
  bool next(Row& row);

 private:
  bool read_quoted(Row& row);
  void read_plain(Row& row);
  static void add(Row& row, const Cell& cell);
  void end_line();
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool ends_cell(std::size_t at) const;
  [[nodiscard]] bool gives_up(std::size_t open, std::size_t at, std::size_t lines) const;
  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_;
  std::size_t read_again_ = 0;
};

/// The text of a cell with its way back to `text`.
MappedText cell_text(std::string_view text, const Cell& cell);

}  // namespace weft::csv
