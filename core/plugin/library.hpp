// SPDX-License-Identifier: Apache-2.0
/// A plugin library in this process: opened once, never closed.
#pragma once

#include <filesystem>

#include "core/plugin/plugin_info.hpp"
#include "weft/abi.h"

namespace weft {

/// An opened library that exports weft_entry. It stays in the process until the end, because
/// threads, static destructors and interned strings of a plugin may outlive any moment at which it
/// could be closed.
class Library {
 public:
  /// Opens a file with all symbols resolved and none of them visible to other libraries. Runs the
  /// library's static constructors. Throws ScanError.
  explicit Library(const std::filesystem::path& file);

  /// Calls weft_entry. What comes back is unchecked and may be nullptr; see read_description.
  [[nodiscard]] const weft_plugin* enter() const;

 private:
  weft_entry_fn entry_ = nullptr;
};

/// Loads the library of a scanned plugin into this process and checks that it still describes the
/// plugin as it was scanned. The same pointer for every plugin and every call of one library;
/// static. Any thread. Throws Error{WEFT_E_CONFIG}, naming the plugin, the file and the cure.
[[nodiscard]] const weft_plugin* load_plugin(const PluginInfo& info);

}  // namespace weft
