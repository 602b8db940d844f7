// SPDX-License-Identifier: Apache-2.0
/// Tests of parse_xliff: both families of versions, segmentation, damage, and files of other
/// programs.
#include <weft/error.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sniff_xliff.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

using weft::StoredDocument;
using weft::test::links_of;
using weft::test::StageHarness;
using weft::test::texts_of;
using weft::test::value_of;
using Lines = std::vector<std::string>;

std::string file1(std::string_view units,
                  std::string_view languages = "source-language=\"en\" target-language=\"zh_CN\"") {
  return "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file original=\"ferry.html\" "
         "datatype=\"html\" " +
         std::string(languages) + "><header><note>no text</note></header><body>\n" +
         std::string(units) + "\n</body></file></xliff>\n";
}

std::string file2(std::string_view units) {
  return "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
         "version=\"2.1\" srcLang=\"en\" trgLang=\"zh-Hans\"><file id=\"f1\" "
         "original=\"harbour.md\">\n" +
         std::string(units) + "\n</file></xliff>\n";
}

StoredDocument parsed(std::string_view bytes) {
  StoredDocument document;
  const weft::Outcome outcome = StageHarness("parse_xliff").parse(document, "a.xlf", bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

/// An attribute of each bead.
Lines of_beads(const StoredDocument& document, std::string_view key) {
  Lines out;
  for (const weft_link& link : document.links)
    out.push_back(value_of(document, key, WEFT_ON_LINK, link.id));
  return out;
}

bool is_there(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

TEST_CASE("a trans-unit of XLIFF 1.2 is a bead with its id and state") {
  const std::string bytes = file1(
      "<group id=\"g\"><trans-unit id=\"a\"><source>Salt &amp; <g id=\"1\">pepper</g><x id=\"2\"/>."
      "</source><target state=\"final\">盐和胡椒。</target><note>n</note></trans-unit></group>"
      "<trans-unit id=\"b\" approved=\"yes\"><source>Old<bpt id=\"1\">&lt;b&gt;</bpt></source>"
      "<target>旧</target></trans-unit><trans-unit id=\"c\"><source>New</source></trans-unit>");
  const StoredDocument document = parsed(bytes);
  CHECK(links_of(document, "bead") ==
        Lines{"source Salt & pepper. | target 盐和胡椒。", "source Old | target 旧", "source New"});
  CHECK(of_beads(document, "unit-id") == Lines{"a", "b", "c"});
  CHECK(of_beads(document, "state") == Lines{"final", "approved", ""});
  CHECK(of_beads(document, "method") == Lines(3, "parse_xliff"));
  CHECK(value_of(document, "title") == "ferry.html");
  CHECK(value_of(document, "layout") == "translation-memory");
  CHECK(weft::test::values_of(document, "languages") == Lines{"en", "zh-CN"});
  for (const weft_span& span : document.spans) {
    if (weft::test::text_of(document, span) != "Salt & pepper.") continue;
    const auto [begin, end] = weft::test::source_range(document, span);
    CHECK(bytes.substr(begin, end - begin) == "Salt &amp; <g id=\"1\">pepper</g><x id=\"2\"/>.");
  }
}

TEST_CASE("segments marked in XLIFF 1.2 go together by their ids") {
  const StoredDocument document = parsed(file1(
      "<trans-unit id=\"a\"><source>One. Two. Three.</source><seg-source><mrk mtype=\"seg\" "
      "mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\">Two.</mrk> <mrk mtype=\"seg\" mid=\"3\">"
      "Three.</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"2\">二。</mrk><mrk mtype=\"seg\" "
      "mid=\"1\">一。</mrk></target></trans-unit>"));
  CHECK(links_of(document, "bead") ==
        Lines{"source One. | target 一。", "source Two. | target 二。", "source Three."});
  CHECK(of_beads(document, "unit-id") == Lines{"a/1", "a/2", "a/3"});
  CHECK(texts_of(document, "paragraph") == Lines{"One. Two. Three.", "二。一。"});
}

TEST_CASE("a side without marked segments is the partner of all of the other's") {
  const StoredDocument document =
      parsed(file1("<trans-unit id=\"a\"><source>x</source><seg-source><mrk mtype=\"seg\" "
                   "mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\">Two.</mrk></seg-source>"
                   "<target>一二。</target></trans-unit>"));
  CHECK(links_of(document, "bead") == Lines{"source One. | source Two. | target 一二。"});
}

TEST_CASE("proposals beside the translation are passed over") {
  const StoredDocument one = parsed(file1(
      "<trans-unit id=\"a\"><source>Tea</source><target>茶</target><alt-trans match-quality=\"80\">"
      "<source>Teas</source><target>茶叶</target></alt-trans></trans-unit>"));
  CHECK(links_of(one, "bead") == Lines{"source Tea | target 茶"});
  const StoredDocument two = parsed(file2(
      "<unit id=\"u\"><mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match "
      "ref=\"#1\"><source>Teas</source><target>茶叶</target></mtc:match></mtc:matches><segment>"
      "<source>Tea</source><target>茶</target></segment></unit>"));
  CHECK(links_of(two, "bead") == Lines{"source Tea | target 茶"});
}

TEST_CASE("segments of XLIFF 2 are beads of one paragraph, ignorables text between them") {
  const StoredDocument document = parsed(
      file2("<unit id=\"u1\"><originalData><data id=\"d\">&lt;b&gt;</data></originalData>"
            "<segment id=\"s1\" state=\"reviewed\"><source><pc id=\"1\">One</pc><ph id=\"2\"/>."
            "</source><target>一。</target></segment><ignorable><source> </source></ignorable>"
            "<segment><source>Two<cp hex=\"001F\"/><mrk id=\"m\" type=\"term\">.</mrk></source>"
            "</segment></unit><group id=\"g\"><unit id=\"u2\"><segment id=\"s\"><source>Three."
            "</source><target its:mtConfidence=\"0.75\">三。</target></segment></unit></group>"));
  CHECK(links_of(document, "bead") ==
        Lines{"source One. | target 一。", "source Two\x1F.", "source Three. | target 三。"});
  CHECK(of_beads(document, "unit-id") == Lines{"u1/s1", "u1/2", "u2"});
  CHECK(of_beads(document, "state") == Lines{"reviewed", "", ""});
  CHECK(texts_of(document, "paragraph", "en") == Lines{"One. Two\x1F.", "Three."});
  CHECK(document.links.back().score == 0.75);
  CHECK(value_of(document, "title") == "harbour.md");
}

TEST_CASE("each file is a document of its own, and a long one several") {
  std::string units;
  for (int i = 0; i < 3; ++i)
    units += "<unit id=\"u" + std::to_string(i) + "\"><segment><source>S</source></segment></unit>";
  std::string bytes = file2(units);
  bytes.replace(bytes.find("</xliff>"), 8,
                "<file id=\"f2\" original=\"b.md\">" + units + "</file></xliff>");
  const auto documents = StageHarness("parse_xliff", {{"units", "2"}}).parse_all("a.xlf", bytes);
  Lines titles;
  for (const StoredDocument& document : documents)
    titles.push_back(value_of(document, "title") + std::to_string(document.links.size()));
  CHECK(titles == Lines{"harbour.md2", "harbour.md1", "b.md2", "b.md1"});
}

TEST_CASE("a target in the source's own language has a view of its own") {
  const StoredDocument document =
      parsed(file1("<trans-unit id=\"a\"><source>Colour</source><target>Hue</target></trans-unit>",
                   "source-language=\"en\" target-language=\"en\""));
  CHECK(texts_of(document, "sentence", "en") == Lines{"Colour"});
  CHECK(texts_of(document, "sentence", "en.target") == Lines{"Hue"});
}

TEST_CASE("units before a fault are kept and the message says where it is") {
  const std::string good =
      file1("<trans-unit id=\"a\"><source>One</source><target>一</target></trans-unit>");
  const std::string broken = good.substr(0, good.find("</body>")) + "<trans-unit id=\"b\"><</body>";
  std::vector<weft::Outcome> outcomes;
  CHECK(StageHarness("parse_xliff").parse_all("a.xlf", broken, &outcomes).size() == 1);
  CHECK(outcomes.back().status == WEFT_E_INPUT);
  CHECK(outcomes.back().message.find("a.xlf:4:21: not well-formed (invalid token); the unit ") !=
        std::string::npos);
  StoredDocument other;
  CHECK(StageHarness("parse_xliff").parse(other, "a.xlf", "<html/>").status == WEFT_E_INPUT);
}

TEST_CASE("our samples are valid by the schemas of their versions and say the same") {
  const Lines beads = {
      "source The first boat leaves at six & is often full. | target 头班船六点开，常常满员。",
      "source Dogs ride free. | target 狗免费。",
      "source Bicycles pay half. | target 自行车半价。"};
  const std::string schemas = weft::test::shared_dir() + "/schemas";
  const bool can_validate = std::filesystem::exists(schemas) && is_there("xmllint --version");
  if (!can_validate) WARN("no xmllint, or no schemas below WEFT_SHARED: read without validation");
  for (const auto& [file, schema] : {std::pair{"version1.xlf", "xliff/xliff-core-1.2-strict.xsd"},
                                     std::pair{"version2.xlf", "xliff2.0/xliff_core_2.0.xsd"}}) {
    const std::string path = std::string(WEFT_TESTDATA "/") + file;
    CHECK(links_of(parsed(weft::test::read_file(path)), "bead") == beads);
    if (can_validate)
      CHECK(is_there("XML_CATALOG_FILES='" + schemas +
                     "/catalog.xml' xmllint --nonet --noout --schema '" + schemas + "/catalog/" +
                     schema + "' '" + path + "'"));
  }
  for (const char* version : {"2.1", "2.2"}) {
    std::string bytes = weft::test::read_file(WEFT_TESTDATA "/version2.xlf");
    bytes.replace(bytes.find("version=\"2.0\"") + 9, 3, version);
    CHECK(links_of(parsed(bytes), "bead") == beads);
  }
}

TEST_CASE("the root element decides what is XLIFF") {
  CHECK(weft::sniff_xliff("", file1("")) == 95);
  CHECK(weft::sniff_xliff("", "<x:xliff xmlns:x=\"u\">") == 95);
  CHECK(weft::sniff_xliff("application/xliff+xml", "") == 100);
  CHECK(weft::sniff_xliff("text/plain", file1("")) == 0);
  CHECK(weft::sniff_xliff("", "<tmx>") == 0);
}

TEST_CASE("a file by translate-toolkit is read whole", "[readers]") {
  if (!is_there("po2xliff --version")) {
    WARN("skipped: no po2xliff (translate-toolkit)");
    return;
  }
  const auto folder =
      std::filesystem::temp_directory_path() / ("weft_parse_xliff_" + std::to_string(std::rand()));
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(WEFT_TESTDATA "/ferry.po", folder / "ferry.po");
  REQUIRE(std::system(
              ("cd '" + folder.string() + "' && po2xliff --progress=none -i ferry.po -o ferry.xlf")
                  .c_str()) == 0);
  const StoredDocument document = parsed(weft::test::read_file((folder / "ferry.xlf").string()));
  std::filesystem::remove_all(folder);
  CHECK(links_of(document, "bead") ==
        Lines{"source The ferry leaves at <b>six</b> & returns at nine. | target "
              "渡船<b>六点</b>出发，九点返回 & 靠岸。",
              "source Bring a coat. | target 带上外套。", "source Not translated yet.",
              "source %d boat | target %d 条船", "source %d boats"});
  CHECK(of_beads(document, "state") ==
        Lines{"translated", "needs-translation", "", "translated", "translated"});
}
