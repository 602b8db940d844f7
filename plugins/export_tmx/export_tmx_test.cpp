// SPDX-License-Identifier: Apache-2.0
/// Tests of the translation memory: what is in it, and that other programs read it.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::Bead;
using weft::test::bilingual;
using weft::test::count_of;
using weft::test::DocumentBuilder;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "memory.tmx");
  return StageHarness("export_tmx", options).export_all(documents);
}

}  // namespace

TEST_CASE("a memory is the header, a unit a bead with its properties, and the end") {
  unsetenv("SOURCE_DATE_EPOCH");
  StoredDocument document =
      bilingual("news/ferry.txt", {{{"The ferry left."}, {"渡船走了。"}, 0.75}});
  std::string memory = exported({&document});
  const std::size_t id = memory.find("tuid=\"") + 6;
  memory.replace(id, 32, "ID");
  const std::size_t version = memory.find("creationtoolversion=\"") + 21;
  memory.replace(version, memory.find('"', version) - version, "VERSION");
  weft::test::check_golden(memory, WEFT_TESTDATA "/memory.tmx");
}

TEST_CASE(
    "what was found and why a pair is rejected are properties of the unit, and nothing is left "
    "out") {
  DocumentBuilder builder("a.txt");
  const weft_id english = builder.view("en", "en", "In 2021.");
  const weft_id chinese = builder.view("zh", "zh", "2001年。");
  const weft_id link = builder.link("bead",
                                    {{builder.span("sentence", english, "In 2021."), "source"},
                                     {builder.span("sentence", chinese, "2001年。"), "target"}},
                                    .5);
  builder.attribute(WEFT_ON_LINK, link, "reject", "duplicate");
  builder.attribute(WEFT_ON_LINK, link, "finding", "number: 2021 / 2001");
  StoredDocument judged = builder.build();
  const std::string memory = exported({&judged});
  CHECK(memory.find("  <prop type=\"x-reject\">duplicate</prop>\n"
                    "  <prop type=\"x-finding\">number: 2021 / 2001</prop>\n  <tuv ") !=
        std::string::npos);
}

TEST_CASE("sentences of one side are joined as their script does") {
  StoredDocument document =
      bilingual("a.txt", {{{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}}});
  const std::string memory = exported({&document});
  CHECK(count_of(memory, "<seg>It rained. We stayed.</seg>") == 1);
  CHECK(count_of(memory, "<seg>下雨了。我们没走。</seg>") == 1);
  CHECK(count_of(memory, ">0-10 11-21</prop>") == 1);
}

TEST_CASE("the sides are told by language, so that a memory can go the other way") {
  StoredDocument document = bilingual("a.txt", {{{"Hello."}, {"你好。"}}});
  const std::string memory = exported({&document}, {{"source", "zh"}, {"target", "en"}});
  CHECK(count_of(memory, "srclang=\"zh\"") == 1);
  CHECK(memory.find("你好。") < memory.find("Hello."));
  CHECK(count_of(memory, "<tuv xml:lang=\"zh\">") == 1);
  CHECK(count_of(memory, "<tuv xml:lang=\"en-GB\">") == 1);
}

TEST_CASE("sentences without a partner are written on request only") {
  StoredDocument document = bilingual("a.txt", {{{"Alone."}, {}, 0}, {{"Hello."}, {"你好。"}}});
  CHECK(count_of(exported({&document}), "<tu ") == 1);
  const std::string all = exported({&document}, {{"null-beads", "true"}});
  CHECK(count_of(all, "<tu ") == 2);
  CHECK(count_of(all, "<tuv ") == 3);
}

TEST_CASE("pairs below the least score asked for are left out") {
  StoredDocument document =
      bilingual("a.txt", {{{"Low."}, {"低。"}, 0.2}, {{"High."}, {"高。"}, 0.9}});
  CHECK(count_of(exported({&document}, {{"min-score", "0.2"}}), "<tu ") == 2);
  const std::string memory = exported({&document}, {{"min-score", "0.5"}});
  CHECK(count_of(memory, "<tu ") == 1);
  CHECK(count_of(memory, "High.") == 1);
}

