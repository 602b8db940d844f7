// SPDX-License-Identifier: Apache-2.0
/// What the name of a paragraph style says about the paragraph.
#pragma once

#include <string_view>

#include "weft/zip/blocks.hpp"

namespace weft {

/// The kind of block a style of this name makes; type empty for a name that means nothing special.
/// Knows the styles of Word, LibreOffice, pandoc and WPS, which keep their English names in files,
/// and the most frequent translations other programs write. Any thread.
BlockKind kind_of_style_name(std::string_view name);

}  // namespace weft
