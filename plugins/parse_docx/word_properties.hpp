// SPDX-License-Identifier: Apache-2.0
/// Metadata of a Word document.
#pragma once

#include <weft/zip/blocks.hpp>

#include <string>
#include <string_view>

namespace weft {

/// Adds what docProps/core.xml says to `out.metadata`, where it is worth believing. A title, byline
/// or date written in the text itself comes first and is surer. `core` may be empty.
void add_metadata(std::string core, std::string_view name, BlockText& out);

}  // namespace weft
