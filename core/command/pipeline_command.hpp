// SPDX-License-Identifier: Apache-2.0
/// What run, validate and plan share: the first three steps of the program.
#pragma once

#include <functional>
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

/// What a command changes in the pipeline that it loaded, before --set.
using ConfigChange = std::function<void(Config&, const Registry&, Problems&)>;

/// load_config, scan_plugins, make_plan. Throws ConfigError with every problem of all three.
CheckedPlan plan_for(const CommandLine& line);
CheckedPlan changed_plan_for(const CommandLine& line, const ConfigChange& change);
/// The last two steps: runs the plan as the command line says. The exit code.
int run_checked(const CheckedPlan& checked, const CommandLine& line);

/// Makes the Config of a command that does not simply load one.
using ConfigMaker = std::function<Config(const Registry&, Problems&)>;

/// The same with a Config from `config`; --set and CORPUS arguments apply, notes are not logged.
CheckedPlan plan_for(const CommandLine& line, const ConfigMaker& config);

}  // namespace weft
