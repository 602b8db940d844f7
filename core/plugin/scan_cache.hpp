// SPDX-License-Identifier: Apache-2.0
/// What earlier scans found, in one file: a warm start opens no library.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/plugin/scan_result.hpp"

namespace weft {

/// The scans of a cache file. A library is known by path, size and time of change, or, when only
/// the time differs, by the hash of its bytes. A library that failed for reasons outside its file
/// (Blame::kCircumstances) is known for ten minutes and only while the loader's paths, the system's
/// library list and the library's directory stay as they are. Main thread.
class ScanCache {
 public:
  /// Reads the file; a missing, unreadable or foreign one is an empty cache. An empty path: no
  /// file.
  explicit ScanCache(std::filesystem::path file);
  /// A cache that believes nothing it reads but keeps it for other directories' libraries.
  static ScanCache refreshed(std::filesystem::path file);

  /// The result of an earlier scan of this very file, or nullptr. Valid until put.
  [[nodiscard]] const ScanResult* find(const PluginFile& file);

  /// Remembers a result, unless it is to blame on the host.
  void put(const PluginFile& file, const ScanResult& result);

  /// Writes the file if anything changed: under another name, then renamed. Libraries that are gone
  /// are left out. Failing to write is no error.
  void save();

 private:
  [[nodiscard]] bool current(const PluginFile& file, CachedScan& scan);
  [[nodiscard]] const std::string& circumstances(const std::filesystem::path& directory);

  std::filesystem::path file_;
  CachedScans scans_;
  std::map<std::filesystem::path, std::string> circumstances_;  // by directory
  bool changed_ = false;
  bool believed_ = true;
};

/// plugins-<abi>.json below `directory`, or below XDG_CACHE_HOME/weft or HOME/.cache/weft when it
/// is empty; an empty path when there is no such place.
[[nodiscard]] std::filesystem::path scan_cache_file(const std::filesystem::path& directory);

}  // namespace weft
