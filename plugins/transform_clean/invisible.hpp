// SPDX-License-Identifier: Apache-2.0
/// Characters that do not show, line breaks, ligatures and widths: one look at each code point.
#pragma once

#include <string_view>
#include <vector>

#include "rewrite.hpp"

namespace weft {

struct CharacterOptions {
  bool ligatures = true;         ///< take typographic ligatures apart
  bool normalize_width = false;  ///< Latin and digits to half width, katakana to full
};

/// What to do about single characters of a valid UTF-8 text. Joiners stay where they shape what
/// stands beside them (Arabic, Indic, Mongolian, emoji), directional marks in lines with
/// right-to-left letters; variation selectors always stay.
std::vector<Edit> clean_characters(std::string_view text, const CharacterOptions& options);

}  // namespace weft
