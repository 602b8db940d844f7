// SPDX-License-Identifier: Apache-2.0
/// What every reader of translation units promises, for the fuzz targets of such formats.
#pragma once

#include <weft/bitext/unit_reader.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace weft::fuzz {

inline void require(bool promise) {
  if (!promise) std::abort();
}

inline void check_text(const UnitText& text, std::uint64_t decoded_size) {
  require(!text.text.empty() && find_invalid_utf8(text.text) == std::string_view::npos);
  std::uint32_t end = 0;
  for (const SegmentRange& segment : text.segments) {
    require(end <= segment.begin && segment.begin < segment.end);
    require(segment.end <= text.text.size());
    require(on_border(text.text, segment.begin) && on_border(text.text, segment.end));
    end = segment.end;
  }
  std::uint64_t here = 0;
  for (const weft_run& run : text.runs) {
    require(run.here >= here && run.here_unit > 0);
    here = run.here + std::uint64_t{run.count} * run.here_unit;
    require(here <= text.text.size());
    require(run.there + std::uint64_t{run.count} * run.there_unit <= decoded_size);
  }
}

inline void check_unit(const TranslationUnit& unit, std::uint64_t decoded_size) {
  for (const UnitSide& side : unit.sides) {
    require(!side.view.empty() && !side.lang.empty());
    check_text(side.text, decoded_size);
  }
  require(!unit.beads.empty());
  for (const UnitBead& bead : unit.beads) {
    require(!bead.source_segments.empty() || !bead.target_segments.empty());
    for (const std::uint32_t segment : bead.source_segments)
      require(segment < unit.sides.at(bead.source).text.segments.size());
    for (const std::uint32_t segment : bead.target_segments)
      require(segment < unit.sides.at(bead.target).text.segments.size());
  }
}

/// Reads all and checks each unit.
inline void check_units(UnitReader& reader, std::string_view bytes) {
  while (reader.advance()) {
  }
  std::uint64_t decoded_size = bytes.size();
  for (const weft_run& run : reader.stream().decoding())
    decoded_size = std::max(decoded_size, run.here + std::uint64_t{run.count} * run.here_unit);
  for (const UnitReader::Waiting& waiting : reader.waiting())
    check_unit(waiting.unit, decoded_size);
}

}  // namespace weft::fuzz
