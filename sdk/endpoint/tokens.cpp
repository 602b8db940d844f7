// SPDX-License-Identifier: Apache-2.0
/// An upper bound on tokens by characters.
#include "weft/endpoint/tokens.hpp"

#include <cstdint>

namespace weft {

std::size_t estimate_tokens(std::string_view text) {
  std::size_t halves = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    // Three bytes from U+3000 on: Han, kana and their punctuation.
    const bool east_asian = lead >= 0xE3 && lead <= 0xEF && lead != 0xEE && i + 2 < text.size();
    halves += east_asian ? 3 : 2;
    i += east_asian ? 3 : 1;
  }
  return (halves + 1) / 2;
}

}  // namespace weft
