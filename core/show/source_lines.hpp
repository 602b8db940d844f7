// SPDX-License-Identifier: Apache-2.0
/// Line numbers of a source file, whatever its encoding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"
#include "weft/offset_map.hpp"

namespace weft {

/// Where the lines of a source begin. A line ends at LF, CRLF or a lone CR.
class SourceLines {
 public:
  /// `encoding` is the WHATWG name the source was decoded from; it matters where a line break is
  /// more than one byte ("UTF-16LE").
  SourceLines(std::string_view bytes, std::string_view encoding);

  /// The line of a byte, from 1; bytes past the end are in the last line.
  [[nodiscard]] std::uint64_t line(std::uint64_t byte) const;

 private:
  std::vector<std::uint64_t> starts_;  ///< of the second line and those behind it
};

/// Where a range of a view came from.
struct Origin {
  weft_id source = 0;  ///< 0: not from the bytes of any source
  MappedRange bytes;
  std::uint64_t first_line = 0;  ///< from 1; 0 when the bytes are not at hand
  std::uint64_t last_line = 0;
};

/// Traces ranges of a document's views to its sources' bytes and lines.
class Origins {
 public:
  explicit Origins(const StoredDocument& document);
  [[nodiscard]] Origin of(weft_id view, std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Origin of(const weft_span& span) const {
    return of(span.view, span.begin, span.end);
  }

 private:
  const StoredDocument& document_;
  std::vector<SourceLines> lines_;  ///< by source
};

/// "12", "12-14", or empty when no line is known.
std::string line_range(const Origin& origin);

}  // namespace weft
