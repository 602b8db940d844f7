// SPDX-License-Identifier: Apache-2.0
/// The days, months and years that documents of a story tell of, in order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "story_member.hpp"

namespace weft {

struct DatedSentence {
  std::string date;  ///< ISO 8601: 2025, 2025-01 or 2025-01-24
  std::size_t member = 0;
  std::size_t sentence = 0;
};

/// At most `most`: what several members date alike first, then days before months before years,
/// then the weightiest; then by date and member. Of a date a member gives one sentence, and a
/// sentence is given once. A day or month without a year is taken in the year in which it is
/// nearest to the member's day of publication; where that is not known it is left out.
std::vector<DatedSentence> find_dates(const std::vector<StoryMember>& members, std::size_t most);

}  // namespace weft
