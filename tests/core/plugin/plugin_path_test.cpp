// SPDX-License-Identifier: Apache-2.0
/// The order of the places.
#include "core/plugin/plugin_path.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace weft {
namespace {

namespace fs = std::filesystem;

PluginPathInputs inputs(const std::string& variable = {}) {
  PluginPathInputs made;
  made.program = "/opt/weft/bin/weft";
  made.environment = [variable](const std::string& name) {
    return name == "WEFT_PLUGIN_PATH" ? std::optional(variable) : std::nullopt;
  };
  return made;
}

std::vector<fs::path> of_origin(const PluginPath& path, PluginOrigin origin) {
  std::vector<fs::path> found;
  for (const PluginPlace& place : path.places)
    if (place.origin == origin) found.push_back(place.directory);
  return found;
}

TEST_CASE("The places come from the command line, the environment, the program and the system") {
  const PluginPath path = plugin_path("/c:/d", inputs("/e"));
  CHECK(std::ranges::is_sorted(path.places, {}, &PluginPlace::origin));
  CHECK(of_origin(path, PluginOrigin::kCommandLine) == std::vector<fs::path>{"/c", "/d"});
  CHECK(of_origin(path, PluginOrigin::kEnvironment) == std::vector<fs::path>{"/e"});
  const auto beside = of_origin(path, PluginOrigin::kBesideProgram);
  CHECK(beside.at(0) == "/opt/weft/lib/weft");
  const auto system = of_origin(path, PluginOrigin::kSystem);
  CHECK(std::ranges::find(system, fs::path("/usr/local/lib/weft")) != system.end());
  CHECK(std::ranges::find(system, fs::path("/usr/lib/weft")) != system.end());
}

TEST_CASE("A directory named twice keeps its first place") {
  const PluginPath path = plugin_path("/c:/opt/weft/lib/weft/:/c/../c", inputs("/c"));
  CHECK(of_origin(path, PluginOrigin::kCommandLine) ==
        std::vector<fs::path>{"/c", "/opt/weft/lib/weft"});
  CHECK(of_origin(path, PluginOrigin::kEnvironment).empty());
}

TEST_CASE("Empty parts of a list are left out and relative ones are made absolute") {
  const PluginPath path = plugin_path(":mine:", inputs());
  CHECK(of_origin(path, PluginOrigin::kCommandLine) ==
        std::vector<fs::path>{fs::current_path() / "mine"});
}

TEST_CASE("Without a program's name the running program's own place is used") {
  PluginPathInputs own = inputs();
  own.program.clear();
  const fs::path self = fs::read_symlink("/proc/self/exe").parent_path().parent_path();
  const auto beside = of_origin(plugin_path("", own), PluginOrigin::kBesideProgram);
  CHECK(std::ranges::find(beside, self / "lib/weft") != beside.end());
}

}  // namespace
}  // namespace weft
