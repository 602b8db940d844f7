// SPDX-License-Identifier: Apache-2.0
/// Reading, judging and writing the scan cache.
#include "core/plugin/scan_cache.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "core/plugin/file_stamp.hpp"
#include "core/version.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

namespace fs = std::filesystem;

// Raise it when check_description judges otherwise, or the file's form changes.
constexpr int kRules = 2;
constexpr std::int64_t kDoubtfulSeconds = 600;

std::string cache_version() {
  return std::string("weft ") + kVersion + ", abi " + std::to_string(WEFT_ABI_MAJOR) + "." +
         std::to_string(WEFT_ABI_MINOR) + ", rules " + std::to_string(kRules);
}

std::int64_t now() {
  using std::chrono::system_clock;
  return system_clock::to_time_t(system_clock::now());
}

std::string stamp_text(const fs::path& file) {
  const auto stamp = file_stamp(file);
  return stamp ? std::to_string(stamp->size) + "@" + std::to_string(stamp->modified) : "none";
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return in ? std::move(text).str() : std::string();
}

void replace_file(const fs::path& file, const std::string& text) {
  std::error_code failed;
  fs::create_directories(file.parent_path(), failed);
  const fs::path fresh = file.string() + "." + std::to_string(::getpid());
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) fs::rename(fresh, file, failed);
  if (!out || failed) fs::remove(fresh, failed);
}

}  // namespace

ScanCache::ScanCache(fs::path file) : file_(std::move(file)) {
  if (!file_.empty()) scans_ = cached_scans_from_json(read_text(file_), cache_version());
}

ScanCache ScanCache::refreshed(fs::path file) {
  ScanCache cache(std::move(file));
  cache.believed_ = false;
  return cache;
}

const std::string& ScanCache::circumstances(const fs::path& directory) {
  const auto [at, is_new] = circumstances_.try_emplace(directory);
  if (is_new) {
    at->second = variable("LD_LIBRARY_PATH") + "|" + variable("LD_PRELOAD") + "|" +
                 stamp_text("/etc/ld.so.cache") + "|" + stamp_text(directory);
  }
  return at->second;
}

bool ScanCache::current(const PluginFile& file, CachedScan& scan) {
  if (scan.size != file.size) return false;
  if (!scan.result.reason.empty() && scan.result.blame == Blame::kCircumstances) {
    const std::int64_t age = now() - scan.scanned;
    if (age < 0 || age > kDoubtfulSeconds) return false;
    if (scan.circumstances != circumstances(file.place.directory)) return false;
  }
  if (scan.modified == file.modified) return true;
  if (scan.hash.empty() || file_hash(file.path) != scan.hash) return false;
  scan.modified = file.modified;
  changed_ = true;
  return true;
}

const ScanResult* ScanCache::find(const PluginFile& file) {
  if (!believed_) return nullptr;
  const auto found = scans_.find(file.path);
  if (found == scans_.end() || !current(file, found->second)) return nullptr;
  return &found->second.result;
}

void ScanCache::put(const PluginFile& file, const ScanResult& result) {
  if (!result.reason.empty() && result.blame == Blame::kHost) return;
  CachedScan scan{.size = file.size, .modified = file.modified, .scanned = now()};
  if (!file_.empty()) scan.hash = file_hash(file.path);
  if (result.blame == Blame::kCircumstances)
    scan.circumstances = circumstances(file.place.directory);
  scan.result = result;
  scans_.insert_or_assign(file.path, std::move(scan));
  changed_ = true;
}

void ScanCache::save() {
  if (!changed_ || file_.empty()) return;
  std::erase_if(scans_, [](const auto& scan) { return !file_stamp(scan.first); });
  replace_file(file_, to_json(scans_, cache_version()));
  changed_ = false;
}

fs::path scan_cache_file(const fs::path& directory) {
  const std::string name = "plugins-" + std::to_string(WEFT_ABI_MAJOR) + ".json";
  if (!directory.empty()) return directory / name;
  // The XDG base directory specification: a relative one is to be ignored.
  const fs::path cache = variable("XDG_CACHE_HOME");
  if (cache.is_absolute()) return cache / "weft" / name;
  const fs::path home = variable("HOME");
  return home.is_absolute() ? home / ".cache" / "weft" / name : fs::path();
}

}  // namespace weft
