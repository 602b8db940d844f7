// SPDX-License-Identifier: Apache-2.0
/// Files that include files: what the upper one changes, and includes that go wrong.
#include "core/config/overlay.hpp"

#include <catch2/catch.hpp>

#include "tests/core/config/loading.hpp"

using namespace weft;
using namespace weft::test;
using Words = std::vector<std::string>;

namespace {

std::string pipeline(const std::string& inside) {
  return "<pipeline>" + inside + "</pipeline>";
}

const char* const kBase = R"(<pipeline name="base"><corpus root="a"/>
<parse plugin="html"/>
<transform plugin="segment" x="1" y="2"/>
<align plugin="length"/>
<export plugin="tmx" to="a.tmx"/><export plugin="text" to="a.txt"/></pipeline>)";

/// `inside` laid over kBase.
Loaded over_base(const std::string& inside) {
  return load({{"base.xml", kBase}, {"top.xml", pipeline("<include href='base.xml'/>" + inside)}},
              "top.xml");
}

}  // namespace

TEST_CASE("an include alone gives the included pipeline, its name with it") {
  const Loaded loaded = over_base("");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.config.name == "base");
  CHECK(loaded.config.corpus->root == "a");
  CHECK(to_string(loaded.config.place) == "top.xml:1:1");
  CHECK(loaded.stages() == "parse_html, transform_segment, align_length, export_tmx, export_text");
}

TEST_CASE("any export above replaces all exports below") {
  CHECK(over_base("<export plugin='jsonl' to='a'/>").stages() ==
        "parse_html, transform_segment, align_length, export_jsonl");
}

TEST_CASE("a stage above replaces the one of its id where it stands, with all its options") {
  const Loaded loaded = over_base("<transform plugin='segment' z='3'/>");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.stages() == "parse_html, transform_segment, align_length, export_tmx, export_text");
  REQUIRE(loaded.stage("transform_segment").options.size() == 1);
  CHECK(loaded.stage("transform_segment").options[0].name == "z");
  CHECK(loaded.stage("transform_segment").place.file == "top.xml");
}

TEST_CASE("an id lets another plugin of the same kind take a place, but none of another kind") {
  CHECK(over_base("<align plugin='lexicon' id='align_length'/>").stages() ==
        "parse_html, transform_segment, align_length=align_lexicon, export_tmx, export_text");
  CHECK(over_base("\n<parse plugin='x' id='align_length'/>").complaints() ==
        Words{"top.xml:2:23: <parse> has the id 'align_length' of the <align> at base.xml:4:1; "
              "only a stage of the same kind can override it; choose another id"});
}

TEST_CASE("new stages go behind their kind and keep the order of their file") {
  CHECK(over_base("<transform plugin='a'/><parse plugin='text'/>").stages() ==
        "parse_html, transform_segment, transform_a, parse_text, align_length, export_tmx, "
        "export_text");
  CHECK(
      over_base("<parse plugin='text'/><transform plugin='a'/><summarize plugin='b'/>").stages() ==
      "parse_html, parse_text, transform_segment, transform_a, align_length, summarize_b, "
      "export_tmx, export_text");
  CHECK(over_base("<align plugin='a'/><transform plugin='b'/>").stages() ==
        "parse_html, transform_segment, align_length, align_a, transform_b, export_tmx, "
        "export_text");
}

TEST_CASE("a file without includes keeps its order whatever it is") {
  CHECK(load(pipeline("<export plugin='a'/><align plugin='b'/><parse plugin='c'/>")).stages() ==
        "export_a, align_b, parse_c");
}

TEST_CASE("name and corpus above replace those below") {
  const Files files = {{"base.xml", kBase},
                       {"top.xml",
                        "<pipeline name='top'><corpus include='*.txt'/><include href='base.xml'/>"
                        "</pipeline>"}};
  const Loaded loaded = load(files, "top.xml");
  CHECK(loaded.config.name == "top");
  CHECK(loaded.config.corpus->root == ".");
  CHECK(loaded.config.corpus->include == Words{"*.txt"});
}

TEST_CASE("of several includes the later lies over the earlier") {
  const Files files = {
      {"base.xml", kBase},
      {"exports.xml", pipeline("<export plugin='jsonl'/>")},
      {"top.xml", pipeline("<include href='base.xml'/><include href='exports.xml'/>")}};
  CHECK(load(files, "top.xml").stages() ==
        "parse_html, transform_segment, align_length, export_jsonl");
}

TEST_CASE("href counts from the including file, and so do the included file's inputs") {
  const Files files = {{"conf/top.xml", pipeline("<include href='../shared/base.xml'/>")},
                       {"shared/base.xml", pipeline("<include href='more.xml'/>")},
                       {"shared/more.xml", pipeline("<align plugin='a' words='w.tsv'/>")}};
  const Loaded loaded = load(files, "conf/top.xml");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.stage("align_a").options.at(0).base_dir == "shared");
}

TEST_CASE("an included file that cannot be read is reported at its href") {
  CHECK(load({{"top.xml", pipeline("\n<include href='gone.xml'/>")}}, "top.xml").complaints() ==
        Words{"top.xml:2:16: cannot include 'gone.xml': it does not exist"});
}

TEST_CASE("a complaint inside an included file comes behind those of the file asked for") {
  const Files files = {{"a.xml", pipeline("<parse/>")},
                       {"top.xml", pipeline("<include href='a.xml'/><align/>")}};
  CHECK(load(files, "top.xml").complaints() ==
        Words{"top.xml:1:34: <align> has no 'plugin'; write <align plugin=\"NAME\" .../>",
              "a.xml:1:11: <parse> has no 'plugin'; write <parse plugin=\"NAME\" .../>"});
}

TEST_CASE("files that include each other are reported, not followed for ever") {
  const Files files = {{"a.xml", pipeline("<include href='./b.xml'/>")},
                       {"b.xml", pipeline("<include href='c.xml'/>")},
                       {"c.xml", pipeline("<include href='x/../a.xml'/><parse plugin='p'/>")}};
  const Loaded loaded = load(files, "a.xml");
  CHECK(loaded.complaints() == Words{"c.xml:1:26: 'x/../a.xml' includes itself by way of b.xml, "
                                     "c.xml; remove one <include>"});
  CHECK(loaded.stages() == "parse_p");
}

TEST_CASE("one file may be included by two others") {
  const Files files = {{"top.xml", pipeline("<include href='a.xml'/><include href='b.xml'/>")},
                       {"a.xml", pipeline("<include href='base.xml'/>")},
                       {"b.xml", pipeline("<include href='base.xml'/>")},
                       {"base.xml", kBase}};
  const Loaded loaded = load(files, "top.xml");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.config.stages.size() == 5);
}

TEST_CASE("includes are limited in depth and in number") {
  Files chain;
  for (int i = 0; i < 20; ++i)
    chain[std::to_string(i)] = pipeline("<include href='" + std::to_string(i + 1) + "'/>");
  CHECK(load(chain, "0").complaints() == Words{"16:1:26: files are included more than 16 deep"});

  Files twice;  // doubles at each step: 2^12 files if nothing stopped it
  for (int i = 0; i < 12; ++i) {
    const std::string next = "<include href='" + std::to_string(i + 1) + "'/>";
    twice[std::to_string(i)] = pipeline(next + next);
  }
  twice["12"] = pipeline("");
  const Loaded loaded = load(twice, "0");
  CHECK(loaded.complaints().at(0).ends_with("more than 64 files are included"));
}
