// SPDX-License-Identifier: Apache-2.0
/// Han characters at which phrases begin and end.
#pragma once

namespace weft {

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
