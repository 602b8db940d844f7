// SPDX-License-Identifier: Apache-2.0
/// The commands that only tell: validate, plan, plugins, schema.
#include <cstdio>

#include "core/command/commands.hpp"
#include "core/command/pipeline_command.hpp"
#include "core/command/terminal.hpp"
#include "core/plan/graph.hpp"
#include "core/plan/schema.hpp"
#include "core/plugin/describe.hpp"
#include "weft/error.hpp"

namespace weft {

int validate_command(const CommandLine& line) {
  const CheckedPlan checked = plan_for(line);
  const std::size_t stages =
      checked.plan.parsers.size() + checked.plan.steps.size() + checked.plan.exporters.size();
  std::fprintf(stderr, "%s: no problems in %zu stages\n", line.pipeline.c_str(), stages);
  return 0;
}

int plan_command(const CommandLine& line) {
  const CheckedPlan checked = plan_for(line);
  if (line.graph.empty()) {
    print(plan_text(checked.plan));
  } else {
    print(
        plan_graph(checked.plan, line.graph == "dot" ? GraphFormat::kDot : GraphFormat::kMermaid));
  }
  return 0;
}

int plugins_command(const CommandLine& line) {
  const std::string what = line.arguments.empty() ? "list" : line.arguments.front();
  const bool color = use_color(line.color, stdout);
  if (what == "list" && line.arguments.size() <= 1) {
    const Registry registry = scan_for(line);
    print(line.json ? plugins_to_json(registry)
                    : describe_plugins(registry, plugin_path(line.plugin_path), color));
    return registry.problems().empty() ? 0 : 2;
  }
  if (what == "info" && line.arguments.size() == 2) {
    const Registry registry = scan_for(line);
    const std::string& id = line.arguments.back();
    const PluginInfo* info = registry.find(id);
    if (info == nullptr) {
      const std::string hint = registry.suggest_plugin(id);
      throw Error(WEFT_E_CONFIG,
                  "there is no plugin '" + id + "'" + (hint.empty() ? "" : "; " + hint));
    }
    print(line.json ? plugin_to_json(*info) : describe_plugin(*info, color));
    return 0;
  }
  throw Error(WEFT_E_CONFIG, "weft plugins takes 'list' or 'info ID'; see weft plugins --help");
}

int schema_command(const CommandLine& line) {
  print(relaxng_schema(scan_for(line)));
  return 0;
}

}  // namespace weft
