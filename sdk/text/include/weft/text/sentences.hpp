// SPDX-License-Identifier: Apache-2.0
/// Splits a block of text (a paragraph, a title) into sentences.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace weft {

/// Bytes [begin, end) of a text, on code-point borders.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The sentences of one block of valid UTF-8, in order, not overlapping, without white space at
/// their ends; what lies between them is white space only. Empty for a block of white space. A
/// piece without any letter or digit is joined to its neighbour. Linear in the block's size. Any
/// thread.
///
/// Terminators are those of Unicode (property Sentence_Terminal), the full stop and the ellipsis.
/// What follows them decides, for any mix of languages:
/// - closing quotes, brackets and footnote marks stay with their sentence; a quotation that is
///   followed by who said it (“……？”他问道。 / "Why?" she asked.) goes on;
/// - a full stop ends nothing after titles (Dr.), initials (J. Smith), before a lower-case word,
///   inside numbers, names of hosts and files, and after the number of a list item; after acronyms
///   (U.S., A.I., p.m.) and abbreviations that may close a sentence (Inc., etc.) only when the next
///   word is one that begins sentences (The, In, But, ...);
/// - ASCII marks beside Han characters act as their wide forms do and need no space behind them;
/// - an ellipsis ends a sentence by what stands on its two sides;
/// - an empty line ends a sentence, and so does a line end unless the lines look wrapped.
/// Chinese needs no space and no capital; scripts without sentence marks (Thai) stay whole.
std::vector<TextRange> split_sentences(std::string_view block);

}  // namespace weft
