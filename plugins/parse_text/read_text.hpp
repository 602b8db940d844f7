// SPDX-License-Identifier: Apache-2.0
/// From plain text to typed blocks and metadata: the whole of parse_text but for the document.
#pragma once

#include <string_view>
#include <vector>

#include "page.hpp"
#include "units.hpp"

namespace weft::plain {

/// What a text turned out to hold. Units are in text order, do not overlap, and cover all of it but
/// blanks, bullets and line breaks.
struct Reading {
  std::vector<Unit> units;
  std::vector<Fact> facts;
};

/// Reads valid UTF-8 without NUL. With `main_content` false nothing becomes boilerplate: what would
/// have is a paragraph. Linear in the text but for the few lines of its header and tail. Any
/// thread.
Reading read_text(std::string_view text, bool main_content);

}  // namespace weft::plain
