// SPDX-License-Identifier: Apache-2.0
/// From what a stage calls its plugin to the plugin, or to a complaint that helps.
#pragma once

#include "core/config/config.hpp"
#include "core/config/problems.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// What is known of a stage's plugin. Both pointers are owned by the registry.
struct FoundPlugin {
  const PluginInfo* plugin = nullptr;  ///< nullptr: there is none of that name
  const PluginInfo* meant = nullptr;   ///< then the one that was probably meant, or nullptr
};

/// The plugin of a stage. Where there is none, adds a problem: what was probably meant, why its
/// library is broken, or which plugins of that kind there are.
[[nodiscard]] FoundPlugin find_plugin(const StageConfig& stage, const Registry& registry,
                                      Problems& problems);

}  // namespace weft
