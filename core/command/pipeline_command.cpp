// SPDX-License-Identifier: Apache-2.0
/// The first three steps.
#include "core/command/pipeline_command.hpp"

#include "core/config/load_config.hpp"
#include "core/config/override_config.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/scan_plugins.hpp"
#include "core/report/log.hpp"

namespace weft {

Registry scan_for(const CommandLine& line) {
  ScanOptions options;
  if (line.rescan) options.cache = CacheUse::kRefresh;
  if (line.no_plugin_cache) options.cache = CacheUse::kNone;
  return scan_plugins(plugin_path(line.plugin_path), options);
}

CheckedPlan plan_for(const CommandLine& line, const ConfigMaker& config_maker) {
  Problems problems;
  CheckedPlan checked;
  checked.registry = std::make_unique<Registry>(scan_for(line));
  Config config = config_maker(*checked.registry, problems);
  for (const std::string& argument : line.set)
    apply_set(config, argument, problems);
  for (const Problem& problem : checked.registry->problems().sorted()) {
    problems.add(problem.place, problem.message, problem.hint);
  }
  PlanInputs inputs;
  inputs.corpus.assign(line.corpus.begin(), line.corpus.end());
  inputs.output_dir = line.out;
  checked.plan = make_plan(config, *checked.registry, inputs, problems);
  problems.throw_if_any();
  return checked;
}

CheckedPlan plan_for(const CommandLine& line) {
  return changed_plan_for(line, [](Config&, const Registry&, Problems&) {});
}

CheckedPlan changed_plan_for(const CommandLine& line, const ConfigChange& change) {
  CheckedPlan checked = plan_for(line, [&](const Registry& registry, Problems& problems) {
    Config config = load_config(line.pipeline, problems);
    for (const std::string& argument : line.exports)
      apply_export(config, argument, problems);
    change(config, registry, problems);
    return config;
  });
  for (const Problem& note : checked.plan.notes)
    log_message(WEFT_LOG_WARNING, to_string(note));
  return checked;
}

}  // namespace weft
