// SPDX-License-Identifier: Apache-2.0
/// Drawings and the table of a plan.
#include "core/plan/graph.hpp"

#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

Planned sample() {
  return plan_stages(R"(<parse plugin="html" max-size="64K"/>
<transform plugin="segment"/>
<align plugin="lexicon" key="SERVICE_KEY"/>
<summarize plugin="rank" id="short" when="lang!=zh"/>
<summarize plugin="digest"/>
<export plugin="text" to="out/{stem}.txt" title='a "b"'/>)");
}

}  // namespace

TEST_CASE("dot draws the way from the corpus to the outputs") {
  const WorkingFolder folder;
  CHECK(plan_graph(sample().plan, GraphFormat::kDot) == R"(digraph "news" {
  rankdir=TB;
  n0 [label="corpus\ncorpus", shape=note];
  n1 [label="parse_text\n1.2.0", shape=box];
  n2 [label="parse_html\n1.2.0", shape=box];
  n3 [label="transform_segment\n1.2.0", shape=box];
  n4 [label="align_lexicon\n1.2.0", shape=box];
  n5 [label="short\nsummarize_rank 1.2.0\nwhen lang!=zh", shape=box, style=dashed];
  n6 [label="summarize_digest\n1.2.0", shape=box, peripheries=2];
  n7 [label="export_text\n1.2.0", shape=box];
  n8 [label="out/{stem}.txt", shape=note];
  n0 -> n1;
  n0 -> n2;
  n1 -> n3;
  n2 -> n3;
  n3 -> n4;
  n4 -> n5;
  n5 -> n6;
  n6 -> n7;
  n7 -> n8;
}
)");
}

TEST_CASE("mermaid draws the same") {
  const WorkingFolder folder;
  CHECK(plan_graph(sample().plan, GraphFormat::kMermaid) == R"(flowchart TD
  n0[/"corpus<br/>corpus"/]
  n1["parse_text<br/>1.2.0"]
  n2["parse_html<br/>1.2.0"]
  n3["transform_segment<br/>1.2.0"]
  n4["align_lexicon<br/>1.2.0"]
  n5["short<br/>summarize_rank 1.2.0<br/>when lang!=zh"]
  style n5 stroke-dasharray: 5 5
  n6[["summarize_digest<br/>1.2.0"]]
  n7["export_text<br/>1.2.0"]
  n8[/"out/{stem}.txt"/]
  n0 --> n1
  n0 --> n2
  n1 --> n3
  n2 --> n3
  n3 --> n4
  n4 --> n5
  n5 --> n6
  n6 --> n7
  n7 --> n8
)");
}

TEST_CASE("names cannot break out of a drawing") {
  const WorkingFolder folder;
  Plan plan = sample().plan;
  plan.name = "a\"b\\c";
  plan.exporters.clear();
  plan.steps.clear();
  plan.parsers.clear();
  plan.corpus_roots = {"x\"y\\<#>"};
  CHECK(plan_graph(plan, GraphFormat::kDot) ==
        "digraph \"a\\\"b\\\\c\" {\n  rankdir=TB;\n"
        "  n0 [label=\"corpus\\nx\\\"y\\\\<#>\", shape=note];\n}\n");
  CHECK(plan_graph(plan, GraphFormat::kMermaid) ==
        "flowchart TD\n  n0[/\"corpus<br/>x#quot;y\\#lt;#35;#gt;\"/]\n");
}

TEST_CASE("the table shows stages, values, barriers and outputs, and no secret") {
  const WorkingFolder folder;
  const Planned planned = sample();
  REQUIRE(planned.complaints().empty());
  const std::string hash = planned.plan.hash;
  CHECK(plan_text(planned.plan) == "pipeline   news\nhash       " + hash + R"(
corpus     corpus
output     .

parse      parse_text 1.2.0 (per-worker)  p.xml:3:1

parse      parse_html 1.2.0 (per-worker)  p.xml:4:1
           main-content = true  (default)
           max-size = 65536

transform  transform_segment 1.2.0 (per-worker)  p.xml:5:1
           abbreviations is not set

align      align_lexicon 1.2.0 (per-worker)  p.xml:6:1
           lexicon is not set
           key = $SERVICE_KEY
           log is not set

summarize  short = summarize_rank 1.2.0 (reentrant)  p.xml:7:1
           when lang!=zh
           sentences = 5  (default)
           method = graph  (default)

---------- barrier: summarize_digest sees the whole corpus before it goes on
summarize  summarize_digest 1.2.0 (per-worker, corpus-scope)  p.xml:8:1

export     export_text 1.2.0 (per-worker)  p.xml:9:1
           to = out/{stem}.txt
           title = a "b"
)");
}

TEST_CASE("the table ends with what is worth a warning") {
  const WorkingFolder folder;
  CHECK_THAT(plan_text(plan_stages("").plan),
             Catch::EndsWith("\n\nnote       p.xml:1:1: there is no exporter: only the report is "
                             "written; add <export plugin=\"NAME\" to=\"FILE\"/>\n"));
}
