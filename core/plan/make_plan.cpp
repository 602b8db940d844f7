// SPDX-License-Identifier: Apache-2.0
/// The checks of step 3, in the order in which their answers depend on each other.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/check_needs.hpp"
#include "core/plan/check_outputs.hpp"
#include "core/plan/find_plugin.hpp"
#include "core/plan/plan.hpp"
#include "core/plan/plan_corpus.hpp"
#include "core/plan/plan_hash.hpp"
#include "core/plan/plan_stage.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

/// load_config reports this too, but a Config may also come from elsewhere.
void check_ids(const Config& config, Problems& problems) {
  std::map<std::string, const StageConfig*> seen;
  for (const StageConfig& stage : config.stages) {
    const auto [other, is_new] = seen.try_emplace(stage.id, &stage);
    if (is_new) continue;
    problems.add(
        stage.id_place,
        "the id '" + stage.id + "' is that of the stage at " + to_string(other->second->place),
        "give one of them another id=\"...\"");
  }
}

void check_presence(const Config& config, Plan& plan, Problems& problems) {
  const auto has = [&](std::string_view element) {
    return std::ranges::find(config.stages, element, &StageConfig::element) != config.stages.end();
  };
  if (!has("parse"))
    problems.add(config.place, "there is no parser",
                 "add <parse plugin=\"NAME\"/>; 'weft plugins' lists the parsers");
  if (!has("export"))
    plan.notes.push_back({config.place, "there is no exporter: only the report is written",
                          R"(add <export plugin="NAME" to="FILE"/>)"});
}

void sort_in(PlannedStage stage, Plan& plan) {
  auto& list = stage.plugin->kind == WEFT_PARSER     ? plan.parsers
               : stage.plugin->kind == WEFT_EXPORTER ? plan.exporters
                                                     : plan.steps;
  list.push_back(std::move(stage));
}

}  // namespace

Plan make_plan(const Config& config, const Registry& registry, const PlanInputs& inputs,
               Problems& problems) {
  Plan plan;
  plan.name = config.name;
  plan.output_dir = inputs.output_dir;
  plan_corpus(config, inputs, plan, problems);
  check_ids(config, problems);
  // What seems to be missing may be in the file that could not be read.
  if (config.whole) check_presence(config, plan, problems);

  NamedFiles files;
  std::vector<FoundStage> found;
  for (const StageConfig& stage : config.stages) {
    found.push_back({&stage, find_plugin(stage, registry, problems)});
    const PluginInfo* plugin = found.back().found.plugin;
    if (plugin == nullptr) continue;
    sort_in(plan_stage(stage, *plugin, config.name, inputs, files, problems), plan);
  }
  if (config.whole) check_needs(found, registry, problems);
  check_outputs(files, config, plan, problems);
  // Values of a faulty plan are incomplete, and nobody asks for the hash of one.
  if (problems.empty()) plan.hash = plan_hash(plan, problems);
  return plan;
}

}  // namespace weft
