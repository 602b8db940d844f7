// SPDX-License-Identifier: Apache-2.0
/// Words that any text may use, whatever it is about. A phrase of these alone is no key phrase.
#pragma once

#include <cstdint>

namespace weft {

/// By the key of a stem as WordStems makes it for English. Words of other languages are unknown.
/// Any thread.
bool is_general_word(std::uint64_t stem);

/// Two neighbouring Han characters that are a word such as "study", "result", "show", "oneself", or
/// part of a number. Any thread.
bool is_general_pair(char32_t first, char32_t second);

}  // namespace weft
