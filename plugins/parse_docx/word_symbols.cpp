// SPDX-License-Identifier: Apache-2.0
/// Characters of the fonts Symbol and Wingdings, which have places of their own instead of Unicode.
#include <array>

#include "word_story.hpp"

namespace weft {
namespace {

// Symbol, 0x20..0x7E and 0xA0..0xFE: Adobe's encoding as Unicode characters; 0 is unknown.
constexpr std::u32string_view kSymbolLow =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kSymbolHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡"
    U"⎞⎟⎠⎤⎥⎦⎫⎬⎭";

struct Sign {
  char32_t code;
  char32_t character;
};

// Wingdings: the signs that texts use.
constexpr std::array<Sign, 20> kWingdings = {
    {{0x4A, U'☺'}, {0x4B, U'😐'}, {0x4C, U'☹'}, {0x6C, U'●'}, {0x6E, U'■'},
     {0x6F, U'□'}, {0x71, U'❑'}, {0x76, U'❖'}, {0x9F, U'•'}, {0xA7, U'▪'},
     {0xA8, U'◻'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE8, U'➔'},
     {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}, {0xF0, U'⇨'}}};

}  // namespace

char32_t symbol_character(std::string_view font, char32_t code) {
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  if (code > 0xFF)  // already Unicode, unless of a private area
    return code > 0x10FFFF || (code >= 0xD800 && code < 0xF900) ? U'\uFFFD' : code;
  if (font == "Symbol") {
    if (code >= 0x20 && code - 0x20 < kSymbolLow.size()) return kSymbolLow[code - 0x20];
    if (code >= 0xA0 && code - 0xA0 < kSymbolHigh.size()) return kSymbolHigh[code - 0xA0];
    return U'\uFFFD';
  }
  if (font.find("dings") == std::string_view::npos) return code < 0x20 ? U'\uFFFD' : code;
  for (const Sign& sign : kWingdings)
    if (sign.code == code && font == "Wingdings") return sign.character;
  return U'\uFFFD';
}

}  // namespace weft
