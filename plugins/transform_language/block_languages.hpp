// SPDX-License-Identifier: Apache-2.0
/// From guesses about single blocks to languages of blocks and of the whole text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/text/language.hpp"

namespace weft {

/// How much a block's language says about the document's.
enum class BlockRole : std::uint8_t { kBody, kBeside, kIgnored };

/// One block: what it looks like by itself, and then its language in its surroundings.
struct BlockLanguage {
  BlockRole role = BlockRole::kBody;
  ScriptCounts counts;
  double words = 0;     ///< about how many; comparable between scripts
  LanguageGuess guess;  ///< settle_languages replaces it; "und" where nothing can be said
  std::vector<LanguageGuess> lines = {};  ///< of a block whose lines are in several languages
  std::vector<double> line_words = {};
};

/// Looks at one block's text.
BlockLanguage look_at_block(std::string_view text, BlockRole role);

/// A language and its share of the words.
struct LanguageShare {
  std::string tag;
  double share = 0;
};

/// Settles the guesses by their surroundings: a short block in a script whose language is known
/// from long ones takes that language, or without long ones that of most words, or else the one
/// that the text was `declared` to be in ("" for none); Chinese without or with few form-specific
/// characters takes the form of the rest. Returns the languages of the text, largest first: of the
/// body, or of what is beside it when there is no body; a share below `least_share` counts as
/// quotation and is left out.
std::vector<LanguageShare> settle_languages(std::vector<BlockLanguage>& blocks, double least_share,
                                            std::string_view declared);

}  // namespace weft
