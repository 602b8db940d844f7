// SPDX-License-Identifier: Apache-2.0
/// The whole step: a sound pipeline becomes a plan, a faulty one a list of all that is wrong.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::vector<std::string> ids(const std::vector<PlannedStage>& stages) {
  std::vector<std::string> words;
  for (const PlannedStage& stage : stages)
    words.push_back(stage.id);
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound pipeline becomes a plan with every value in the plugin's order") {
  const WorkingFolder folder;
  const Planned planned = plan_text_of(R"(<pipeline name="news">
<corpus root="corpus" include="**/*.html" exclude="old/**"/>
<export plugin="tmx" to="out/{name}-{lang}.tmx"/>
<parse plugin="html" max-size="64K"/>
<transform plugin="segment"/>
<transform plugin="language"/>
<align plugin="length" id="pairs" target="zh-hans" source="en" when="lang=mul"/>
</pipeline>)");
  REQUIRE(planned.complaints().empty());
  const Plan& plan = planned.plan;
  CHECK(plan.name == "news");
  CHECK(plan.corpus_roots == std::vector<std::filesystem::path>{"corpus"});
  CHECK(plan.include == Words{"**/*.html"});
  CHECK(plan.exclude == Words{"old/**"});
  CHECK(plan.output_dir == ".");
  CHECK(plan.notes.empty());
  CHECK(ids(plan.parsers) == Words{"parse_html"});
  CHECK(ids(plan.steps) == Words{"transform_segment", "transform_language", "pairs"});
  CHECK(ids(plan.exporters) == Words{"export_tmx"});
  CHECK(plan.exporters[0].to == "out/news-{lang}.tmx");

  const PlannedStage& html = plan.parsers[0];
  CHECK(html.plugin == planned.registry->find("parse_html"));
  CHECK(html.values.at(0).as_abi().as.integer == 1);
  CHECK(html.values.at(1).as_abi().as.integer == 65536);
  CHECK(html.given == Words{"max-size"});
  CHECK(to_string(html.place) == "p.xml:4:1");

  const PlannedStage& pairs = plan.steps[2];
  CHECK(pairs.values.at(0).text() == "en");
  CHECK(pairs.values.at(1).text() == "zh-Hans");
  CHECK(pairs.values.at(2).as_abi().as.real == 5.0);
  REQUIRE(pairs.when);
  CHECK(pairs.when->text == "lang=mul");
  CHECK_FALSE(plan.steps[0].values.at(0).has_value());
}

TEST_CASE("three mistakes are all reported, each with its place and a suggestion") {
  const WorkingFolder folder;
  CHECK(complaints_of(R"(<transform plugin="segmnt"/>
<align plugin="lexicon" lexcon="words.tsv"/>
<summarize plugin="rank" sentences="0"/>)") ==
        "p.xml:4:20: unknown plugin 'segmnt' of <transform>; did you mean 'segment'?\n"
        "p.xml:5:25: unknown option 'lexcon' of align_lexicon; did you mean 'lexicon'?\n"
        "p.xml:6:37: option 'sentences' of summarize_rank: '0' is below 1, the least allowed; "
        "write a value from 1 to 50");
}

TEST_CASE("mistakes of every check come in one list in file order") {
  const WorkingFolder folder;
  const Planned planned = plan_text_of(R"(<pipeline>
<corpus root="corups"/>
<parse plugin="html" main-content="yes" max-size="2MB"/>
<align plugin="length" source="en" when="lang~zh"/>
<export plugin="text" to="out/{stm}.txt"/>
<export plugin="text" id="again"/>
</pipeline>)");
  CHECK(planned.complaints() ==
        "p.xml:2:15: the corpus 'corups' does not exist; did you mean 'corpus'?\n"
        "p.xml:3:36: option 'main-content' of parse_html: 'yes' is neither true nor false; "
        "write 'true' or 'false'\n"
        "p.xml:3:51: option 'max-size' of parse_html: '2MB' is not a size; did you mean '2M'?\n"
        "p.xml:4:1: missing option 'target' of align_length; "
        "add target=\"LANGUAGE\": what it is for\n"
        "p.xml:4:1: align_length needs 'sentence'; "
        "add <transform plugin=\"segment\"/> before it\n"
        "p.xml:4:1: align_length needs 'lang'; add <transform plugin=\"language\"/> before it\n"
        "p.xml:4:42: 'when' of align_length: 'lang~zh' in the condition is not NAME=VALUE; "
        "write it without blanks around '=', like lang=zh\n"
        "p.xml:5:27: option 'to' of export_text: unknown placeholder {stm}; "
        "did you mean {stem}?\n"
        "p.xml:6:1: missing option 'to' of export_text (id 'again'); "
        "add to=\"{name}.text\": where the output goes");
  CHECK(planned.plan.hash.empty());
}

TEST_CASE("a pipeline needs a parser and a corpus") {
  const WorkingFolder folder;
  CHECK(plan_text_of("<pipeline>\n<export plugin=\"text\" to=\"a\"/></pipeline>").complaints() ==
        "p.xml:1:1: there is no corpus; add <corpus root=\"FOLDER\"/>, or name folders and files "
        "behind the pipeline file\n"
        "p.xml:1:1: there is no parser; add <parse plugin=\"NAME\"/>; 'weft plugins' lists the "
        "parsers");
}

TEST_CASE("a pipeline without exporter may run, and the plan says what that means") {
  const WorkingFolder folder;
  const Planned planned = plan_stages("");
  CHECK(planned.complaints().empty());
  REQUIRE(planned.plan.notes.size() == 1);
  CHECK(to_string(planned.plan.notes[0]) ==
        "p.xml:1:1: there is no exporter: only the report is written; "
        "add <export plugin=\"NAME\" to=\"FILE\"/>");
}

TEST_CASE("what a broken file may have said is not missed") {
  const WorkingFolder folder;
  CHECK(plan_text_of("<pipeline><parse plugin=\"text\">").problems.size() == 1);
  CHECK(plan_text_of("<pipeline><include href=\"base.xml\"/>\n"
                     "<summarize plugin=\"rank\" sentences=\"x\"/></pipeline>")
            .complaints() ==
        "p.xml:1:26: cannot include 'base.xml': it does not exist\n"
        "p.xml:2:37: option 'sentences' of summarize_rank: 'x' is not a whole number; "
        "write digits only");
}

TEST_CASE("two stages of one id are reported") {
  const WorkingFolder folder;
  StageConfig stage{.element = "parse", .plugin = "text", .id = "parse_text"};
  stage.place = stage.id_place = {"made", 1, 1};
  Config config;
  config.place = {"made", 1, 1};
  config.corpus = CorpusConfig{.root = "corpus"};
  config.stages = {stage, stage};
  const Registry registry = sample_registry();
  Problems problems;
  static_cast<void>(make_plan(config, registry, {}, problems));
  REQUIRE(problems.size() == 1);
  CHECK(to_string(problems.sorted().front()) ==
        "made:1:1: the id 'parse_text' is that of the stage at made:1:1; "
        "give one of them another id=\"...\"");
}
