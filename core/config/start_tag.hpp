// SPDX-License-Identifier: Apache-2.0
/// Where the attributes of one start tag stand, which pugixml does not say, and what it lets pass.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/config/source_text.hpp"

namespace weft {

/// Attributes that one element may have.
constexpr std::size_t kMaxAttributes = 100;

/// Byte ranges of one attribute; the value without its quotes, as written.
struct AttributeRange {
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
};

/// A start tag of a source text.
struct StartTag {
  std::string_view name;
  std::vector<AttributeRange> attributes;  ///< in file order, repetitions included
  std::size_t end = 0;                     ///< behind '>', or where reading stopped
  bool complete = false;                   ///< '>' was reached
  bool closed = false;                     ///< it ended in "/>"
  std::vector<Fault> faults;               ///< offsets in `text`, ascending
};

/// Reads the start tag whose name begins at `offset`, behind the '<'. Reports attributes without
/// '=' or quotes, repeated ones, '<' in a value, and references that are not one of the five
/// entities or a character XML allows. Stops behind kMaxAttributes of them, with a fault.
[[nodiscard]] StartTag read_start_tag(std::string_view text, std::size_t offset);

}  // namespace weft
