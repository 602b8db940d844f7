// SPDX-License-Identifier: Apache-2.0
/// Rows of a table: fields between tabs, or CSV as RFC 4180 has it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft {

/// How a table is written.
struct TableFormat {
  bool csv = false;             ///< else a tab between fields and no quotes
  bool guard_formulas = false;  ///< an apostrophe before what a spreadsheet would calculate
};

/// Puts rows together. One thread at a time.
class TableWriter {
 public:
  explicit TableWriter(TableFormat format) : format_(format) {}

  /// The next field of the row: one line of text, in which only spaces separate words (clean_line).
  void text(std::string_view field);
  /// The next field, a number of ours: never guarded, since -0.5 is no formula.
  void number(std::string_view field) { append(field); }
  void end_row();

  /// The rows since the last call.
  [[nodiscard]] std::string take();
  /// Fields that got an apostrophe since the last call.
  [[nodiscard]] std::uint64_t take_guarded();

 private:
  void append(std::string_view field);

  TableFormat format_;
  std::string out_;
  bool in_row_ = false;
  std::uint64_t guarded_ = 0;
};

}  // namespace weft
