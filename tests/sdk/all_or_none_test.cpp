// SPDX-License-Identifier: Apache-2.0
/// A document is in all outputs or in none, and none stops a run: exporters that fail behind
/// others, and outputs that have no place beside others.
#include <catch2/catch.hpp>

#include <filesystem>
#include <regex>
#include <string>

#include "tests/support/program.hpp"

using weft::test::Folder;
using weft::test::ProgramResult;
using weft::test::run_weft;

namespace {

std::string row(const std::string& english, const std::string& chinese) {
  return "{\"en\": \"" + english + "\", \"zh\": \"" + chinese + "\"}\n";
}

/// A run of the folder's in/, every row a pair, with these exporters.
ProgramResult run(const Folder& folder, const std::string& exporters) {
  folder.write("pipeline.xml",
               "<pipeline name=\"p\"><corpus root=\"in\"/>"
               "<parse plugin=\"jsonl\" views=\"en=en, zh=zh\"/>" +
                   exporters + "</pipeline>");
  return run_weft({"run", folder.path("pipeline.xml"), "--plugin-path",
                   std::string(WEFT_MISBEHAVING_DIR) + ":" + WEFT_PLUGIN_DIR, "--out",
                   folder.path("out")});
}

/// A report without its line breaks.
std::string unwrapped(const std::string& report) {
  return std::regex_replace(report, std::regex("\\n +"), " ");
}

bool is_there(const Folder& folder, const std::string& name) {
  return std::filesystem::exists(folder.path(name));
}

}  // namespace

TEST_CASE("what the last exporter fails on is in no output of those before it") {
  const std::string exporters =
      "<export plugin=\"docx\" to=\"all.docx\"/>"
      "<export plugin=\"review\" to=\"all.html\"/>"
      "<export plugin=\"tei\" to=\"all.tei\"/>"
      "<export plugin=\"tmx\" to=\"all.tmx\" duplicates=\"drop\"/>"
      "<export plugin=\"tmx\" id=\"own\" to=\"own/{stem}.tmx\"/>"
      "<export plugin=\"refuse\" to=\"names\"/>";
  const Folder with;
  const Folder without;
  for (const Folder* folder : {&with, &without}) {
    folder->write("in/a.jsonl", row("The ferry left.", "渡船开走了。"));
    folder->write("in/c.jsonl", row("The bridge fell.", "桥塌了。"));
  }
  with.write("in/bad.jsonl", row("The bridge fell.", "桥塌了。"));
  const ProgramResult one_bad = run(with, exporters);
  INFO(one_bad.err);
  CHECK(one_bad.code == 1);
  CHECK(one_bad.err.find("quarantined bad.jsonl#1: export_refuse") != std::string::npos);
  CHECK(run(without, exporters).code == 0);
  for (const char* name : {"out/all.docx", "out/all.html", "out/all.tei", "out/all.tmx",
                           "out/own/a.tmx", "out/own/c.tmx", "out/names"})
    CHECK(with.read(name) == without.read(name));
  CHECK(with.read("out/all.tmx").find("The bridge fell.") != std::string::npos);
  CHECK_FALSE(is_there(with, "out/own/bad.tmx"));
}

TEST_CASE(
    "a document whose output would need a folder where another's file is does not stop a run") {
  const Folder folder;
  folder.write("in/a.jsonl", row("One.", "一。"));
  folder.write("in/a/b.jsonl", row("Two.", "二。"));
  folder.write("in/c.jsonl", row("Three.", "三。"));
  const ProgramResult result = run(folder,
                                   "<export plugin=\"tsv\" to=\"all.tsv\"/>"
                                   "<export plugin=\"tmx\" to=\"{stem}\"/>");
  INFO(result.err);
  CHECK(result.code == 1);
  CHECK(unwrapped(result.err)
            .find("quarantined a/b.jsonl#1: export_tmx: its output 'a/b' needs a "
                  "folder where the output 'a' of a.jsonl#1 is; put an ending "
                  "behind {stem}") != std::string::npos);
  CHECK(is_there(folder, "out/a"));
  CHECK(is_there(folder, "out/c"));
  CHECK(folder.read("out/all.tsv").find("Three.") != std::string::npos);
  CHECK(folder.read("out/all.tsv").find("Two.") == std::string::npos);
}

TEST_CASE("a document whose output is a folder that was there before does not stop a run") {
  const Folder folder;
  folder.write("in/a.jsonl", row("One.", "一。"));
  folder.write("in/b.jsonl", row("Two.", "二。"));
  folder.write("out/a/kept.txt", "of somebody else");
  const ProgramResult result = run(folder, "<export plugin=\"tmx\" to=\"{stem}\"/>");
  INFO(result.err);
  CHECK(result.code == 1);
  CHECK(
      unwrapped(result.err).find("quarantined a.jsonl#1: export_tmx: its output 'a' is a folder") !=
      std::string::npos);
  CHECK(folder.read("out/a/kept.txt") == "of somebody else");
  CHECK(is_there(folder, "out/b"));
}
