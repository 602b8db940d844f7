// SPDX-License-Identifier: Apache-2.0
/// Whether every stage gets what it needs from the stages before it.
#pragma once

#include <vector>

#include "core/config/config.hpp"
#include "core/config/problems.hpp"
#include "core/plan/find_plugin.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// A stage of the configuration and its plugin.
struct FoundStage {
  const StageConfig* stage = nullptr;
  FoundPlugin found;
};

/// Adds a problem for each need of a stage that no parser and no earlier transform, align or
/// summarize stage gives, and names what would give it. A stage with a condition counts as giving.
/// A stage whose plugin is unknown gives what the plugin probably meant gives; where nothing is
/// known of it, the stages behind it are not judged.
void check_needs(const std::vector<FoundStage>& stages, const Registry& registry,
                 Problems& problems);

}  // namespace weft
