// SPDX-License-Identifier: Apache-2.0
/// Descriptions that do not hold together, one fault at a time.
#include "core/plugin/read_description.hpp"

#include <catch2/catch.hpp>

#include <array>

#include "weft/error.hpp"

namespace weft {
namespace {

using Catch::Matchers::EndsWith;

weft_status WEFT_CALL no_create(const weft_host*, weft_ctx*, const char*, const weft_value*,
                                std::size_t, weft_stage**) {
  return WEFT_E_UNSUPPORTED;
}

/// A sound description of a summarizer with one parameter, for tests to spoil.
struct Described {
  weft_param param{sizeof(weft_param),
                   WEFT_TYPE_INTEGER,
                   0,
                   0,
                   "depth",
                   "How deep.",
                   nullptr,
                   "3",
                   "1",
                   "9",
                   nullptr};
  std::array<const weft_param*, 3> params{&param, nullptr, nullptr};
  std::array<const char*, 3> choices{};
  std::array<const char*, 3> names{};
  weft_info info{sizeof(weft_info), WEFT_SUMMARIZER, WEFT_PER_WORKER, 0,      0,
                 "summarize_test",  "1.0.0",         "Tests.",        "MIT",  params.data(),
                 nullptr,           nullptr,         nullptr,         nullptr};
  std::array<const weft_info*, 2> infos{&info, nullptr};
  weft_plugin plugin{sizeof(weft_plugin), WEFT_ABI_MAJOR, WEFT_ABI_MINOR, 1,
                     infos.data(),        no_create};

  Described() = default;
  Described(const Described&) = delete;
  Described& operator=(const Described&) = delete;
  ~Described() = default;

