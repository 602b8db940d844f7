// SPDX-License-Identifier: Apache-2.0
/// transform_bilingual through the host's own calls, and its pairing by itself.
#include <catch2/catch.hpp>

#include "interleaving.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

const Texts kEnglish = {
    "The ferry leaves the harbour at seven in the morning and comes back in the late afternoon.",
    "In 1998 the town bought a second boat called Heron, which carries 120 people.",
    "Nobody lives on the smaller island any more, but shepherds still take their sheep there in "
    "May."};
const Texts kChinese = {"渡轮早上七点离开港口，傍晚时分返回。",
                        "1998年，镇上买了第二艘船，名叫Heron，可以载120人。",
                        "小岛上已经没有人居住，但牧羊人五月仍然把羊带到那里去。"};

Texts interleaved() {
  Texts out;
  for (std::size_t i = 0; i < kEnglish.size(); ++i) {
    out.push_back(kEnglish[i]);
    out.push_back(kChinese[i]);
  }
  return out;
}

weft_status run(StoredDocument& document) {
  return StageHarness("transform_bilingual").process(document).status;
}

TEST_CASE("a text that alternates with its translation becomes two views with linked blocks") {
  StoredDocument document = plain_document("a.txt", "", interleaved());
  REQUIRE(run(document) == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "en") == kEnglish);
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "zh-Hans") == kChinese);
  CHECK(links_of(document, WEFT_LINK_PARALLEL) ==
        Texts{"source " + kEnglish[0] + " | target " + kChinese[0],
              "source " + kEnglish[1] + " | target " + kChinese[1],
              "source " + kEnglish[2] + " | target " + kChinese[2]});
  CHECK(value_of(document, WEFT_KEY_LAYOUT) == "interleaved");
}

TEST_CASE("what comes first is the source") {
  Texts paragraphs = interleaved();
  for (std::size_t i = 0; i + 1 < paragraphs.size(); i += 2)
    std::swap(paragraphs[i], paragraphs[i + 1]);
  StoredDocument document = plain_document("a.txt", "", paragraphs);
  REQUIRE(run(document) == WEFT_OK);
  CHECK(links_of(document, WEFT_LINK_PARALLEL).front() ==
        "source " + kChinese[0] + " | target " + kEnglish[0]);
}

TEST_CASE("an intruder between pairs stays unlinked and does not shift the pairing") {
  Texts paragraphs = interleaved();
  paragraphs.insert(paragraphs.begin() + 2, "港口的渡轮");
  StoredDocument document = plain_document("a.txt", "", paragraphs);
  REQUIRE(run(document) == WEFT_OK);
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 3);
  CHECK(links_of(document, WEFT_LINK_PARALLEL)[1] ==
        "source " + kEnglish[1] + " | target " + kChinese[1]);
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "zh-Hans")[1] == "港口的渡轮");
}

TEST_CASE("captions are copied to their language and never paired with paragraphs") {
  DocumentBuilder builder;
  const std::string text = kEnglish[0] + "\n\n图为港口。\n\n" + kChinese[0] + "\n\n" + kEnglish[1] +
                           "\n\n" + kChinese[1] + "\n\n订阅";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "", text);
  builder.span(WEFT_SPAN_PARAGRAPH, view, kEnglish[0]);
  builder.span(WEFT_SPAN_CAPTION, view, "图为港口。");
  for (const std::string& paragraph : {kChinese[0], kEnglish[1], kChinese[1]})
    builder.span(WEFT_SPAN_PARAGRAPH, view, paragraph);
  builder.span(WEFT_SPAN_BOILERPLATE, view, "订阅");
  StoredDocument document = builder.build();
  REQUIRE(run(document) == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_CAPTION, "zh-Hans") == Texts{"图为港口。"});
  CHECK(texts_of(document, WEFT_SPAN_BOILERPLATE, "zh-Hans").empty());
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 2);
}

