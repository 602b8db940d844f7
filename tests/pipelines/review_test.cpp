// SPDX-License-Identifier: Apache-2.0
/// weft review apply: a pipeline run again with what a person decided.
#include <catch2/catch.hpp>

#include <regex>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace {

using weft::test::Folder;
using weft::test::run_weft;

constexpr const char* kPipeline =
    R"(<pipeline name="counting"><corpus root="in"/><parse plugin="jsonl" views="en=en, zh=zh"/>)"
    R"(<export plugin="tmx" to="memory.tmx"/><export plugin="review" to="review.html"/></pipeline>)";
constexpr const char* kRows =
    "{\"en\":\"One boat.\",\"zh\":\"一条船。\"}\n{\"en\":\"Two boats.\",\"zh\":\"两条船。\"}\n"
    "{\"en\":\"Three boats.\",\"zh\":\"三条船。\"}\n{\"en\":\"Four boats.\",\"zh\":\"四条船。\"}\n";

const std::string kHead = "{\"weft-review\":1,\"source\":\"en\",\"target\":\"zh\"}\n";

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    all.push_back((*at)[1]);
  return all;
}

/// What a page would hand over: the keys are the beginnings of the unit ids.
std::string decisions_for(const std::string& memory) {
  std::vector<std::string> keys;
  for (const std::string& id : matches(memory, "tuid=\"([^\"]+)\""))
    keys.push_back('"' + id.substr(0, 16) + '"');
  REQUIRE(keys.size() == 4);
  const std::string begin = R"({"document":"rows.jsonl#1","pairs":[)";
  return kHead + begin + keys[0] + R"(],"cuts":[],"verdicts":["reject"]})" + "\n" + begin +
         keys[1] + ',' + keys[2] + R"(],"cuts":[],"verdicts":["accept"]})" + "\n";
}

}  // namespace

TEST_CASE("what was decided on a review page is in the exports of weft review apply") {
  const Folder folder;
  folder.write("in/rows.jsonl", kRows);
  folder.write("pipeline.xml", kPipeline);
  const std::string pipeline = folder.path("pipeline.xml");
  REQUIRE(run_weft({"run", pipeline, "--out", folder.path("first"), "-q"}).code == 0);
  folder.write("decisions.jsonl", decisions_for(folder.read("first/memory.tmx")));
  const auto applied = run_weft({"review", "apply", pipeline, folder.path("decisions.jsonl"),
                                 "--out", folder.path("second"), "-q"});
  INFO(applied.err);
  REQUIRE(applied.code == 0);
  const std::string memory = folder.read("second/memory.tmx");
  CHECK(matches(memory, "<seg>(.*)</seg>") == std::vector<std::string>{"Two boats. Three boats.",
                                                                       "两条船。三条船。",
                                                                       "Four boats.", "四条船。"});
  CHECK(matches(memory, "x-review\">(.*)</prop>") == std::vector<std::string>{"accepted"});
  CHECK(folder.read("second/review.html") != folder.read("first/review.html"));
}

TEST_CASE("a pipeline's own decisions are applied first, then those of the command line") {
  const Folder folder;
  folder.write("in/rows.jsonl", kRows);
  folder.write("pipeline.xml", kPipeline);
  const std::string out = folder.path("out");
  REQUIRE(run_weft({"run", folder.path("pipeline.xml"), "--out", out, "-q"}).code == 0);
  folder.write("first.jsonl", decisions_for(folder.read("out/memory.tmx")));
  std::string own = kPipeline;
  own.replace(own.find("<export"), 0,
              R"(<transform plugin="review" id="people" decisions="first.jsonl"/>)");
  folder.write("own.xml", own);
  REQUIRE(run_weft({"run", folder.path("own.xml"), "--out", out, "-q"}).code == 0);
  // What a page of that output would hand over: pairs two and three are one there.
  const std::string merged =
      matches(folder.read("out/memory.tmx"), "tuid=\"([^\"]+)\"").at(0).substr(0, 16);
  folder.write("second.jsonl", std::string(kHead) + R"({"document":"rows.jsonl#1","pairs":[")" +
                                   merged + R"("],"cuts":[[1,1]],"verdicts":["accept","reject"]})");
  const auto applied = run_weft(
      {"review", "apply", folder.path("own.xml"), folder.path("second.jsonl"), "--out", out, "-q"});
  INFO(applied.err);
  REQUIRE(applied.code == 0);
  CHECK(matches(folder.read("out/memory.tmx"), "<seg>(.*)</seg>") ==
        std::vector<std::string>{"Two boats.", "两条船。", "Four boats.", "四条船。"});
  CHECK(applied.err.find("second.jsonl, line 2: decides anew on pairs that an earlier decision was "
                         "of; the later one holds") != std::string::npos);
}

TEST_CASE("a file that is no decisions stops weft review before any document is read") {
  const Folder folder;
  folder.write("in/rows.jsonl", kRows);
  folder.write("pipeline.xml", kPipeline);
  const auto missing = run_weft({"review", "apply", folder.path("pipeline.xml"), "gone.jsonl"});
  CHECK(missing.code == 2);
  CHECK(missing.err.find("gone.jsonl") != std::string::npos);
  folder.write("rows", kRows);
  const auto wrong =
      run_weft({"review", "apply", folder.path("pipeline.xml"), folder.path("rows")});
  CHECK(wrong.code != 0);
  CHECK(wrong.err.find("line 1: no decisions of a review page") != std::string::npos);
}
