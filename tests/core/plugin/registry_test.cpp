// SPDX-License-Identifier: Apache-2.0
/// The registry by itself: order, shadowing, hints.
#include "core/plugin/registry.hpp"

#include <catch2/catch.hpp>

#include "weft/abi.h"

namespace weft {
namespace {

PluginInfo plugin(const std::string& id, std::uint32_t kind, const std::string& directory = "/a") {
  PluginInfo info;
  info.id = id;
  info.kind = kind;
  info.file.path = directory + "/" + id + ".so";
  info.file.place.directory = directory;
  return info;
}

Registry some_plugins() {
  Registry registry;
  registry.add(plugin("export_tmx", WEFT_EXPORTER));
  registry.add(plugin("parse_text", WEFT_PARSER));
  registry.add(plugin("export_text", WEFT_EXPORTER));
  registry.add(plugin("parse_html", WEFT_PARSER));
  return registry;
}

TEST_CASE("Plugins are listed by kind and then by id, whatever the order of adding") {
  std::vector<std::string> ids;
  const Registry registry = some_plugins();
  for (const PluginInfo& info : registry.all())
    ids.push_back(info.id);
  CHECK(ids == std::vector<std::string>{"parse_html", "parse_text", "export_text", "export_tmx"});
}

TEST_CASE("A plugin that is not there is not found") {
  CHECK(some_plugins().find("export_nothing") == nullptr);
}

TEST_CASE("Twice in a shadowed place is no problem, as neither is used") {
  Registry registry;
  registry.add(plugin("export_tmx", WEFT_EXPORTER, "/first"));
  registry.add(plugin("export_tmx", WEFT_EXPORTER, "/second"));
  registry.add(plugin("export_tmx", WEFT_EXPORTER, "/second"));
  CHECK(registry.problems().empty());
  CHECK(registry.shadowed().size() == 2);
}

TEST_CASE("A mistyped id, and a name without its kind, are set right") {
  const Registry registry = some_plugins();
  CHECK(registry.suggest_plugin("export_tmz") == "did you mean 'export_tmx'?");
  CHECK(registry.suggest_plugin("tmx") == "did you mean 'export_tmx'?");
  CHECK(registry.suggest_plugin("text") == "did you mean 'parse_text' or 'export_text'?");
  CHECK(registry.suggest_plugin("parse_pdf") == "known are parse_html, parse_text");
}

TEST_CASE("A suggestion is of the same kind where that has one") {
  CHECK(some_plugins().suggest_plugin("parse_tex") == "did you mean 'parse_text'?");
}

TEST_CASE("For a plugin whose library is broken the reason is the hint") {
  Registry registry = some_plugins();
  BrokenLibrary broken;
  broken.file.path = "/a/export_tmy.so";
  broken.reason = "undefined symbol: foo";
  registry.add_broken(broken);
  CHECK(registry.suggest_plugin("export_tmy") ==
        "/a/export_tmy.so is broken: undefined symbol: foo");
}

}  // namespace
}  // namespace weft
