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

/// The parameter for a file that must be given, or that may be.
const ParamInfo* file_param(const PluginInfo& plugin, bool required) {
  const auto found = std::ranges::find_if(plugin.params, [&](const ParamInfo& param) {
    return param.required == required && param.type == WEFT_TYPE_INPUT;
  });
  return found == plugin.params.end() ? nullptr : &*found;
}

/// The transform that gives reviews and asks for a file: chosen by what it says, never by name.
const PluginInfo& reviewer(const Registry& registry) {
  for (const PluginInfo& plugin : registry.all()) {
    const bool gives = std::ranges::find(plugin.gives, WEFT_KEY_REVIEW) != plugin.gives.end();
    if (plugin.kind == WEFT_TRANSFORM && gives && file_param(plugin, true) != nullptr)
      return plugin;
  }
  throw Error(WEFT_E_CONFIG,
              "no installed plugin applies reviews (a transform that gives '" WEFT_KEY_REVIEW
              "' and takes a file); 'weft plugins' lists them");
}

bool has_option(const StageConfig& stage, const std::string& name) {
  return std::ranges::find(stage.options, name, &Option::name) != stage.options.end();
}

/// A further stage, behind all others but the exports.
std::string add_stage(Config& config, const PluginInfo& plugin) {
  StageConfig added;
  added.element = kind_word(plugin.kind);
  added.plugin = plugin.name();
  added.id = free_id(config, plugin.id);
  added.place = added.id_place = added.plugin_place = command_line_place();
  config.stages.push_back(added);
  return added.id;
}

/// The pipeline's own decisions come first: these are later ones of its last stage of the kind,
/// where that has none yet, else of a stage behind it.
void add_decisions(Config& config, const PluginInfo& plugin, const std::string& decisions,
                   Problems& problems) {
  const ParamInfo* first = file_param(plugin, true);
  const ParamInfo* later = file_param(plugin, false);
  const auto last =
      std::find_if(config.stages.rbegin(), config.stages.rend(),
                   [&](const StageConfig& stage) { return stage.plugin_id() == plugin.id; });
  std::string option;
  if (last != config.stages.rend() && !has_option(*last, first->name)) {
    option = last->id + "." + first->name;
  } else if (last != config.stages.rend() && later != nullptr && !has_option(*last, later->name)) {
    option = last->id + "." + later->name;
  } else {
    option = add_stage(config, plugin) + "." + first->name;
  }
  apply_set(config, option + "=" + decisions, problems);
}

}  // namespace

int review_command(const CommandLine& line) {
  const auto change = [&](Config& config, const Registry& registry, Problems& problems) {
    add_decisions(config, reviewer(registry), line.decisions, problems);
  };
  return run_checked(changed_plan_for(line, change), line);
}

}  // namespace weft
