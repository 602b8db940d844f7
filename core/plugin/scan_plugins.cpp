// SPDX-License-Identifier: Apache-2.0
/// Lists the places, asks the cache, scans what it does not know, and fills the registry in order.
#include "core/plugin/scan_plugins.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "core/plugin/file_stamp.hpp"
#include "core/plugin/scan_cache.hpp"
#include "core/plugin/scan_children.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// One file on the path and what is known of it.
struct Candidate {
  PluginFile file;
  ScanResult result;
  bool known = false;
};

void complain_of(const PluginPlace& place, const std::error_code& why, Registry& registry) {
  // Only what was asked for on the command line must be there.
  if (place.origin != PluginOrigin::kCommandLine) return;
  std::error_code ignored;
  const std::string what = !fs::exists(place.directory, ignored)         ? "does not exist"
                           : !fs::is_directory(place.directory, ignored) ? "is no directory"
                                                                         : why.message();
  registry.problems().add(command_line_place(),
                          "plugin directory '" + place.directory.string() + "' " + what,
                          "correct --plugin-path");
}

/// The *.so files of a place, by name, so that no file system's order matters.
std::vector<fs::path> library_files(const PluginPlace& place, Registry& registry) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator at(place.directory, failed), end; !failed && at != end;
       at.increment(failed)) {
    const fs::path& file = at->path();
    const bool hidden = file.filename().native().starts_with('.');
    if (!hidden && file.extension() == ".so") files.push_back(file);
  }
  if (failed) complain_of(place, failed, registry);
  std::ranges::sort(files);
  return files;
}

Candidate candidate(const fs::path& path, const PluginPlace& place,
                    const std::optional<FileStamp>& stamp) {
  Candidate made;
  made.file.path = path;
  made.file.place = place;
  if (stamp && stamp->regular) {
    made.file.size = stamp->size;
    made.file.modified = stamp->modified;
    return made;
  }
  made.known = true;
  std::error_code ignored;
  if (stamp) {
    made.result.reason = "is not a file";
  } else if (fs::is_symlink(path, ignored)) {
    made.result.reason = "is a link to a file that does not exist";
  } else {
    made.result.reason = "cannot be looked at";
  }
  return made;
}

std::vector<Candidate> find_candidates(const PluginPath& path, Registry& registry) {
  std::vector<Candidate> found;
  for (const PluginPlace& place : path.places) {
    std::set<std::pair<std::uint64_t, std::uint64_t>>
        seen;  // two names of one file are one library
    for (const fs::path& file : library_files(place, registry)) {
      const std::optional<FileStamp> stamp = file_stamp(file);
      if (stamp && !seen.emplace(stamp->device, stamp->inode).second) continue;
      found.push_back(candidate(file, place, stamp));
    }
  }
  return found;
}

/// Fills in what the cache knows; returns the rest.
std::vector<Candidate*> ask_cache(std::vector<Candidate>& candidates, ScanCache& cache) {
  std::vector<Candidate*> unknown;
  for (Candidate& candidate : candidates) {
    if (candidate.known) continue;
    if (const ScanResult* cached = cache.find(candidate.file)) {
      candidate.result = *cached;
    } else {
      unknown.push_back(&candidate);
    }
  }
  return unknown;
}

void ask_libraries(const std::vector<Candidate*>& unknown, ScanCache& cache,
                   const ScanOptions& options) {
  std::vector<fs::path> files;
  files.reserve(unknown.size());
  for (const Candidate* candidate : unknown)
    files.push_back(candidate->file.path);
  std::vector<ScanResult> results =
      scan_in_children(files, {options.program, options.deadline, options.jobs});
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    unknown[i]->result = std::move(results[i]);
    cache.put(unknown[i]->file, unknown[i]->result);
  }
}

ScanCache open_cache(const ScanOptions& options) {
  if (options.cache == CacheUse::kNone) return ScanCache({});
  fs::path file = scan_cache_file(options.cache_dir);
  return options.cache == CacheUse::kRefresh ? ScanCache::refreshed(std::move(file))
                                             : ScanCache(std::move(file));
}

}  // namespace

Registry scan_plugins(const PluginPath& path, const ScanOptions& options) {
  Registry registry;
  std::vector<Candidate> candidates = find_candidates(path, registry);
  ScanCache cache = open_cache(options);
  const std::vector<Candidate*> unknown = ask_cache(candidates, cache);
  ask_libraries(unknown, cache, options);
  cache.save();
  for (Candidate& candidate : candidates) {
    if (!candidate.result.reason.empty())
      registry.add_broken({candidate.file, std::move(candidate.result.reason)});
    for (PluginInfo& info : candidate.result.plugins) {
      info.file = candidate.file;
      registry.add(std::move(info));
    }
  }
  spdlog::debug("plugins: {} usable, {} shadowed, {} broken; {} libraries scanned, {} known",
                registry.all().size(), registry.shadowed().size(), registry.broken().size(),
                unknown.size(), candidates.size() - unknown.size());
  return registry;
}

}  // namespace weft
