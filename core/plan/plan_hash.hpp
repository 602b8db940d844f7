// SPDX-License-Identifier: Apache-2.0
/// One number for all that decides what a plan makes of a document.
#pragma once

#include <string>

#include "core/config/problems.hpp"
#include "core/plan/plan.hpp"

namespace weft {

/// XXH3-128 as 32 lower-case hex digits over the stages in order: ids, plugins with version and
/// cache epoch, values and conditions. The same in every folder: input files count by content,
/// outputs by their path below the output directory (an absolute one by its last part), secrets by
/// the name of their variable. The corpus, places and the pipeline's name (but for {name} in `to`)
/// do not count. Reads the input files; a problem is added for one that cannot be read.
[[nodiscard]] std::string plan_hash(const Plan& plan, Problems& problems);

}  // namespace weft
