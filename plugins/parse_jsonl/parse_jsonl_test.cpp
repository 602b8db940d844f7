// SPDX-License-Identifier: Apache-2.0
/// Records that Python's json module wrote, and broken ones, as a run reads
/// them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "json_fields.hpp"
#include "json_records.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

std::string python_records(const std::string& kind, bool ascii) {
  const ProgramResult result =
      run_program({"python3", std::string(WEFT_TESTDATA) + "/write_records.py", kind,
                   ascii ? "ascii" : "utf-8"});
  REQUIRE(result.code == 0);
  return result.out;
}

std::vector<StoredDocument> parsed(std::string_view bytes, const StageOptions& options = {},
                                   std::vector<Outcome>* outcomes = nullptr) {
  StageHarness harness("parse_jsonl", options);
  return harness.parse_all("records.jsonl", bytes, outcomes);
}

/// Copied runs are the source's own bytes, and all other runs are escapes.
void check_escapes(const StoredDocument& document, std::string_view bytes) {
  check_origins(document, bytes);
  for (const weft_view& view : document.views) {
    for (std::size_t i = 0; i < view.n_runs; ++i) {
      const weft_run& run = view.runs[i];
      if (run.here_unit != 1 || run.there_unit != 1) CHECK(bytes.substr(run.there, 1) == "\\");
    }
  }
}

const Texts kSecond = {"title: 渡轮等人", "paragraph: 船长说：“晚点走。”",
                       "paragraph: 没有人介意。\\"};

TEST_CASE("Every record from another program is a document", "[parse_jsonl]") {
  for (const char* kind : {"stories", "array"}) {
    for (const bool ascii : {false, true}) {
      INFO(kind << ascii);
      const std::string bytes = python_records(kind, ascii);
      const auto documents = parsed(bytes);
      REQUIRE(documents.size() == 2);
      CHECK(outline(documents[0]) == Texts{"title: The ferry waits",
                                           "paragraph: The captain said \"later\",\tand left.",
                                           "paragraph: Nobody minded. 🚢"});
      CHECK(outline(documents[1]) == kSecond);
      CHECK(value_of(documents[0], "author") == "Jo Lind");
      CHECK(value_of(documents[1], "date-published") == "2024-05-04");
      CHECK(value_of(documents[1], "record-id") == "2");
      for (const StoredDocument& document : documents)
        check_escapes(document, bytes);
    }
  }
}

TEST_CASE("A single object over many lines is one document", "[parse_jsonl]") {
  const auto documents = parsed(python_records("object", true));
  REQUIRE(documents.size() == 1);
  CHECK(outline(documents[0]) == kSecond);
}

TEST_CASE("Bilingual records are one document of aligned views", "[parse_jsonl]") {
  const std::string bytes = python_records("pairs", true);
  for (const StageOptions& options :
       {StageOptions{}, StageOptions{{"views", "en=pair.en, zh=/pair/zh"}, {"key", "key"}}}) {
    const auto documents = parsed(bytes, options);
    REQUIRE(documents.size() == 1);
    CHECK(links_of(documents[0], "bead") == Texts{"source The ferry is late. | target 渡轮晚点了。",
                                                  "source Nobody minds.",
                                                  "source He said \"no\". | target 他说“不”。"});
    CHECK(value_of(documents[0], "unit-id", WEFT_ON_LINK, 3) == "a3");
    check_escapes(documents[0], bytes);
  }
}

TEST_CASE("Paths reach into objects and lists", "[parse_jsonl]") {
  const std::string bytes =
      R"({"p":[{"t":"One."},{"t":"Two."}],"a/b":"Three.","x.y":1,"tags":["T1","T2"]})";
  const auto text = [&](const char* path) {
    const auto documents = parsed(bytes, {{"text", path}});
    REQUIRE(documents.size() == 1);
    return texts_of(documents[0], "paragraph");
  };
  CHECK(text("p.t") == Texts{"One.", "Two."});
  CHECK(text("/p/1/t") == Texts{"Two."});
  CHECK(text("/a~1b") == Texts{"Three."});
  CHECK(text("tags, p.0.t") == Texts{"T1", "T2", "One."});
}

TEST_CASE("Sentences are taken as they are, those of one path in one paragraph", "[parse_jsonl]") {
  const std::string bytes =
      R"({"l":"en","head":"Fog","s":["No. 5 waits. It\u2019s late"," ","雾。\n散了"],"more":["End."]})";
  const auto documents =
      parsed(bytes, {{"sentences", "s, more"}, {"title", "head"}, {"metadata", "language=l"}});
  REQUIRE(documents.size() == 1);
  CHECK(outline(documents[0]) == Texts{"title: Fog",
                                       "paragraph: No. 5 waits. It’s late\n雾。\n散了",
                                       "sentence: No. 5 waits. It’s late", "sentence: 雾。\n散了",
                                       "paragraph: End.", "sentence: End."});
  CHECK(documents[0].spans[2].parent == documents[0].spans[1].id);
  check_escapes(documents[0], bytes);
}

