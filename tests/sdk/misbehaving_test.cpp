// SPDX-License-Identifier: Apache-2.0
/// Plugins that break the rules, in real runs: the document is quarantined with the reason, the
/// rest goes on.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "tests/support/program.hpp"

using weft::test::Folder;
using weft::test::run_weft;

namespace {

/// A run of one Chinese document through the misbehaving stage. The parser must be there.
weft::test::ProgramResult run_with(const Folder& folder, const std::string& how) {
  folder.write("in/a.txt", "\xE4\xB8\xAD\xE6\x96\x87\xE3\x80\x82\n");
  folder.write("pipeline.xml",
               "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"text\"/>"
               "<transform plugin=\"misbehave\" how=\"" +
                   how + "\"/></pipeline>");
  return run_weft({"run", folder.path("pipeline.xml"), "--plugin-path",
                   std::string(WEFT_MISBEHAVING_DIR) + ":" + WEFT_PLUGIN_DIR, "--out",
                   folder.path("out")});
}

void quarantines(const std::string& how, const std::string& reason) {
  INFO(how);
  const Folder folder;
  const auto result = run_with(folder, how);
  INFO(result.err);
  CHECK(result.code == 1);
  CHECK(result.err.find("quarantined a.txt: transform_misbehave: " + reason) != std::string::npos);
}

}  // namespace

TEST_CASE("a span that no text has is refused by name and the document is quarantined") {
  quarantines("span-past-end",
              "the plugin made an invalid edit: span 0 of the batch: range 0..4000000000");
  quarantines("span-inverted", "the plugin made an invalid edit: span 0 of the batch: range 2..1");
  quarantines("span-cuts-code-point",
              "the plugin made an invalid edit: span 0 of the batch: range 1..3 cuts a code point");
  quarantines("span-without-type",
              "the plugin made an invalid edit: span 0 of the batch: its type is no");
  quarantines("span-in-no-view",
              "the plugin made an invalid edit: span 0 of the batch: its view does not");
  quarantines("span-with-no-parent",
              "the plugin made an invalid edit: span 0 of the batch: its parent does");
}

TEST_CASE("a view that is no text, or there already, or mapped past its source is refused") {
  quarantines(
      "view-invalid-utf8",
      "the plugin made an invalid edit: view 0 of the batch text is not valid UTF-8 at byte 0");
  quarantines("view-with-nul",
              "the plugin made an invalid edit: view 0 of the batch text holds a NUL");
  quarantines("view-twice",
              "the plugin made an invalid edit: view 0 of the batch: there is a view 'text'");
  quarantines("map-past-source",
              "the plugin made an invalid edit: view 0 of the batch: run 0 is out of");
}

TEST_CASE("attributes and links must hang on something that is there") {
  quarantines("attribute-without-owner",
              "the plugin made an invalid edit: attribute 0 of the batch: its owner");
  quarantines("attribute-without-key",
              "the plugin made an invalid edit: attribute 0 of the batch: its key");
  quarantines("link-to-no-span",
              "the plugin made an invalid edit: link 0 of the batch: an end is no span");
}

TEST_CASE("a stage cannot return success after an edit of it was refused") {
  quarantines("goes-on-after-refusal", "the plugin went on after an edit was refused");
}

TEST_CASE("exceptions stop at the boundary and become the document's reason") {
  quarantines("throws-in-layer", "thrown on purpose");
  quarantines("throws-an-int", "an exception that is no std::exception");
}

TEST_CASE("statuses without meaning or reason are reported as such") {
  quarantines("unknown-status", "returned the unknown status 1234");
  quarantines("no-reason", "gave no reason");
}

TEST_CASE("only exporters may write to a sink") {
  quarantines("writes-without-right", "write is not allowed");
}

TEST_CASE("a plugin's words cannot play with the terminal") {
  const Folder folder;
  const auto result = run_with(folder, "message-with-escapes");
  CHECK(result.code == 1);
  CHECK(result.err.find('\x1b') == std::string::npos);
  CHECK(result.err.find("red  [31m alert") != std::string::npos);
}

TEST_CASE("a stage that cannot be made stops the run before any document is opened") {
  for (const std::string how : {"create-fails", "create-makes-nothing"}) {
    const Folder folder;
    const auto result = run_with(folder, how);
    INFO(result.err);
    CHECK(result.code == 2);
    CHECK(result.err.find("transform_misbehave") != std::string::npos);
  }
}

TEST_CASE("ten faults in a row from one stage stop the run and leave no output") {
  const Folder folder;
  for (int i = 0; i < 12; ++i)
    folder.write("in/" + std::to_string(100 + i) + ".txt", "Text number one.\n");
  folder.write("pipeline.xml",
               "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"text\"/>"
               "<transform plugin=\"misbehave\" how=\"span-inverted\"/>"
               "<export plugin=\"jsonl\" to=\"all.jsonl\"/></pipeline>");
  const auto result = run_weft({"run", folder.path("pipeline.xml"), "--plugin-path",
                                std::string(WEFT_MISBEHAVING_DIR) + ":" + WEFT_PLUGIN_DIR, "--out",
                                folder.path("out")});
  INFO(result.err);
  CHECK(result.code == 3);
  CHECK(result.err.find(
            "stopped: transform_misbehave failed by its own fault on 10 documents in a row") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path("out/all.jsonl")));
}