TEST_CASE("language tags are written as the map says") {
  StoredDocument document = bilingual("a.txt", {{{"Hello."}, {"你好。"}}});
  const std::string memory = exported({&document}, {{"lang-map", "zh-Hans=zh-CN, en=en-US"}});
  CHECK(count_of(memory, "<tuv xml:lang=\"zh-CN\">") == 1);
  CHECK(count_of(memory, "srclang=\"en-US\"") == 1);
  CHECK(count_of(memory, "<tuv xml:lang=\"en-US\">") == 1);
  // Longer than what a string holds without the heap.
  const std::string long_tags =
      exported({&document}, {{"lang-map", "zh=zh-Hans-CN-x-harbour, en=en-Latn-GB-x-harbour"}});
  CHECK(count_of(long_tags, "<tuv xml:lang=\"zh-Hans-CN-x-harbour\">") == 1);
  CHECK(count_of(long_tags, "<tuv xml:lang=\"en-Latn-GB-x-harbour\">") == 1);
  CHECK_THROWS_AS(exported({&document}, {{"lang-map", "zh-Hans=zh_CN"}}), weft::Error);
}

TEST_CASE("ids depend on the texts and the document, not on what stands beside them") {
  const Bead hello{{"Hello."}, {"你好。"}};
  StoredDocument one = bilingual("a.txt", {hello});
  StoredDocument more = bilingual("a.txt", {{{"Before."}, {"之前。"}}, hello});
  const auto last_id = [](const std::string& memory) {
    return memory.substr(memory.rfind("tuid=\"") + 6, 32);
  };
  CHECK(last_id(exported({&one})) == last_id(exported({&more})));
  StoredDocument elsewhere = bilingual("b.txt", {hello});
  CHECK(last_id(exported({&one})) != last_id(exported({&elsewhere})));
}

TEST_CASE("the creation date is that of SOURCE_DATE_EPOCH or none") {
  StoredDocument document = bilingual("a.txt", {{{"Hello."}, {"你好。"}}});
  setenv("SOURCE_DATE_EPOCH", "1706933106", 1);
  CHECK(count_of(exported({&document}), "creationdate=\"20240203T040506Z\"") == 1);
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK(count_of(exported({&document}), "creationdate") == 0);
}

TEST_CASE(
    "findings and the reason of a rejection are properties of the unit, and can be filtered") {
  StoredDocument document = bilingual(
      "a.txt", {{{"Hello."}, {"你好。"}},
                {{"In 2021."}, {"2001年。"}, 0.5, "number: 2021 / 2001", "wrong language"}});
  const std::string memory = exported({&document});
  CHECK(count_of(memory, "<prop type=\"x-finding\">number: 2021 / 2001</prop>") == 1);
  CHECK(count_of(memory, "<prop type=\"x-reject\">wrong language</prop>") == 1);
  CHECK(count_of(exported({&document}, {{"findings", "drop"}}), "<tu ") == 1);
  CHECK(count_of(exported({&document}, {{"rejected", "drop"}}), "<tu ") == 1);
}

TEST_CASE("pairs written before are left out on request, whatever their case and spaces") {
  StoredDocument one = bilingual("a.txt", {{{"Hello there."}, {"你好。"}}});
  StoredDocument two =
      bilingual("b.txt", {{{"HELLO  there."}, {"你好。"}}, {{"Hello."}, {"你好。"}}});
  CHECK(count_of(exported({&one, &two}), "<tu ") == 3);
  CHECK(count_of(exported({&one, &two}, {{"duplicates", "drop"}}), "<tu ") == 2);
}

TEST_CASE("a document of other languages is passed over") {
  DocumentBuilder builder("a.txt");
  const weft_id view = builder.view("fr", "fr", "Bonjour.");
  const weft_id span = builder.span("sentence", view, "Bonjour.");
  builder.link("bead", {{span, "source"}}, 0);
  StoredDocument document = builder.build();
  CHECK(count_of(exported({&document}), "<tu ") == 0);
}

TEST_CASE("the sentences around a pair are those of the text, whether or not they are in pairs") {
  StoredDocument document =
      bilingual("a.txt", {{{"Left out."}, {"低。"}, 0.1},
                          {{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}, 0.9},
                          {{"Alone."}, {}, 0}});
  const std::string memory = exported({&document}, {{"context", "true"}, {"min-score", "0.5"}});
  CHECK(count_of(memory, "<tu ") == 1);
  CHECK(count_of(memory,
                 "  <prop type=\"x-context-pre\">Left out.</prop>\n"
                 "  <prop type=\"x-context-post\">Alone.</prop>\n  <tuv ") == 1);
  const std::string all = exported({&document}, {{"context", "true"}});
  CHECK(count_of(all, "x-context-pre") == 1);
  CHECK(count_of(exported({&document}), "x-context") == 0);
}

