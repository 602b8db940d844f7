// SPDX-License-Identifier: Apache-2.0
/// Gives each block of a page its type: from its element, its words, and where it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_profile.hpp"
#include "typed_page.hpp"

namespace weft {

/// Bytes [begin, end) of the page's text.
struct TextRange32 {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The type of one block. The tail, if any, is a link such as "Read more" at its end, a block of
/// its own.
struct BlockType {
  std::string_view type;
  std::string_view reason;           ///< of boilerplate
  int level = 0;                     ///< of a heading
  std::uint32_t tail = 0;            ///< where the tail begins; 0: none
  std::vector<TextRange32> credits;  ///< in a caption
};

/// What the typing needs to know beside the page.
struct TypingInput {
  const PageProfile& profile;
  const std::vector<bool>& kept;  ///< the main content, per block
  std::string_view title;         ///< as chosen, or empty
  bool main_content = true;
};

/// Type by element and by lines that speak for themselves; authors of the page are not known yet.
std::vector<BlockType> type_blocks(const TypingInput& input);

/// Marks the paragraphs about the authors behind the body, once `authors` are known.
void type_biographies(const TypingInput& input, const std::vector<std::string>& authors,
                      std::vector<BlockType>& types);

}  // namespace weft
