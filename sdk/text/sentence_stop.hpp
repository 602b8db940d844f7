// SPDX-License-Identifier: Apache-2.0
/// A place in a block where a sentence may end, and the rules that say whether it does.
#pragma once

#include <cstddef>
#include <string_view>

#include "characters.hpp"

namespace weft {

/// Marks that may end a sentence, with the quotes, brackets and notes that belong to them.
struct Stop {
  std::size_t begin = 0;    ///< the first mark
  std::size_t end = 0;      ///< behind the last mark, closer or note
  Mark mark = Mark::kNone;  ///< the decisive one of the marks
  char32_t last_mark = 0;   ///< as written
  char32_t closer = 0;      ///< the first quote or bracket closed behind the marks, or 0
};

/// Reads the stop whose first mark is at `begin`. `inside_straight` tells whether an odd number of
/// straight double quotes stands before it in the block.
Stop read_stop(std::string_view text, std::size_t begin, bool inside_straight);

/// Where a stop stands: the block, the begin of the sentence, and whether the block uses 。 at all.
struct StopContext {
  std::string_view text;
  std::size_t sentence_begin = 0;
  bool has_wide_period = false;
};

/// The rules of sentences.hpp for one stop.
bool ends_sentence(const StopContext& context, const Stop& stop);

/// The rules for full stops and for ellipses; parts of ends_sentence. `next` is the offset of the
/// first character behind the stop that is no white space.
bool period_ends_sentence(const StopContext& context, const Stop& stop, std::size_t next);
bool ellipsis_ends_sentence(const StopContext& context, const Stop& stop, std::size_t next);

/// The first letter or digit from `offset` on, past opening quotes, brackets, dashes and white
/// space; 0 when something else comes first.
char32_t lead_character(std::string_view text, std::size_t offset);

/// True for the word that begins at `offset` past opening marks, when it is one that begins
/// sentences.
bool starter_follows(std::string_view text, std::size_t offset);

/// The begin of the unspaced run of letters, digits, full stops, hyphens and apostrophes before
/// `end`; not before `begin`.
std::size_t word_begin(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace weft
