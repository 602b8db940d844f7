// SPDX-License-Identifier: Apache-2.0
/// Tests of parse_tmx: units of every version, encodings, damage, and files of other programs.
#include <weft/bitext/units.hpp>
#include <weft/error.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sniff_tmx.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

using weft::StoredDocument;
using weft::test::DocumentBuilder;
using weft::test::links_of;
using weft::test::StageHarness;
using weft::test::value_of;
using Lines = std::vector<std::string>;

std::string memory(std::string_view body, std::string_view header = "srclang=\"en\"") {
  return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header " + std::string(header) +
         "/><body>\n" + std::string(body) + "\n</body></tmx>\n";
}

std::string unit(std::string_view english, std::string_view chinese) {
  return "<tu><tuv xml:lang=\"en\"><seg>" + std::string(english) +
         "</seg></tuv><tuv xml:lang=\"zh-Hans\"><seg>" + std::string(chinese) + "</seg></tuv></tu>";
}

StoredDocument parsed(std::string_view bytes) {
  StoredDocument document;
  const weft::Outcome outcome = StageHarness("parse_tmx").parse(document, "a.tmx", bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

weft::Outcome refused(std::string_view bytes) {
  StoredDocument document;
  return StageHarness("parse_tmx").parse(document, "a.tmx", bytes);
}

/// The source bytes behind the first sentence.
std::string traced(const StoredDocument& document, std::string_view bytes) {
  for (const weft_span& span : document.spans) {
    if (weft::test::text_of(document, span) != weft::test::texts_of(document, "sentence").front())
      continue;
    const auto [begin, end] = weft::test::source_range(document, span);
    return std::string(bytes.substr(begin, end - begin));
  }
  return {};
}

std::string utf16(std::string_view ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii)
    out += {c, '\0'};
  return out;
}

}  // namespace

TEST_CASE("a unit is a paragraph and a sentence a language, joined by a bead") {
  const std::string bytes = memory(
      "<tu tuid=\"u7\"><prop type=\"x-score\">0.7500</prop><prop type=\"x-method\">align_length"
      "</prop><prop type=\"x-state\">final</prop><note>no text</note>"
      "<tuv xml:lang=\"EN\"><prop type=\"x-source\">a.txt</prop><seg>Salt &amp; pepper.</seg></tuv>"
      "<tuv xml:lang=\"zh_hans\"><seg>盐和胡椒。</seg></tuv></tu>");
  const StoredDocument document = parsed(bytes);
  CHECK(weft::test::outline(document) == Lines{"paragraph: Salt & pepper.",
                                               "sentence: Salt & pepper.", "paragraph: 盐和胡椒。",
                                               "sentence: 盐和胡椒。"});
  CHECK(links_of(document, "bead") == Lines{"source Salt & pepper. | target 盐和胡椒。"});
  CHECK(document.links.front().score == 0.75);
  const weft_id link = document.links.front().id;
  CHECK(value_of(document, "unit-id", WEFT_ON_LINK, link) == "u7");
  CHECK(value_of(document, "method", WEFT_ON_LINK, link) == "align_length");
  CHECK(value_of(document, "state", WEFT_ON_LINK, link) == "final");
  CHECK(value_of(document, "layout") == "translation-memory");
  CHECK(value_of(document, "language") == "mul");
  CHECK(weft::test::values_of(document, "languages") == Lines{"en", "zh-Hans"});
  CHECK(weft::test::texts_of(document, "sentence", "zh-Hans") == Lines{"盐和胡椒。"});
  CHECK(traced(document, bytes) == "Salt &amp; pepper.");
}

TEST_CASE(
    "inline codes are left out, highlighted text stays, sub-flows stand behind the sentence") {
  const StoredDocument document = parsed(memory(
      unit("Press <bpt i=\"1\">&lt;b&gt;</bpt>the <hi>red</hi> key<ept i=\"1\">&lt;/b&gt;</ept>"
           "<ph>&lt;img alt=\"<sub>A key</sub>\"&gt;</ph>.<it pos=\"end\">x</it><ut>y</ut>",
           "按<ph type=\"lb\"/>键。")));
  CHECK(weft::test::texts_of(document, "sentence") == Lines{"Press the red key.", "按 键。"});
  CHECK(weft::test::texts_of(document, "paragraph") ==
        Lines{"Press the red key. A key", "按 键。"});
}

TEST_CASE("wrapped lines are one line again, unless white space is said to count") {
  CHECK(weft::test::texts_of(parsed(memory(unit("\n  One\n  two  three.\n", "一"))), "sentence")
            .front() == "One two  three.");
  const std::string kept =
      "<tu xml:space=\"preserve\"><tuv xml:lang=\"en\"><seg> One\n two </seg></tuv></tu>";
  CHECK(weft::test::texts_of(parsed(memory(kept)), "sentence") == Lines{"One\n two"});
}

