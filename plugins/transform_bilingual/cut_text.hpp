// SPDX-License-Identifier: Apache-2.0
/// Cuts the blocks of a mixed text to pieces of one language each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "piece.hpp"
#include "text_blocks.hpp"
#include "two_languages.hpp"

namespace weft {

/// The pieces in text order, and the pairs that the cut itself has shown: terms beside their
/// translation.
struct CutText {
  std::vector<Piece> pieces;
  std::vector<Pair> terms;
};

/// Blocks in one language are one piece. A block whose lines change language is cut by lines; one
/// of terms at what parts them, where three such lines stand together; one whose sentences change
/// language by sentences, where most of the body is like that. Anything else that mixes languages,
/// a quotation say, stays whole, on the side of most of its words. O(text).
CutText cut_text(const std::vector<TextBlock>& blocks, const TwoLanguages& languages);

// ---- the cuts, one file each; empty where a block is not like that ----

/// Neighbouring lines of one language are one piece where the first is not a whole sentence.
std::vector<Piece> cut_lines(const TextBlock& block, const TwoLanguages& languages);

/// Runs of sentences of one language.
std::vector<Piece> cut_sentences(const TextBlock& block, const TwoLanguages& languages);

/// Two pieces a line, a term and its translation: "tidal power — 潮汐能", "岛 island",
/// "港口（harbour）". Only for languages of different writings.
std::vector<Piece> cut_terms(const TextBlock& block, const TwoLanguages& languages);

/// The piece [begin, end) of the view, measured.
Piece make_piece(const TextBlock& block, std::uint32_t begin, std::uint32_t end, Cut cut,
                 std::uint32_t side);

/// True where a text ends as a sentence does: a mark, and closing quotes or brackets behind it.
bool ends_as_sentence(std::string_view text);

}  // namespace weft
