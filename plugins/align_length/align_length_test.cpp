// SPDX-License-Identifier: Apache-2.0
/// Tests of the plugin: which views and blocks it aligns, and the links it makes.
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

using weft::test::DocumentBuilder;
using weft::test::links_of;
using weft::test::StageHarness;

struct Pair {
  std::string english;
  std::string chinese;
};

std::vector<Pair> sentence_pairs() {
  std::istringstream lines(weft::test::read_file(WEFT_TESTDATA "/lighthouse.txt"));
  std::vector<Pair> pairs;
  std::string line;
  while (std::getline(lines, line)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) pairs.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return pairs;
}

/// A view of one paragraph for each row, of a sentence span for each item.
std::vector<weft_id> add_view(DocumentBuilder& builder, std::string_view name,
                              std::string_view lang,
                              const std::vector<std::vector<std::string>>& paragraphs) {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const auto& paragraph : paragraphs) {
    for (const std::string& sentence : paragraph)
      text += sentence + " ";
    text.back() = '\n';
  }
  const weft_id view = builder.view(name, lang, text);
  std::vector<weft_id> blocks;
  std::size_t at = 0;
  for (const auto& paragraph : paragraphs) {
    std::size_t end = at;
    for (const std::string& sentence : paragraph)
      end += sentence.size() + 1;
    blocks.push_back(builder.span("paragraph", view, at, end - 1));
    for (const std::string& sentence : paragraph) {
      builder.span("sentence", view, at, at + sentence.size(), blocks.back());
      at += sentence.size() + 1;
    }
  }
  return blocks;
}

}  // namespace

TEST_CASE("sentences of two views become beads with a score and the method's name") {
  const std::vector<Pair> pairs = sentence_pairs();
  std::vector<std::string> english;
  std::vector<std::string> chinese;
  for (const Pair& pair : pairs) {
    english.push_back(pair.english);
    chinese.push_back(pair.chinese);
  }
  DocumentBuilder builder;
  add_view(builder, "en", "en", {english});
  add_view(builder, "zh", "zh-Hans", {chinese});
  weft::StoredDocument document = builder.build();
  REQUIRE(StageHarness("align_length").process(document).status == WEFT_OK);

  std::vector<std::string> expected;
  for (const Pair& pair : pairs)
    expected.push_back("source " + pair.english + " | target " + pair.chinese);
  CHECK(links_of(document, "bead") == expected);
  for (const weft_link& link : document.links) {
    CHECK(link.score > 0);
    CHECK(link.score <= 1);
    CHECK(weft::test::value_of(document, "method", WEFT_ON_LINK, link.id) == "align_length");
  }
}

TEST_CASE("the options decide which language is the source") {
  DocumentBuilder builder;
  add_view(builder, "en", "en-GB", {{"A short line."}});
  add_view(builder, "zh", "zh-Hant", {{"短短的一行。"}});
  weft::StoredDocument document = builder.build();
  StageHarness aligner("align_length", {{"source", "zh"}, {"target", "en"}});
  REQUIRE(aligner.process(document).status == WEFT_OK);
  CHECK(links_of(document, "bead") ==
        std::vector<std::string>{"source 短短的一行。 | target A short line."});
}

TEST_CASE("a document without a view of either language is passed on with the reason") {
  DocumentBuilder builder;
  add_view(builder, "text", "en", {{"Only one language here."}});
  weft::StoredDocument document = builder.build();
  const weft::Outcome outcome = StageHarness("align_length").process(document);
  CHECK(outcome.status == WEFT_PASSED);
  CHECK(outcome.message == "no zh view");
  CHECK(document.links.empty());
}

TEST_CASE("a document whose views have no sentences is passed on with the reason") {
  DocumentBuilder builder;
  builder.view("en", "en", "Not yet cut into sentences.");
  builder.view("zh", "zh", "还没有分句。");
  weft::StoredDocument document = builder.build();
  const weft::Outcome outcome = StageHarness("align_length").process(document);
  CHECK(outcome.status == WEFT_PASSED);
  CHECK(outcome.message == "no sentences in the en view");
}

TEST_CASE("a view that others were derived from is not aligned") {
  DocumentBuilder builder;
  const weft_id base = builder.view("text", "en", "One.\n一。\n");
  builder.span("sentence", base, 0, 4);
  const weft_id english = builder.derived_view("en", "en", "One.\n", base, {{0, 0, 5, 1, 1}});
  const weft_id chinese = builder.derived_view("zh", "zh", "一。\n", base, {{5, 0, 7, 1, 1}});
  builder.span("sentence", english, "One.");
  builder.span("sentence", chinese, "一。");
  weft::StoredDocument document = builder.build();
  REQUIRE(StageHarness("align_length").process(document).status == WEFT_OK);
  CHECK(links_of(document, "bead") == std::vector<std::string>{"source One. | target 一。"});
  CHECK(document.spans[document.ends[0].span - 1].view == english);
}

TEST_CASE("sentences are aligned within linked blocks, whatever the roles and the order") {
  DocumentBuilder builder;
  const auto english = add_view(
      builder, "en", "en",
      {{"The bridge opened in May."}, {"It closed in June.", "The river had not been told."}});
  const auto chinese =
      add_view(builder, "zh", "zh", {{"六月它又关了。", "没有人告诉那条河。"}, {"大桥五月通车。"}});
  // Links cross, and the second names the Chinese block as the source.
  builder.link("parallel", {{english[0], "source"}, {chinese[1], "target"}}, 1);
  builder.link("parallel", {{chinese[0], "source"}, {english[1], "target"}}, 1);
  weft::StoredDocument document = builder.build();
  REQUIRE(StageHarness("align_length").process(document).status == WEFT_OK);
  CHECK(
      links_of(document, "bead") ==
      std::vector<std::string>{"source The bridge opened in May. | target 大桥五月通车。",
                               "source It closed in June. | target 六月它又关了。",
                               "source The river had not been told. | target 没有人告诉那条河。"});
}

TEST_CASE("blocks beside the linked ones give beads with one side, in reading order") {
  DocumentBuilder builder;
  const auto english = add_view(
      builder, "en", "en",
      {{"The bridge opened in May."}, {"Photograph by the author."}, {"It closed in June."}});
  const auto chinese =
      add_view(builder, "zh", "zh", {{"大桥五月通车。"}, {"六月它又关了。"}, {"点击查看更多。"}});
  builder.link("parallel", {{english[0], "source"}, {chinese[0], "target"}}, 1);
  builder.link("parallel", {{english[2], "source"}, {chinese[1], "target"}}, 1);
  weft::StoredDocument document = builder.build();
  REQUIRE(StageHarness("align_length").process(document).status == WEFT_OK);
  CHECK(links_of(document, "bead") ==
        std::vector<std::string>{"source The bridge opened in May. | target 大桥五月通车。",
                                 "source Photograph by the author.",
                                 "source It closed in June. | target 六月它又关了。",
                                 "target 点击查看更多。"});
  CHECK(document.links[document.links.size() - 1].score == 0);
}
