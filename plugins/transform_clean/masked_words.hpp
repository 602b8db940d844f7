// SPDX-License-Identifier: Apache-2.0
/// Words hidden from filters by characters between theirs: noted, never altered.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

/// Three or more single Han characters with the same sign between each two ("木*头*人",
/// "木.头.人"), and Latin words with letters starred out ("d*mn"). Numbers, names with a middle dot
/// and formulas are none. O(text).
std::uint64_t count_masked_words(std::string_view text);

}  // namespace weft
