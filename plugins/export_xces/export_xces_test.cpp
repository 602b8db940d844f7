// SPDX-License-Identifier: Apache-2.0
/// Tests of links into sentence files: that every id leads to its sentence, read by other programs.
#include <catch2/catch.hpp>
#include <map>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::bilingual;
using weft::test::count_of;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;
using Parts = std::map<std::string, std::string, std::less<>>;

Parts exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "corpus/{part}.xml");
  return StageHarness("export_xces", options).export_parts(documents);
}

std::string read_back(const Parts& parts) {
  const Folder folder;
  for (const auto& [part, bytes] : parts)
    folder.write(part + ".xml", bytes);
  const auto result =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/read_xces.py", folder.path("align.xml")});
  CHECK(result.err.empty());
  CHECK(result.code == 0);
  return result.out;
}

/// The same with what differs between builds replaced.
std::string without_version(std::string bytes) {
  const std::size_t at = bytes.find("<!-- weft ") + 10;
  return bytes.replace(at, bytes.find_first_of(", ", at) - at, "VERSION");
}

}  // namespace

TEST_CASE("links and sentences are written as the golden files show") {
  StoredDocument document = weft::test::blocks_of_pairs();
  const Parts parts =
      exported({&document}, {{"null-beads", "true"}, {"lang-map", "zh-Hans=zh-CN"}});
  REQUIRE(parts.size() == 3);
  for (const auto& [part, bytes] : parts)
    weft::test::check_golden(without_version(bytes), WEFT_TESTDATA "/" + part + ".xml");
  CHECK(exported({&document}, {{"null-beads", "true"}, {"lang-map", "zh-Hans=zh-CN"}}) == parts);
}

TEST_CASE("ElementTree finds every sentence that a link names, in the file it names", "[readers]") {
  const std::string hostile = weft::test::hostile_line();
  const std::string cleaned = weft::test::hostile_line_cleaned();
  StoredDocument first = weft::test::blocks_of_pairs();
  StoredDocument second = bilingual(
      hostile,
      {{{hostile}, {"甲＆乙<丙>。"}, 0.5, hostile}, {{"Yes."}, {"是。"}}, {{"Yes."}, {"是。"}}});
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  const std::vector<StoredDocument*> documents = {&first, &none, &second};
  CHECK(read_back(exported(documents, {{"null-beads", "true"}})) ==
        "It left.|走了。|0.7500|\n"
        "It rained./We stayed.|下雨了，我们没走。||\n"
        "In 2021.|2001年。|0.5000|number: 2021 / 2001\n"
        "Ferries||0.0000|\n" +
            cleaned + "|甲＆乙<丙>。|0.5000|" + cleaned +
            "\nYes.|是。|0.5000|\nYes.|是。|0.5000|\n"
            "7 links, 1 sentences without\n");
  // What is filtered loses its link and stays in the text.
  CHECK(read_back(exported(documents, {{"rejected", "drop"}, {"min-score", "0.6"}})) ==
        "It left.|走了。|0.7500|\n1 links, 7 sentences without\n");
}

TEST_CASE("xmllint reads all three files, of a corpus without pairs too", "[readers]") {
  if (weft::test::skipped("xmllint")) return;
  StoredDocument document =
      bilingual(weft::test::hostile_line(), {{{weft::test::hostile_line()}, {"好。"}}});
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  const Folder folder;
  for (StoredDocument* each : {&document, &none}) {
    for (const auto& [part, bytes] : exported({each})) {
      folder.write(part, bytes);
      CHECK(run_program({"xmllint", "--nonet", "--noout", folder.path(part)}).code == 0);
    }
  }
  CHECK(read_back(exported({&none})) == "0 links, 0 sentences without\n");
}

TEST_CASE("ids stay as they are whatever documents stand before") {
  StoredDocument first = bilingual("a.txt", {{{"One."}, {"一。"}}});
  StoredDocument second = bilingual("b.txt", {{{"Two."}, {"二。"}}});
  const std::string alone = exported({&second}).at("align");
  const std::string link =
      alone.substr(alone.find("<link "), alone.find("/>") - alone.find("<link "));
  CHECK(count_of(link, "xtargets=\"s1.b.txt;t1.b.txt\"") == 1);
  CHECK(count_of(exported({&first, &second}).at("align"), link) == 1);
}

TEST_CASE("the links name the files beside theirs") {
  StoredDocument document = bilingual("a.txt", {{{"One."}, {"一。"}}});
  const Parts parts =
      StageHarness("export_xces", {{"to", "{stem}/new-{part}.xml"}, {"lang-map", "zh=zh-CN"}})
          .export_parts({&document});
  CHECK(count_of(parts.at("align"), "fromDoc=\"new-en.xml\" toDoc=\"new-zh-CN.xml\"") == 1);
  CHECK(parts.count("zh-CN") == 1);
  const auto refused = [&](StageOptions options) {
    StageHarness("export_xces", options).export_parts({&document});
  };
  CHECK_THROWS_WITH(refused({{"to", "{stem}.{part}.xml"}}), Catch::Contains("'{stem}.{part}.xml'"));
  CHECK_THROWS_WITH(refused({{"to", "{part}/corpus.xml"}}), Catch::Contains("{part} once"));
  CHECK_THROWS_WITH(refused({{"to", "{part}.xml"}, {"target", "*"}}), Catch::Contains("in target"));
}