TEST_CASE("bylines and dates go to the view of their script and are linked to nothing") {
  DocumentBuilder builder;
  const std::string text = "Anna Stone\n\n2024年5月1日\n\n" + kEnglish[0] + "\n\n" + kChinese[0] +
                           "\n\n" + kEnglish[1] + "\n\n" + kChinese[1];
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "", text);
  builder.span(WEFT_SPAN_BYLINE, view, "Anna Stone");
  builder.span(WEFT_SPAN_DATE, view, "2024年5月1日");
  for (const std::string& paragraph : {kEnglish[0], kChinese[0], kEnglish[1], kChinese[1]})
    builder.span(WEFT_SPAN_PARAGRAPH, view, paragraph);
  StoredDocument document = builder.build();
  REQUIRE(run(document) == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_BYLINE, "en") == Texts{"Anna Stone"});
  CHECK(texts_of(document, WEFT_SPAN_DATE, "zh-Hans") == Texts{"2024年5月1日"});
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 2);
}

TEST_CASE("lines that alternate inside one paragraph are taken apart") {
  std::string text;
  for (const std::string& line : interleaved())
    text += line + "\n";
  StoredDocument document = plain_document("a.txt", "", {text.substr(0, text.size() - 1)});
  REQUIRE(run(document) == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "en") == kEnglish);
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 3);
}

TEST_CASE("derived blocks are traced to their source bytes") {
  StoredDocument document = plain_document("a.txt", "", interleaved());
  REQUIRE(run(document) == WEFT_OK);
  for (const weft_span& span : document.spans) {
    const auto range = source_range(document, span);
    CHECK(range.second - range.first == text_of(document, span).size());
  }
}

TEST_CASE("documents that are not bilingual are passed on") {
  StoredDocument english = plain_document("a.txt", "", kEnglish);
  CHECK(run(english) == WEFT_PASSED);
  Texts halves = kEnglish;
  halves.insert(halves.end(), kChinese.begin(), kChinese.end());
  StoredDocument sequential = plain_document("a.txt", "", halves);
  CHECK(run(sequential) == WEFT_PASSED);
  StoredDocument empty = plain_document("a.txt", "", {});
  CHECK(run(empty) == WEFT_PASSED);
}

TEST_CASE("a paragraph translated by two is one group") {
  const std::vector<Piece> pieces = {
      {.side = 0, .size = 100}, {.side = 1, .size = 80},  {.side = 0, .size = 200},
      {.side = 1, .size = 80},  {.side = 1, .size = 82},  {.side = 0, .size = 150},
      {.side = 1, .size = 120}, {.side = 0, .size = 100}, {.side = 1, .size = 81}};
  const std::vector<Pair> pairs = find_interleaving(pieces, model_of_neighbours(pieces));
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[1].first == std::vector<std::size_t>{2});
  CHECK(pairs[1].second == std::vector<std::size_t>{3, 4});
}

TEST_CASE("no side of a pair holds pieces of both languages, however well their sizes would fit") {
  const std::vector<Piece> pieces = {{.side = 0, .size = 60},
                                     {.side = 1, .size = 30},
                                     {.side = 0, .size = 1},
                                     {.side = 1, .size = 30}};
  for (const Pair& pair : find_interleaving(pieces, {})) {
    for (const std::size_t i : pair.first)
      CHECK(pieces[i].side == pieces[pair.first.front()].side);
    for (const std::size_t i : pair.second)
      CHECK(pieces[i].side != pieces[pair.first.front()].side);
  }
}

TEST_CASE("the sample file pairs line by line") {
  const std::string text = read_file(WEFT_TESTDATA "/orchard.txt");
  StoredDocument document = plain_document("orchard.txt", "", {text.substr(0, text.size() - 1)});
  REQUIRE(run(document) == WEFT_OK);
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 4);
}

}  // namespace
}  // namespace weft::test
