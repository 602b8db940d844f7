// SPDX-License-Identifier: Apache-2.0
/// Finds which bytes of the source each byte of a decoded text node stands for.
#pragma once

#include <string_view>
#include <vector>

#include "html_tree.hpp"

namespace weft {

/// Aligns `text` (what HTML's rules made of the source) with `raw`, the stretch of source it was
/// made from: equal bytes, character references (one or two code points for "&...;"), CR LF for LF,
/// and markup in between that gave no text. Appends pieces whose `there` counts from the start of
/// `raw`; what cannot be matched gets no piece. Linear in the sizes.
void align_text(std::string_view text, std::string_view raw, std::vector<TextPiece>& pieces);

}  // namespace weft
