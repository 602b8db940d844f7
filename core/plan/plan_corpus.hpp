// SPDX-License-Identifier: Apache-2.0
/// Where the documents come from.
#pragma once

#include "core/config/config.hpp"
#include "core/config/problems.hpp"
#include "core/plan/plan.hpp"

namespace weft {

/// Sets the plan's corpus_roots, include and exclude: the CORPUS arguments, else the root of
/// <corpus>. Adds a problem when there is neither, for a root that does not exist, and for a
/// pattern that can match nothing. Lists no directory but to find a name like a missing one.
void plan_corpus(const Config& config, const PlanInputs& inputs, Plan& plan, Problems& problems);

}  // namespace weft
