// SPDX-License-Identifier: Apache-2.0
/// Decides by evidence how a text and its translation are laid out in one view.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "piece.hpp"
#include "text_blocks.hpp"
#include "two_languages.hpp"
#include "weft/document.hpp"

namespace weft {

/// A view taken apart. With layout kNone the rest is of no use.
struct Reading {
  TwoLanguages languages;
  Layout layout = Layout::kNone;
  double confidence = 0;         ///< that this is a text with its translation, 0..1
  std::uint32_t first_side = 0;  ///< the language that comes first
  std::vector<Piece> pieces;     ///< in text order
  std::vector<Pair> pairs;       ///< in text order
};

/// Asks one layout after the other; `least_share` is the share of the body that must be in pairs.
/// A reading without two languages has !languages.found(). O(text).
Reading read_layout(const Document& document, weft_id view, const BlockNames& names,
                    double least_share);

/// The name of a layout in sdk/VOCABULARY.md; empty for kNone.
std::string_view layout_name(Layout layout);

}  // namespace weft
