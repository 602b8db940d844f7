// SPDX-License-Identifier: Apache-2.0
/// Short lists of words.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace weft {

/// Linear: for lists of a few dozen.
template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace weft
