// SPDX-License-Identifier: Apache-2.0
/// Path patterns of <corpus include="..."> and command lines.
#pragma once

#include <string_view>

namespace weft {

/// True when the whole relative path ('/' between parts, bytes compared) matches: `*` any run
/// within one part,
/// `?` one code point of a part, `[a-z]` and `[!a-z]` a class, `**` any number of whole parts.
/// Linear memory, no backtracking beyond the last star of each kind.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace weft