TEST_CASE("TMX 1.1 names languages by lang") {
  const StoredDocument document = parsed(
      "<!DOCTYPE tmx SYSTEM \"tmx11.dtd\"><tmx version=\"1.1\"><header srclang=\"EN-US\"/><body>"
      "<tu><tuv lang=\"ZH-CN\"><seg>你好</seg></tuv><tuv lang=\"EN-US\"><seg>Hi</seg></tuv></tu>"
      "</body></tmx>");
  CHECK(links_of(document, "bead") == Lines{"source Hi | target 你好"});
  CHECK(weft::test::values_of(document, "languages") == Lines{"zh-CN", "en-US"});
}

TEST_CASE("units in several languages give a bead from the source language to each other one") {
  const std::string three =
      "<tuv xml:lang=\"de\"><seg>Hallo</seg></tuv><tuv xml:lang=\"en-GB\"><seg>Hello</seg></tuv>"
      "<tuv xml:lang=\"fr\"><seg>Salut</seg></tuv></tu>";
  CHECK(links_of(parsed(memory("<tu>" + three)), "bead") ==
        Lines{"source Hello | target Hallo", "source Hello | target Salut"});
  CHECK(links_of(parsed(memory("<tu srclang=\"fr\">" + three)), "bead") ==
        Lines{"source Salut | target Hallo", "source Salut | target Hello"});
  CHECK(links_of(parsed(memory("<tu>" + three, "srclang=\"*all*\"")), "bead") ==
        Lines{"source Hallo | target Hello", "source Hallo | target Salut"});
}

TEST_CASE("what a unit lacks costs that unit only") {
  const StoredDocument document = parsed(memory(
      "<tu><tuv xml:lang=\"en\"/></tu><tu/>"
      "<tu><tuv xml:lang=\"not a tag\"><seg>x</seg></tuv><tuv xml:lang=\"en\"><seg>Alone</seg>"
      "</tuv></tu><tu><tuv xml:lang=\"zh\"><seg>只有</seg></tuv><tuv xml:lang=\"zh\"><seg>二"
      "</seg></tuv></tu>" +
      unit("Good", "好")));
  CHECK(links_of(document, "bead") ==
        Lines{"source Alone", "target 只有", "source Good | target 好"});
}

TEST_CASE("a file is as many documents as its units ask for") {
  std::string body;
  for (int i = 0; i < 5; ++i)
    body += unit("Line " + std::to_string(i), "行");
  StageHarness harness("parse_tmx", {{"units", "2"}});
  const std::vector<StoredDocument> documents = harness.parse_all("a.tmx", memory(body));
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].links.size() == 2);
  CHECK(links_of(documents[2], "bead") == Lines{"source Line 4 | target 行"});
}

TEST_CASE("UTF-16 and declared encodings are read and traced") {
  const std::string text = memory(unit("Tea &amp; &lt;milk&gt;", "x"));
  const std::string wide = utf16(text);
  const StoredDocument document = parsed(wide);
  CHECK(weft::test::texts_of(document, "sentence").front() == "Tea & <milk>");
  CHECK(traced(document, wide) == utf16("Tea &amp; &lt;milk&gt;").substr(2));
  std::string gbk =
      "<?xml version=\"1.0\" encoding=\"GB18030\"?><tmx version=\"1.4\"><header "
      "srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>"
      "\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7\xA1\xA3"
      "</seg></tuv></tu></body></tmx>";
  const StoredDocument chinese = parsed(gbk);
  CHECK(weft::test::texts_of(chinese, "sentence") == Lines{"你好，世界。"});
  CHECK(traced(chinese, gbk) == "\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7\xA1\xA3");
}

TEST_CASE("units before a fault are kept and the message says where it is") {
  const std::string good = memory(unit("One", "一") + "\n" + unit("Two", "二"));
  const std::string broken = good.substr(0, good.find("</body>")) + "<tu></tuv>";
  StoredDocument document = parsed(broken);
  CHECK(document.links.size() == 2);
  std::vector<weft::Outcome> outcomes;
  CHECK(StageHarness("parse_tmx").parse_all("a.tmx", broken, &outcomes).size() == 1);
  CHECK(outcomes.back().status == WEFT_E_INPUT);
  CHECK(outcomes.back().message.find("a.tmx:5:7: mismatched tag; the 2 units before it were read, "
                                     "the rest not: mend that place or export the file again") !=
        std::string::npos);
}

TEST_CASE("what is no memory is refused with the reason") {
  CHECK_THAT(refused("<map/>").message, Catch::Contains("root element is 'map'"));
  CHECK_THAT(refused(memory("")).message, Catch::Contains("no translation unit"));
  CHECK(refused("").status == WEFT_E_INPUT);
}

