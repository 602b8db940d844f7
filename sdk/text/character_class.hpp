// SPDX-License-Identifier: Apache-2.0
/// Layout of the generated character table, shared by its maker and its readers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "weft/text/script.hpp"

namespace weft {

/// A class is a Script in the low bits and these votes of a Han character.
inline constexpr std::uint8_t kScriptMask = 0x1F;
inline constexpr std::uint8_t kSimplifiedBit = 0x20;
inline constexpr std::uint8_t kTraditionalBit = 0x40;
inline constexpr std::uint8_t kJapaneseBit = 0x80;
inline constexpr std::size_t kPageSize = 256;

/// The class of any code point up to U+10FFFF; larger values have class 0.
std::uint8_t character_class(char32_t point);

}  // namespace weft
