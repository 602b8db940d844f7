// SPDX-License-Identifier: Apache-2.0
/// What the first rows of delimited text say of its delimiter and its header.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "csv_reader.hpp"

namespace weft::csv {

/// How well one delimiter explains the first rows.
struct Delimiting {
  char delimiter = ',';
  std::size_t rows = 0;
  std::size_t columns = 0;   ///< of most rows
  std::size_t agreeing = 0;  ///< rows with that many
  std::size_t spaced = 0;    ///< unquoted cells behind the first that begin with a blank
  std::size_t cells = 0;
};

/// "sep=;" on the first line, as Excel writes it: the delimiter, and the bytes to skip.
struct Declared {
  char delimiter = 0;
  std::size_t size = 0;
};
Declared declared_delimiter(std::string_view text);

/// The delimiter among , ; tab | under which most rows have the same number of cells.
Delimiting find_delimiter(std::string_view text);

/// Evidence in the cells: the first row names columns, where the rows below hold values.
bool has_header(const std::vector<std::vector<std::string>>& rows);

/// 0 .. 100 as sdk/README.md has it.
int sniff_csv(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft::csv
