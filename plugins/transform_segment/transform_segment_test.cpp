// SPDX-License-Identifier: Apache-2.0
/// transform_segment through the host's own calls.
#include <catch2/catch.hpp>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("body blocks, titles and captions get sentences and boilerplate gets none") {
  DocumentBuilder builder;
  const std::string text =
      "Two lamps\n\nIt rained. We stayed.\n\n桥上有人。船来了。\n\nSubscribe now. Today.";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "mul", text);
  builder.span(WEFT_SPAN_TITLE, view, "Two lamps");
  builder.span(WEFT_SPAN_PARAGRAPH, view, "It rained. We stayed.");
  builder.span(WEFT_SPAN_CAPTION, view, "桥上有人。船来了。");
  builder.span(WEFT_SPAN_BOILERPLATE, view, "Subscribe now. Today.");
  StoredDocument document = builder.build();
  CHECK(StageHarness("transform_segment").process(document).status == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) ==
        Texts{"Two lamps", "It rained.", "We stayed.", "桥上有人。", "船来了。"});
}

TEST_CASE("a block inside another parts the outer one's sentences") {
  DocumentBuilder builder;
  const std::string text = "The old mill Photo: A. Stone";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "en", text);
  const weft_id caption = builder.span(WEFT_SPAN_CAPTION, view, 0, text.size());
  builder.span(WEFT_SPAN_CREDIT, view, 13, text.size(), caption);
  StoredDocument document = builder.build();
  StageHarness("transform_segment").process(document);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) == Texts{"The old mill"});
}

TEST_CASE("code stays in one piece") {
  DocumentBuilder builder;
  const std::string text = "a = b.c;\nIf (d) { e! }";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "en", text);
  builder.span(WEFT_SPAN_CODE, view, 0, text.size());
  StoredDocument document = builder.build();
  StageHarness("transform_segment").process(document);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) == Texts{text});
}

TEST_CASE("only leaf views are segmented, and only once") {
  DocumentBuilder builder;
  const std::string text = "One. Two.";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "en", text);
  builder.span(WEFT_SPAN_PARAGRAPH, view, 0, text.size());
  const weft_id derived = builder.derived_view("en", "en", "Two.", view, {{5, 0, 4, 1, 1}});
  builder.span(WEFT_SPAN_PARAGRAPH, derived, 0, 4);
  StoredDocument document = builder.build();
  StageHarness harness("transform_segment");
  harness.process(document);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) == Texts{"Two."});
  CHECK(harness.process(document).status == WEFT_PASSED);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) == Texts{"Two."});
}

TEST_CASE("a document without text is passed on") {
  DocumentBuilder builder;
  builder.source("a.txt", "");
  StoredDocument document = builder.build();
  CHECK(StageHarness("transform_segment").process(document).status == WEFT_PASSED);
}

TEST_CASE("the samples' sentences are those written beside them") {
  const std::string text = read_file(WEFT_TESTDATA "/quotes.txt");
  Texts wanted;
  const std::string list = read_file(WEFT_TESTDATA "/quotes.sentences.txt");
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = list.find('\n', begin);
    wanted.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  StoredDocument document =
      plain_document("quotes.txt", "zh-Hans", {text.substr(0, text.size() - 1)});
  StageHarness("transform_segment").process(document);
  CHECK(texts_of(document, WEFT_SPAN_SENTENCE) == wanted);
}

}  // namespace
}  // namespace weft::test
