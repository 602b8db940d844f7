// SPDX-License-Identifier: Apache-2.0
/// weft review: a run with one stage more, which applies what people decided on a review page.
#include <algorithm>

#include "core/command/commands.hpp"
#include "core/command/pipeline_command.hpp"
#include "core/config/override_config.hpp"
#include "weft/error.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

const ParamInfo* decisions_param(const PluginInfo& plugin) {
  const auto found = std::ranges::find_if(plugin.params, [](const ParamInfo& param) {
    return param.required && param.type == WEFT_TYPE_INPUT;
  });
  return found == plugin.params.end() ? nullptr : &*found;
}

/// The transform that gives reviews and asks for a file: chosen by what it says, never by name.
const PluginInfo& reviewer(const Registry& registry) {
  for (const PluginInfo& plugin : registry.all()) {
    const bool gives = std::ranges::find(plugin.gives, WEFT_KEY_REVIEW) != plugin.gives.end();
    if (plugin.kind == WEFT_TRANSFORM && gives && decisions_param(plugin) != nullptr) return plugin;
  }
  throw Error(WEFT_E_CONFIG,
              "no installed plugin applies reviews (a transform that gives '" WEFT_KEY_REVIEW
              "' and takes a file); 'weft plugins' lists them");
}

/// Puts the stage behind all others but the exports, or uses the one that the pipeline has.
void add_decisions(Config& config, const PluginInfo& plugin, const std::string& decisions,
                   Problems& problems) {
  auto stage = std::ranges::find(config.stages, plugin.id, &StageConfig::plugin_id);
  if (stage == config.stages.end()) {
    StageConfig added;
    added.element = kind_word(plugin.kind);
    added.plugin = plugin.name();
    added.id = plugin.id;
    added.place = added.id_place = added.plugin_place = command_line_place();
    stage = config.stages.insert(stage, std::move(added));
  }
  apply_set(config, stage->id + "." + decisions_param(plugin)->name + "=" + decisions, problems);
}

}  // namespace

int review_command(const CommandLine& line) {
  const auto change = [&](Config& config, const Registry& registry, Problems& problems) {
    add_decisions(config, reviewer(registry), line.decisions, problems);
  };
  return run_checked(changed_plan_for(line, change), line);
}

}  // namespace weft
