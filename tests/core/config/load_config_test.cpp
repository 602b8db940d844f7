// SPDX-License-Identifier: Apache-2.0
/// The grammar of pipeline files: what comes out, and every complaint about elements.
#include "core/config/load_config.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/core/config/loading.hpp"

using namespace weft;
using namespace weft::test;
using Words = std::vector<std::string>;

TEST_CASE("a pipeline file becomes its stages, options and corpus in file order") {
  const Loaded loaded = load(R"(<pipeline name="news">
  <corpus root="in" include="**/*.html  **/*.txt" exclude="old/*"/>
  <parse plugin="html" main-content="true"/>
  <align plugin="lexicon" id="words" when="lang=zh" lexicon='a "b".tsv'/>
  <export plugin="tmx" to="out/a&amp;b.tmx"></export>
</pipeline>)");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.config.name == "news");
  CHECK(to_string(loaded.config.place) == "p.xml:1:1");
  CHECK(loaded.stages() == "parse_html, words=align_lexicon, export_tmx");
  REQUIRE(loaded.config.corpus);
  CHECK(loaded.config.corpus->root == "in");
  CHECK(loaded.config.corpus->include == Words{"**/*.html", "**/*.txt"});
  CHECK(loaded.config.corpus->exclude == Words{"old/*"});
  CHECK_FALSE(loaded.stage("parse_html").when);
  CHECK(loaded.stage("words").when == "lang=zh");
  CHECK(loaded.stage("words").options.at(0).value == "a \"b\".tsv");
  CHECK(loaded.stage("export_tmx").options.at(0).value == "out/a&b.tmx");
}

TEST_CASE("every part of a stage knows its line and its column in code points") {
  const Loaded loaded = load(
      "\xEF\xBB\xBF<pipeline name=\"\xE7\xBA\xB8\">\r\n"
      "<parse plugin='a'/><parse plugin='\xE7\xBA\xB8' />\n</pipeline>");
  CHECK(loaded.complaints() ==
        Words{"p.xml:2:35: '\xE7\xBA\xB8' cannot be the plugin of <parse>; use letters, digits, "
              "'_', '-', '.' and ':'"});
  const Loaded places = load(
      "<pipeline name=\"\xF0\x9F\x98\x80\"><align\r  plugin = 'x'\r\n\tid='i' when='w'\n"
      "long-option =\n  'v'/></pipeline>");
  const StageConfig& stage = places.stage("i");
  CHECK(to_string(stage.place) == "p.xml:1:20");
  CHECK(to_string(stage.plugin_place) == "p.xml:2:13");
  CHECK(to_string(stage.id_place) == "p.xml:3:6");
  CHECK(to_string(stage.when_place) == "p.xml:3:15");
  CHECK(to_string(stage.options.at(0).name_place) == "p.xml:4:1");
  CHECK(to_string(stage.options.at(0).value_place) == "p.xml:5:4");
}

TEST_CASE("a pipeline without a name takes that of its file") {
  CHECK(load("<pipeline/>").config.name == "p");
  CHECK(load({{"dir/base.v2.xml", "<pipeline/>"}}, "dir/base.v2.xml").config.name == "base.v2");
}

TEST_CASE("relative inputs count from the directory of the file") {
  const Files files = {
      {"conf/p.xml", "<pipeline><corpus/><parse plugin='a' list='b.txt'/></pipeline>"}};
  const Loaded loaded = load(files, "conf/p.xml");
  CHECK(loaded.config.corpus->base_dir == "conf");
  CHECK(loaded.config.corpus->root == ".");
  CHECK(loaded.stage("parse_a").options.at(0).base_dir == "conf");
}

TEST_CASE("all mistakes are reported at once, in file order, with a suggestion each") {
  const Loaded loaded = load(R"(<pipeline nam="x">
  <Parse plugin="a"/>
  <parse plugn="html"/>
  <parse/>
  <parse plugin="parse_a"/>
  <transform plugin="b"/>
  <corpus rot="x" include=" "/>
  <include/><include href="" src="q"/>
</pipeline>)");
  CHECK(
      loaded.complaints() ==
      Words{"p.xml:1:11: unknown attribute 'nam' of <pipeline>; did you mean 'name'?",
            "p.xml:2:3: unknown element <Parse>; did you mean 'parse'?",
            "p.xml:3:10: <parse> has no 'plugin' but 'plugn'; did you mean 'plugin'?",
            "p.xml:4:3: <parse> has no 'plugin'; write <parse plugin=\"NAME\" .../>",
            "p.xml:5:18: the element already says 'parse' of plugin 'parse_a'; write plugin=\"a\"",
            "p.xml:7:11: unknown attribute 'rot' of <corpus>; did you mean 'root'?",
            "p.xml:7:28: 'include' of <corpus> is empty; leave it out or give it a value",
            "p.xml:8:3: <include> has no 'href'; write <include href=\"FILE\"/>",
            "p.xml:8:28: 'href' of <include> is empty; name a file",
            "p.xml:8:30: unknown attribute 'src' of <include>; known are href"});
  CHECK(loaded.stages() == "parse_a, transform_b");
}

