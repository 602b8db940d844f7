// SPDX-License-Identifier: Apache-2.0
/// Markdown of documents made by hand, and other programs' reading of it.
#include <catch2/catch.hpp>
#include <string>

#include "markdown.hpp"
#include "tests/support/bitext.hpp"
#include "tests/support/briefings.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::string export_of(const std::vector<StoredDocument*>& documents, const StageOptions& options) {
  return StageHarness("export_markdown", options).export_all(documents);
}

}  // namespace

TEST_CASE(
    "Markdown shows title, facts, summary with translation, figures, and the body in both "
    "languages") {
  StoredDocument document = pier_page();
  const std::string out = export_of({&document}, {{"to", "{stem}.md"}});
  check_golden(out, WEFT_TESTDATA "/pier.md");
}

TEST_CASE("key phrases are among the facts, and a headline stands in for a title") {
  DocumentBuilder builder("pier.txt");
  const weft_id view = builder.view("text", "en", "The pier is new.");
  builder.span("paragraph", view, "The pier is new.");
  builder.metadata("keyphrase", "pier");
  builder.metadata("keyphrase", "harbour fund");
  builder.metadata("headline", "A new pier");
  StoredDocument document = builder.build();
  CHECK(export_of({&document}, {{"to", "{stem}.md"}}) ==
        "# A new pier\n\n- Key phrases: pier, harbour fund\n\nThe pier is new.\n");
}

TEST_CASE("a summary in both languages is shown once, each bead with its translation") {
  DocumentBuilder builder("pier");
  const weft_id en = builder.view("en", "en", "The pier is new. It is long. It costs.");
  const weft_id zh = builder.view("zh", "zh", "码头又新又长。它要花钱。");
  const weft_id a = builder.span("sentence", en, 0, 16);
  const weft_id b = builder.span("sentence", en, 17, 28);
  const weft_id c = builder.span("sentence", en, 29, 38);
  const weft_id x = builder.span("sentence", zh, 0, 21);
  const weft_id y = builder.span("sentence", zh, 21, 36);
  builder.link("bead", {{a, "source"}, {b, "source"}, {x, "target"}}, 1);
  builder.link("bead", {{c, "source"}, {y, "target"}}, 1);
  builder.link("summary", {{a, "evidence"}, {b, "evidence"}, {c, "evidence"}}, 1);
  builder.link("summary", {{x, "evidence"}, {y, "evidence"}}, 1);
  StoredDocument document = builder.build();
  const std::string out = export_of({&document}, {{"to", "{stem}.md"}});
  CHECK(out.find(
            "- The pier is new. It is long.\n\n  码头又新又长。\n- It costs.\n\n  它要花钱。\n") !=
        std::string::npos);
  const auto first = out.find("码头又新又长。");
  CHECK(out.find("- 码头", first) == std::string::npos);
}

TEST_CASE("two files that translate each other are read paragraph by paragraph") {
  DocumentBuilder builder("pair");
  const weft_id en = builder.view("en.text", "en", "One.\nTwo.");
  const weft_id zh = builder.view("zh.text", "zh", "零。\n一。\n二。");
  const weft_id one = builder.span("paragraph", en, "One.");
  const weft_id two = builder.span("paragraph", en, "Two.");
  const weft_id zero = builder.span("paragraph", zh, "零。");
  const weft_id yi = builder.span("paragraph", zh, "一。");
  const weft_id er = builder.span("paragraph", zh, "二。");
  const weft_id s1 = builder.span("sentence", en, 0, 4, one);
  const weft_id s2 = builder.span("sentence", en, 5, 9, two);
  const weft_id t0 = builder.span("sentence", zh, 0, 6, zero);
  const weft_id t1 = builder.span("sentence", zh, 7, 13, yi);
  const weft_id t2 = builder.span("sentence", zh, 14, 20, er);
  builder.link("bead", {{t0, "target"}}, 0);
  builder.link("bead", {{s1, "source"}, {t1, "target"}}, 1);
  builder.link("bead", {{s2, "source"}, {t2, "target"}}, 1);
  StoredDocument document = builder.build();
  CHECK(export_of({&document}, {{"to", "{id}.md"}}) ==
        "# pair\n\n零。\n\nOne.\n\n一。\n\nTwo.\n\n二。\n");
}

TEST_CASE("what would be Markdown is escaped, and only that") {
  CHECK(escape_markdown("a*b `c` [d](e) <f> g_h _i_") ==
        "a\\*b \\`c\\` \\[d\\](e) \\<f> g_h \\_i\\_");
  CHECK(escape_markdown("# no heading") == "\\# no heading");
  CHECK(escape_markdown("- no item") == "\\- no item");
  CHECK(escape_markdown("2026. A year") == "2026\\. A year");
  CHECK(escape_markdown("3.5 percent, A & B, ~5") == "3.5 percent, A & B, ~5");
  CHECK(escape_markdown("a|b") == "a|b");
  CHECK(escape_markdown("a|b\\|", true) == "a\\|b\\\\\\|");
  CHECK(escape_markdown("&lt; C:\\x") == "\\&lt; C:\\\\x");
}

TEST_CASE("key figures are a table, and the text can be left out") {
  DocumentBuilder builder("pier");
  const weft_id view = builder.view("text", "en", "The pier cost 6 million dollars. It is long.");
  builder.span("paragraph", view, 0, 44);
  builder.metadata("key-figure", "The pier cost 6 million dollars");
  StoredDocument document = builder.build();
  const std::string brief =
      "# pier\n\n## Key figures\n\n| Figure | In the text |\n| --- | --- |\n"
      "|  | The pier cost 6 million dollars |\n";
  CHECK(export_of({&document}, {{"to", "{id}.md"}, {"body", "false"}}) == brief);
  CHECK(export_of({&document}, {{"to", "{id}.md"}}) ==
        brief + "\n## Text\n\nThe pier cost 6 million dollars. It is long.\n");
}

TEST_CASE("pandoc reads hostile text as it was, wherever it stands") {
  if (skipped("pandoc")) return;
  StoredDocument document = hostile_page();
  const Folder folder;
  folder.write("a.md", export_of({&document}, {{"to", "{id}.md"}}));
  const ProgramResult read = run_program(
      {"pandoc", "-f", "gfm", "-t", "plain", "--wrap=none", "--columns=900", folder.path("a.md")});
  INFO(read.err);
  REQUIRE(read.code == 0);
  INFO(read.out);
  CHECK(count_of(read.out, hostile_line_cleaned()) == kHostileTimes);
}
