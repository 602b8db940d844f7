// SPDX-License-Identifier: Apache-2.0
/// Choosing stages by capability.
#include "core/show/default_pipeline.hpp"

#include <algorithm>

#include "weft/abi.h"

namespace weft {
namespace {

bool works_as_it_is(const PluginInfo& plugin) {
  return std::ranges::none_of(plugin.params, &ParamInfo::required);
}

bool can_give(const PluginInfo& plugin, const std::string& name) {
  constexpr std::uint32_t kUnfit = WEFT_CORPUS_SCOPE | WEFT_USES_NETWORK | WEFT_NONDETERMINISTIC;
  return plugin.kind == WEFT_TRANSFORM && (plugin.flags & kUnfit) == 0 && works_as_it_is(plugin) &&
         std::ranges::find(plugin.gives, name) != plugin.gives.end();
}

const PluginInfo* giver_of(const Registry& registry, const std::string& name) {
  const PluginInfo* best = nullptr;
  for (const PluginInfo& plugin : registry.all()) {
    if (!can_give(plugin, name)) continue;
    if (best == nullptr || plugin.needs.size() < best->needs.size()) best = &plugin;
  }
  return best;
}

void add(const PluginInfo& plugin, Config& config) {
  StageConfig stage;
  stage.element = kind_word(plugin.kind);
  stage.plugin = plugin.name();
  stage.id = plugin.id;
  stage.place = config.place;
  config.stages.push_back(std::move(stage));
}

}  // namespace

Config default_pipeline(const Registry& registry, const std::vector<std::string>& wanted) {
  Config config;
  config.name = "show";
  config.place.file = "weft show";
  for (const PluginInfo& plugin : registry.all())
    if (plugin.kind == WEFT_PARSER && works_as_it_is(plugin)) add(plugin, config);
  for (const std::string& name : wanted) {
    const PluginInfo* giver = giver_of(registry, name);
    const auto is_there = [&](const StageConfig& stage) { return stage.id == giver->id; };
    if (giver != nullptr && std::ranges::none_of(config.stages, is_there)) add(*giver, config);
  }
  return config;
}

}  // namespace weft
