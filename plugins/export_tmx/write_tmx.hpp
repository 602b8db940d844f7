// SPDX-License-Identifier: Apache-2.0
/// TMX 1.4b as text: the header, translation units, the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weft/exports/pair_reader.hpp"

namespace weft {

/// What the header says.
struct TmxHeader {
  std::string tool_version;
  std::string source_language;  ///< exactly that of the source tuv
  std::string creation_date;    ///< YYYYMMDDThhmmssZ, or empty
  std::string pipeline;         ///< its name and hash; either may be empty
  std::string pipeline_hash;
};

/// Everything before the first unit.
std::string tmx_head(const TmxHeader& header);
/// Everything behind the last.
std::string tmx_tail();

/// One unit: `pair` in the languages given, one tuv a side that has text. The text is expected to
/// be fit for XML (clean_for_xml); it is escaped here.
struct TmxUnit {
  std::string id;
  std::string_view document;
  std::string source_language;
  std::string target_language;
  const Pair* pair = nullptr;
  std::string before;  ///< the source sentences around it; empty: nothing is written
  std::string after;
};
void append_unit(std::string& out, const TmxUnit& unit);

}  // namespace weft
