// SPDX-License-Identifier: Apache-2.0
/// Where plugin libraries are looked for, in the order in which they shadow each other.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/config/config_inputs.hpp"

namespace weft {

/// Who named a directory.
enum class PluginOrigin { kCommandLine, kEnvironment, kBesideProgram, kSystem };

/// A directory that may hold plugin libraries.
struct PluginPlace {
  std::filesystem::path directory = {};  ///< absolute
  PluginOrigin origin = PluginOrigin::kSystem;

  bool operator==(const PluginPlace&) const = default;
};

/// The search order; earlier places shadow later ones. They need not exist.
struct PluginPath {
  std::vector<PluginPlace> places;
};

/// What the order depends on; tests replace it, the program does not.
struct PluginPathInputs {
  /// The program's own file; empty: what /proc/self/exe points at.
  std::filesystem::path program = {};
  Environment environment = {};  ///< for WEFT_PLUGIN_PATH; empty: the process's
};

/// --plugin-path, then WEFT_PLUGIN_PATH (both lists with colons), then beside the program
/// (../lib/weft, ../lib/<multiarch>/weft, ../lib64/weft: an install can be moved), then the
/// system's. `command_line` is the value of --plugin-path, or empty. Relative directories count
/// from the working directory; a directory named twice keeps its first place.
[[nodiscard]] PluginPath plugin_path(std::string_view command_line,
                                     const PluginPathInputs& inputs = {});

/// "--plugin-path", "WEFT_PLUGIN_PATH", "beside the program", "system".
[[nodiscard]] std::string_view to_string(PluginOrigin origin);

}  // namespace weft
