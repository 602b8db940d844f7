// SPDX-License-Identifier: Apache-2.0
/// Headings among sentences: what ends like no sentence stands for itself.
#pragma once

#include <cstdint>
#include <vector>

#include "align_text.hpp"

namespace weft {

/// TextSide::begins_block with headings as blocks of their own, the sentence behind each beginning
/// another. A heading is a sentence that ends in a letter or digit (brackets aside). Where that is
/// common, as in verse or subtitles, it tells nothing and the flags stay. Linear.
std::vector<std::uint8_t> begins_with_headings(const TextSide& side);

}  // namespace weft
