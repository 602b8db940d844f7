// SPDX-License-Identifier: Apache-2.0
/// Lines of JSON for documents made by hand.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;
using Json = nlohmann::json;

namespace {

std::string export_of(StoredDocument& document, const char* content = "documents") {
  StageHarness stage("export_jsonl", {{"to", "out.jsonl"}, {"content", content}});
  return stage.export_all({&document});
}

const std::string kEnglish = "The ferry is old. It leaves at nine.";
const std::string kChinese = "渡轮很旧。九点开船。";

/// An interleaved document after the whole bilingual pipeline.
StoredDocument bilingual() {
  DocumentBuilder builder("news/ferry.html");
  const std::string text = "Ferries\n" + kEnglish + "\n" + kChinese + "\nSubscribe!";
  builder.source("news/ferry.html", text);
  const weft_id base = builder.view("text", "mul", text);
  const weft_id title = builder.span("title", base, "Ferries");
  const weft_id left = builder.span("paragraph", base, kEnglish);
  const weft_id right = builder.span("paragraph", base, kChinese);
  const weft_id junk = builder.span("boilerplate", base, "Subscribe!");
  builder.attribute(WEFT_ON_SPAN, left, "lang", "en");
  builder.attribute(WEFT_ON_SPAN, right, "lang", "zh-Hans");
  builder.attribute(WEFT_ON_SPAN, title, "acme:tone", "dry");
  builder.attribute(WEFT_ON_SPAN, junk, "reason", "newsletter");
  builder.metadata("title", "Ferries");
  builder.metadata("author", "Ada Pier");
  builder.metadata("author", "Lin Harbour");
  const auto run = [](std::uint64_t there, std::size_t size) {
    return std::vector<weft_run>{{there, 0, static_cast<std::uint32_t>(size), 1, 1}};
  };
  const weft_id en = builder.derived_view("en", "en", kEnglish, base, run(8, kEnglish.size()));
  const weft_id zh = builder.derived_view("zh-Hans", "zh-Hans", kChinese, base,
                                          run(9 + kEnglish.size(), kChinese.size()));
  const weft_id en_block = builder.span("paragraph", en, kEnglish);
  const weft_id zh_block = builder.span("paragraph", zh, kChinese);
  const weft_id a = builder.span("sentence", en, 0, 17, en_block);
  const weft_id b = builder.span("sentence", en, 18, 36, en_block);
  const weft_id c = builder.span("sentence", zh, 0, 15, zh_block);
  const weft_id d = builder.span("sentence", zh, 15, 30, zh_block);
  builder.link("parallel", {{en_block, "source"}, {zh_block, "target"}}, 0.5);
  builder.link("bead", {{a, "source"}, {b, "source"}, {c, "target"}}, 0.75);
  builder.link("bead", {{d, "target"}}, 0);
  builder.link("summary", {{a, "evidence"}}, 1);
  return builder.build();
}

/// What jsonschema says of these lines.
std::string held_against(const std::string& schema, const std::string& lines) {
  const Folder folder;
  folder.write("lines.jsonl", lines);
  const ProgramResult result =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/check_schema.py",
                   WEFT_TESTDATA "/../" + schema, folder.path("lines.jsonl")});
  CHECK(result.err.empty());
  return result.out;
}

}  // namespace

TEST_CASE("a block that a stage repaired is exported as repaired, with its source bytes") {
  const std::string broken = "The cafÃ© opened.";
  const std::string mended = "The café opened.";
  DocumentBuilder builder("a.txt");
  builder.source("a.txt", broken);
  const weft_id base = builder.view("text", "en", broken);
  builder.span("paragraph", base, broken);
  const weft_id clean = builder.derived_view("clean", "en", mended, base,
                                             {{0, 0, 7, 1, 1}, {7, 7, 1, 2, 4}, {11, 9, 8, 1, 1}});
  builder.span("paragraph", clean, mended);
  StoredDocument document = builder.build();
  const Json blocks = Json::parse(export_of(document))["blocks"];
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0]["text"] == mended);
  CHECK(blocks[0]["view"] == "clean");
  CHECK(blocks[0]["at"] == Json({0, 0, broken.size()}));
}