TEST_CASE("xmllint finds the memory valid and its texts whole", "[readers]") {
  const std::string dtd = weft::test::shared_dir() + "/schemas/catalog/tmx/tmx14.dtd";
  if (!std::filesystem::exists(dtd) || weft::test::skipped("xmllint")) {
    WARN("skipped: no xmllint, or no DTD below WEFT_SHARED");
    return;
  }
  const std::string hostile = weft::test::hostile_line();
  StoredDocument document = bilingual(
      hostile, {{{hostile}, {"甲＆乙<丙>。"}, 0.5, hostile}, {{"Plain."}, {"普通。"}, 0.25}});
  StoredDocument empty = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  const Folder folder;
  folder.write("hostile.tmx", exported({&document, &empty}, {{"null-beads", "true"}}));
  const std::string file = folder.path("hostile.tmx");
  const auto valid =
      run_program({"xmllint", "--nonet", "--noout", "--nowarning", "--dtdvalid", dtd, file});
  CHECK(valid.err.empty());
  CHECK(valid.code == 0);
  CHECK(run_program({"xmllint", "--nonet", "--xpath", "string(//tu[1]/tuv[1]/seg)", file}).out ==
        weft::test::hostile_line_cleaned() + "\n");
}

TEST_CASE("Perl's XML::TMX reads every unit back", "[readers]") {
  if (run_program({"perl", "-MXML::TMX::Reader", "-e", "1"}).code != 0) {
    WARN("skipped: no XML::TMX (libxml-tmx-perl)");
    return;
  }
  StoredDocument document =
      bilingual("a.txt", {{{"Salt & pepper."}, {"盐和胡椒。"}}, {{"Two < three."}, {"二<三。"}}});
  const Folder folder;
  folder.write("read.tmx", exported({&document}));
  const auto read = run_program(
      {"perl", "-MXML::TMX::Reader", "-e",
       R"(binmode(STDOUT, ":utf8"); my $r = XML::TMX::Reader->new(shift); $r->for_tu(sub {
          my $t = shift; print $t->{"en"}{-seg}, "|", $t->{"zh-Hans"}{-seg}, "\n"; });)",
       folder.path("read.tmx")});
  CHECK(read.err.empty());
  CHECK(read.out == "Salt & pepper.|盐和胡椒。\nTwo < three.|二<三。\n");
}

TEST_CASE("OmegaT translates a text from the memory", "[readers]") {
  const Folder folder;
  const std::string home = "-Duser.home=" + folder.path("home");
  folder.write("home/empty", "");
  if (run_program({"sh", "-c", "command -v omegat"}).code != 0) {
    WARN("skipped: no omegat");
    return;
  }
  StoredDocument document = bilingual("a.txt", {{{"The ferry left."}, {"渡船走了。"}, 0.9},
                                                {{"Fish & <chips> \"fresh\"."}, {"鱼&<薯条>。"}}});
  for (const std::string part : {"target", "glossary", "dictionary", "omegat", "tm"})
    folder.write("project/" + part + "/empty", "");
  folder.write("project/tm/auto/memory.tmx", exported({&document}));
  folder.write("project/omegat.project", weft::test::read_file(WEFT_TESTDATA "/omegat.project"));
  folder.write("project/source/a.txt",
               "The ferry left.\n\nNobody knows this sentence.\n\nFish & <chips> \"fresh\".\n");
  const auto run =
      run_program({"omegat", home, "--mode=console-translate", folder.path("project")});
  INFO(run.out + run.err);
  CHECK(run.code == 0);
  CHECK(folder.read("project/target/a.txt") ==
        "渡船走了。\n\nNobody knows this sentence.\n\n鱼&<薯条>。\n");
}

TEST_CASE("pairs of a document that is in no output are new in the next") {
  StoredDocument refused = bilingual("bad.txt", {{{"The bridge fell."}, {"桥塌了。"}, 0.8}});
  StoredDocument last = bilingual("b.txt", {{{"The bridge fell."}, {"桥塌了。"}, 0.7}});
  StageHarness stage("export_tmx", {{"to", "a.tmx"}, {"duplicates", "drop"}});
  const std::string memory = stage.export_all({&refused, &last}, &refused);
  CHECK(memory.find("bad.txt") == std::string::npos);
  CHECK(memory.find("The bridge fell.") != std::string::npos);
}
