// SPDX-License-Identifier: Apache-2.0
/// Names of months in the languages whose dates are read.
#pragma once

#include <string_view>

namespace weft {

/// 1 to 12 for a name or short form in any ASCII case; 0 for other words. Any thread.
int month_of(std::string_view word);

}  // namespace weft
