// SPDX-License-Identifier: Apache-2.0
/// What `weft plugins list` and `weft plugins info ID` print.
#pragma once

#include <string>

#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// Usable plugins by kind, then shadowed ones and broken libraries with the reason, then problems.
/// `path` is shown when nothing was found. color: with ANSI escapes. Ends with a newline.
[[nodiscard]] std::string describe_plugins(const Registry& registry, const PluginPath& path,
                                           bool color);

/// Everything a plugin says of itself, its parameters as a table, and an element to start from.
[[nodiscard]] std::string describe_plugin(const PluginInfo& info, bool color);

/// The same as JSON: {"plugins": [...], "shadowed": [...], "broken": [{"file", "reason"}],
/// "problems": [...]}; a plugin as in plugin_to_json. Ends with a newline.
[[nodiscard]] std::string plugins_to_json(const Registry& registry);

/// {"id", "kind", "version", "doc", "license", "threading", "flags", "cache_epoch", "params",
/// "needs", "gives", "media_types", "languages", "file", "place", "shadowed_by"}. Ends with a
/// newline.
[[nodiscard]] std::string plugin_to_json(const PluginInfo& info);

/// The values a parameter takes: "1 .. 100", "a | b"; empty when its type says it all.
[[nodiscard]] std::string allowed_values(const ParamInfo& param);

}  // namespace weft
