// SPDX-License-Identifier: Apache-2.0
/// Where something was written: the "pipeline.xml:14:9" in every complaint.
#pragma once

#include <cstdint>
#include <string>

namespace weft {

/// A point of a file that a person wrote, or a whole file, or the command line.
struct Place {
  std::string file;          ///< as the user named it; "command line" for --set and --export
  std::uint32_t line = 0;    ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;  ///< from 1, in code points

  bool operator==(const Place&) const = default;
};

/// "pipeline.xml:14:9", or only the file's name when no line is known.
[[nodiscard]] std::string to_string(const Place& place);

/// The place of whatever --set and --export said.
[[nodiscard]] Place command_line_place();

}  // namespace weft
