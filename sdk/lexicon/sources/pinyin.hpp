// SPDX-License-Identifier: Apache-2.0
/// Pinyin in the spellings of dictionaries as plain syllables.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// "Lu:4", "lü4", "lǚ" and "lv" give "lu": small letters a to z without tone; empty for what is no
/// syllable ("xx5", "r5", ","). Any thread.
std::string plain_syllable(std::string_view text);

}  // namespace weft
