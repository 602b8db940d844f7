// SPDX-License-Identifier: Apache-2.0
/// What bytes look like, in words for a message; nothing is decided by it.
#pragma once

#include <string_view>

namespace weft {

/// "a PNG image", "text", "nothing: it is empty", "binary data", by the first bytes. Static.
[[nodiscard]] std::string_view kind_of_content(std::string_view head);

}  // namespace weft
