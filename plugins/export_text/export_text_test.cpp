// SPDX-License-Identifier: Apache-2.0
/// The layout for a terminal, of documents made by hand.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/bitext.hpp"
#include "tests/support/briefings.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::string export_of(const std::vector<StoredDocument*>& documents, const StageOptions& options) {
  return StageHarness("export_text", options).export_all(documents);
}

}  // namespace

TEST_CASE("a document is its title, facts, summary, figures and text, each under a line") {
  StoredDocument document = pier_page();
  check_golden(export_of({&document}, {{"to", "{stem}.txt"}}), WEFT_TESTDATA "/pier.txt");
  const std::string brief = export_of({&document}, {{"to", "{stem}.txt"}, {"body", "false"}});
  CHECK(brief.find("Summary") != std::string::npos);
  CHECK(brief.find("Nails") == std::string::npos);
}

TEST_CASE("hostile text is read as it was, wherever it stands") {
  StoredDocument document = hostile_page();
  const std::string out = export_of({&document}, {{"to", "{stem}.txt"}, {"width", "0"}});
  CHECK(count_of(out, hostile_line_cleaned()) == kHostileTimes);
}

TEST_CASE("a name that promises Markdown is refused with the plugin to take") {
  try {
    StageHarness("export_text", {{"to", "all.md"}});
    FAIL("all.md was taken");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("take plugin=\"markdown\"") != std::string::npos);
  }
}

TEST_CASE("plain text is wrapped at the width, wide characters taking two columns") {
  StoredDocument document = plain_document(
      "a.txt", "zh", {"河水在夜里上涨，渡轮停在码头。", "one two three four five six seven"});
  const std::string out = export_of({&document}, {{"to", "{id}.txt"}, {"width", "20"}});
  CHECK(out ==
        "a.txt\n=====\n\n河水在夜里上涨，渡轮\n停在码头。\n\none two three four\nfive six seven\n");
  const std::string whole = export_of({&document}, {{"to", "{id}.txt"}, {"width", "0"}});
  CHECK(whole.find("one two three four five six seven\n") != std::string::npos);
}

TEST_CASE("a text that was repaired is written as repaired") {
  const std::string mended = "The café opened.";
  DocumentBuilder builder("a.txt");
  builder.source("a.txt", "The cafÃ© opened.");
  const weft_id base = builder.view("text", "en", "The cafÃ© opened.");
  builder.span("paragraph", base, "The cafÃ© opened.");
  const weft_id clean = builder.derived_view("clean", "en", mended, base,
                                             {{0, 0, 7, 1, 1}, {7, 7, 1, 2, 4}, {11, 9, 8, 1, 1}});
  const weft_id block = builder.span("paragraph", clean, mended);
  builder.link("summary", {{builder.span("sentence", clean, 0, mended.size(), block), "evidence"}},
               1);
  StoredDocument document = builder.build();
  const std::string out = export_of({&document}, {{"to", "{id}.txt"}});
  CHECK(out.find("Ã") == std::string::npos);
  CHECK(out.rfind(mended) > out.find(mended));  // in the summary and in the body
}

TEST_CASE("a rule stands behind each document of a shared file, none in a file of its own") {
  StoredDocument a = plain_document("a.txt", "en", {"First."});
  StoredDocument b = plain_document("b.txt", "en", {"Second."});
  const std::string rule = "\n\n" + std::string(40, '*') + "\n\n\n";
  const std::string first = "a.txt\n=====\n\nFirst.\n";
  CHECK(export_of({&a, &b}, {{"to", "all.txt"}}) ==
        first + rule + "b.txt\n=====\n\nSecond.\n" + rule);
  CHECK(export_of({&a}, {{"to", "{id}.txt"}}) == first);
}

TEST_CASE("control characters never reach the reader") {
  StoredDocument document = plain_document("a.txt", "en", {"red \x1b[31malert\x07"});
  const std::string out = export_of({&document}, {{"to", "a.txt"}});
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\x07') == std::string::npos);
}