  [[nodiscard]] std::string told() const {
    try {
      return read_description(&plugin).empty() ? "nothing" : "sound";
    } catch (const Error& error) {
      return error.what();
    }
  }
  /// What is said after "bad description: summarize_test: ".
  [[nodiscard]] std::string fault() const {
    const std::string words = told();
    const std::string usual = "bad description: summarize_test: ";
    return words.starts_with(usual) ? words.substr(usual.size()) : words;
  }
};

TEST_CASE("A sound description is read") {
  const Described made;
  const std::vector<PluginInfo> infos = read_description(&made.plugin);
  REQUIRE(infos.size() == 1);
  CHECK(infos[0].id == "summarize_test");
  CHECK(infos[0].params.at(0).max == "9");
}

TEST_CASE("The frame of a library is checked before its contents") {
  Described made;
  SECTION("nothing") {
    CHECK_THROWS_WITH(read_description(nullptr), "weft_entry returned nothing");
  }
  SECTION("another ABI, whatever else") {
    made.plugin.abi_major = 7;
    made.plugin.infos = nullptr;
    CHECK(made.told() == "built for ABI 7, this host speaks 1");
  }
  SECTION("too small") {
    made.plugin.size = 8;
    CHECK(made.told() == "bad description: weft_plugin.size is 8, less than 32");
  }
  SECTION("larger than this host knows") {
    made.plugin.size = 4096;
    CHECK(made.told() == "sound");
  }
  SECTION("no plugins, no create") {
    made.plugin.n_infos = 0;
    made.plugin.create = nullptr;
    CHECK(made.told() == "bad description: it holds no plugin; create is missing");
  }
}

TEST_CASE("The id says the kind") {
  Described made;
  for (const char* id : {"export_test", "summarize_", "summarize_Test", "summarizetest"}) {
    made.info.id = id;
    CHECK_THAT(made.told(), EndsWith("as its kind summarizer asks"));
  }
  made.info.id = nullptr;
  CHECK(made.told() == "bad description: a plugin: id is missing");
  made.info.id = "summarize_test";
  made.info.kind = 99;
  CHECK(made.fault() == "kind 99 is unknown to this host");
}

TEST_CASE("Each text must be there, in UTF-8, on one line and not endless") {
  Described made;
  SECTION("missing") {
    made.info.doc = nullptr;
    CHECK(made.fault() == "doc is missing");
  }
  SECTION("empty") {
    made.info.doc = "";
    CHECK(made.fault() == "doc is empty");
  }
  SECTION("not UTF-8") {
    made.info.doc = "caf\xE9";
    CHECK(made.fault() == "doc is not valid UTF-8");
  }
  SECTION("an escape for the terminal") {
    made.info.doc = "\x1b[2J";
    CHECK(made.fault() == "doc has a line break or another control character");
  }
  SECTION("endless") {
    const std::string endless(5000, 'x');
    made.info.doc = endless.c_str();
    CHECK(made.fault() == "doc is longer than 4096 bytes");
  }
  SECTION("a blank in the version") {
    made.info.version = "1 beta";
    CHECK(made.fault() == "version is empty or has a blank");
  }
}

TEST_CASE("Names, media types and languages have their forms") {
  Described made;
  SECTION("needs") {
    made.names[0] = "two words";
    made.info.needs = made.names.data();
    CHECK(made.fault() == "needs or gives has an empty name or one with a blank");
  }
  SECTION("media type") {
    made.names[0] = "html";
    made.info.media_types = made.names.data();
    CHECK(made.fault() == "'html' is no media type");
  }
  SECTION("language") {
    made.names[0] = "zh_CN";
    made.info.languages = made.names.data();
    CHECK(made.fault() == "'zh_CN' is no BCP 47 language tag");
  }
  SECTION("threading and flags") {
    made.info.threading = 9;
    made.info.flags = WEFT_MANY;
    CHECK(made.fault() ==
          "threading 9 is unknown to this host; summarize_test: the flag WEFT_MANY is for parsers "
          "only");
  }
  SECTION("an unknown flag of a later minor version is let pass") {
    made.info.flags = 1U << 20U;
    CHECK(made.told() == "sound");
  }
}

TEST_CASE("A list without end is noticed") {
  Described made;
  const std::vector<const char*> endless(1025, "paragraph");
  made.info.gives = endless.data();
  CHECK(made.fault() == "gives has more than 1024 items; does the list end with NULL?");
}

TEST_CASE("A parameter's name is spelled and unique, and not the host's") {
  Described made;
  made.param.name = "Depth";
  CHECK(made.fault() == "parameter 'Depth': a name has lower-case letters, digits and '-' only");
  made.param.name = "when";
  CHECK(made.fault() == "parameter 'when': the host uses this name itself");
  made.param.name = "depth";
  made.params[1] = &made.param;
  CHECK(made.fault() == "parameter 'depth': it is declared twice");
}

TEST_CASE("An exporter may declare its output path, as an output and nothing else") {
  Described made;
  made.info.kind = WEFT_EXPORTER;
  made.info.id = "export_test";
  made.param.name = "to";
  CHECK(made.told() ==
        "bad description: export_test: parameter 'to': is the host's own: declare it as an output "
        "path");
  made.param.type = WEFT_TYPE_OUTPUT;
  made.param.min = made.param.max = made.param.def = nullptr;
  made.param.flags = WEFT_REQUIRED;
  CHECK(made.told() == "sound");
}

TEST_CASE("A parameter's default, bounds and choices hold together") {
  Described made;
  SECTION("default no number") {
    made.param.def = "deep";
    CHECK(made.fault() == "parameter 'depth': bad default: 'deep' is not a whole number");
  }
  SECTION("default out of range") {
    made.param.def = "10";
    CHECK(made.fault() == "parameter 'depth': bad default: '10' is above 9, the most allowed");
  }
  SECTION("bound no number") {
    made.param.min = "one";
    CHECK(made.fault() == "parameter 'depth': bad bound: 'one' is not a whole number");
  }
  SECTION("bounds crossed") {
    made.param.min = "10";
    CHECK(made.fault() == "parameter 'depth': min 10 is above max 9");
  }
  SECTION("bounds of a string") {
    made.param.type = WEFT_TYPE_STRING;
    CHECK(made.fault() ==
          "parameter 'depth': min and max are for the types integer, real, size and duration only");
  }
  SECTION("required with default") {
    made.param.flags = WEFT_REQUIRED;
    CHECK(made.fault() == "parameter 'depth': it is required and has a default");
  }
  SECTION("unknown type") {
    made.param.type = 77;
    CHECK(made.fault() == "parameter 'depth': type 77 is unknown to this host");
  }
  SECTION("choices of a number") {
    made.choices[0] = "3";
    made.param.choices = made.choices.data();
    CHECK(made.fault() == "parameter 'depth': choices are for the types choice and list only");
  }
}

TEST_CASE("A choice has choices, each once, and its default is among them") {
  Described made;
  made.param.type = WEFT_TYPE_CHOICE;
  made.param.min = made.param.max = made.param.def = nullptr;
  CHECK(made.fault() == "parameter 'depth': choices are empty");
  made.choices = {"a", "a", nullptr};
  made.param.choices = made.choices.data();
  CHECK(made.fault() == "parameter 'depth': choice 'a' is there twice");
  made.choices[1] = "b";
  CHECK(made.told() == "sound");
  made.param.def = "c";
  CHECK(made.fault() == "parameter 'depth': bad default: 'c' is none of the choices");
}

TEST_CASE("Many faults are counted, not all told") {
  Described made;
  made.info.kind = 99;
  made.info.doc = made.info.license = made.info.version = "";
  made.info.threading = 9;
  made.param.def = "x";
  made.param.doc = "";
  CHECK_THAT(made.told(), EndsWith("; and 2 more faults"));
}

}  // namespace
}  // namespace weft
