// SPDX-License-Identifier: Apache-2.0
/// Boost.DLL loading, and the check that a library is still the one that was scanned.
#include "core/plugin/library.hpp"

#include <dlfcn.h>

#include <boost/dll/shared_library.hpp>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/plugin/file_stamp.hpp"
#include "core/plugin/load_words.hpp"
#include "core/plugin/read_description.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// Keeps a library open for good: nothing runs the vector's destructor, and a leak checker finds
/// the handles through it.
void keep(boost::dll::shared_library&& library) {
  static std::mutex mutex;
  static auto& kept = *new std::vector<boost::dll::shared_library>;
  const std::scoped_lock lock(mutex);
  kept.push_back(std::move(library));
}

struct Loaded {
  const weft_plugin* plugin = nullptr;
  std::vector<PluginInfo> described;
};

Loaded load(const PluginInfo& info) {
  const std::optional<FileStamp> stamp = file_stamp(info.file.path);
  if (!stamp) throw ScanError("the file is gone", Blame::kCircumstances);
  // The unknown runs in child processes only.
  if (stamp->size != info.file.size || stamp->modified != info.file.modified)
    throw ScanError("the file changed since it was scanned; start weft again",
                    Blame::kCircumstances);
  const Library library(info.file.path);
  Loaded loaded;
  loaded.plugin = library.enter();
  loaded.described = read_description(loaded.plugin);
  return loaded;
}

const Loaded& loaded_library(const PluginInfo& info) {
  static std::mutex mutex;
  static auto& libraries = *new std::map<fs::path, Loaded>;
  const std::scoped_lock lock(mutex);
  const auto found = libraries.find(info.file.path);
  if (found != libraries.end()) return found->second;
  return libraries.emplace(info.file.path, load(info)).first->second;
}

}  // namespace

Library::Library(const fs::path& file) {
  boost::dll::shared_library library;
  std::error_code failed;
  library.load(file, failed, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  if (failed) {
    // The error code says "bad file descriptor" whatever happened.
    const char* words = ::dlerror();
    throw loader_error(words != nullptr ? words : failed.message(), file);
  }
  if (!library.has(WEFT_ENTRY_SYMBOL))
    throw ScanError("exports no " WEFT_ENTRY_SYMBOL, Blame::kFile);
  entry_ = &library.get<const weft_plugin*(std::uint32_t)>(WEFT_ENTRY_SYMBOL);
  keep(std::move(library));
}

const weft_plugin* Library::enter() const {
  return entry_(WEFT_ABI_MAJOR);
}

const weft_plugin* load_plugin(const PluginInfo& info) {
  try {
    const Loaded& loaded = loaded_library(info);
    const auto same = [&](const PluginInfo& said) { return same_description(said, info); };
    if (std::ranges::any_of(loaded.described, same)) return loaded.plugin;
    throw ScanError("it describes itself otherwise than when it was scanned", Blame::kFile);
  } catch (const Error& error) {
    throw Error(WEFT_E_CONFIG, "cannot load plugin '" + info.id + "' from " +
                                   info.file.path.string() + ": " + error.what());
  }
}

}  // namespace weft
