// SPDX-License-Identifier: Apache-2.0
/// Chooses the days on which a page was published and changed, by what it claims and what it shows.
#pragma once

#include <string_view>
#include <vector>

#include "choose_metadata.hpp"

namespace weft {

/// date-published and date-modified, each with where it was found; absent rather than wrong.
/// `authored`: the page names an author. Claims that readers do not see count less than dates
/// beside the title; where both tell the same day the claim gives the time and the line the
/// evidence. Any thread.
std::vector<ChosenValue> choose_dates(const MetadataInput& input, bool authored);

}  // namespace weft
