// SPDX-License-Identifier: Apache-2.0
/// Summarizing what is longer than a model takes: notes on parts, then on the notes, then the end.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace weft {

/// A sentence of a text, valid UTF-8 on one line.
struct TextUnit {
  std::string text;
  bool begins_paragraph = false;
};
using TextUnits = std::vector<TextUnit>;

/// The bound of estimate_tokens over the text of the units.
std::size_t tokens_of(const TextUnits& units);
/// The text: a line a paragraph.
std::string text_of(const TextUnits& units);

/// Cuts a text into parts of at most `most` (>= 2) tokens: at the end of a paragraph where the part
/// is half full, else between sentences, and inside a sentence only if it is longer than a part.
/// Nothing is lost, no part is empty.
std::vector<TextUnits> cut_text(const TextUnits& units, std::size_t most);

/// The text of the first sentences that fit into `most` tokens; of a first one that does not, as
/// many characters as fit.
std::string shorten_text(const std::string& text, std::size_t most);

/// What is asked of the model. Both may throw ContextOverflow; what else they throw comes out.
struct LongTextAsks {
  /// Notes on a part, in at most about `most` tokens.
  std::function<std::string(const std::string& text, std::size_t most)> note;
  /// The last question; `of_notes`: the text is notes and not the document itself.
  std::function<void(const std::string& text, bool of_notes)> finish;
};

/// Asks for the whole if it has at most `most` tokens (0: not known), else for notes on its parts
/// until they do. An overflow makes the parts smaller; the one that overflowed is cut anew, others
/// are not asked twice. It ends: notes are cut to half of their part, so that every round is
/// shorter, and parts only shrink; what overflows at 64 tokens throws Error(WEFT_E_LIMIT).
void ask_in_parts(TextUnits units, std::size_t most, const LongTextAsks& asks);

}  // namespace weft
