// SPDX-License-Identifier: Apache-2.0
/// Step 2 of the program: the plugin path becomes a Registry. No plugin is loaded into this
/// process.
#pragma once

#include <chrono>
#include <filesystem>

#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// What to do with the answers of earlier scans.
enum class CacheUse {
  kNormal,   ///< believe and add to them
  kRefresh,  ///< replace them: ask every library again
  kNone      ///< neither read nor write them (--no-plugin-cache)
};

/// How libraries are examined.
struct ScanOptions {
  /// Run as `program --scan-library FILE` for each unknown library; it must call
  /// scan_library_child. Empty: this program itself.
  std::filesystem::path program = {};
  /// A child that has not answered by then is killed.
  std::chrono::milliseconds deadline{5000};
  unsigned jobs = 0;  ///< children at once; 0: one a hardware thread
  CacheUse cache = CacheUse::kNormal;
  /// Where the cache file lives; empty: XDG_CACHE_HOME/weft or ~/.cache/weft.
  std::filesystem::path cache_dir = {};
};

/// Finds the *.so files of every place and learns what they hold, from the cache or from child
/// processes. A library that crashes, hangs or says nonsense is in broken(). Throws nothing of its
/// own; an unwritable cache is no fault. Call it from the main thread: children die with it.
[[nodiscard]] Registry scan_plugins(const PluginPath& path, const ScanOptions& options = {});

}  // namespace weft
