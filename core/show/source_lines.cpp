// SPDX-License-Identifier: Apache-2.0
/// Counting lines in raw bytes, and following ranges to them.
#include "core/show/source_lines.hpp"

#include <algorithm>

namespace weft {
namespace {

/// Bytes of a code unit, and which of them holds an ASCII character.
struct UnitShape {
  std::size_t size = 1;
  std::size_t low = 0;
};

UnitShape shape_of(std::string_view encoding) {
  if (encoding == "UTF-16LE") return {2, 0};
  if (encoding == "UTF-16BE") return {2, 1};
  if (encoding == "UTF-32LE") return {4, 0};
  if (encoding == "UTF-32BE") return {4, 3};
  return {};
}

/// The unit at `at` when it is an ASCII character, else 0.
char ascii_at(std::string_view bytes, std::size_t at, UnitShape shape) {
  if (at + shape.size > bytes.size()) return 0;
  for (std::size_t i = 0; i < shape.size; ++i)
    if (i != shape.low && bytes[at + i] != 0) return 0;
  return bytes[at + shape.low];
}

}  // namespace

SourceLines::SourceLines(std::string_view bytes, std::string_view encoding) {
  const UnitShape shape = shape_of(encoding);
  for (std::size_t at = 0; at + shape.size <= bytes.size(); at += shape.size) {
    const char unit = ascii_at(bytes, at, shape);
    if (unit != '\n' && unit != '\r') continue;
    const std::size_t next = at + shape.size;
    if (unit == '\r' && ascii_at(bytes, next, shape) == '\n') continue;
    starts_.push_back(next);
  }
}

std::uint64_t SourceLines::line(std::uint64_t byte) const {
  const auto behind = std::ranges::upper_bound(starts_, byte);
  return static_cast<std::uint64_t>(behind - starts_.begin()) + 1;
}

Origins::Origins(const StoredDocument& document) : document_(document) {
  for (const weft_source& source : document.sources) {
    lines_.emplace_back(std::string_view{source.bytes.data, source.bytes.size},
                        std::string_view{source.encoding.data, source.encoding.size});
  }
}

Origin Origins::of(weft_id view, std::uint32_t begin, std::uint32_t end) const {
  Origin origin;
  MappedRange range{begin, end, true};
  for (weft_id at = view; at != 0 && range.known;) {
    const weft_view& step = document_.views.at(at - 1);
    range = trace({step.runs, step.n_runs}, static_cast<std::uint32_t>(range.begin),
                  static_cast<std::uint32_t>(range.end));
    origin.source = step.source;
    at = step.parent;
  }
  if (!range.known || origin.source == 0 || origin.source > lines_.size()) return {};
  origin.bytes = range;
  if (document_.sources[origin.source - 1].bytes.size == 0) return origin;
  origin.first_line = lines_[origin.source - 1].line(range.begin);
  origin.last_line = lines_[origin.source - 1].line(std::max(range.begin + 1, range.end) - 1);
  return origin;
}

std::string line_range(const Origin& origin) {
  if (origin.first_line == 0) return {};
  const std::string first = std::to_string(origin.first_line);
  if (origin.last_line == origin.first_line) return first;
  return first + "-" + std::to_string(origin.last_line);
}

}  // namespace weft
