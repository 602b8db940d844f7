// SPDX-License-Identifier: Apache-2.0
/// --set and --export.
#include "core/config/override_config.hpp"

#include <catch2/catch.hpp>

#include "tests/core/config/loading.hpp"

using namespace weft;
using namespace weft::test;
using Words = std::vector<std::string>;

namespace {

const char* const kText =
    "<pipeline><parse plugin='a' x='1' y='${NONE}'/><align plugin='b' id='v1.2'/>"
    "<export plugin='tmx' to='t'/><export plugin='text' to='u'/></pipeline>";

Loaded sample() {
  Loaded loaded;
  loaded.config = load_config_text(kText, "p.xml", loaded.problems, inputs_from({}));
  loaded.problems = {};
  return loaded;
}

Loaded after_set(std::string_view argument) {
  Loaded loaded = sample();
  apply_set(loaded.config, argument, loaded.problems);
  return loaded;
}

}  // namespace

TEST_CASE("--set replaces an option's value and place") {
  const Loaded loaded = after_set("parse_a.x=2=3");
  CHECK(loaded.complaints().empty());
  const Option& option = loaded.stage("parse_a").options.at(0);
  CHECK(option.value == "2=3");
  CHECK(to_string(option.value_place) == "command line");
  CHECK(option.base_dir.empty());
  CHECK(loaded.stage("parse_a").options.size() == 2);
  CHECK_FALSE(after_set("parse_a.y=").stage("parse_a").options.at(1).reported);
}

TEST_CASE("--set adds an option that the file does not write, without substitution") {
  const Loaded loaded = after_set("v1.2.words=${DATA}.tsv");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.stage("v1.2").options.at(0).name == "words");
  CHECK(loaded.stage("v1.2").options.at(0).value == "${DATA}.tsv");
}

TEST_CASE("--set changes when, but neither plugin nor id") {
  CHECK(after_set("parse_a.when=lang=en").stage("parse_a").when == "lang=en");
  CHECK(after_set("parse_a.plugin=c").complaints() ==
        Words{"command line: --set cannot change the plugin of 'parse_a'; use a file that "
              "includes this one"});
}

TEST_CASE("--set of an unknown stage suggests one") {
  CHECK(after_set("prase_a.x=2").complaints() ==
        Words{"command line: --set prase_a.x: there is no stage 'prase_a'; did you mean "
              "'parse_a'?"});
  CHECK(after_set("elsewhere.x=secret").complaints() ==
        Words{"command line: --set elsewhere.x: there is no stage 'elsewhere'; known are parse_a, "
              "v1.2, export_tmx, export_text"});
}

TEST_CASE("--set that is not ID.OPTION=VALUE is refused") {
  for (const char* argument : {"", "x", "parse_a.x", "x=1", ".x=1", "parse_a.=1"}) {
    const Words words = after_set(argument).complaints();
    REQUIRE(words.size() == 1);
    CHECK(
        words[0].ends_with("is not ID.OPTION=VALUE; for example --set summarize_rank.sentences=3"));
  }
  CHECK(after_set("parse_a.x=\xFF").complaints() ==
        Words{"command line: --set with bytes that are not plain UTF-8 text"});
}

TEST_CASE("the first --export replaces all exports, the next ones add to it") {
  Loaded loaded = sample();
  apply_export(loaded.config, "jsonl=a=b.jsonl", loaded.problems);
  CHECK(loaded.stages() == "parse_a, v1.2=align_b, export_jsonl");
  CHECK(loaded.stage("export_jsonl").options.at(0).name == "to");
  CHECK(loaded.stage("export_jsonl").options.at(0).value == "a=b.jsonl");
  apply_export(loaded.config, "jsonl=c.jsonl", loaded.problems);
  apply_export(loaded.config, "tmx=d.tmx", loaded.problems);
  CHECK(loaded.stages() ==
        "parse_a, v1.2=align_b, export_jsonl, export_jsonl_2=export_jsonl, export_tmx");
  apply_set(loaded.config, "export_tmx.source=en", loaded.problems);
  CHECK(loaded.stage("export_tmx").options.size() == 2);
  CHECK(loaded.complaints().empty());
}

TEST_CASE("--export that is not NAME=PATH is refused and changes nothing") {
  for (const char* argument : {"tmx", "tmx=", "=a", "a b=c"}) {
    Loaded loaded = sample();
    apply_export(loaded.config, argument, loaded.problems);
    CHECK(loaded.complaints() == Words{"command line: --export " + std::string(argument) +
                                       " is not NAME=PATH; for example --export tmx=out/news.tmx"});
    CHECK(loaded.config.stages.size() == 4);
  }
}