TEST_CASE("hostile entities, nesting and lengths end in a limit, quickly") {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 20; ++i)
      bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  const std::string rest = memory(unit("&j;", "x"));
  CHECK(refused(bomb + "]>" + rest.substr(rest.find("<tmx"))).status == WEFT_E_LIMIT);
  std::string deep;
  for (int i = 0; i < 5000; ++i)
    deep += "<hi>";
  CHECK(refused(memory(unit(deep, "x"))).status == WEFT_E_LIMIT);
  CHECK(refused(memory(unit(std::string(5U << 20U, 'a'), "x"))).status == WEFT_E_LIMIT);
  CHECK(refused(memory(std::string("<!--") + std::string(40U << 20U, 'a'))).status == WEFT_E_LIMIT);
}

TEST_CASE("files outside are never read") {
  const StoredDocument document = parsed(
      "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\" [<!ENTITY out SYSTEM "
      "\"/etc/hostname\">]><tmx version=\"1.4\"><header srclang=\"en\"/><body>" +
      unit("a&out;b", "&unknown;c") + "</body></tmx>");
  CHECK(weft::test::texts_of(document, "sentence") == Lines{"ab", "c"});
}

TEST_CASE("the root element decides what is a memory, not the name") {
  CHECK(weft::sniff_tmx("", "\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- <a> --><tmx version=") == 95);
  CHECK(weft::sniff_tmx("", utf16(memory(""))) == 95);
  CHECK(weft::sniff_tmx("", "<!DOCTYPE tmx [<!ENTITY a \"b>\">]>\n<tmx>") == 95);
  CHECK(weft::sniff_tmx("application/x-tmx+xml", "") == 100);
  CHECK(weft::sniff_tmx("text/plain", "<tmx>") == 0);
  CHECK(weft::sniff_tmx("", "<map version=\"1.0\">") == 0);
  CHECK(weft::sniff_tmx("", "tmx") == 0);
}

TEST_CASE("scores are numbers or percentages under the names that tools use") {
  CHECK(weft::read_score(" 0.75 ") == 0.75);
  CHECK(weft::read_score("75%") == 0.75);
  CHECK_FALSE(weft::read_score("good").has_value());
  CHECK_FALSE(weft::read_score("nan").has_value());
  CHECK(weft::is_score_name("Txt::QualityScore"));
  CHECK(weft::is_score_name("match-quality"));
  CHECK_FALSE(weft::is_score_name("x-source"));
}

TEST_CASE("what export_tmx writes reads back the same: texts, ids, scores, methods") {
  const std::string hostile = "Ham & eggs < bacon > \"toast\" ]]> \xF0\x9F\x9A\x80 &amp; <seg>";
  DocumentBuilder builder("a.txt");
  const std::string english = hostile + "\nPlain.\n";
  const weft_id en = builder.view("en", "en", english);
  const weft_id zh = builder.view("zh", "zh-Hans", "甲＆乙<丙>。普通。");
  for (const auto& [source, target, score] :
       {std::tuple{hostile, std::string("甲＆乙<丙>。"), 0.25},
        std::tuple{std::string("Plain."), std::string("普通。"), 0.8125}}) {
    const weft_id link = builder.link("bead",
                                      {{builder.span("sentence", en, source), "source"},
                                       {builder.span("sentence", zh, target), "target"}},
                                      score);
    builder.attribute(WEFT_ON_LINK, link, "method", "align_length");
  }
  StoredDocument before = builder.build();
  const std::string bytes =
      StageHarness("export_tmx", {{"to", "memory.tmx"}}).export_all({&before});
  const StoredDocument after = parsed(bytes);
  CHECK(links_of(after, "bead") == links_of(before, "bead"));
  REQUIRE(after.links.size() == before.links.size());
  for (std::size_t i = 0; i < after.links.size(); ++i) {
    CHECK(after.links[i].score == before.links[i].score);
    CHECK(value_of(after, "method", WEFT_ON_LINK, after.links[i].id) == "align_length");
    const std::string id = value_of(after, "unit-id", WEFT_ON_LINK, after.links[i].id);
    CHECK(bytes.find("tuid=\"" + id + "\"") != std::string::npos);
  }
}

TEST_CASE("a memory by translate-toolkit is read whole", "[readers]") {
  if (std::system("po2tmx --version >/dev/null 2>&1") != 0) {
    WARN("skipped: no po2tmx (translate-toolkit)");
    return;
  }
  const auto folder =
      std::filesystem::temp_directory_path() / ("weft_parse_tmx_" + std::to_string(std::rand()));
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(WEFT_TESTDATA "/ferry.po", folder / "ferry.po");
  const std::string command =
      "cd '" + folder.string() + "' && po2tmx --progress=none -l zh_CN -i ferry.po -o ferry.tmx";
  REQUIRE(std::system(command.c_str()) == 0);
  const StoredDocument document = parsed(weft::test::read_file((folder / "ferry.tmx").string()));
  std::filesystem::remove_all(folder);
  CHECK(links_of(document, "bead") ==
        Lines{"source The ferry leaves at <b>six</b> & returns at nine. | target "
              "渡船<b>六点</b>出发，九点返回 & 靠岸。",
              "source %d boat | target %d 条船"});
}
