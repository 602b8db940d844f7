// SPDX-License-Identifier: Apache-2.0
/// Names in Latin script that a text of another script keeps.
#pragma once

#include <vector>

#include "bead_pair.hpp"

namespace weft {

/// Where exactly one side is Chinese, Japanese or Korean: appends the Latin words of that side that
/// the other side does not have, in any case, with or without an ending, in one word or more, or as
/// the initials of its words. The other side's word that is most like it is named too. A name that
/// only the other side of a neighbour has (null: none there) has moved, and is not reported.
void check_names(const BeadPair& bead, const BeadPair* before, const BeadPair* after,
                 std::vector<Finding>& out);

}  // namespace weft
