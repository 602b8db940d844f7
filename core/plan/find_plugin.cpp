// SPDX-License-Identifier: Apache-2.0
/// Suggestions for plugins that are not there, in the words of the pipeline file.
#include "core/plan/find_plugin.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/config/suggest.hpp"

namespace weft {
namespace {

/// `name` of the plugin as the file would write it.
std::string opening_tag_of(const PluginInfo& info) {
  return "<" + std::string(kind_word(info.kind)) + " plugin=\"" + std::string(info.name()) + "\">";
}

std::vector<std::string> names_of_kind(const Registry& registry, const std::string& element) {
  std::vector<std::string> names;
  for (const PluginInfo& info : registry.all())
    if (kind_word(info.kind) == element) names.emplace_back(info.name());
  return names;
}

std::string list(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
    text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kShown) text += ", ...";
  return text;
}

/// A plugin of another kind with that name, exactly or nearly.
const PluginInfo* of_other_kind(const StageConfig& stage, const Registry& registry) {
  std::vector<std::string> names;
  for (const PluginInfo& info : registry.all())
    names.emplace_back(info.name());
  const auto near = closest(stage.plugin, names);
  if (!near) return nullptr;
  const auto found = std::ranges::find(names, *near);
  return &registry.all()[static_cast<std::size_t>(found - names.begin())];
}

bool report_broken(const StageConfig& stage, const Registry& registry, Problems& problems) {
  const auto holds = [&](const BrokenLibrary& library) {
    return library.file.path.stem().string() == stage.plugin_id();
  };
  const auto broken = std::ranges::find_if(registry.broken(), holds);
  if (broken == registry.broken().end()) return false;
  problems.add(
      stage.plugin_place,
      "plugin '" + stage.plugin + "' of <" + stage.element + "> is broken: " + broken->reason,
      "mend or replace " + broken->file.path.string());
  return true;
}

}  // namespace

FoundPlugin find_plugin(const StageConfig& stage, const Registry& registry, Problems& problems) {
  if (const PluginInfo* plugin = registry.find(stage.plugin_id())) return {plugin, nullptr};
  if (report_broken(stage, registry, problems)) return {};
  const std::vector<std::string> names = names_of_kind(registry, stage.element);
  const auto near = closest(stage.plugin, names);
  const PluginInfo* other = near ? nullptr : of_other_kind(stage, registry);
  std::string hint =
      "no " + stage.element + " plugin is installed; --plugin-path names more places";
  if (near)
    hint = "did you mean '" + *near + "'?";
  else if (other != nullptr)
    hint = "did you mean " + opening_tag_of(*other) + "?";
  else if (!names.empty())
    hint = "installed " + stage.element + " plugins are " + list(names);
  problems.add(stage.plugin_place,
               "unknown plugin '" + stage.plugin + "' of <" + stage.element + ">", hint);
  return {nullptr, near ? registry.find(stage.element + "_" + *near) : other};
}

}  // namespace weft
