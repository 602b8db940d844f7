// SPDX-License-Identifier: Apache-2.0
/// The summarizer through the host, and its ranking on texts of our own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/summary/pick.hpp"

using namespace weft;
using namespace weft::test;

namespace {

struct Block {
  std::string type;
  std::vector<std::string> sentences;
};

/// Blocks and their sentences, as after transform_segment.
void add_blocks(DocumentBuilder& builder, std::string_view name, std::string_view lang,
                const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    for (const std::string& sentence : block.sentences)
      text += sentence + " ";
    text += "\n";
  }
  const weft_id view = builder.view(name, lang, text);
  std::size_t at = 0;
  for (const Block& block : blocks) {
    std::size_t end = at;
    for (const std::string& sentence : block.sentences)
      end += sentence.size() + 1;
    const weft_id span = builder.span(block.type, view, at, end - 1);
    for (const std::string& sentence : block.sentences) {
      builder.span("sentence", view, at, at + sentence.size(), span);
      at += sentence.size() + 1;
    }
    ++at;
  }
}

StoredDocument document_of(const std::vector<Block>& blocks, std::string_view lang = "en") {
  DocumentBuilder builder;
  add_blocks(builder, "text", lang, blocks);
  return builder.build();
}

std::vector<std::string> picks_of(const StoredDocument& document) {
  std::vector<std::string> out;
  for (const weft_link& link : document.links) {
    for (std::uint32_t k = 0; k < link.n_ends; ++k) {
      const weft_id id = document.ends[link.first_end + k].span;
      for (const weft_span& span : document.spans) {
        if (span.id == id) out.push_back(text_of(document, span));
      }
    }
  }
  return out;
}

std::vector<std::string> summarize(StoredDocument document, const StageOptions& options = {}) {
  StageHarness stage("summarize_rank", options);
  REQUIRE(stage.process(document).status == WEFT_OK);
  return picks_of(document);
}

const std::vector<Block> kFerry{
    {"title", {"Electric ferries for the island"}},
    {"paragraph", {"The island council voted to replace its diesel ferries with electric boats."}},
    {"caption", {"The council and its electric ferries: boats of the island council."}},
    {"paragraph",
     {"The electric boats will cost the council 48 million euros.",
      "Half of it is paid by the harbour fund."}},
    {"paragraph", {"Do electric boats work in winter?", "Well, I do not know."}},
    {"paragraph", {"The council found that batteries of the electric boats lose range in frost."}},
    {"boilerplate", {"Sign up for news of the electric ferries of the island council."}},
    {"paragraph", {"A bakery near the pier plans to open earlier."}},
};

}  // namespace

TEST_CASE("a summary is one link of evidence in text order, with scores and a method") {
  StoredDocument document = document_of(kFerry);
  StageHarness stage("summarize_rank", {{"sentences", "3"}});
  REQUIRE(stage.process(document).status == WEFT_OK);
  REQUIRE(document.links.size() == 1);
  const auto picks = picks_of(document);
  REQUIRE(picks.size() == 3);
  CHECK(picks[0] == kFerry[1].sentences[0]);
  CHECK(values_of(document, "method", WEFT_ON_LINK, document.links[0].id) ==
        std::vector<std::string>{"summarize_rank"});
  std::uint32_t last = 0;
  for (std::uint32_t k = 0; k < 3; ++k) {
    const weft_id id = document.ends[document.links[0].first_end + k].span;
    CHECK(values_of(document, "score", WEFT_ON_SPAN, id).size() == 1);
    CHECK(id > last);
    last = id;
  }
}

TEST_CASE("captions, boilerplate, titles and headings are never picked") {
  const auto picks = summarize(document_of(kFerry), {{"sentences", "50"}});
  CHECK(picks.size() == 7);
  for (const std::size_t block : {0U, 2U, 6U})
    CHECK(std::count(picks.begin(), picks.end(), kFerry[block].sentences[0]) == 0);
}

TEST_CASE("a second run replaces the summary of the first") {
  StoredDocument document = document_of(kFerry);
  StageHarness five("summarize_rank");
  StageHarness one("summarize_rank", {{"sentences", "1"}});
  REQUIRE(five.process(document).status == WEFT_OK);
  REQUIRE(one.process(document).status == WEFT_OK);
  REQUIRE(document.links.size() == 1);
  CHECK(picks_of(document).size() == 1);
}

