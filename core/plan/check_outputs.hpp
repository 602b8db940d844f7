// SPDX-License-Identifier: Apache-2.0
/// Outputs must not destroy each other, nor what they are made from.
#pragma once

#include "core/config/config.hpp"
#include "core/config/problems.hpp"
#include "core/plan/plan.hpp"
#include "core/plan/plan_stage.hpp"

namespace weft {

/// Adds a problem for each output that is the file, or a folder, of another output, of a pipeline
/// file or of an input of a stage; that cannot be made because a file is where a folder must be; or
/// that lies in the corpus and is, or would become, one of its documents. Paths with placeholders
/// count as the same only when they are spelled alike.
void check_outputs(const NamedFiles& files, const Config& config, const Plan& plan,
                   Problems& problems);

}  // namespace weft
