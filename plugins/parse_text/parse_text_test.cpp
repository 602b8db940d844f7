// SPDX-License-Identifier: Apache-2.0
/// The plugin as a run calls it: views, spans, offset maps and metadata of the document it makes.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"
#include "weft/offset_map.hpp"

namespace weft::test {
namespace {

constexpr const char* kArticle =
    "渡轮等人的港口\n"
    "\n"
    "作者:林晚\n"
    "2024年5月3日\n"
    "\n"
    "最后一班渡轮八点十分离港,或者等到面包房关门,以晚的为准。这件事从来没有写下来,"
    "也从来没有人被落下。\n"
    "\n"
    "渡轮停靠在旧码头。(林晚摄)\n"
    "\n"
    "冬天的夜里,船长让发动机一直开着,驾驶室的门也开着。从那里他看得见面包房,面包房也看得见他。\n"
    "\n"
    "正在加载\n";

StoredDocument parsed(std::string_view bytes, const StageOptions& options = {}) {
  StageHarness harness("parse_text", options);
  StoredDocument document;
  const Outcome outcome = harness.parse(document, "port.txt", bytes);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

TEST_CASE("A scraped article becomes one view with typed spans and metadata", "[parse_text]") {
  const StoredDocument document = parsed(kArticle);
  REQUIRE(document.views.size() == 1);
  CHECK(to_view(document.views[0].name) == "text");
  CHECK(to_view(document.views[0].text) == kArticle);
  CHECK(texts_of(document, "title") == std::vector<std::string>{"渡轮等人的港口"});
  CHECK(texts_of(document, "paragraph").size() == 2);
  CHECK(texts_of(document, "caption") == std::vector<std::string>{"渡轮停靠在旧码头。(林晚摄)"});
  CHECK(texts_of(document, "credit") == std::vector<std::string>{"林晚摄"});
  CHECK(texts_of(document, "boilerplate") == std::vector<std::string>{"正在加载"});
  CHECK(value_of(document, "title") == "渡轮等人的港口");
  CHECK(values_of(document, "author") == std::vector<std::string>{"林晚"});
  CHECK(value_of(document, "date-published") == "2024-05-03");
  CHECK(value_of(document, "publisher").empty());
}

TEST_CASE("Lines given as sentences stay sentences, and blank lines part paragraphs",
          "[parse_text]") {
  const StoredDocument document =
      parsed("\uFEFFMr. Lin waits. He always does.\r\n  作者:林晚 \r\n\r\nThe boat came.\n\n\n",
             {{"lines", "sentences"}});
  CHECK(texts_of(document, "sentence") ==
        std::vector<std::string>{"Mr. Lin waits. He always does.", "作者:林晚", "The boat came."});
  CHECK(
      texts_of(document, "paragraph") ==
      std::vector<std::string>{"Mr. Lin waits. He always does.\r\n  作者:林晚", "The boat came."});
  CHECK(values_of(document, "author").empty());
}

TEST_CASE("A credit lies inside its caption, and boilerplate has a reason", "[parse_text]") {
  const StoredDocument document = parsed(kArticle);
  bool nested = false;
  bool reasoned = false;
  for (const weft_span& span : document.spans) {
    if (text_of(document, span) == "林晚摄") {
      const weft_span* parent = document.find_span(span.parent);
      REQUIRE(parent != nullptr);
      nested = text_of(document, *parent).starts_with("渡轮停靠");
    }
    if (text_of(document, span) == "正在加载")
      reasoned = value_of(document, "reason", WEFT_ON_SPAN, span.id) == "loading-notice";
  }
  CHECK(nested);
  CHECK(reasoned);
}

TEST_CASE("Metadata says where it was found and how sure it is", "[parse_text]") {
  const StoredDocument document = parsed(kArticle);
  std::size_t checked = 0;
  for (const weft_attr& attr : document.attrs) {
    if (attr.owner_kind != WEFT_ON_DOCUMENT) continue;
    ++checked;
    CHECK(attr.origin != 0);
    CHECK(document.find_span(attr.evidence) != nullptr);
    CHECK(attr.confidence > 0.4);
    CHECK(attr.confidence <= 1.0);
  }
  CHECK(checked == 3);
}

TEST_CASE("Spans of a GBK source lead back to its bytes", "[parse_text]") {
  // "渡轮又晚点了。没有人介意,因为船长从来不说谎话。" in GBK, behind a title.
  const std::string bytes =
      "\xB6\xC9\xC2\xD6\n\n"
      "\xB6\xC9\xC2\xD6\xD3\xD6\xCD\xED\xB5\xE3\xC1\xCB\xA1\xA3\xC3\xBB\xD3\xD0\xC8\xCB\xBD\xE9\xD2"
      "\xE2\x2C\xD2\xF2\xCE\xAA\xB4\xAC\xB3\xA4\xB4\xD3\xC0\xB4\xB2\xBB\xCB\xB5\xBB\xD1\xBB\xB0\xA1"
      "\xA3\n";
  const StoredDocument document = parsed(bytes);
  CHECK(to_view(document.sources[0].encoding) == "gb18030");
  const auto paragraphs = texts_of(document, "paragraph");
  REQUIRE(paragraphs.size() == 1);
  for (const weft_span& span : document.spans) {
    if (text_of(document, span) != paragraphs[0]) continue;
    const MappedRange range =
        trace({document.views[0].runs, document.views[0].n_runs}, span.begin, span.end);
    CHECK(range.known);
    CHECK(range.begin == 6);
    CHECK(range.end == bytes.size() - 1);
  }
}

TEST_CASE("Bytes that are no text are counted on the source", "[parse_text]") {
  const StoredDocument document = parsed(std::string("The ferry was late\0 again, said Jo.\n", 36));
  CHECK(value_of(document, "repaired", WEFT_ON_SOURCE, 1) == "1");
}

TEST_CASE("With main-content=false nothing is boilerplate", "[parse_text]") {
  const StoredDocument document = parsed(kArticle, {{"main-content", "false"}});
  CHECK(texts_of(document, "boilerplate").empty());
  CHECK(texts_of(document, "paragraph").size() == 3);
  CHECK(value_of(document, "title") == "渡轮等人的港口");
}

TEST_CASE("Empty sources make documents with an empty view", "[parse_text]") {
  const StoredDocument document = parsed("");
  REQUIRE(document.views.size() == 1);
  CHECK(document.spans.empty());
}

TEST_CASE("Plain text is claimed moderately, markup hardly", "[parse_text]") {
  StageHarness harness("parse_text");
  CHECK(harness.sniff("a.txt", "The ferry was late again.") > 20);
  CHECK(harness.sniff("a.txt", "<html><body><p>The ferry.</p></body></html>") < 10);
  CHECK(harness.sniff("a.txt", "<html>", "text/plain") > 90);
}

}  // namespace
}  // namespace weft::test
