// SPDX-License-Identifier: Apache-2.0
/// Pages of documents made by hand, read back by an HTML parser of another's making.
#include <catch2/catch.hpp>
#include <string>

#include "page.hpp"
#include "tests/support/bitext.hpp"
#include "tests/support/briefings.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::string export_of(const std::vector<StoredDocument*>& documents, const StageOptions& options) {
  return StageHarness("export_html", options).export_all(documents);
}

/// True, with a warning, when html5lib is not installed.
bool no_reader() {
  if (run_program({"/usr/bin/python3", "-c", "import html5lib"}).code == 0) return false;
  WARN("skipped: python3-html5lib is not installed");
  return true;
}

/// What the reader says of the page; fails the test when it finds something wrong.
std::string read_back(const std::string& page) {
  const Folder folder;
  folder.write("page.html", page);
  const ProgramResult read =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/read_page.py", folder.path("page.html")});
  INFO(read.err);
  REQUIRE(read.code == 0);
  return read.out;
}

}  // namespace

TEST_CASE("a page is valid HTML whose every block has its language, and points lead to evidence") {
  if (no_reader()) return;
  StoredDocument document = pier_page();
  const std::string page = export_of({&document}, {{"to", "{stem}.html"}});
  CHECK(page.find("<title>The *new* pier</title>") != std::string::npos);
  CHECK(page.find("<details open>") != std::string::npos);
  const std::string outline = read_back(page);
  check_golden(outline.substr(0, outline.find("footer [")), WEFT_TESTDATA "/pier.outline");
}

TEST_CASE("a sentence that a model wrote leads to its evidence and says what is not there") {
  DocumentBuilder builder("pier.txt");
  const weft_id view = builder.view("text", "en", "The old pier closed. The new pier is open.");
  const weft_id block = builder.span("paragraph", view, 0, 42);
  builder.span("sentence", view, 0, 20, block);
  const weft_id evidence = builder.span("sentence", view, 21, 42, block);
  const weft_id written = builder.view("summary.en", "en", "A pier of 1999 is open.");
  const weft_id summary = builder.span("summary", written, 0, 23);
  const weft_id sentence = builder.span("sentence", written, 0, 23, summary);
  builder.span("finding", written, 10, 14, sentence);
  builder.link("support", {{sentence, "generated"}, {evidence, "evidence"}}, 0.5);
  builder.link("summary", {{sentence, "generated"}}, 1);
  StoredDocument document = builder.build();
  const std::string page = export_of({&document}, {{"to", "{stem}.html"}});
  CHECK_THAT(page,
             Catch::Contains("s1\">The new pier is open.</mark>") &&
                 Catch::Contains("s1\">A pier of 1999 is open. [not in the document: 1999]<") &&
                 !Catch::Contains("s1\">The old pier"));
}

TEST_CASE("hostile text is read as it was, wherever it stands") {
  if (no_reader()) return;
  StoredDocument document = hostile_page();
  const std::string out = read_back(export_of({&document}, {{"to", "{id}.html"}}));
  INFO(out);
  CHECK(count_of(out, hostile_line_cleaned()) == kHostileTimes);
}

TEST_CASE("documents of a shared page have ids of their own and folded texts") {
  if (no_reader()) return;
  StoredDocument first = pier_page();
  StoredDocument second = pier_page();
  second.id = "other/pier page.html";
  const std::string page =
      export_of({&first, &second}, {{"to", "all.html"}, {"title", "Piers & boats"}});
  CHECK(page.find("<title>Piers &amp; boats</title>") != std::string::npos);
  CHECK(page.find("<details open>") == std::string::npos);
  const std::string outline = read_back(page);
  CHECK(count_of(outline, "h1 [") == 2);
  CHECK(outline.find("#pier.html/s1") != std::string::npos);
  CHECK(outline.find("#other_2fpier_20page.html/s1") != std::string::npos);
}

TEST_CASE("without the text there are no links into it") {
  StoredDocument document = pier_page();
  const std::string page = export_of({&document}, {{"to", "{id}.html"}, {"body", "false"}});
  CHECK(page.find("<details") == std::string::npos);
  CHECK(page.find("href=\"#") == std::string::npos);
  CHECK(page.find("It cost 6 million dollars") != std::string::npos);
}

TEST_CASE("a part in another language says so") {
  DocumentBuilder builder("a.txt");
  const weft_id view = builder.view("text", "en", "He said 你好 twice.");
  builder.span("paragraph", view, "He said 你好 twice.");
  const weft_id part = builder.span("foreign", view, 8, 14);
  builder.attribute(WEFT_ON_SPAN, part, "lang", "zh-Hans");
  StoredDocument document = builder.build();
  CHECK(export_of({&document}, {{"to", "{id}.html"}})
            .find("<p lang=\"en\">He said <span lang=\"zh-Hans\">你好</span> twice.</p>") !=
        std::string::npos);
}

TEST_CASE("a line of a digest names the document it was read from, and leads to it in one page") {
  if (no_reader()) return;
  DocumentBuilder builder("news+1.digest");
  const weft_id view = builder.view("text", "en", "The pier is new.");
  const weft_id item = builder.span("list-item", view, "The pier is new.");
  builder.attribute(WEFT_ON_SPAN, item, "evidence", "source:0-16 news/a b.txt");
  StoredDocument digest = builder.build();
  StoredDocument member = plain_document("news/a b.txt", "en", {"The pier is new."});
  const std::string page = export_of({&digest, &member}, {{"to", "all.html"}});
  CHECK(read_back(page).find("li [en] The pier is new. news/a b.txt\n") != std::string::npos);
  CHECK(page.find("href=\"#news_2fa_20b.txt/\" title=\"source:0-16\"") != std::string::npos);
  CHECK(count_of(page, "<details open>") == 2);  // there is no summary to read first
  const std::string alone = export_of({&digest}, {{"to", "{id}.html"}});
  CHECK(alone.find("<span class=\"source\" title=\"source:0-16\"") != std::string::npos);
}

TEST_CASE("only addresses of the web are links") {
  DocumentBuilder builder("a.txt");
  builder.span("paragraph", builder.view("text", "en", "Text."), "Text.");
  builder.metadata("url", "javascript:alert(1)");
  StoredDocument document = builder.build();
  const std::string page = export_of({&document}, {{"to", "{id}.html"}});
  CHECK(page.find("<dd>javascript:alert(1)</dd>") != std::string::npos);
  CHECK(page.find("<a ") == std::string::npos);
}

TEST_CASE("an empty corpus is a page too, and different documents have different ids") {
  CHECK(export_of({}, {{"to", "all.html"}}).ends_with("</body>\n</html>\n"));
  CHECK(link_id("a b/灯_1.txt") == "a_20b_2f_e7_81_af_5f1.txt");
}