TEST_CASE("an unknown element that resembles none is answered with those that exist") {
  const std::string known = "corpus, include, parse, transform, align, summarize, export";
  CHECK(complaint("<pipeline><stage/></pipeline>") ==
        "p.xml:1:11: unknown element <stage>; known are " + known);
}

TEST_CASE("a mistyped element is read as what was meant") {
  CHECK(complaint("<pipeline><prase plugin='a' id=' '/></pipeline>") ==
        "p.xml:1:11: unknown element <prase>; did you mean 'parse'?\n"
        "p.xml:1:33: ' ' cannot be the id of <parse>; use letters, digits, '_', '-', '.' and ':'");
  CHECK(load("<pipeline><corpse root='x'/></pipeline>").config.corpus->root == "x");
}

TEST_CASE("a configuration of which a file could not be read says so") {
  CHECK(load("<pipeline/>").config.whole);
  CHECK(load("<pipeline><unknown/></pipeline>").config.whole);
  CHECK_FALSE(load("<pipeline>").config.whole);
  CHECK_FALSE(load("<flow/>").config.whole);
  CHECK_FALSE(load("<pipeline><include/></pipeline>").config.whole);
  CHECK_FALSE(load(Files{}, "gone.xml").config.whole);
  const Files files = {{"p.xml", "<pipeline><include href='gone.xml'/></pipeline>"}};
  CHECK_FALSE(load(files, "p.xml").config.whole);
}

TEST_CASE("a plugin that occurs twice needs an id, and ids are unique") {
  CHECK(complaint("<pipeline>\n<parse plugin='a'/>\n<parse plugin='a'/></pipeline>") ==
        "p.xml:3:1: the id 'parse_a' is that of the stage at p.xml:2:1; give one of them another "
        "id=\"...\"");
  CHECK(
      complaint("<pipeline>\n<parse plugin='a' id='x'/>\n<align plugin='b' id='x'/></pipeline>") ==
      "p.xml:3:23: the id 'x' is that of the stage at p.xml:2:1; give one of them another "
      "id=\"...\"");
  CHECK(load("<pipeline><parse plugin='a'/><parse plugin='a' id='b'/></pipeline>").stages() ==
        "parse_a, b=parse_a");
}

TEST_CASE("an id or plugin of other characters than an identifier's is refused") {
  CHECK(complaint("<pipeline><parse plugin='a' id='b c'/></pipeline>") ==
        "p.xml:1:33: 'b c' cannot be the id of <parse>; use letters, digits, '_', '-', '.' and "
        "':'");
  CHECK(complaint("<pipeline><parse plugin=''/></pipeline>") ==
        "p.xml:1:26: '' cannot be the plugin of <parse>; use letters, digits, '_', '-', '.' and "
        "':'");
}

TEST_CASE("a second corpus is refused and the first kept") {
  const Loaded loaded = load("<pipeline><corpus root='a'/>\n<corpus root='b'/></pipeline>");
  CHECK(loaded.complaints() == Words{"p.xml:2:1: a second <corpus>; the first is at p.xml:1:11"});
  CHECK(loaded.config.corpus->root == "a");
}

TEST_CASE("another root element is refused without reading on") {
  CHECK(complaint("<Pipelin><x/></Pipelin>") ==
        "p.xml:1:1: the root element is <Pipelin>, not <pipeline>; did you mean <pipeline>?");
  CHECK(complaint("<html><body/></html>") ==
        "p.xml:1:1: the root element is <html>, not <pipeline>");
}

TEST_CASE("an editor's schema attributes and processing instructions are left alone") {
  CHECK(complaints("<?xml version='1.0' encoding='utf-8'?><?xml-model href='g.rng'?><!-- c -->\n"
                   "<pipeline xmlns:xsi='u' xsi:noNamespaceSchemaLocation='g.xsd'/>")
            .empty());
}

TEST_CASE("a file of more stages than anyone writes is refused once the limit is passed") {
  std::string text = "<pipeline>\n";
  for (int i = 0; i < 1000; ++i)
    text += "<align plugin='a' id='i" + std::to_string(i) + "'/>\n";
  CHECK(complaints(text + "</pipeline>").empty());
  CHECK(complaint(text + "<parse plugin='b'/></pipeline>") ==
        "p.xml:1002:1: more than 1000 stages");
}
