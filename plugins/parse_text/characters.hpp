// SPDX-License-Identifier: Apache-2.0
/// Classes of single characters that decide where lines, sentences and words end.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft::plain {

/// White space and the invisible characters that behave like it (no-break and ideographic space,
/// zero-width space, byte order mark). Any thread.
bool is_blank(char32_t point);

/// Columns a terminal gives it: 0 for combining marks and invisible characters, 2 for East Asian
/// wide ones, 1 for the rest.
std::uint32_t columns_of(char32_t point);

/// Ends a sentence wherever it stands: the full stops, question and exclamation marks of all
/// scripts but ASCII's, whose "." "!" "?" depend on what is around them.
bool is_wide_stop(char32_t point);

/// May follow the stop inside the same sentence: closing quotes and brackets.
bool is_closer(char32_t point);

/// Opens a quotation or a bracket.
bool is_opener(char32_t point);

/// Han, kana, Bopomofo: written without spaces between words, two columns each.
bool is_ideographic(char32_t point);

/// In no text: controls, private use, unassigned, U+FFFD.
bool is_impossible(char32_t point);

bool is_letter(char32_t point);
bool is_upper(char32_t point);
bool is_lower(char32_t point);

/// `text` without blank characters (is_blank) at either end; still a part of the same memory.
std::string_view trim(std::string_view text);

}  // namespace weft::plain