TEST_CASE("A missing path is answered with the paths there are", "[parse_jsonl]") {
  std::vector<Outcome> outcomes;
  CHECK(parsed(R"({"a":"x","b":{"c":"y"}})", {{"text", "bdy"}}, &outcomes).empty());
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].message == "records.jsonl: no column 'bdy' (text); its columns are: a, b.c");
}

TEST_CASE("A broken line costs that line", "[parse_jsonl]") {
  std::vector<Outcome> outcomes;
  const std::string bytes =
      "{\"text\":\"One here.\"}\n{\"text\":\"Two\n\n[1,\n{\"text\":\"Three.\"} "
      "x\n"
      "{\"text\":\"Four here.\"}\n";
  const auto documents = parsed(bytes, {}, &outcomes);
  REQUIRE(documents.size() == 2);
  CHECK(texts_of(documents[1], "paragraph") == Texts{"Four here."});
  CHECK(std::count_if(outcomes.begin(), outcomes.end(),
                      [](const Outcome& outcome) { return outcome.status == WEFT_DROPPED; }) == 3);
  const auto first_broken = parsed("{\"text\":\"One\n{\"text\":\"Two here.\"}\n");
  CHECK(first_broken.size() == 1);
}

TEST_CASE("Numbers that JSON has not and bare control characters cost no record", "[parse_jsonl]") {
  const std::string bytes =
      "{\"text\":\"One\there.\",\"score\":NaN,\"to\":[-Infinity,Infinity]}\n"
      "{\"text\":\"NaN is \\\"NaN\\\"\",\"score\":1,\"to\":2}\n";
  std::vector<Outcome> outcomes;
  const auto documents = parsed(bytes, {{"text", "text, score, to"}}, &outcomes);
  REQUIRE(documents.size() == 2);
  CHECK(texts_of(documents[0], "paragraph") == Texts{"One\there."});
  CHECK(texts_of(documents[1], "paragraph") == Texts{"NaN is \"NaN\"", "1", "2"});
}

TEST_CASE("Escapes lead back to all their bytes", "[parse_jsonl]") {
  const std::string text = R"("a\u4e2d\ud83d\udea2\n\ud83d\u0000z")";
  MappedText out;
  CHECK(json::unescape(text, 0, out) == text.size());
  CHECK(out.text() == "a中🚢\n\uFFFD\uFFFDz");
  const MappedRange han = trace(out.runs(), 1, 4);
  CHECK((han.begin == 2 && han.end == 8));
  const MappedRange ship = trace(out.runs(), 4, 8);
  CHECK((ship.begin == 8 && ship.end == 20));
  const MappedRange last = trace(out.runs(), 15, 16);
  CHECK((last.begin == text.size() - 2 && last.end == text.size() - 1));
}

TEST_CASE("Hostile records are read to their end and end in words", "[parse_jsonl]") {
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  std::vector<Outcome> outcomes;
  CHECK(parsed("{\"text\":\"Fine here.\",\"x\":" + deep + "}\n", {}, &outcomes).empty());
  CHECK(parsed("[" + std::string(2000000, ',')).empty());
  CHECK(parsed(std::string(2000000, '{')).empty());
  CHECK(parsed("[{\"text\":\"Never ends").empty());
  CHECK(parsed("{\"text\":\"" + std::string(8000000, 'a') + "\"}").size() == 1);
  std::string many;
  for (int i = 0; i < 100000; ++i)
    many += "{\"text\":\"a\n";
  CHECK(parsed(many).empty());
  CHECK(parsed("").empty());
}

TEST_CASE("Bilingual records that are all broken are refused with the line of the first",
          "[parse_jsonl]") {
  std::vector<Outcome> outcomes;
  const StageOptions options = {{"views", "en=en, zh=zh"}};
  CHECK(parsed("\n{\"en\": \"The ferry\"\n", options, &outcomes).empty());
  REQUIRE(!outcomes.empty());
  CHECK(outcomes.back().status == WEFT_E_INPUT);
  CHECK(outcomes.back().message.find("records.jsonl:2: no record in it is whole JSON") !=
        std::string::npos);
}

TEST_CASE("JSON is known by its brackets", "[parse_jsonl]") {
  StageHarness harness("parse_jsonl");
  CHECK(harness.sniff("a.jsonl", "{\"a\":1}\n{\"a\":2}\n") == 90);
  CHECK(harness.sniff("a", "{\n  \"a\": 1\n}") == 80);
  CHECK(harness.sniff("a.json", "[{\"a\":1}]") >= 75);
  CHECK(harness.sniff("a.json", "[{\"a\":1}]", "text/plain") == 0);
  CHECK(harness.sniff("a.txt", "[draft] The ferry was late.") == 0);
  CHECK(harness.sniff("a.txt", "{\"quoted\" is no JSON}") == 0);
  CHECK(harness.sniff("a", "x", "application/json; charset=utf-8") == 100);
}

}  // namespace
}  // namespace weft::test
