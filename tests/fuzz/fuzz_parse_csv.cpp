// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the reading of rows and cells from arbitrary bytes, and checks what it promises.
#include <weft/records/source_text.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "csv_reader.hpp"
#include "table_shape.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::csv::sniff_csv("a.csv", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  const weft::SourceText source(bytes);
  const std::string_view text = source.text();
  weft::csv::CsvReader reader(text, weft::csv::find_delimiter(text).delimiter);
  weft::csv::Row row;
  std::size_t end = 0;
  std::size_t line = 0;
  while (reader.next(row)) {
    require(row.line > line && !row.cells.empty());
    line = row.line;
    for (const weft::csv::Cell& cell : row.cells) {
      require(cell.begin >= end && cell.begin <= cell.end && cell.end <= text.size());
      end = cell.end;
      const weft::MappedText mapped = weft::csv::cell_text(text, cell);
      require(weft::find_invalid_utf8(mapped.text()) == std::string_view::npos);
      for (const weft_run& run : mapped.runs())
        require(text.substr(run.there, run.count) ==
                std::string_view(mapped.text()).substr(run.here, run.count));
    }
  }
  return 0;
}
