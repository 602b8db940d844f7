// SPDX-License-Identifier: Apache-2.0
/// What `weft plugins` prints.
#include "core/plugin/describe.hpp"

#include <catch2/catch.hpp>

#include "weft/abi.h"

namespace weft {
namespace {

using Catch::Matchers::Contains;

PluginInfo exporter() {
  PluginInfo info;
  info.id = "export_note";
  info.kind = WEFT_EXPORTER;
  info.version = "1.2.0";
  info.doc = "Writes a note.";
  info.license = "MIT";
  info.threading = WEFT_SERIAL;
  info.flags = WEFT_USES_NETWORK;
  info.needs = {"sentence", "summary"};
  info.media_types = {"text/plain"};
  info.file.path = "/p/export_note.so";
  info.file.place = {"/p", PluginOrigin::kEnvironment};
  info.params = {{.name = "width",
                  .type = WEFT_TYPE_INTEGER,
                  .doc = "Longest line.",
                  .unit = "columns",
                  .def = "80",
                  .min = "20",
                  .max = "100"},
                 {.name = "style",
                  .type = WEFT_TYPE_CHOICE,
                  .doc = "How it looks.",
                  .unit = "",
                  .choices = {"plain", "rich"},
                  .required = true}};
  return info;
}

PluginInfo parser() {
  PluginInfo info;
  info.id = "parse_note";
  info.kind = WEFT_PARSER;
  info.version = "1.0";
  info.doc = "Reads notes.";
  info.license = "MIT";
  info.file.path = "/q/parse_note.so";
  info.file.place = {"/q", PluginOrigin::kSystem};
  return info;
}

Registry registry() {
  Registry made;
  made.add(exporter());
  made.add(parser());
  PluginInfo later = parser();
  later.file.path = "/r/parse_note.so";
  later.file.place.directory = "/r";
  made.add(later);
  BrokenLibrary broken;
  broken.file.path = "/q/bad.so";
  broken.reason = "crashed while loading (SIGSEGV)";
  made.add_broken(broken);
  return made;
}

TEST_CASE("The list has usable plugins by kind, then shadowed and broken ones") {
  CHECK(describe_plugins(registry(), {}, false) ==
        "Parsers\n"
        "  parse_note   1.0    Reads notes.  [/q]\n"
        "\n"
        "Exporters\n"
        "  export_note  1.2.0  Writes a note.  [/p]\n"
        "\n"
        "Shadowed\n"
        "  parse_note 1.0  /r/parse_note.so\n"
        "      by /q/parse_note.so\n"
        "\n"
        "Broken\n"
        "  /q/bad.so\n"
        "      crashed while loading (SIGSEGV)\n");
}

TEST_CASE("Colour adds escapes and nothing else") {
  std::string text = describe_plugins(registry(), {}, true);
  CHECK_THAT(text, Contains("\x1b[31mcrashed while loading (SIGSEGV)\x1b[0m"));
  for (std::size_t at = 0; (at = text.find('\x1b')) != std::string::npos;)
    text.erase(at, text.find('m', at) - at + 1);
  CHECK(text == describe_plugins(registry(), {}, false));
}

TEST_CASE("Where there are no plugins the places are listed") {
  PluginPath path;
  path.places = {{"/a", PluginOrigin::kCommandLine}, {"/b", PluginOrigin::kSystem}};
  CHECK(describe_plugins({}, path, false) ==
        "No plugins found. Looked in:\n  /a  [--plugin-path]\n  /b  [system]\n");
}

TEST_CASE("Problems of the path are at the end of the list") {
  Registry made;
  made.add(parser());
  made.problems().add(command_line_place(), "plugin directory '/x' does not exist", "mend it");
  CHECK_THAT(describe_plugins(made, {}, false),
             Contains("Problems\n  command line: plugin directory '/x' does not exist; mend it\n"));
}

TEST_CASE("A plugin's page has its facts, its parameters and an element to copy") {
  CHECK(describe_plugin(exporter(), false) ==
        "export_note 1.2.0\n"
        "  Writes a note.\n"
        "\n"
        "  kind       exporter\n"
        "  needs      sentence, summary\n"
        "  gives      nothing\n"
        "  writes     text/plain\n"
        "  languages  any\n"
        "  threading  one instance, one document at a time, in corpus order\n"
        "  flags      network\n"
        "  license    MIT\n"
        "  file       /p/export_note.so\n"
        "\n"
        "Parameters\n"
        "  name   type     default   allowed       unit\n"
        "  width  integer  80        20 .. 100     columns\n"
        "      Longest line.\n"
        "  style  choice   required  plain | rich\n"
        "      How it looks.\n"
        "\n"
        "Example\n"
        "  <export plugin=\"note\" style=\"...\" to=\"...\"/>\n");
  CHECK_THAT(describe_plugin(parser(), false), Contains("\nNo parameters\n"));
  PluginInfo with_path = exporter();
  with_path.params = {{.name = "to",
                       .type = WEFT_TYPE_OUTPUT,
                       .doc = "The file to write.",
                       .unit = "",
                       .required = true}};
  CHECK_THAT(describe_plugin(with_path, false), Contains("<export plugin=\"note\" to=\"...\"/>"));
}

TEST_CASE("The JSON of a plugin has words for numbers and only what is there") {
  const std::string json = plugin_to_json(exporter());
  CHECK_THAT(json, Contains("\"kind\": \"export\""));
  CHECK_THAT(json, Contains("\"type\": \"integer\""));
  CHECK_THAT(json, Contains("\"default\": \"80\""));
  CHECK_THAT(json, Contains("\"place\": \"WEFT_PLUGIN_PATH\""));
  CHECK_THAT(json, Contains("\"threading\": \"serial\""));
  CHECK_THAT(json, !Contains("shadowed_by"));
}

TEST_CASE("The JSON of the registry has all four lists") {
  const std::string json = plugins_to_json(registry());
  for (const char* part :
       {"\"plugins\": [", "\"shadowed\": [", "\"broken\": [", "\"problems\": []",
        "\"shadowed_by\": \"/q/parse_note.so\"", "\"reason\": \"crashed while loading (SIGSEGV)\""})
    CHECK_THAT(json, Contains(part));
}

}  // namespace
}  // namespace weft
