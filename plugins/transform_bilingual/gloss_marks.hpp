// SPDX-License-Identifier: Apache-2.0
/// Writes glosses into a document: a span on each term and each gloss, and a link between them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text_blocks.hpp"
#include "weft/document.hpp"

namespace weft {

/// Where a block, or a part of one, lies in the view that its glosses are marked in.
struct GlossPlace {
  weft_id view = 0;
  weft_id block = 0;        ///< becomes the parent
  std::uint32_t begin = 0;  ///< byte of the view
};

/// Made once a stage; any thread after that.
class GlossMarks {
 public:
  explicit GlossMarks(const BlockNames& names);

  /// False for blocks of metadata and code, and for what is in no language's view.
  [[nodiscard]] bool looks_at(weft_id type) const;
  /// True where an earlier run has marked the document.
  [[nodiscard]] bool has_marks(const Document& document) const;
  /// Marks what find_glosses finds in the text at a place. Chinese ends get `lang`. Returns how
  /// many it was.
  std::size_t mark(Document& document, std::string_view text, const GlossPlace& place) const;
  /// Marks all outermost blocks of a view where they are.
  std::size_t mark_view(Document& document, const weft_view& view) const;

 private:
  const BlockNames& names_;
  weft_id gloss_, source_, target_, method_;
};

}  // namespace weft
