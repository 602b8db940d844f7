// SPDX-License-Identifier: Apache-2.0
/// Simplified and traditional Chinese made equal, character by character, for comparing.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// The simplified form of a Han character by ICU's transliterator (U+99AC gives U+9A6C), or the
/// code point itself. Where several characters became one, so do these: a key for comparing, not a
/// conversion. Any thread; the first call makes a table in about 20 ms.
char32_t simplified_form(char32_t point);

/// The same for every character of a valid UTF-8 text.
std::string fold_han(std::string_view text);

}  // namespace weft
