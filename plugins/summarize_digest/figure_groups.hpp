// SPDX-License-Identifier: Apache-2.0
/// Figures of several documents that count the same thing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "story_member.hpp"

namespace weft {

/// One figure where it stands.
struct FigureMention {
  std::size_t member = 0;
  std::size_t sentence = 0;
  Figure figure;
};

struct FigureGroup {
  std::vector<FigureMention> mentions;  ///< equal values beside each other; of each a member once
  bool agrees = false;                  ///< no two of them contradict each other
  std::string what;                     ///< the words beside the first that say what is counted
  double weight = 0;
};

/// Groups whose figures are of one kind and unit and stand among the same words (the nearer to the
/// figure the more they count; terms of the lexicon and names across languages), in two members or
/// more. A value of three digits or with a unit that another member has too needs fewer of them.
/// At most `most`, those of most members first, then the weightiest.
std::vector<FigureGroup> group_figures(const std::vector<StoryMember>& members, StoryTerms& terms,
                                       std::size_t most);

}  // namespace weft
