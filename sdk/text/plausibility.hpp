// SPDX-License-Identifier: Apache-2.0
/// How unlikely a decoded text is as a text of some language: the vote behind encoding detection.
#pragma once

#include <span>
#include <string_view>

#include "character_models.hpp"
#include "encodings.hpp"
#include "weft/text/decode.hpp"

namespace weft {

/// Bits a reader would need to be told `decoded`, knowing the languages the repertoire serves: the
/// sum over its characters of -log2 of rough frequencies (the commonest characters of each
/// language, the levels of the East Asian character sets, letter case and neighbours). Of several
/// decodings of the same bytes the one with fewest bits is the likeliest. `bytes` are those it was
/// decoded from. Once `limit` is passed the sum is not finished.
double cost_in_bits(const Decoded& decoded, std::string_view bytes, const Encoding& encoding,
                    double limit);
/// The same by other models than those of the encoding's repertoire.
double cost_in_bits(const Decoded& decoded, std::string_view bytes, const Encoding& encoding,
                    std::span<const CharacterModel> models, double limit);

}  // namespace weft