TEST_CASE("no two picks have the same words") {
  const std::vector<Block> blocks{
      {"paragraph",
       {"The dam holds.", "The dam holds.", "the dam holds!", "Rain fell on the dam."}}};
  CHECK(summarize(document_of(blocks)).size() == 2);
}

TEST_CASE("budgets in words, characters and share are hard unless the last pick may overrun") {
  CHECK(summarize(document_of(kFerry), {{"words", "13"}}).size() == 1);
  CHECK(summarize(document_of(kFerry), {{"words", "13"}, {"overrun", "true"}}).size() == 2);
  for (const std::string& pick : summarize(document_of(kFerry), {{"characters", "60"}}))
    CHECK(pick.size() <= 70);
  const auto half = summarize(document_of(kFerry), {{"share", "0.5"}});
  CHECK(half.size() > 1);
  CHECK(half.size() < 6);

  StoredDocument document = document_of(kFerry);
  StageHarness tiny("summarize_rank", {{"words", "2"}});
  CHECK(tiny.process(document).status == WEFT_PASSED);
  CHECK(document.links.empty());
}

TEST_CASE("a document of several languages is summarized in one of them") {
  const auto bilingual = [] {
    DocumentBuilder builder;
    add_blocks(builder, "en", "en",
               {{"paragraph", {"The bridge is closed.", "The bridge reopens."}}});
    add_blocks(builder, "zh", "zh-Hans",
               {{"paragraph", {"大桥已经封闭。", "大桥将在五月重新开放。"}}});
    return builder.build();
  };
  StoredDocument english = bilingual();
  StoredDocument chinese = bilingual();
  StoredDocument french = bilingual();
  StageHarness("summarize_rank", {{"language", "en"}}).process(english);
  StageHarness("summarize_rank", {{"language", "zh"}}).process(chinese);
  CHECK(picks_of(english).front() == "The bridge is closed.");
  CHECK(picks_of(chinese).front() == "大桥已经封闭。");
  CHECK(value_of(chinese, "lang", WEFT_ON_LINK, chinese.links[0].id) == "zh-Hans");
  CHECK(StageHarness("summarize_rank", {{"language", "fr"}}).process(french).status == WEFT_PASSED);
}

namespace {

/// Two aligned views; the second sentence of the English one is two in Chinese.
StoredDocument aligned(bool with_beads) {
  DocumentBuilder builder;
  add_blocks(builder, "en", "en",
             {{"paragraph",
               {"The island council bought three electric ferries.", "The council pays 48 million.",
                "It rained.", "Electric ferries of the council lose range in frost."}}});
  add_blocks(builder, "zh", "zh-Hans",
             {{"paragraph",
               {"岛上议会买了三艘电动渡轮。", "议会付四千八百万。", "这不算贵。", "那天下雨。",
                "议会的电动渡轮在霜冻中航程变短。"}}});
  StoredDocument& document = builder.document();
  std::vector<weft_id> sentences;
  const weft_id type = [&] {
    for (const weft_span& span : document.spans) {
      if (text_of(document, span) == "It rained.") return span.type;
    }
    return weft_id{0};
  }();
  for (const weft_span& span : document.spans) {
    if (span.type == type) sentences.push_back(span.id);
  }
  REQUIRE(sentences.size() == 9);
  if (!with_beads) return builder.build();
  builder.link("bead", {{sentences[0], "source"}, {sentences[4], "target"}}, 1);
  builder.link("bead",
               {{sentences[1], "source"}, {sentences[5], "target"}, {sentences[6], "target"}}, 1);
  builder.link("bead", {{sentences[2], "source"}, {sentences[7], "target"}}, 1);
  builder.link("bead", {{sentences[3], "source"}, {sentences[8], "target"}}, 1);
  return builder.build();
}

std::vector<std::string> evidence_of(const StoredDocument& document, std::size_t link) {
  const std::string all = links_of(document, "summary")[link];
  std::vector<std::string> out;
  const std::string separator = " | ";
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(separator, at), all.size());
    out.push_back(all.substr(at + std::string("evidence ").size(),
                             end - at - std::string("evidence ").size()));
    at = end + separator.size();
  }
  return out;
}

}  // namespace

