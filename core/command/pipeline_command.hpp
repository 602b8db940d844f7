// SPDX-License-Identifier: Apache-2.0
/// What run, validate and plan share: the first three steps of the program.
#pragma once

#include <memory>

#include "core/command/command_line.hpp"
#include "core/plan/plan.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// The plugins that this command line can see.
Registry scan_for(const CommandLine& line);

/// A checked plan and the registry that it points into.
struct CheckedPlan {
  std::unique_ptr<Registry> registry;
  Plan plan;
};

/// load_config, scan_plugins, make_plan. Throws ConfigError with every problem of all three.
CheckedPlan plan_for(const CommandLine& line);

}  // namespace weft
