// SPDX-License-Identifier: Apache-2.0
/// Directories for the tests of core/plugin: temporary ones, filled with test libraries.
#pragma once

#include <unistd.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/plugin/scan_plugins.hpp"

namespace weft {

inline std::filesystem::path testlib_dir() {
  return std::filesystem::path(WEFT_BINARY_DIR) / "tests" / "plugin_testlibs";
}

/// A directory that lives as long as the object.
class TemporaryDir {
 public:
  TemporaryDir() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("weft_plugin_test." + std::to_string(::getpid()) + "." + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  TemporaryDir(const TemporaryDir&) = delete;
  TemporaryDir& operator=(const TemporaryDir&) = delete;
  ~TemporaryDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Copies a test library in, under its own or another name.
  std::filesystem::path add_library(const std::string& name, const std::string& as = {}) const {
    const std::filesystem::path to = path_ / ((as.empty() ? name : as) + ".so");
    std::filesystem::copy_file(testlib_dir() / (name + ".so"), to,
                               std::filesystem::copy_options::overwrite_existing);
    return to;
  }

  std::filesystem::path add_file(const std::string& name, const std::string& text) const {
    std::filesystem::path to = path_ / name;
    std::ofstream(to, std::ios::binary) << text;
    return to;
  }

 private:
  std::filesystem::path path_;
};

inline PluginPath path_of(std::initializer_list<std::filesystem::path> directories) {
  PluginPath path;
  for (const auto& directory : directories)
    path.places.push_back({directory, PluginOrigin::kCommandLine});
  return path;
}

/// Options that use the tests' own child program and no cache.
inline ScanOptions uncached() {
  ScanOptions options;
  options.program = testlib_dir() / "scan_child";
  options.cache = CacheUse::kNone;
  options.deadline = std::chrono::seconds(60);  // sanitizers on a busy machine are slow
  return options;
}

/// Options whose program cannot be started: whatever they find came from the cache.
inline ScanOptions cache_only(const std::filesystem::path& cache_dir) {
  ScanOptions options;
  options.program = "/nonexistent/program";
  options.cache_dir = cache_dir;
  return options;
}

}  // namespace weft