TEST_CASE("an aligned document is summarized in both languages, bead by bead") {
  StoredDocument document = aligned(true);
  StageHarness("summarize_rank", {{"sentences", "4"}}).process(document);
  const auto links = links_of(document, "summary");
  REQUIRE(links.size() == 2);
  const auto chinese = evidence_of(document, 0);
  const auto english = evidence_of(document, 1);
  CHECK(english ==
        std::vector<std::string>{"The island council bought three electric ferries.",
                                 "The council pays 48 million.",
                                 "Electric ferries of the council lose range in frost."});
  CHECK(chinese == std::vector<std::string>{"岛上议会买了三艘电动渡轮。", "议会付四千八百万。",
                                            "这不算贵。", "议会的电动渡轮在霜冻中航程变短。"});
  for (std::size_t k = 0; k < document.links.size(); ++k) {
    const weft_id id = document.links[k].id;
    if (values_of(document, "method", WEFT_ON_LINK, id).empty()) continue;
    CHECK(values_of(document, "languages", WEFT_ON_LINK, id) ==
          std::vector<std::string>{"zh-Hans", "en"});
  }
}

TEST_CASE("without beads, or asked for one language, a summary is in that language and says so") {
  for (const bool beads : {false, true}) {
    StoredDocument document = aligned(beads);
    StageOptions options{{"sentences", "2"}};
    if (beads) options.emplace_back("language", "en");
    StageHarness("summarize_rank", options).process(document);
    REQUIRE(links_of(document, "summary").size() == 1);
    const weft_id id = document.links.back().id;
    CHECK(values_of(document, "languages", WEFT_ON_LINK, id) ==
          std::vector<std::string>{beads ? "en" : "zh-Hans"});
  }
}

TEST_CASE("a second run over an aligned document leaves one summary a language") {
  StoredDocument document = aligned(true);
  StageHarness stage("summarize_rank", {{"sentences", "1"}});
  stage.process(document);
  stage.process(document);
  CHECK(links_of(document, "summary").size() == 2);
}

TEST_CASE("a bead of two sentences counts for two") {
  StoredDocument document = aligned(true);
  StageHarness("summarize_rank", {{"sentences", "1"}, {"language", "zh"}}).process(document);
  REQUIRE(links_of(document, "summary").size() == 1);
  CHECK(evidence_of(document, 0).size() == 1);
}

TEST_CASE("odd texts are summarized without trouble") {
  CHECK(summarize(document_of({{"paragraph", {"only one sentence without an end"}}})).size() == 1);
  CHECK(summarize(document_of({{"paragraph", {"ALL CAPITALS HERE.", "NOTHING RECURS."}}})).size() ==
        2);
  std::string giant;
  while (giant.size() < (1U << 20U))
    giant += "河水上涨 rising water 漲 ";
  CHECK(summarize(document_of({{"paragraph", {giant, "短句。"}}})).size() == 2);

  StoredDocument wordless = document_of({{"paragraph", {"— — —", "!!!"}}});
  CHECK(StageHarness("summarize_rank").process(wordless).status == WEFT_PASSED);
  StoredDocument empty("empty.txt");
  CHECK(StageHarness("summarize_rank").process(empty).status == WEFT_PASSED);
}

TEST_CASE("quotations that go on in the next sentence are told from whole ones") {
  SentenceTermReader reader;
  const std::vector<BodySentence> candidates{{"“We will build.", 1},
                                             {"And we will stay,” she said.", 1},
                                             {"He called it “good”.", 1},
                                             {"\"Yes.\" No.", 2}};
  const Terms& terms = reader.read(candidates, "", "en");
  CHECK(terms.sentences[0].torn == 1.0F);
  CHECK(terms.sentences[1].torn == Approx(0.6F));
  CHECK(terms.sentences[2].torn == 0.0F);
  CHECK(terms.sentences[3].torn == 0.0F);
  CHECK(terms.sentences[2].ended);
}

