// SPDX-License-Identifier: Apache-2.0
/// What all layouts work on: a mixed text cut to pieces of one language each, and pairs of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "weft/abi.h"

namespace weft {

/// Blocks pair only within a stream: a caption is no translation of a paragraph. Lines of metadata
/// (bylines, dates) never pair.
enum class Stream : std::uint8_t { kHead, kBody, kBeside, kMetadata };

/// What a piece was cut from its block as.
enum class Cut : std::uint8_t { kBlock, kLine, kSentence, kTerm };

inline constexpr std::uint32_t kNoSide = 2;
inline constexpr std::uint32_t kNoColumn = UINT32_MAX;

/// A block, or a part of one, all in one language.
struct Piece {
  weft_span block{};        ///< the outermost block it is of
  std::uint32_t begin = 0;  ///< bytes of the view
  std::uint32_t end = 0;
  Stream stream = Stream::kBody;
  Cut cut = Cut::kBlock;
  std::uint32_t side = 0;  ///< 0 or 1: which language's view it goes to; kNoSide stays behind
  bool pairs = true;       ///< false where no language claims it: it only goes along
  bool heading = false;
  double size = 0;                          ///< weight_of its text
  std::vector<std::uint64_t> anchors = {};  ///< anchors_of its text
  std::uint8_t marks = 0;                   ///< marks_of its text
  weft_id table = 0;                        ///< the table around, 0 = none
  std::uint32_t row = kNoColumn;            ///< of a table cell, as its parser says
  std::uint32_t column = kNoColumn;
};

/// Pieces that translate each other, by index, each list ascending; first[] is of the language that
/// comes first here. `evidence` is the logarithm of how much likelier the sizes, numbers and names
/// are if these translate each other than if they were put together by chance.
struct Pair {
  std::vector<std::size_t> first;
  std::vector<std::size_t> second;
  double evidence = 0;
};

/// The layouts, as VOCABULARY.md spells them.
enum class Layout : std::uint8_t { kNone, kBlocks, kLines, kSentences, kTerms, kColumns, kHalves };
inline constexpr std::size_t kLayouts = 7;

}  // namespace weft
