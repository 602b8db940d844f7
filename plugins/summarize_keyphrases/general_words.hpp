// SPDX-License-Identifier: Apache-2.0
/// Words that any text may use, whatever it is about. A phrase of these alone is no key phrase.
#pragma once

#include <cstdint>

namespace weft {

/// By the key of a stem as WordStems makes it for English. Words of other languages are unknown.
bool is_general_word(std::uint64_t stem);

/// Two neighbouring Han characters that are a word such as "study", "result", "show".
bool is_general_pair(char32_t first, char32_t second);

/// A Han character of grammar that is seldom part of a term: phrases end at it. Fewer than
/// is_function_character knows, since many of those also make words.
bool parts_phrases(char32_t character);

/// Of a Han character: no phrase begins (ends) with it, because it leans on what stands before it
/// (behind it).
bool cannot_begin(char32_t character);
bool cannot_end(char32_t character);

/// Of a Han character: it makes nouns of what stands before it, so a term may well end here.
bool ends_nouns(char32_t character);

}  // namespace weft
