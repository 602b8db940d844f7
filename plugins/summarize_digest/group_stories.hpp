// SPDX-License-Identifier: Apache-2.0
/// Which documents of a corpus tell the same story.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "story_note.hpp"

namespace weft {

struct Stories {
  /// Documents by position in the corpus, two or more each, ascending; groups by their first one.
  std::vector<std::vector<std::size_t>> groups;
  /// By document: the earlier one whose wording it nearly repeats, or the number of documents.
  std::vector<std::size_t> copy_of;
};

/// Near-duplicates are found by bands of their sketches and stand for one. The others are compared
/// by the cosine of their term vectors (tf-idf, smoothed so that a small corpus has some too), two
/// texts of different languages by the terms that mean the same in all. Pairs of `similarity` or
/// more (0 .. 1) join groups, best first, as long as members of both sides stay alike on average.
/// An inverted index with a bound on holders and neighbours keeps the time near linear. `poll` is
/// called now and then and may throw. Deterministic. Any thread.
Stories group_stories(const std::vector<StoryNote>& notes, double similarity,
                      const std::function<void()>& poll);

}  // namespace weft
