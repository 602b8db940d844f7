// SPDX-License-Identifier: Apache-2.0
/// Writes what a layout was read as: two views, their blocks, and links between these.
#pragma once

#include "gloss_marks.hpp"
#include "read_layout.hpp"
#include "weft/document.hpp"

namespace weft {

/// Makes the views and links of readings. Made once a stage; any thread after that.
class LanguageViews {
 public:
  explicit LanguageViews(const BlockNames& names);

  /// Adds two views derived from `base`, named by language, the first of the text first. Pieces
  /// are copied with their attributes and the blocks inside them; a `parallel` link for each pair
  /// has the first language's blocks as its source. Pieces on no side stay in `base` alone. Marks
  /// the glosses in what it copies unless `glosses` is nullptr, and returns how many.
  std::size_t write(Document& document, const weft_view& base, const Reading& reading,
                    const GlossMarks* glosses) const;

 private:
  struct Index;

  [[nodiscard]] Index index_of(const Document& document, weft_id view) const;
  weft_id copy_piece(Document& document, const Index& index, const Piece& piece, weft_id view,
                     std::uint32_t begin) const;
  void link(Document& document, const Pair& pair, const Reading& reading,
            const std::vector<weft_id>& copies) const;

  const BlockNames& names_;
  weft_id method_, parallel_, source_, target_;
};

}  // namespace weft
