// SPDX-License-Identifier: Apache-2.0
/// Who says what: the sentences of a story that are worth reading.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "story_member.hpp"

namespace weft {

struct Voice {
  std::size_t member = 0;    ///< position among the members
  std::size_t sentence = 0;  ///< position in it
  std::string speaker;       ///< whom the sentence names; may be empty
  /// Sentences of other members that say nearly the same, a member at most once.
  std::vector<std::pair<std::size_t, std::size_t>> also;
};

/// At most `most` voices: the members take turns with their weightiest sentences, what names its
/// speaker first among equals, and what an earlier voice says already is noted with that one.
/// Questions and fragments are none. In order of members, then of the text.
std::vector<Voice> find_voices(const std::vector<StoryMember>& members, std::size_t most);

/// The share of the smaller set that the larger has too, 0 .. 1; both sorted.
double overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace weft
