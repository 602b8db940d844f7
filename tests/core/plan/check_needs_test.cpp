// SPDX-License-Identifier: Apache-2.0
/// Stages get what they need, or the pipeline is told what to add.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

TEST_CASE("a need that no earlier stage gives names the plugin that would") {
  const WorkingFolder folder;
  CHECK(complaints_of("<summarize plugin='rank'/>") ==
        "p.xml:4:1: summarize_rank needs 'sentence'; "
        "add <transform plugin=\"segment\"/> before it");
}

TEST_CASE("several plugins that give it are all offered, with what they require") {
  const WorkingFolder folder;
  CHECK(complaints_of("<export plugin='tmx' to='a.tmx'/>") ==
        "p.xml:4:1: export_tmx needs 'bead'; add <align plugin=\"length\" source=\"...\" "
        "target=\"...\"/> or <align plugin=\"lexicon\"/> before it");
}

TEST_CASE("a stage that gives it too late is to be passed") {
  const WorkingFolder folder;
  CHECK(complaints_of("<summarize plugin='rank'/>\n<transform plugin='segment'/>") ==
        "p.xml:4:1: summarize_rank needs 'sentence'; "
        "move it behind transform_segment at p.xml:5:1");
}

TEST_CASE("parsers come first and exporters last wherever they stand") {
  const WorkingFolder folder;
  CHECK(complaints_of("<export plugin='tmx' to='a.tmx'/>\n<transform plugin='segment'/>\n"
                      "<align plugin='lexicon'/>")
            .empty());
  CHECK(plan_text_of("<pipeline><corpus/><transform plugin='language'/><parse plugin='text'/>"
                     "</pipeline>")
            .complaints()
            .empty());
}

TEST_CASE("a stage with a condition counts as giving") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin='segment' when='lang=en'/>\n<summarize plugin='rank'/>")
            .empty());
}

TEST_CASE("a need that no installed plugin gives is said to be one") {
  const WorkingFolder folder;
  Registry registry = sample_registry();
  registry.add(plugin("transform_parse", WEFT_TRANSFORM, {}, {"acme:clause"}, {"acme:tree"}));
  CHECK(plan_stages("<transform plugin='parse'/>", {}, std::move(registry)).complaints() ==
        "p.xml:4:1: transform_parse needs 'acme:clause'; "
        "no installed plugin gives it; 'weft plugins' lists them");
}

TEST_CASE("a mistyped plugin gives what was probably meant to give") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin='segmemt'/>\n<align plugin='lexicon'/>\n"
                      "<align plugin='length' source='en' target='zh'/>") ==
        "p.xml:4:20: unknown plugin 'segmemt' of <transform>; did you mean 'segment'?\n"
        "p.xml:6:1: align_length needs 'lang'; "
        "add <transform plugin=\"language\"/> before it");
}

TEST_CASE("behind a plugin of which nothing is known, needs are not judged") {
  const WorkingFolder folder;
  CHECK(plan_stages("<transform plugin='twin'/>\n<summarize plugin='rank'/>").problems.size() == 1);
  CHECK(plan_stages("<summarize plugin='rank'/>\n<transform plugin='twin'/>").problems.size() == 2);
}
