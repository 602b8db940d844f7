// SPDX-License-Identifier: Apache-2.0
/// Tests of tables of pairs: columns, separators, formulas, and that Python reads them back.
#include <catch2/catch.hpp>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/document.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::bilingual;
using weft::test::count_of;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "pairs.tsv");
  return StageHarness("export_tsv", options).export_all(documents);
}

std::string read_back(const std::string& kind, const std::string& bytes) {
  const Folder folder;
  folder.write("pairs", bytes);
  const auto result =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/read_table.py", kind, folder.path("pairs")});
  CHECK(result.err.empty());
  return result.out;
}

/// A plain pair, one with a finding and commas, one rejected, one without score, one without
/// partner.
StoredDocument judged() {
  return bilingual("news/ferry 1.txt",
                   {{{"The ferry left."}, {"渡船走了。"}, 0.95},
                    {{"In 2021, it \"sank\"."}, {"2001年。"}, 0.9, "number: 2021 / 2001"},
                    {{"Menu"}, {"菜单"}, 0.25, {}, "length-ratio"},
                    {{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}, weft::kNoScore},
                    {{"Alone."}, {}, 0}});
}

}  // namespace

TEST_CASE("a table has Bitextor's columns, with a row for each pair") {
  StoredDocument document = judged();
  const std::string bytes = exported({&document}, {{"null-beads", "true"}});
  weft::test::check_golden(bytes, WEFT_TESTDATA "/pairs.tsv");
  CHECK(bytes == exported({&document}, {{"null-beads", "true"}}));
}

TEST_CASE("CSV has quotes where they are needed, and details behind Bitextor's columns") {
  StoredDocument document = judged();
  const std::string bytes = exported(
      {&document}, {{"format", "csv"}, {"details", "true"}, {"lang-map", "zh-Hans=zh-CN"}});
  weft::test::check_golden(bytes, WEFT_TESTDATA "/pairs.csv");
}

TEST_CASE("the first row and the byte order mark are written once, as asked") {
  StoredDocument one = bilingual("a.txt", {{{"One."}, {"一。"}}});
  StoredDocument two = bilingual("b.txt", {{{"Two."}, {"二。"}}});
  const std::string bare = exported({&one, &two}, {{"header", "false"}});
  CHECK(bare == "a.txt\ta.txt\tOne.\t一。\t0.5000\nb.txt\tb.txt\tTwo.\t二。\t0.5000\n");
  const std::string marked = exported({&one, &two}, {{"byte-order-mark", "true"}});
  CHECK(marked.rfind("\xEF\xBB\xBF", 0) == 0);
  CHECK(count_of(marked, "\xEF\xBB\xBF") == 1);
  CHECK(count_of(marked, "src_url\ttrg_url\tsrc_text\ttrg_text\taligner_score\n") == 1);
  CHECK(exported({}) == "src_url\ttrg_url\tsrc_text\ttrg_text\taligner_score\n");
}

TEST_CASE("in CSV a field that a spreadsheet would calculate gets one apostrophe") {
  const std::vector<std::string> calculated = {"=1+2",       "+44 20", "-5 degrees.",
                                               "@all look.", "＝甲",   "'=quoted text"};
  for (const std::string& text : calculated) {
    INFO(text);
    StoredDocument document = bilingual("a.txt", {{{text}, {"好。"}, -0.5}});
    const std::string csv = exported({&document}, {{"format", "csv"}, {"header", "false"}});
    CHECK(csv.rfind("a.txt,a.txt,'" + text + ",好。,-0.5000\r\n", 0) == 0);
    CHECK(count_of(exported({&document}, {{"format", "csv"}, {"guard", "false"}}),
                   "," + text + ",") == 1);
    CHECK(count_of(exported({&document}), "\t" + text + "\t") == 1);
    CHECK(count_of(exported({&document}, {{"guard", "true"}}), "\t'" + text + "\t") == 1);
  }
  StoredDocument plain = bilingual("a.txt", {{{"'Tis 5 - 3 = 2."}, {"好。"}}});
  CHECK(count_of(exported({&plain}, {{"format", "csv"}}), ",'Tis 5 - 3 = 2.,") == 1);
}

TEST_CASE("Python's csv module reads the same pairs back from both formats", "[readers]") {
  const std::string hostile = weft::test::hostile_line();
  const std::string cleaned = weft::test::hostile_line_cleaned();
  StoredDocument first = judged();
  StoredDocument second = bilingual(
      hostile, {{{hostile}, {"甲＆乙,\"丙\"。"}, 0.5, hostile}, {{"\"Quoted\""}, {"'单'"}}});
  const std::string expected =
      "src_url|trg_url|src_text|trg_text|aligner_score|src_lang|trg_lang|src_bytes|trg_bytes|"
      "document|id|method|findings|reject\n"
      "news/ferry 1.txt|news/ferry 1.txt|The ferry left.|渡船走了。|0.9500|";
  for (const std::string format : {"tsv", "csv"}) {
    INFO(format);
    const std::string read = read_back(
        format,
        exported(
            {&first, &second},
            {{"format", format}, {"details", "true"}, {"guard", "false"}, {"null-beads", "true"}}));
    CHECK(read.rfind(expected, 0) == 0);
    CHECK(count_of(read, "\n") == 8);
    CHECK(count_of(read, "|In 2021, it \"sank\".|2001年。|0.9000|") == 1);
    CHECK(count_of(read, "|It rained. We stayed.|下雨了。我们没走。||en-GB|zh-Hans|") == 1);
    CHECK(count_of(read, "|Alone.||0.0000|en-GB||") == 1);
    CHECK(count_of(read, "|align_length|number: 2021 / 2001|\n") == 1);
    CHECK(count_of(read, "|align_length||length-ratio\n") == 1);
    CHECK(count_of(read, "\n" + cleaned + "|" + cleaned + "|" + cleaned +
                             "|甲＆乙,\"丙\"。|0.5000|") == 1);
    CHECK(count_of(read, "|align_length|" + cleaned + "|\n") == 1);
    CHECK(count_of(read, "|\"Quoted\"|'单'|0.5000|") == 1);
  }
}

TEST_CASE("pairs are filtered, and a document without any is passed over") {
  StoredDocument document = judged();
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  CHECK(count_of(exported({&document, &none}), "\n") == 5);
  CHECK(count_of(exported({&document, &none}, {{"min-score", "0.5"}, {"findings", "drop"}}),
                 "\n") == 2);
  CHECK_THROWS_AS(exported({&document}, {{"lang-map", "zh-Hans=zh_CN"}}), weft::Error);
}
