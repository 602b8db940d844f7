// SPDX-License-Identifier: Apache-2.0
/// Blocks of text as a parser of structured documents meets them, and the document they become.
#pragma once

#include <weft/document.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

inline constexpr std::uint32_t kNoBlock = 0xFFFFFFFF;

/// What a block is. Views are of static storage: names of the vocabulary, reasons.
struct BlockKind {
  std::string_view type = WEFT_SPAN_PARAGRAPH;
  int level = 0;                 ///< of a heading, 1..6
  std::string_view reason = {};  ///< of boilerplate
};

/// One block. Its text is valid UTF-8 without control characters other than TAB and LF, without
/// soft hyphens, and without space at its ends.
struct Block {
  BlockKind kind;
  std::string text;
  std::string lang;                    ///< BCP 47, or empty
  std::uint32_t member = 0;            ///< index into BlockText::members
  std::uint32_t container = kNoBlock;  ///< index into BlockText::containers
  std::uint32_t row = 0;               ///< of a table cell, from 1; 0 = not known
  std::uint32_t column = 0;
};

/// A list, table or figure around blocks. Its parent has a smaller index.
struct BlockContainer {
  std::string_view type;
  std::uint32_t parent = kNoBlock;
};

/// One value of the document's metadata. `key` and `origin` are of static storage.
struct BlockValue {
  std::string_view key;
  std::string value;
  std::string_view origin;
  double confidence = 0;
  std::uint32_t block = kNoBlock;  ///< the block it was read from
};

/// A whole document, independent of any host.
struct BlockText {
  std::vector<Block> blocks;  ///< in reading order
  std::vector<BlockContainer> containers;
  std::vector<std::string> members;  ///< paths inside the archive
  std::vector<BlockValue> metadata;
  std::string lang;  ///< of the view; may be empty
};

/// Makes the view "text" (blocks with a blank line between them), a span for every block and every
/// container that is not empty, and the metadata. Spans and view say in the attribute `member`
/// where in the archive they were read; there is no way back to bytes of the source, as those are
/// compressed. Throws LIMIT when the text would reach 4 GiB.
void write_blocks(const BlockText& made, Document& document);

/// Appends `text` to `out` as Block promises it: bytes that are no UTF-8 become U+FFFD, control
/// characters other than TAB and LF, soft hyphens and byte order marks are left out. Any thread.
void append_clean(std::string& out, std::string_view text);

/// Text of metadata: as above, runs of white space as one space, none at the ends. Any thread.
std::string clean_value(std::string_view text);

}  // namespace weft
