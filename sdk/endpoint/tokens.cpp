// SPDX-License-Identifier: Apache-2.0
/// An upper bound on tokens by characters.
#include "weft/endpoint/tokens.hpp"

#include <cstdint>

namespace weft {
namespace {

struct Parts {
  std::size_t han = 0;  ///< characters of three bytes from U+3000 on: Han, kana, their punctuation
  std::size_t bytes = 0;  ///< all others
};

Parts count_parts(std::string_view text) {
  Parts out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const bool east_asian = lead >= 0xE3 && lead <= 0xEF && lead != 0xEE && i + 2 < text.size();
    out.han += east_asian ? 1 : 0;
    out.bytes += east_asian ? 0 : 1;
    i += east_asian ? 3 : 1;
  }
  return out;
}

}  // namespace

std::size_t estimate_tokens(std::string_view text) {
  const Parts parts = count_parts(text);
  return (3 * parts.han + 2 * parts.bytes + 1) / 2;
}

std::size_t likely_tokens(std::string_view text) {
  const Parts parts = count_parts(text);
  return parts.han + (parts.bytes + 2) / 3;
}

}  // namespace weft
