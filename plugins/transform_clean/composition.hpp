// SPDX-License-Identifier: Apache-2.0
/// Canonical composition that says what it changed.
#pragma once

#include <string_view>
#include <vector>

#include "rewrite.hpp"

namespace weft {

/// What NFC (UAX #15) changes in a valid UTF-8 text. A quick check finds most texts unchanged.
std::vector<Edit> compose_canonically(std::string_view text);

}  // namespace weft
