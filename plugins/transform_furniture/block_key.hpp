// SPDX-License-Identifier: Apache-2.0
/// What is remembered of a block: a key of its wording and a sketch to find near ones by.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace weft {

/// Two blocks of one key have the same letters but for case and width, and digits at the same
/// places. Sketches of near wordings agree in most slots.
struct BlockKey {
  std::uint64_t key = 0;  ///< 0 when the block has no letters
  std::array<std::uint8_t, 8> sketch{};
  std::uint16_t words = 0;  ///< in quarters: 5 letters, 1.6 Han characters are one word
};

/// Any thread. O(text).
BlockKey key_of(std::string_view text);

/// At least 7 of 8 slots agree: about 85 % of the four-letter pieces are shared.
bool is_near(const BlockKey& a, const BlockKey& b);

}  // namespace weft
