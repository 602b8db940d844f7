// SPDX-License-Identifier: Apache-2.0
/// Finds where each record of a JSON source begins and ends, without reading
/// what is in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace weft::json {

/// How the records of a source stand.
enum class Layout {
  kLines,    ///< one a line
  kArray,    ///< the elements of one array
  kObjects,  ///< one value, or several behind one another, over as many lines as
             ///< they like
};

struct RawRecord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;  ///< from 1
  bool whole = true;     ///< false where the text ended, or an array broke off, inside it
};

/// Linear in the text; holds no record. The text must outlive it.
class RecordFinder {
 public:
  explicit RecordFinder(std::string_view text);

  [[nodiscard]] Layout layout() const { return layout_; }
  /// The next record, or false at the end. Behind a record that is not whole
  /// there is none.
  bool next(RawRecord& record);

 private:
  bool next_line(RawRecord& record);
  bool next_value(RawRecord& record);
  void skip_blanks();

  std::string_view text_;
  Layout layout_ = Layout::kLines;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// The end of the JSON value at `begin`, found by brackets and quotes alone;
/// the size of the text when it does not end.
std::size_t end_of_value(std::string_view text, std::size_t begin);

/// 0 .. 100 as sdk/README.md has it.
int sniff_json(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft::json
