// SPDX-License-Identifier: Apache-2.0
/// How a text was translated, told by a first alignment: who cut sentences, who left some out.
#pragma once

#include <vector>

#include "weft/align/bead.hpp"
#include "weft/align/bead_types.hpp"

namespace weft {

/// Priors that fit a text whose first alignment is `beads`: what is frequent in it costs less than
/// in texts at large, by `strength` (0 = not at all) times the logarithm of how much more frequent.
/// Few beads change little.
BeadPriors fit_habits(const BeadPriors& priors, const std::vector<Bead>& beads, float strength);

}  // namespace weft
