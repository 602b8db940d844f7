// SPDX-License-Identifier: Apache-2.0
/// Tests of plain files: lines that stand beside each other whatever the text, and that other
/// programs read them.
#include <catch2/catch.hpp>
#include <map>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/document.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::bilingual;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;
using Parts = std::map<std::string, std::string, std::less<>>;

Parts exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "corpus.{part}");
  return StageHarness("export_moses", options).export_parts(documents);
}

StoredDocument ferry() {
  return bilingual("news/ferry 1.txt",
                   {{{"The ferry left."}, {"渡船走了。"}, 0.95},
                    {{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}, weft::kNoScore},
                    {{"Alone."}, {}, 0}});
}

}  // namespace

TEST_CASE("each language is a file, and line n of one translates line n of the other") {
  StoredDocument first = ferry();
  StoredDocument second = bilingual("b.txt", {{{"Hello."}, {"你好。"}}});
  const Parts expected = {{"en", "The ferry left.\nIt rained. We stayed.\nHello.\n"},
                          {"zh", "渡船走了。\n下雨了。我们没走。\n你好。\n"}};
  CHECK(exported({&first, &second}) == expected);
}

TEST_CASE("files are called after the languages asked for, as the map writes them") {
  StoredDocument document = bilingual("b.txt", {{{"Hello."}, {"你好。"}}});
  const Parts parts =
      exported({&document},
               {{"target", "zh-Hans"}, {"source", "en"}, {"lang-map", "zh-Hans=zh-CN, en=en-US"}});
  CHECK(parts == Parts{{"en-US", "Hello.\n"}, {"zh-CN", "你好。\n"}});
  CHECK_THROWS_WITH(exported({&document}, {{"target", "*"}}), Catch::Contains("in target"));
  CHECK_THROWS_WITH(exported({&document}, {{"lang-map", "zh=en"}}), Catch::Contains("'en'"));
}

TEST_CASE("a sentence without a partner is beside an empty line, when asked for") {
  StoredDocument document = ferry();
  const Parts parts = exported({&document}, {{"null-beads", "true"}});
  CHECK(parts.at("en") == "The ferry left.\nIt rained. We stayed.\nAlone.\n");
  CHECK(parts.at("zh") == "渡船走了。\n下雨了。我们没走。\n\n");
}

TEST_CASE("a third file says where each line comes from") {
  StoredDocument document = ferry();
  const Parts parts = exported({&document}, {{"origins", "true"}, {"null-beads", "true"}});
  weft::test::check_golden(parts.at("origins"), WEFT_TESTDATA "/corpus.origins");
  CHECK(exported({&document}, {{"origins", "true"}, {"null-beads", "true"}}) == parts);
}

TEST_CASE("a corpus without pairs is empty files") {
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  CHECK(exported({&none}, {{"origins", "true"}}) == Parts{{"en", ""}, {"origins", ""}, {"zh", ""}});
}

TEST_CASE("wc and Python count as many lines in all files, and read the texts back", "[readers]") {
  const std::string hostile = weft::test::hostile_line();
  const std::string cleaned = weft::test::hostile_line_cleaned();
  // Each of these ends a line for some reader.
  const std::string breakers =
      "a\vb\fc\rd\r\ne\nf\x1Cg\x1Dh\x1Ei\xC2\x85j\xE2\x80\xA8k\xE2\x80\xA9l";
  StoredDocument first = ferry();
  StoredDocument second =
      bilingual(hostile, {{{hostile}, {"甲" + breakers + "乙。"}}, {{breakers}, {"丙。"}}});
  const Parts parts = exported({&first, &second}, {{"null-beads", "true"}, {"origins", "true"}});
  const Folder folder;
  for (const auto& [part, bytes] : parts) {
    folder.write(part, bytes);
    CHECK(run_program({"sh", "-c", "wc -l <" + folder.path(part)}).out == "5\n");
  }
  const auto read = run_program(
      {"/usr/bin/python3", WEFT_TESTDATA "/read_moses.py", folder.path("en"), folder.path("zh")});
  CHECK(read.err.empty());
  const std::string words = "a b c d e f\xEF\xBF\xBDg\xEF\xBF\xBDh\xEF\xBF\xBDi j k l";
  CHECK(read.out ==
        "The ferry left.|渡船走了。\n"
        "It rained. We stayed.|下雨了。我们没走。\n"
        "Alone.|\n" +
            cleaned + "|甲" + words + "乙。\n" + words + "|丙。\n");
  CHECK(run_program({"/usr/bin/python3", WEFT_TESTDATA "/read_moses.py", folder.path("en"),
                     folder.path("origins")})
            .code == 0);
}
