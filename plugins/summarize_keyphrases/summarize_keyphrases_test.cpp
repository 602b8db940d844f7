// SPDX-License-Identifier: Apache-2.0
/// Key phrases, figures and headlines of texts of our own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "clauses.hpp"
#include "key_figures.hpp"
#include "phrases.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Texts = std::vector<std::string>;

const Texts kFerry{
    "The island council replaces its diesel boats with electric ferries.",
    "Electric ferries cost the council 48 million euros, and the harbour fund pays 60 percent.",
    "In frost the batteries of an electric ferry lose a third of their range.",
    "The harbour fund was set up in 1998 and has 1,250 members.",
    "Nobody knows when the first electric ferry sails."};
const Texts kPaper{"本文提出了一种潮汐能水轮机叶片的优化设计方法。",
                   "该方法用遗传算法调整水轮机叶片的扭角，使潮汐能水轮机的效率提高12.5%。",
                   "试验表明，优化后的水轮机叶片在低流速下仍能稳定运行，单台造价约300万元。",
                   "遗传算法共迭代1600次。"};

StoredDocument document_of(const Texts& sentences, std::string_view lang,
                           std::string_view title = {}) {
  DocumentBuilder builder;
  std::string text(title);
  if (!title.empty()) text += "\n";
  const std::size_t body = text.size();
  for (const std::string& sentence : sentences)
    text += sentence + " ";
  const weft_id view = builder.view("text", lang, text);
  if (!title.empty()) builder.span("title", view, 0, title.size());
  const weft_id block = builder.span("paragraph", view, body, text.size() - 1);
  std::size_t at = body;
  for (const std::string& sentence : sentences) {
    builder.span("sentence", view, at, at + sentence.size(), block);
    at += sentence.size() + 1;
  }
  return builder.build();
}

StoredDocument processed(StoredDocument document, const StageOptions& options = {}) {
  StageHarness stage("summarize_keyphrases", options);
  REQUIRE(stage.process(document).status == WEFT_OK);
  return document;
}

bool has(const Texts& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("English key phrases are runs of content words, counted by stems") {
  const StoredDocument document = processed(document_of(kFerry, "en"));
  const Texts phrases = values_of(document, "keyphrase");
  REQUIRE(phrases.size() > 3);
  CHECK(phrases.size() <= 8);
  CHECK(phrases[0] == "electric ferries");
  CHECK(has(phrases, "harbour fund"));
  CHECK(values_of(document, "count", WEFT_ON_SPAN, document.spans[6].id) == Texts{"4"});
  for (const std::string& phrase : phrases) {
    CHECK_FALSE(has({"the", "its", "electric", "ferries", "first"}, phrase));
  }
}

TEST_CASE("Chinese key phrases need no words: what recurs between borders is one") {
  const Texts phrases = values_of(processed(document_of(kPaper, "zh-Hans")), "keyphrase");
  CHECK(has(phrases, "水轮机叶片"));
  CHECK(has(phrases, "遗传算法"));
  for (const std::string& phrase : phrases) {
    CHECK(phrase.find("的") == std::string::npos);
    CHECK_FALSE(has({"方法", "轮机", "机叶片", "提出", "算法"}, phrase));
  }
}

TEST_CASE("every phrase has a span with its text, a score and a count") {
  const StoredDocument document = processed(document_of(kPaper, "zh"), {{"keyphrases", "4"}});
  const Texts phrases = values_of(document, "keyphrase");
  REQUIRE(phrases.size() == 4);
  Texts spans = texts_of(document, "keyphrase");
  REQUIRE(spans.size() == 4);
  for (const std::string& phrase : phrases)
    CHECK(has(spans, phrase));
  double last = 1;
  for (const weft_span& span : document.spans) {
    if (!has(phrases, text_of(document, span))) continue;
    const double score = std::stod(value_of(document, "score", WEFT_ON_SPAN, span.id));
    CHECK(score > 0);
    CHECK(score <= last);
    last = score;
  }
}

TEST_CASE("a phrase of the title is worth more than one of the body") {
  const StoredDocument document =
      processed(document_of(kFerry, "en", "What frost does to batteries"));
  const Texts phrases = values_of(document, "keyphrase");
  const auto place = [&](std::string_view text) {
    return std::find(phrases.begin(), phrases.end(), text) - phrases.begin();
  };
  CHECK(place("batteries") < place("harbour fund"));
}

TEST_CASE("key figures are amounts with their clause, no dates and no small counts") {
  const StoredDocument english = processed(document_of(kFerry, "en"), {{"figures", "3"}});
  CHECK(has(texts_of(english, "key-figure"), "48 million euros"));
  CHECK(has(texts_of(english, "key-figure"), "60 percent"));
  CHECK(
      has(values_of(english, "key-figure"), "Electric ferries cost the council 48 million euros"));
  CHECK_FALSE(has(texts_of(english, "key-figure"), "1998"));

  const StoredDocument chinese = processed(document_of(kPaper, "zh"));
  CHECK(has(texts_of(chinese, "key-figure"), "12.5%"));
  CHECK(has(texts_of(chinese, "key-figure"), "300万元"));
  for (const weft_span& span : chinese.spans) {
    if (text_of(chinese, span) == "300万元")
      CHECK(value_of(chinese, "canonical", WEFT_ON_SPAN, span.id) == "~CNY 3000000");
  }
}

TEST_CASE("of equal figures one is kept, whatever is said of how near it is") {
  const std::vector<std::string_view> sentences{"It cost 30 euros.", "About 30 euros it cost.",
                                                "It weighs 40 kg."};
  const std::vector<double> worth{0.5, 1, 0.5};
  const auto figures = find_key_figures(sentences, worth, "en", 9);
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].sentence == 1);
  CHECK(find_key_figures(sentences, worth, "en", 1).size() == 1);
}

