// SPDX-License-Identifier: Apache-2.0
/// Loading a scanned plugin into this process.
#include "core/plugin/library.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <vector>

#include "plugin_places.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("A scanned plugin is loaded once, whichever thread asks") {
  const TemporaryDir dir;
  dir.add_library("sound");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  const PluginInfo& exporter = *registry.find("export_sound");
  std::vector<const weft_plugin*> loaded(4);
  {
    std::vector<std::jthread> threads;
    for (const weft_plugin*& slot : loaded)
      threads.emplace_back([&slot, &exporter] { slot = load_plugin(exporter); });
  }
  REQUIRE(loaded[0] != nullptr);
  CHECK(loaded[0]->n_infos == 2);
  CHECK(loaded == std::vector<const weft_plugin*>(4, loaded[0]));
  CHECK(load_plugin(*registry.find("parse_sound")) == loaded[0]);
}

TEST_CASE("A library that changed since the scan is not loaded") {
  const TemporaryDir dir;
  const auto file = dir.add_library("sound_cpp");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  dir.add_library("crash_on_load", "sound_cpp");
  try {
    (void)load_plugin(*registry.find("transform_sound_cpp"));
    FAIL("it was loaded");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_CONFIG);
    CHECK(error.what() == "cannot load plugin 'transform_sound_cpp' from " + file.string() +
                              ": the file changed since it was scanned; start weft again");
  }
  std::filesystem::remove(file);
  CHECK_THROWS_WITH(load_plugin(*registry.find("transform_sound_cpp")),
                    Contains("the file is gone"));
}

TEST_CASE("A library that says something else than it did when scanned is refused") {
  const TemporaryDir dir;
  dir.add_library("sound_cpp");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  PluginInfo other = *registry.find("transform_sound_cpp");
  other.version = "9.9.9";
  CHECK_THROWS_WITH(load_plugin(other), Contains("describes itself otherwise"));
}

TEST_CASE("A library that cannot be linked is refused in plain words") {
  const TemporaryDir dir;
  dir.add_library("undefined_symbol");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  PluginInfo made_up;
  made_up.id = "transform_made_up";
  made_up.file = registry.broken().at(0).file;
  CHECK_THROWS_WITH(load_plugin(made_up), Contains("undefined symbol: a_function_nobody_wrote"));
}

}  // namespace
}  // namespace weft
