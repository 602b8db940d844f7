// SPDX-License-Identifier: Apache-2.0
/// Character references as books write them: XML's, numbers, and the names of XHTML 1.1.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// Appends `text` to `out` with every reference replaced. What is no reference stays as it is
/// written; numbers of the C1 range are read as windows-1252, as HTML does.
void append_decoded(std::string& out, std::string_view text);

}  // namespace weft
