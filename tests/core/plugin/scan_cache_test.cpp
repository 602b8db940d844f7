// SPDX-License-Identifier: Apache-2.0
/// What is remembered of a scan, and when it is believed.
#include "core/plugin/scan_cache.hpp"

#include <catch2/catch.hpp>

#include <chrono>

#include "core/plugin/file_stamp.hpp"
#include "plugin_places.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

ScanOptions cached(const fs::path& cache_dir) {
  ScanOptions options = uncached();
  options.cache = CacheUse::kNormal;
  options.cache_dir = cache_dir;
  return options;
}

void make_older(const fs::path& file) {
  fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(5));
}

PluginFile plugin_file(const fs::path& file) {
  const FileStamp stamp = file_stamp(file).value();
  return {file, {file.parent_path(), PluginOrigin::kSystem}, stamp.size, stamp.modified};
}

TEST_CASE("A second scan starts no child and finds the same") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  for (const char* name : {"sound", "sound_cpp", "crash_on_load", "no_entry", "undefined_symbol"})
    dir.add_library(name);
  const Registry first = scan_plugins(path_of({dir.path()}), cached(cache.path()));
  const Registry second = scan_plugins(path_of({dir.path()}), cache_only(cache.path()));
  CHECK(first.all().size() == 3);
  CHECK(second.all() == first.all());
  REQUIRE(second.broken().size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(second.broken()[i].reason == first.broken()[i].reason);
}

TEST_CASE("A changed library is scanned again") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  dir.add_library("sound", "plugin");
  CHECK(scan_plugins(path_of({dir.path()}), cached(cache.path())).find("export_sound") != nullptr);
  dir.add_library("sound_cpp", "plugin");
  const Registry registry = scan_plugins(path_of({dir.path()}), cached(cache.path()));
  CHECK(registry.find("export_sound") == nullptr);
  CHECK(registry.find("transform_sound_cpp") != nullptr);
}

TEST_CASE("A library with another time and the same bytes is known by its hash") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  const fs::path file = dir.add_library("sound");
  (void)scan_plugins(path_of({dir.path()}), cached(cache.path()));
  make_older(file);
  CHECK(scan_plugins(path_of({dir.path()}), cache_only(cache.path())).all().size() == 2);
}

TEST_CASE("Another file of the same size is not known") {
  const TemporaryDir dir;
  ScanCache cache(dir.path() / "cache.json");
  const fs::path file = dir.add_file("a.so", "twelve bytes");
  cache.put(plugin_file(file), {{}, "exports no weft_entry", Blame::kFile});
  CHECK(cache.find(plugin_file(file)) != nullptr);
  dir.add_file("a.so", "other twelve");
  make_older(file);
  CHECK(cache.find(plugin_file(file)) == nullptr);
}

TEST_CASE("A fault of the circumstances is forgotten when something in the directory changes") {
  const TemporaryDir dir;
  const TemporaryDir cache_dir;
  const fs::path file = dir.add_file("a.so", "twelve bytes");
  {
    ScanCache cache(cache_dir.path() / "cache.json");
    cache.put(plugin_file(file), {{}, "needs libb.so", Blame::kCircumstances});
    cache.save();
  }
  const auto known = [&] {
    ScanCache cache(cache_dir.path() / "cache.json");
    return cache.find(plugin_file(file)) != nullptr;
  };
  CHECK(known());
  make_older(dir.path());
  CHECK_FALSE(known());
}

TEST_CASE("A refreshed cache believes nothing and is written anew") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  dir.add_library("sound");
  (void)scan_plugins(path_of({dir.path()}), cached(cache.path()));
  ScanOptions refresh = cache_only(cache.path());
  refresh.cache = CacheUse::kRefresh;
  CHECK(scan_plugins(path_of({dir.path()}), refresh).broken().size() == 1);
  CHECK(scan_plugins(path_of({dir.path()}), cache_only(cache.path())).all().size() == 2);
}

TEST_CASE("Without the cache nothing is written") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  dir.add_library("sound");
  ScanOptions options = uncached();
  options.cache_dir = cache.path();
  CHECK(scan_plugins(path_of({dir.path()}), options).all().size() == 2);
  CHECK(fs::is_empty(cache.path()));
}

TEST_CASE("A damaged cache, and one of another version, are replaced") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  dir.add_library("sound");
  for (const char* text : {"", "{", "[1, 2]", "{\"version\": 5}", "{\"version\": \"old\"}"}) {
    cache.add_file("plugins-1.json", text);
    CHECK(scan_plugins(path_of({dir.path()}), cached(cache.path())).all().size() == 2);
    CHECK(scan_plugins(path_of({dir.path()}), cache_only(cache.path())).all().size() == 2);
  }
}

TEST_CASE("A cache that cannot be written is no fault") {
  const TemporaryDir dir;
  dir.add_library("sound");
  const fs::path no_directory = dir.add_file("a_file", "");
  const Registry registry = scan_plugins(path_of({dir.path()}), cached(no_directory));
  CHECK(registry.all().size() == 2);
  CHECK(registry.problems().empty());
}

TEST_CASE("The cache keeps libraries of other directories and drops those that are gone") {
  const TemporaryDir here;
  const TemporaryDir there;
  const TemporaryDir cache;
  here.add_library("sound");
  const fs::path gone = there.add_library("sound_cpp");
  (void)scan_plugins(path_of({there.path()}), cached(cache.path()));
  (void)scan_plugins(path_of({here.path()}), cached(cache.path()));
  CHECK(scan_plugins(path_of({there.path()}), cache_only(cache.path())).all().size() == 1);
  const PluginFile file = plugin_file(gone);
  fs::remove(gone);
  here.add_library("sound_cpp");
  (void)scan_plugins(path_of({here.path()}), cached(cache.path()));
  CHECK(ScanCache(cache.path() / "plugins-1.json").find(file) == nullptr);
}

}  // namespace
}  // namespace weft
