// SPDX-License-Identifier: Apache-2.0
/// Options and values of one stage.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

/// The one summarizer of a pipeline with these attributes.
std::string of_rank(const std::string& attributes, Arguments arguments = {}) {
  return complaints_of(
      "<transform plugin=\"segment\"/><summarize plugin=\"rank\"\n" + attributes + "/>",
      std::move(arguments));
}

std::string of_lexicon(const std::string& attributes, Arguments arguments = {}) {
  return complaints_of(
      "<transform plugin=\"segment\"/><align plugin=\"lexicon\"\n" + attributes + "/>",
      std::move(arguments));
}

}  // namespace

TEST_CASE("an unknown option brings the nearest, or all there are") {
  const WorkingFolder folder;
  CHECK(of_rank("sentence='3'") ==
        "p.xml:5:1: unknown option 'sentence' of summarize_rank; did you mean 'sentences'?");
  CHECK(of_rank("colour='3'") ==
        "p.xml:5:1: unknown option 'colour' of summarize_rank; known are sentences, method");
  CHECK(of_rank("wen='lang=zh'") ==
        "p.xml:5:1: unknown option 'wen' of summarize_rank; did you mean 'when'?");
  CHECK(complaints_of("<transform plugin=\"language\" colour=\"3\"/>") ==
        "p.xml:4:30: unknown option 'colour' of transform_language; it has no options");
  CHECK(complaints_of("<export plugin=\"text\" ot=\"a\"/>") ==
        "p.xml:4:23: unknown option 'ot' of export_text; did you mean 'to'?");
  CHECK(of_rank("to='a'").starts_with("p.xml:5:1: unknown option 'to' of summarize_rank"));
}

TEST_CASE("values are checked by type, range and choice, where they stand") {
  const WorkingFolder folder;
  CHECK(of_rank("sentences='five'") ==
        "p.xml:5:12: option 'sentences' of summarize_rank: 'five' is not a whole number; "
        "write digits only");
  CHECK(of_rank("sentences='51'") ==
        "p.xml:5:12: option 'sentences' of summarize_rank: '51' is above 50, the most allowed; "
        "write a value from 1 to 50");
  CHECK(of_rank("method='grahp'") ==
        "p.xml:5:9: option 'method' of summarize_rank: 'grahp' is none of the choices; "
        "did you mean 'graph'?");
  CHECK(of_rank("id='short' method='x'") ==
        "p.xml:5:20: option 'method' of summarize_rank (id 'short'): 'x' is none of the choices; "
        "known are graph, frequency, position");
  CHECK(complaints_of("<parse plugin=\"html\" max-size=\"two\"/>") ==
        "p.xml:4:32: option 'max-size' of parse_html: 'two' is not a size; "
        "write it in bytes, or like 64K, 2M, 1G");
}

TEST_CASE("values of the command line are checked like those of the file") {
  const WorkingFolder folder;
  CHECK(of_rank("sentences='3'", {.set = {"summarize_rank.sentences=none"}}) ==
        "command line: option 'sentences' of summarize_rank: 'none' is not a whole number; "
        "write digits only");
  CHECK(of_rank("", {.set = {"summarize_rank.lenght=3"}}) ==
        "command line: unknown option 'lenght' of summarize_rank; known are sentences, method");
}

TEST_CASE("a value that is reported already is not judged again, and is not missing") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin='segment'/><transform plugin='language'/>\n"
                      "<align plugin='length' source='${NOWHERE}' target='zh'/>\n"
                      "<export plugin='text' to='${NOWHERE}.txt'/>") ==
        "p.xml:5:32: environment variable 'NOWHERE' is not set; "
        "set it, or write $${ for the characters ${\n"
        "p.xml:6:27: environment variable 'NOWHERE' is not set; "
        "set it, or write $${ for the characters ${");
}

TEST_CASE("input files count from the file that names them and must exist") {
  const WorkingFolder folder;
  folder.write("words.tsv", "a\tb\n");
  CHECK(of_lexicon("lexicon='words.tsv'").empty());
  CHECK(of_lexicon("lexicon='wrods.tsv'") ==
        "p.xml:5:10: option 'lexicon' of align_lexicon: file '" + folder.path() +
            "/wrods.tsv' does not exist; did you mean 'words.tsv'?");
  folder.write("base/base.xml", "<pipeline><align plugin='lexicon' lexicon='own.tsv'/></pipeline>");
  folder.write("base/own.tsv", "a\tb\n");
  const Planned planned =
      plan_stages("<include href='base/base.xml'/><transform plugin='segment'/>");
  REQUIRE(planned.complaints().empty());
  CHECK(planned.plan.steps.back().values.at(0).text() == folder.path() + "/base/own.tsv");
}

TEST_CASE("a secret is looked up by its variable's name and never shown") {
  const WorkingFolder folder;
  const Planned planned =
      plan_stages("<transform plugin='segment'/><align plugin='lexicon' key='SERVICE_KEY'/>");
  REQUIRE(planned.complaints().empty());
  const ParamValue& key = planned.plan.steps.back().values.at(1);
  CHECK(std::string_view(key.as_abi().as.string.data, key.as_abi().as.string.size) == "hunter2");
  CHECK(key.text() == "$SERVICE_KEY");
  const std::string complaint = of_lexicon("key='hunter3'");
  CHECK(complaint ==
        "p.xml:5:6: option 'key' of align_lexicon: the environment variable named here is not "
        "set; export it before you start weft");
}

TEST_CASE("an exporter may declare 'to' to see it as it is written") {
  const WorkingFolder folder;
  Registry registry = sample_registry();
  registry.add(plugin("export_seeing", WEFT_EXPORTER,
                      {required(param("to", WEFT_TYPE_OUTPUT)), param("level", WEFT_TYPE_INTEGER)},
                      {}, {}));
  const Planned planned = plan_stages("<export plugin='seeing' to='{name}.x'/>", {}, registry);
  REQUIRE(planned.complaints().empty());
  CHECK(planned.plan.exporters[0].values.at(0).text() == "{name}.x");
  CHECK(planned.plan.exporters[0].to == "news.x");
  CHECK(plan_stages("<export plugin='seeing' to='{nmae}.x'/>", {}, registry).complaints() ==
        "p.xml:4:29: option 'to' of export_seeing: unknown placeholder {nmae}; "
        "did you mean {name}?");
  CHECK(plan_stages("<export plugin='seeing' lvl='3'/>", {}, registry).complaints() ==
        "p.xml:4:1: missing option 'to' of export_seeing; "
        "add to=\"{name}.seeing\": where the output goes\n"
        "p.xml:4:25: unknown option 'lvl' of export_seeing; known are to, level");
}

TEST_CASE("a bad default is the plugin's fault and is said to be one") {
  const WorkingFolder folder;
  Registry registry = sample_registry();
  registry.add(plugin("transform_words", WEFT_TRANSFORM,
                      {param("list", WEFT_TYPE_INPUT, "words.txt")}, {}, {}));
  CHECK(plan_stages("<transform plugin='words'/>", {}, std::move(registry)).complaints() ==
        "p.xml:4:1: the default of option 'list' of transform_words: file '" + folder.path() +
            "/words.txt' does not exist");
}

TEST_CASE("a parser can only be chosen by media type") {
  const WorkingFolder folder;
  CHECK(complaints_of("<parse plugin='html' when='media-type=text/html'/>").empty());
  CHECK(complaints_of("<parse plugin='html' when='media-type=text/html lang=en'/>") ==
        "p.xml:4:28: 'when' of parse_html asks for more than the media type; a parser meets a "
        "file before it has views or a language; put the condition on a later stage");
}
