// SPDX-License-Identifier: Apache-2.0
/// Which ranges of a view are to be cut into sentences, and under which block.
#pragma once

#include <cstdint>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// Interned ids of the block types that segmentation knows.
class BlockTypes {
 public:
  BlockTypes();
  /// Body blocks, titles, decks and captions: text that readers read as sentences.
  [[nodiscard]] bool has_sentences(weft_id type) const;
  /// Code keeps its lines: it is one sentence.
  [[nodiscard]] bool is_code(weft_id type) const { return type == code_; }
  /// Any block or container; spans of other types inside a block do not part its text.
  [[nodiscard]] bool is_block(weft_id type) const;

 private:
  weft_id code_;
  std::vector<weft_id> with_sentences_;
  std::vector<weft_id> others_;
};

/// A range of a block that no block inside it covers.
struct Piece {
  weft_span block;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The pieces of all blocks of a view that have sentences, in text order. A block inside another
/// (the credit in a caption, a paragraph in a quote) parts the outer one.
std::vector<Piece> block_pieces(const Document& document, weft_id view, const BlockTypes& types);

}  // namespace weft
