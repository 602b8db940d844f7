// SPDX-License-Identifier: Apache-2.0
/// Tests of TEI: headers, texts and links, that the schema holds, and that other programs read it.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::bilingual;
using weft::test::blocks_of_pairs;
using weft::test::count_of;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {},
                     const std::string& to = "corpus.xml") {
  options.emplace_back("to", to);
  return StageHarness("export_tei", options).export_all(documents);
}

std::string read_back(const std::string& bytes) {
  const Folder folder;
  folder.write("corpus.xml", bytes);
  const auto result = run_program(
      {"/usr/bin/python3", WEFT_TESTDATA "/read_tei.py", folder.path("corpus.xml"), "en-GB"});
  CHECK(result.err.empty());
  CHECK(result.code == 0);
  return result.out;
}

/// The same with what differs between builds replaced.
std::string without_version(std::string bytes) {
  for (const std::string before : {"ident=\"weft\" version=\"", "<label>weft "}) {
    const std::size_t at = bytes.find(before) + before.size();
    bytes.replace(at, bytes.find_first_of("\"<", at) - at, "VERSION");
  }
  return bytes;
}

}  // namespace

TEST_CASE("a document of its own is written as the golden file shows") {
  unsetenv("SOURCE_DATE_EPOCH");
  StoredDocument document = blocks_of_pairs();
  const std::string bytes = exported({&document}, {{"lang-map", "zh-Hans=zh-CN"}}, "{stem}.xml");
  weft::test::check_golden(without_version(bytes), WEFT_TESTDATA "/ferry.xml");
  CHECK(bytes == exported({&document}, {{"lang-map", "zh-Hans=zh-CN"}}, "{stem}.xml"));
}

TEST_CASE("ElementTree reads the pairs of all documents back, with their texts", "[readers]") {
  const std::string hostile = weft::test::hostile_line();
  const std::string cleaned = weft::test::hostile_line_cleaned();
  StoredDocument first = blocks_of_pairs();
  StoredDocument second = bilingual(
      hostile,
      {{{hostile}, {"甲＆乙<丙>。"}, 0.5, hostile}, {{"Yes."}, {"是。"}}, {{"Yes."}, {"是。"}}});
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  CHECK(read_back(exported({&first, &none, &second}, {{"null-beads", "true"}})) ==
        "Ferries & tides en-GB zh-Hans\n"
        "It left.|走了。|0.7500|\n"
        "It rained./We stayed.|下雨了，我们没走。||\n"
        "In 2021.|2001年。|0.5000|number: 2021 / 2001; length-ratio\n"
        "9 sentences\n" +
            cleaned + " en-GB zh-Hans\n" + cleaned + "|甲＆乙<丙>。|0.5000|" + cleaned +
            "\nYes.|是。|0.5000|\nYes.|是。|0.5000|\n6 sentences\n");
  // What is filtered loses its link and stays in the text.
  CHECK(read_back(exported({&first}, {{"min-score", "0.6"}}, "{id}.xml")) ==
        "Ferries & tides en-GB zh-Hans\nIt left.|走了。|0.7500|\n9 sentences\n");
}

TEST_CASE("the schema of TEI holds for corpora, single documents, and without any pair",
          "[readers]") {
  const std::string schema = weft::test::shared_dir() + "/schemas/tei/tei_all-4.11.0.rng";
  if (!std::filesystem::exists(schema) || run_program({"which", "jing"}).code != 0) {
    WARN("skipped: no jing, or no schema below WEFT_SHARED");
    return;
  }
  const std::string hostile = weft::test::hostile_line();
  StoredDocument first = blocks_of_pairs();
  StoredDocument second =
      bilingual(hostile, {{{hostile}, {"甲＆乙<丙>。"}, -3, hostile}, {{"Alone."}, {}, 0}});
  StoredDocument alone = bilingual("c.txt", {{{"Alone."}, {}, 0}});
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  setenv("SOURCE_DATE_EPOCH", "1706933106", 1);
  const StageOptions all = {{"null-beads", "true"}};
  const Folder folder;
  folder.write("corpus.xml", exported({&first, &second, &alone}, all));
  folder.write("single.xml", exported({&first}, all, "{stem}.xml"));
  folder.write("none.xml", exported({&none}, all));
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK(count_of(folder.read("corpus.xml"), "<date when=\"2024-02-03T04:05:06Z\"/>") == 4);
  // One call for all: most of jing's time is the schema.
  const auto result = run_program({"jing", schema, folder.path("corpus.xml"),
                                   folder.path("single.xml"), folder.path("none.xml")});
  INFO(result.out);
  CHECK(result.code == 0);
}

TEST_CASE(
    "each view of a side is a text, and a sentence within one that has a pair is not repeated") {
  weft::test::DocumentBuilder builder("a.txt");
  const weft_id english = builder.view("en", "en", "Yes. No, no.");
  const weft_id simplified = builder.view("hans", "zh-Hans", "是的。");
  const weft_id traditional = builder.view("hant", "zh-Hant", "說不。");
  const weft_id yes = builder.span("sentence", english, 0, 4);
  const weft_id no = builder.span("quote", english, 5, 12);
  builder.span("sentence", english, 5, 8);
  builder.link("bead", {{yes, "source"}, {builder.span("sentence", simplified, 0, 9), "target"}},
               1);
  builder.link("bead", {{no, "source"}, {builder.span("sentence", traditional, 0, 9), "target"}},
               1);
  StoredDocument document = builder.build();
  const std::string bytes = exported({&document});
  CHECK(count_of(bytes, "<text xml:lang=\"zh-Hans\">") == 1);
  CHECK(count_of(bytes, "<text xml:lang=\"zh-Hant\">") == 1);
  CHECK(count_of(bytes, "<s ") == 4);
  CHECK(count_of(bytes, "<s xml:id=\"s2.a.txt\">No, no.</s>") == 1);
  CHECK(count_of(bytes, "target=\"#s2.a.txt #t2.a.txt\"") == 1);
}

TEST_CASE("ids stay as they are whatever documents stand before") {
  StoredDocument first = bilingual("a.txt", {{{"One."}, {"一。"}}});
  StoredDocument second = bilingual("b.txt", {{{"Two."}, {"二。"}}});
  const auto link_of = [](const std::string& bytes) {
    const std::size_t at = bytes.rfind("<link ");
    return bytes.substr(at, bytes.find("/>", at) - at);
  };
  const std::string link = link_of(exported({&second}));
  CHECK(count_of(link, "target=\"#s1.b.txt #t1.b.txt\"") == 1);
  CHECK(link_of(exported({&first, &second})) == link);
}

TEST_CASE("a score that is no probability is no certainty, and a map must give tags") {
  StoredDocument document = bilingual("a.txt", {{{"One."}, {"一。"}, 7.5}});
  CHECK(count_of(exported({&document}), "cert=") == 0);
  CHECK_THROWS_AS(exported({&document}, {{"lang-map", "zh=zh_CN"}}), weft::Error);
}