TEST_CASE("a document is one line that holds all of it") {
  StoredDocument document = bilingual();
  const std::string line = export_of(document);
  CHECK(line.find('\n') == line.size() - 1);
  const Json json = Json::parse(line);
  CHECK(json["schema"] == "weft-document/1");
  CHECK(json["id"] == "news/ferry.html");
  CHECK(json["sources"][0]["bytes"] == document.sources[0].bytes.size);
  CHECK(json["metadata"]["author"][1]["value"] == "Lin Harbour");
  CHECK(json["metadata"]["author"][0]["at"].is_null());
  CHECK(json["languages"] == Json{"en", "zh-Hans"});
  CHECK(json["views"][1] == Json({{"name", "en"},
                                  {"lang", "en"},
                                  {"parent", "text"},
                                  {"source", nullptr},
                                  {"leaf", true}}));
}

TEST_CASE("a block that a derived view copies appears once, with the range of its source") {
  StoredDocument document = bilingual();
  const Json json = Json::parse(export_of(document));
  const Json& blocks = json["blocks"];
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0]["attributes"] == Json({{"acme:tone", {"dry"}}}));
  CHECK(blocks[1]["text"] == kEnglish);
  CHECK(blocks[1]["at"] == Json({0, 8, 44}));
  CHECK(blocks[2]["lang"] == "zh-Hans");
  CHECK(blocks[3]["keep"] == "drop");
  CHECK(blocks[3]["reason"] == "newsletter");
  const Json& sentences = json["sentences"];
  REQUIRE(sentences.size() == 4);
  CHECK(sentences[1]["block"] == 1);
  CHECK(sentences[1]["text"] == "It leaves at nine.");
  CHECK(sentences[1]["at"] == Json({0, 26, 44}));
  CHECK(sentences[2]["block"] == 2);
}

TEST_CASE("links name their ends by position, and summaries stand apart") {
  StoredDocument document = bilingual();
  const Json json = Json::parse(export_of(document));
  REQUIRE(json["links"].size() == 3);
  CHECK(json["links"][0]["of"] == "blocks");
  CHECK(json["links"][0]["ends"] == Json({{"source", {1}}, {"target", {2}}}));
  CHECK(json["links"][1]["ends"] == Json({{"source", {0, 1}}, {"target", {2}}}));
  CHECK(json["links"][2]["ends"] == Json({{"source", Json::array()}, {"target", {3}}}));
  REQUIRE(json["summaries"].size() == 1);
  CHECK(json["summaries"][0]["picks"][0]["sentence"] == 0);
  CHECK(json["summaries"][0]["picks"][0]["text"] == "The ferry is old.");
}

TEST_CASE("a link between parts of a block names its ends in spans") {
  DocumentBuilder builder("a.txt");
  const std::string text = "潮汐能（tidal power）";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "zh", text);
  const weft_id block = builder.span("paragraph", view, text);
  const weft_id term = builder.span("gloss", view, 0, 9, block);
  const weft_id gloss = builder.span("gloss", view, 12, 23, block);
  builder.link("gloss", {{term, "source"}, {gloss, "target"}}, 1);
  StoredDocument document = builder.build();
  const Json json = Json::parse(export_of(document));
  CHECK(json["links"][0]["of"] == "spans");
  CHECK(json["links"][0]["ends"] == Json({{"source", {0}}, {"target", {1}}}));
  CHECK(json["spans"][1]["text"] == "tidal power");
}

TEST_CASE("content=pairs writes a flat line for each bead") {
  StoredDocument document = bilingual();
  const std::string lines = export_of(document, "pairs");
  const std::size_t end = lines.find('\n');
  const Json first = Json::parse(lines.substr(0, end));
  CHECK(first["source"] == kEnglish);
  CHECK(first["target"] == "渡轮很旧。");
  CHECK(first["source_lang"] == "en");
  CHECK(first["source_at"] == Json({{0, 8, 25}, {0, 26, 44}}));
  CHECK(first["score"] == 0.75);
  const Json second = Json::parse(lines.substr(end + 1));
  CHECK(second["pair"] == 1);
  CHECK(second["source"] == "");
  CHECK(second["source_at"].empty());

  StoredDocument plain = plain_document("a.txt", "en", {"No pairs."});
  CHECK(export_of(plain, "pairs").empty());
}

