// SPDX-License-Identifier: Apache-2.0
/// What sentence rules ask of single characters, and looking at a character's neighbours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "weft/text/script.hpp"

namespace weft {

/// How a character can end a sentence.
enum class Mark : std::uint8_t {
  kNone,
  kPeriod,    ///< "." and its full-width form, which also stand inside names and numbers
  kStrong,    ///< ASCII ! and ?
  kWide,      ///< marks that need no space behind them: 。！？, and those of other scripts
  kEllipsis,  ///< …
};

Mark mark_of(char32_t point);
bool is_space(char32_t point);
/// Ends a line: LF, CR, VT, FF, NEL, LS, PS.
bool is_line_end(char32_t point);
bool is_opening_quote(char32_t point);
bool is_closing_quote(char32_t point);
bool is_opening_bracket(char32_t point);
bool is_closing_bracket(char32_t point);
bool is_dash(char32_t point);
/// A mark that carries a sentence on: comma, colon, semicolon, and their wide forms.
bool is_pause(char32_t point);
bool is_upper(char32_t point);
bool is_lower(char32_t point);
bool is_letter(char32_t point);
bool is_digit(char32_t point);
/// Han, kana: written without spaces.
bool is_cjk(char32_t point);

/// The code point at `offset`, or 0 at the end.
char32_t code_point_at(std::string_view text, std::size_t offset);
/// The code point before `offset`, or 0 at the begin.
char32_t code_point_before(std::string_view text, std::size_t offset);
/// `offset` moved over one code point; stays at the ends.
std::size_t after_one(std::string_view text, std::size_t offset);
std::size_t before_one(std::string_view text, std::size_t offset);
std::size_t skip_space(std::string_view text, std::size_t offset);

}  // namespace weft