TEST_CASE("news is told from talk by where its central sentences are") {
  const auto lead_of = [](const std::vector<BodySentence>& candidates) {
    SentenceTermReader reader;
    const Terms& terms = reader.read(candidates, "", "en");
    return judge(terms, find_signals(terms), Cost::kSentences).lead;
  };
  std::vector<BodySentence> news{
      {"The harbour fund pays for electric boats of the island council.", 1},
      {"The fund pays half.", 2},
      {"Electric boats are quiet.", 3},
      {"The council votes.", 4},
      {"A harbour needs boats.", 5},
      {"The island waits.", 6}};
  const double of_news = lead_of(news);
  std::reverse(news.begin(), news.end());
  CHECK(of_news > 0.5);
  CHECK(lead_of(news) < 0.5);
}

namespace {

std::vector<Telling> tell(const std::vector<BodySentence>& candidates, const std::string& language,
                          SentenceTermReader& reader) {
  return reader.read(candidates, "", language).telling;
}

/// What the terms of the one sentence tell, in the order of their first places.
std::vector<Telling> tell(std::string_view sentence, const std::string& language) {
  SentenceTermReader reader;
  return tell({{sentence, 1}}, language, reader);
}

/// Six sentences about a harbour; `last` is the one that a case is about.
std::vector<Block> harbour(const std::string& last) {
  return {{"paragraph",
           {"The harbour board plans a new pier for the ferries of the bay.",
            "The new pier of the harbour board will shelter ferries from the bay.",
            "Ferries of the bay wait for the new pier of the harbour.",
            "The board of the harbour will pay for the new pier of the ferries.", last}}};
}

}  // namespace

TEST_CASE("figures and names are told from other terms by how they are written") {
  using enum Telling;
  CHECK(tell("Prices rose 35 per cent in 3 towns near Ardal and on road E39.", "en") ==
        std::vector<Telling>{kNothing, kNothing, kFigure, kNothing, kNothing, kNothing, kDigit,
                             kNothing, kNothing, kName, kNothing, kNothing, kNothing, kName});
  CHECK(tell("渡轮由Nordlys建造。", "zh") ==
        std::vector<Telling>{kNothing, kNothing, kName, kNothing});
  CHECK(tell("共三百艘", "zh") == std::vector<Telling>{kNothing, kFigure, kNothing});
  CHECK(tell("伊娃·林德读《潮汐》", "zh") == std::vector<Telling>{kName, kName, kNothing, kName});
}

TEST_CASE("capitals mark no names where most words have them, nor at the beginning of a sentence") {
  using enum Telling;
  SentenceTermReader reader;
  const auto headline = tell({{"Council Buys Ferries From Ardal Yard", 1}}, "en", reader);
  CHECK(std::count(headline.begin(), headline.end(), kName) == 0);
  const auto start =
      tell({{"Ferries wait in the bay.", 1}, {"Many boats and ferries wait.", 1}}, "en", reader);
  CHECK(std::count(start.begin(), start.end(), kName) == 0);
  CHECK(reader.read(std::vector<BodySentence>{{"Road E39.", 1}}, "", "en", false).telling.empty());
}

TEST_CASE("a budget of sentences prefers a sentence with new figures") {
  const std::string plain =
      "The new pier of the bay will be open to ferries in stormy weather too.";
  const std::string figures =
      "The new pier of the bay will cost 48 million and hold 120 ferries too.";
  const auto picked = [](const std::string& last) {
    const auto picks = summarize(document_of(harbour(last)), {{"sentences", "2"}});
    return std::count(picks.begin(), picks.end(), last) == 1;
  };
  CHECK(picked(figures));
  CHECK_FALSE(picked(plain));
}

TEST_CASE("a figure that is told already counts no second time") {
  const std::vector<BodySentence> candidates{{"Piers cost 48 million here.", 1},
                                             {"Boats cost 48 million there.", 2},
                                             {"Towns cost 95 million then.", 3}};
  const auto second = [&](bool with_facts) {
    SentenceTermReader reader;
    const Terms& terms = reader.read(candidates, "", "en", with_facts);
    const Quality quality{{2, 1.3, 1}, {1, 1, 1}, 0};
    const auto picks = pick_sentences(terms, find_signals(terms), quality, {.sentences = 2});
    REQUIRE(picks.size() == 2);
    CHECK(picks[0].sentence == 0);
    return picks[1].sentence;
  };
  CHECK(second(true) == 2);
  CHECK(second(false) == 1);
}
