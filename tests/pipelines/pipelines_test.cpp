// SPDX-License-Identifier: Apache-2.0
/// End-to-end cases: each folder here is run by the program and its outputs compared, byte for
/// byte, at one thread, at eight, and a second time.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

namespace fs = std::filesystem;
using weft::test::Folder;

using Outputs = std::map<std::string, std::string>;

Outputs outputs_in(const fs::path& folder) {
  Outputs out;
  if (!fs::exists(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      out[entry.path().lexically_relative(folder).generic_string()] =
          weft::test::read_file(entry.path().string());
    }
  }
  return out;
}

/// The hash of the plan changes with every version of every plugin: no golden file holds it.
void hide_plan_hash(Outputs& outputs, const std::string& report) {
  static const std::regex hash("\"plan\": \"([0-9a-f]{32})\"");
  std::smatch found;
  REQUIRE(std::regex_search(report, found, hash));
  for (auto& [name, bytes] : outputs) {
    for (auto at = bytes.find(found[1]); at != std::string::npos; at = bytes.find(found[1], at))
      bytes.replace(at, 32, "PIPELINE-HASH");
  }
}

/// A case's outputs, and beside them the exit code as "exit-code".
Outputs run_case(const fs::path& folder, const std::string& jobs) {
  const Folder out;
  const auto result = weft::test::run_weft(
      {"run", (folder / "pipeline.xml").string(), "--out", out.path("out"), "--jobs", jobs,
       "--quiet", "--log-level", "off", "--report", out.path("report.json")});
  INFO(result.err);
  Outputs outputs = outputs_in(out.path("out"));
  hide_plan_hash(outputs, weft::test::read_file(out.path("report.json")));
  outputs["exit-code"] = std::to_string(result.code) + "\n";
  return outputs;
}

void accept(const fs::path& expected, const Outputs& outputs) {
  fs::remove_all(expected);
  for (const auto& [name, bytes] : outputs) {
    fs::create_directories((expected / name).parent_path());
    std::ofstream(expected / name, std::ios::binary) << bytes;
  }
}

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  for (const auto& entry :
       fs::directory_iterator(std::string(WEFT_SOURCE_DIR) + "/tests/pipelines")) {
    if (fs::exists(entry.path() / "pipeline.xml")) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void check_equal(const Outputs& expected, const Outputs& outputs) {
  for (const auto& [name, bytes] : outputs) {
    INFO(name);
    REQUIRE(expected.count(name) == 1);
    CHECK(expected.at(name) == bytes);
  }
  CHECK(expected.size() == outputs.size());
}

}  // namespace

TEST_CASE("every case gives the outputs that its folder expects") {
  REQUIRE(!cases().empty());
  for (const fs::path& folder : cases()) {
    INFO(folder.filename().string());
    const Outputs outputs = run_case(folder, "1");
    if (std::getenv("WEFT_ACCEPT") != nullptr) accept(folder / "expected", outputs);
    check_equal(outputs_in(folder / "expected"), outputs);
  }
}

TEST_CASE("one thread, eight threads and a second run give the same bytes") {
  for (const fs::path& folder : cases()) {
    INFO(folder.filename().string());
    const Outputs one = run_case(folder, "1");
    check_equal(one, run_case(folder, "8"));
    check_equal(one, run_case(folder, "8"));
  }
}

TEST_CASE(
    "every sample pipeline runs over the sample corpus, the same with one thread and with eight") {
  const fs::path samples = std::string(WEFT_SOURCE_DIR) + "/samples/pipelines";
  for (const auto& entry : fs::directory_iterator(samples)) {
    if (entry.path().extension() != ".xml") continue;
    INFO(entry.path().string());
    const Folder out;
    Outputs runs[2];
    for (const std::string jobs : {"1", "8"}) {
      const auto result = weft::test::run_weft(
          {"run", entry.path().string(), "--out", out.path(jobs), "--jobs", jobs, "--quiet"});
      INFO(result.err);
      CHECK(result.code == 0);
      runs[jobs == "8" ? 1 : 0] = outputs_in(out.path(jobs));
    }
    CHECK(!runs[0].empty());
    check_equal(runs[0], runs[1]);
  }
}

TEST_CASE("projects that share a pipeline differ from it in their exports alone") {
  const fs::path samples = std::string(WEFT_SOURCE_DIR) + "/samples/pipelines";
  int overlays = 0;
  for (const auto& entry : fs::directory_iterator(samples)) {
    const std::string text = weft::test::read_file(entry.path().string());
    if (text.find("<include ") == std::string::npos) continue;
    INFO(entry.path().string());
    ++overlays;
    CHECK(text.find("<export ") != std::string::npos);
    for (const char* stage : {"<corpus", "<parse", "<transform", "<align", "<summarize"})
      CHECK(text.find(stage) == std::string::npos);
  }
  CHECK(overlays >= 2);
}
