// SPDX-License-Identifier: Apache-2.0
/// From a library's own weft_plugin to checked PluginInfos.
#pragma once

#include <string>
#include <vector>

#include "core/plugin/plugin_info.hpp"
#include "weft/abi.h"

namespace weft {

/// Copies and checks what weft_entry returned. Throws ScanError with every fault found: "built for
/// ABI 2, this host speaks 1", "bad description: export_x: parameter 'n': default '0' is below 1".
/// Follows the plugin's pointers, so call it first in a process that may die. Strings longer than
/// 4096 bytes and lists longer than 1024 items are faults, so that a missing end is found.
[[nodiscard]] std::vector<PluginInfo> read_description(const weft_plugin* plugin);

/// Adds to `faults` what is wrong with a plugin's description; each begins with the plugin's id.
void check_description(const PluginInfo& info, std::vector<std::string>& faults);

}  // namespace weft
