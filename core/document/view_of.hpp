// SPDX-License-Identifier: Apache-2.0
/// A text of the ABI as the standard library sees it.
#pragma once

#include <string_view>

#include "weft/abi.h"

namespace weft {

/// Plugins may hand over an empty text with any pointer.
inline std::string_view view_of(weft_str text) {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}

}  // namespace weft
