// SPDX-License-Identifier: Apache-2.0
/// What a pipeline file changes in the ones it includes.
#pragma once

#include "core/config/config.hpp"
#include "core/config/problems.hpp"

namespace weft {

/// Lays `upper` over `base`; README.md has the rules. Adds a problem where a stage would override
/// one of another kind.
void overlay(Config& base, Config upper, Problems& problems);

}  // namespace weft
