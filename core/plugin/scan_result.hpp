// SPDX-License-Identifier: Apache-2.0
/// What one library turned out to hold, and its JSON form between child, parent and cache.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/plugin_info.hpp"

namespace weft {

/// How long a bad answer may be believed.
enum class Blame {
  kFile,           ///< as long as the file stays as it is: it exports no weft_entry
  kCircumstances,  ///< until something around it changes: a library it needs is missing; it hung
  kHost            ///< not at all: the child could not even be started
};

/// The plugins of a library, or why it cannot be used.
struct ScanResult {
  std::vector<PluginInfo> plugins = {};  ///< without `file`
  std::string reason = {};               ///< empty: the library is sound
  Blame blame = Blame::kFile;
};

/// What the cache keeps of a library.
struct CachedScan {
  std::uint64_t size = 0;
  std::int64_t modified = 0;       ///< nanoseconds since 1970
  std::string hash = {};           ///< XXH3-128 of the file, 32 hex digits
  std::string circumstances = {};  ///< with Blame::kCircumstances: see ScanCache
  std::int64_t scanned = 0;        ///< seconds since 1970
  ScanResult result = {};
};

using CachedScans = std::map<std::filesystem::path, CachedScan>;

/// One line of JSON without a newline in it. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_json(const ScanResult& result);
/// Nothing when the text is not what to_json writes.
[[nodiscard]] std::optional<ScanResult> scan_result_from_json(std::string_view text);

/// One plugin as an object on one line, without its file.
[[nodiscard]] std::string to_json(const PluginInfo& info);

/// The cache file. `version` names all that must agree before an entry is believed.
[[nodiscard]] std::string to_json(const CachedScans& scans, const std::string& version);
/// Empty when the text is no cache file of that version.
[[nodiscard]] CachedScans cached_scans_from_json(std::string_view text, const std::string& version);

}  // namespace weft
