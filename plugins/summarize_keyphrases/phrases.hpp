// SPDX-License-Identifier: Apache-2.0
/// Runs of units that recur or stand in front, and what speaks for each as a phrase.
#pragma once

#include <cstdint>
#include <vector>

#include "units.hpp"

namespace weft {

/// A run of units of a document. Extensions are the runs that are one unit longer.
struct Phrase {
  std::uint32_t first = 0;         ///< unit where it occurs first
  std::uint32_t length = 0;        ///< units
  std::uint32_t count = 0;         ///< occurrences
  std::uint32_t left_borders = 0;  ///< occurrences before which a run ends, or grammar stands
  std::uint32_t right_borders = 0;
  std::uint32_t left_most = 0;  ///< occurrences of its commonest extension to the left
  std::uint32_t right_most = 0;
  std::uint32_t capitals = 0;  ///< occurrences that begin with a capital
  bool in_title = false;
};

/// What is looked at.
struct PhraseLimits {
  std::uint32_t longest = 8;  ///< units
  std::uint32_t front = 400;  ///< units at the beginning where one occurrence is enough
};

/// All phrases, shorter ones first, then by first occurrence; single units too, for their counts.
/// None holds a unit of grammar. Beyond the front a phrase occurs twice at least. `title_units`
/// units at the beginning are the title. Time and memory near linear in units.
std::vector<Phrase> mine_phrases(const Units& units, std::uint32_t title_units,
                                 const PhraseLimits& limits = {});

}  // namespace weft
