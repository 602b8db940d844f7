// SPDX-License-Identifier: Apache-2.0
/// The two closed word classes that tell talk from statement, for the languages we have them of.
#pragma once

#include <string_view>

namespace weft {

/// Words that carry grammar, not content. Chinese and Japanese: one Han character. `word` is in
/// lower case. False for words of languages without a list.
bool is_function_word(std::string_view word);
bool is_function_character(char32_t character);

/// Words by which somebody speaks of himself or to somebody: "I", "you", U+6211.
bool is_speaker_word(std::string_view word);
bool is_speaker_character(char32_t character);

/// Han characters that numbers are written with, also those of either script only.
bool is_numeral_character(char32_t character);

}  // namespace weft