TEST_CASE("findings and their places stand in the line of their pair, and only there") {
  DocumentBuilder builder("a.txt");
  builder.source("a.txt", "In 2021.");
  const weft_id english = builder.view("en", "en", "In 2021.");
  const weft_id chinese = builder.view("zh", "zh", "2001年。");
  const weft_id first = builder.span("sentence", english, 0, 8);
  const weft_id second = builder.span("sentence", chinese, 0, 10);
  const weft_id link = builder.link("bead", {{first, "source"}, {second, "target"}}, .5);
  builder.link("bead", {{first, "source"}}, 0);
  const std::string finding = "number: 2021 / 2001";
  builder.attribute(WEFT_ON_LINK, link, "finding", finding);
  builder.attribute(WEFT_ON_LINK, link, "reject", "length-ratio");
  for (const weft_id span : {builder.span("finding", english, 3, 7, first),
                             builder.span("finding", chinese, 0, 7, second)})
    builder.attribute(WEFT_ON_SPAN, span, "finding", finding);
  StoredDocument document = builder.build();
  const std::string lines = export_of(document, "pairs");
  const std::size_t end = lines.find('\n');
  const Json pair = Json::parse(lines.substr(0, end));
  CHECK(pair["reject"] == "length-ratio");
  CHECK(pair["findings"] == Json::array({finding}));
  REQUIRE(pair["findings_at"].size() == 1);
  CHECK(pair["findings_at"][0].size() == 2);
  CHECK(pair["findings_at"][0][0] == Json({0, 3, 7}));
  CHECK_FALSE(Json::parse(lines.substr(end + 1)).contains("findings"));
  const Json whole = Json::parse(export_of(document));
  CHECK(whole["links"][0]["attributes"]["finding"] == Json::array({finding}));
  CHECK(whole["spans"].size() == 2);
}

TEST_CASE("the texts of a pair are one line, whatever stands in them") {
  StoredDocument document = weft::test::bilingual("a.txt", {{{hostile_line()}, {"乙。"}}});
  const std::string lines = export_of(document, "pairs");
  CHECK(lines.find('\n') == lines.size() - 1);
  CHECK(Json::parse(lines)["source"] == hostile_line_cleaned());
  CHECK(Json::parse(export_of(document))["sentences"][0]["text"] == hostile_line());
}

TEST_CASE("control characters are escaped and two exports are the same bytes") {
  StoredDocument document = plain_document("a.txt", "en", {"tab\there \x01 bell\x07"});
  const std::string line = export_of(document);
  CHECK(line.find("tab\\there \\u0001 bell\\u0007") != std::string::npos);
  CHECK(line == export_of(document));
}

TEST_CASE("an empty document is a line of empty lists") {
  StoredDocument document("empty.txt");
  const Json json = Json::parse(export_of(document));
  CHECK(json["blocks"].empty());
  CHECK(json["metadata"].is_object());
}

TEST_CASE("every line holds against its JSON Schema, and a wrong one does not", "[readers]") {
  if (run_program({"/usr/bin/python3", "-c", "import jsonschema"}).code != 0) {
    WARN("skipped: no python3-jsonschema");
    return;
  }
  const std::string hostile = hostile_line();
  StoredDocument first = bilingual();
  StoredDocument second = blocks_of_pairs();
  StoredDocument third =
      weft::test::bilingual(hostile, {{{hostile}, {"甲。"}, 0.5, hostile, hostile}});
  StoredDocument empty("empty.txt");
  std::string documents;
  std::string pairs;
  for (StoredDocument* document : {&first, &second, &third, &empty}) {
    documents += export_of(*document);
    pairs += export_of(*document, "pairs");
  }
  CHECK(held_against("weft-document.schema.json", documents) == "4 lines hold\n");
  CHECK(held_against("weft-pair.schema.json", pairs) == "7 lines hold\n");
  Json wrong = Json::parse(pairs.substr(0, pairs.find('\n')));
  wrong["score"] = "high";
  wrong["findings"] = {"number: 1 / 2"};
  wrong["source"] = "two\nlines";
  const std::string said = held_against("weft-pair.schema.json", wrong.dump() + "\n");
  CHECK(count_of(said, "line 1: ") == 3);
  CHECK(count_of(said, "0 lines hold\n") == 1);
}