TEST_CASE("a headline is suggested where there is no title, and only there unless asked for") {
  const StoredDocument document = processed(document_of(kPaper, "zh"));
  const std::string headline = value_of(document, "headline");
  CHECK(headline.find("水轮机叶片") != std::string::npos);
  CHECK(headline.find("本文") == std::string::npos);
  CHECK(headline.find("。") == std::string::npos);
  CHECK(value_of(processed(document_of(kPaper, "zh", "潮汐能")), "headline").empty());
  CHECK_FALSE(
      value_of(processed(document_of(kPaper, "zh", "潮汐能"), {{"headline", "always"}}), "headline")
          .empty());
  CHECK(
      value_of(processed(document_of(kPaper, "zh"), {{"headline", "never"}}), "headline").empty());
}

TEST_CASE("a second run replaces what the first one said") {
  StoredDocument document = document_of(kFerry, "en");
  StageHarness many("summarize_keyphrases");
  StageHarness few("summarize_keyphrases",
                   {{"keyphrases", "2"}, {"figures", "0"}, {"headline", "never"}});
  REQUIRE(many.process(document).status == WEFT_OK);
  REQUIRE(few.process(document).status == WEFT_OK);
  CHECK(values_of(document, "keyphrase").size() == 2);
  CHECK(texts_of(document, "keyphrase").size() == 2);
  CHECK(texts_of(document, "key-figure").empty());
  CHECK(values_of(document, "headline").empty());
}

TEST_CASE("odd texts give few phrases or none, and no trouble") {
  CHECK(values_of(processed(document_of({"—— !!!", "… 。"}, "zh")), "keyphrase").empty());
  CHECK(values_of(processed(document_of({"的的的了了", "of the and"}, "zh")), "keyphrase").empty());
  CHECK_FALSE(values_of(processed(document_of({"LEVEE BROKE NEAR LEVEE ROAD"}, "en")), "keyphrase")
                  .empty());
  std::string giant;
  while (giant.size() < (1U << 20U))
    giant += "河水上涨 rising water 漲 levee ";
  CHECK_FALSE(values_of(processed(document_of({giant}, "zh")), "keyphrase").empty());
  StoredDocument empty("empty.txt");
  CHECK(StageHarness("summarize_keyphrases").process(empty).status == WEFT_PASSED);
}

TEST_CASE("phrases beyond the front occur twice at least, and none crosses a mark or grammar") {
  UnitReader reader("en");
  const std::vector<std::string_view> texts{"red levee, old dam", "red levee of old dam",
                                            "one quay more"};
  const Units units = reader.read(texts);
  const auto phrases = mine_phrases(units, 0, {.longest = 4, .front = 2});
  const auto count = [&](std::string_view first, std::uint32_t length) {
    for (const Phrase& phrase : phrases) {
      const Unit& unit = units.all[phrase.first];
      if (phrase.length == length &&
          texts[unit.part].substr(unit.begin, unit.end - unit.begin) == first)
        return phrase.count;
    }
    return 0U;
  };
  CHECK(count("red", 2) == 2);
  CHECK(count("old", 2) == 2);
  CHECK(count("red", 3) == 0);
  CHECK(count("levee", 2) == 0);
  CHECK(count("quay", 2) == 0);
}

TEST_CASE("commas part clauses, but not inside numbers and brackets") {
  const std::string_view text = "It costs 16,000 euros (pumps, pipes), and 渡轮，码头。";
  Texts clauses;
  for (const Clause& clause : clauses_of(text))
    clauses.emplace_back(text.substr(clause.begin, clause.end - clause.begin));
  CHECK(clauses == Texts{"It costs 16,000 euros (pumps, pipes)", "and 渡轮", "码头"});
  CHECK(clauses_of("…… !").empty());
}

TEST_CASE("words of any text and parts of numbers are no key phrases") {
  const Texts texts{"堤坝自己会沉降，沉降百分之五就要加固。",
                    "堤坝沉降百分之八，村民自己搬来石料。",
                    "加固堤坝用了三百二十车石料，村民自己出了百分之六十。"};
  const Texts phrases = values_of(processed(document_of(texts, "zh-Hans")), "keyphrase");
  CHECK(std::count(phrases.begin(), phrases.end(), "堤坝") == 1);
  for (const std::string word : {"自己", "百分", "百分之", "三百", "分之"})
    CHECK(std::count(phrases.begin(), phrases.end(), word) == 0);
}
