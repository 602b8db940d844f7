// SPDX-License-Identifier: Apache-2.0
/// Tests of localization files: states, languages, notes, and that other programs read them.
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
using weft::test::bilingual;
using weft::test::count_of;
using weft::test::DocumentBuilder;
using weft::test::Folder;
using weft::test::run_program;
using weft::test::StageHarness;
using weft::test::StageOptions;

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "units.xlf");
  return StageHarness("export_xliff", options).export_all(documents);
}

/// A pair of each kind: sure, doubtful, with a finding, rejected, without a partner.
StoredDocument judged() {
  return bilingual("news/ferry 1.txt",
                   {{{"The ferry left."}, {"渡船走了。"}, 0.95},
                    {{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}, 0.75},
                    {{"Perhaps."}, {"也许吧。"}, 0.25},
                    {{"In 2021."}, {"2001年。"}, 0.9, "number: 2021 / 2001"},
                    {{"Menu"}, {"菜单"}, 0.9, {}, "length-ratio"},
                    {{"Alone."}, {}, 0}});
}

/// What the reader in testdata/ prints of an export.
std::string read_back(const std::string& reader, const std::string& bytes) {
  const Folder folder;
  folder.write("units.xlf", bytes);
  const auto result =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/" + reader, folder.path("units.xlf")});
  CHECK(result.err.empty());
  return result.out;
}

/// True where it can be said and is so; the schemas lie below WEFT_SHARED.
void check_valid(const std::string& bytes, const std::vector<std::string>& validator) {
  const std::string schemas = weft::test::shared_dir() + "/schemas/";
  if (!std::filesystem::exists(schemas) || run_program({"which", validator.front()}).code != 0) {
    WARN("skipped: no " << validator.front() << ", or no schemas below WEFT_SHARED");
    return;
  }
  const Folder folder;
  folder.write("units.xlf", bytes);
  std::vector<std::string> command(validator.begin(), validator.end() - 1);
  command.push_back(schemas + validator.back());
  command.push_back(folder.path("units.xlf"));
  const auto result = run_program(command, {"XML_CATALOG_FILES=" + schemas + "catalog.xml"});
  INFO(result.out << result.err);
  CHECK(result.code == 0);
}

void check_valid_by_schema(const std::string& bytes, const std::string& version) {
  const std::string schema = version == "1.2"   ? "catalog/xliff/xliff-core-1.2-strict.xsd"
                             : version == "2.0" ? "catalog/xliff2.0/xliff_core_2.0.xsd"
                                                : "xliff21-all.xsd";
  check_valid(bytes, {"xmllint", "--nonet", "--noout", "--schema", schema});
}

/// The same with what differs between builds replaced.
std::string without_version(std::string bytes, const std::string& before) {
  const std::size_t at = bytes.find(before) + before.size();
  return bytes.replace(at, bytes.find_first_of("\"<", at) - at, "VERSION");
}

}  // namespace

TEST_CASE("XLIFF 2.1 is written as the golden file shows") {
  unsetenv("SOURCE_DATE_EPOCH");
  StoredDocument document = judged();
  const std::string bytes =
      exported({&document}, {{"null-beads", "true"}, {"reviewed-from", "0.9"}});
  weft::test::check_golden(without_version(bytes, "\"tool\">weft "),
                           WEFT_TESTDATA "/units-2.1.xlf");
}

TEST_CASE("XLIFF 1.2 is written as the golden file shows") {
  unsetenv("SOURCE_DATE_EPOCH");
  StoredDocument document = judged();
  const std::string bytes =
      exported({&document}, {{"version", "1.2"}, {"null-beads", "true"}, {"reviewed-from", "0.9"}});
  weft::test::check_golden(without_version(bytes, "tool-version=\""),
                           WEFT_TESTDATA "/units-1.2.xlf");
}

TEST_CASE("all versions are valid by their schemas, with hostile text, and without any unit") {
  const std::string hostile = weft::test::hostile_line();
  StoredDocument first = judged();
  StoredDocument second =
      bilingual(hostile, {{{hostile}, {"甲＆乙<丙>。"}, 0.5, hostile}, {{"Plain."}, {"普通。"}}});
  StoredDocument none = weft::test::plain_document("b.txt", "en", {"Nothing to pair."});
  setenv("SOURCE_DATE_EPOCH", "1706933106", 1);
  for (const std::string version : {"2.1", "2.0", "1.2"}) {
    INFO(version);
    const StageOptions options = {{"version", version}, {"null-beads", "true"}};
    check_valid_by_schema(exported({&first, &second, &none}, options), version);
    check_valid_by_schema(exported({&none}, options), version);
  }
  const std::string bytes = exported({&first, &second}, {{"null-beads", "true"}});
  check_valid(bytes, {"jing", "xliff21-schematron/xliff_2_advanced_validation.nvdl"});
  CHECK(count_of(bytes, ">2024-02-03T04:05:06Z</mda:meta>") == 2);
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST_CASE("Python's ElementTree reads the units of XLIFF 2 back, pair by pair", "[readers]") {
  const std::string hostile = weft::test::hostile_line();
  const std::string cleaned = weft::test::hostile_line_cleaned();
  StoredDocument first = judged();
  StoredDocument second = bilingual("b.txt", {{{hostile}, {"甲＆乙<丙>。"}, 0.5, hostile}});
  for (const std::string version : {"2.1", "2.0"}) {
    const std::string bytes = exported({&first, &second}, {{"version", version},
                                                           {"null-beads", "true"},
                                                           {"lang-map", "zh=zh-CN"},
                                                           {"reviewed-from", "0.95"}});
    CHECK(read_back("read_xliff2.py", bytes) ==
          version +
              " en zh-CN\n"
              "news/ferry 1.txt\n"
              "reviewed||The ferry left.|渡船走了。|0.9500|\n"
              "translated||It rained. We stayed.|下雨了。我们没走。|0.7500|\n"
              "translated|weft:needs-review|Perhaps.|也许吧。|0.2500|\n"
              "translated|weft:needs-review|In 2021.|2001年。|0.9000|number: 2021 / 2001\n"
              "initial||Menu|菜单|0.9000|length-ratio\n"
              "initial||Alone.||0.0000|\n"
              "b.txt\n"
              "translated|weft:needs-review|" +
              cleaned + "|甲＆乙<丙>。|0.5000|" + cleaned + "\n");
  }
}

TEST_CASE("translate-toolkit reads the units of XLIFF 1.2 back, pair by pair", "[readers]") {
  if (run_program({"/usr/bin/python3", "-c", "import translate.storage.xliff"}).code != 0) {
    WARN("skipped: no translate-toolkit");
    return;
  }
  StoredDocument first = judged();
  StoredDocument second = bilingual("b.txt", {{{weft::test::hostile_line()}, {"甲＆乙<丙>。"}}});
  const std::string bytes = exported(
      {&first, &second}, {{"version", "1.2"}, {"null-beads", "true"}, {"reviewed-from", "0.95"}});
  CHECK(read_back("read_xliff1.py", bytes) ==
        "en-GB zh-Hans\nen-GB zh-Hans\n"
        "signed-off|True|The ferry left.|渡船走了。|\n"
        "translated|False|It rained. We stayed.|下雨了。我们没走。|\n"
        "needs-review-translation|False|Perhaps.|也许吧。|\n"
        "needs-review-translation|False|In 2021.|2001年。|finding: number: 2021 / 2001\n"
        "needs-translation|False|Menu|菜单|rejected: length-ratio\n"
        "|False|Alone.||\n"
        "translated|False|" +
            weft::test::hostile_line_cleaned() + "|甲＆乙<丙>。|\n");
}

TEST_CASE("what the file said that a pair was read from stands, in the words of each version") {
  StoredDocument document =
      bilingual("a.xlf", {{{"One."}, {"一。"}, 0.1, {}, {}, "final"},
                          {{"Two."}, {"二。"}, 0.9, "number: 2 / 3", {}, "signed-off"},
                          {{"Three."}, {"三。"}, 0.9, {}, {}, "needs-review-l10n"},
                          {{"Four."}, {"四。"}, 0.9, {}, {}, "new"},
                          {{"Five."}, {"五。"}, 0.9, {}, {}, "x-ours"}});
  const std::string two = exported({&document});
  CHECK(count_of(two, "state=\"final\"") == 1);
  CHECK(count_of(two, "state=\"reviewed\"") == 1);
  CHECK(count_of(two, "state=\"translated\" subState=\"weft:needs-review\"") == 1);
  CHECK(count_of(two, "state=\"initial\"") == 1);
  CHECK(count_of(two, "state=\"translated\">") == 1);
  const std::string one = exported({&document}, {{"version", "1.2"}});
  CHECK(count_of(one, "approved=\"yes\"") == 2);
  CHECK(count_of(one, "state=\"signed-off\"") == 1);
}

TEST_CASE("in XLIFF 1.2 each pair of languages is a file, and a lone sentence stays with others") {
  DocumentBuilder builder("memory.tmx");
  const weft_id english = builder.view("en", "en", "One. Two. Three.");
  const weft_id chinese = builder.view("zh", "zh-Hant", "一。二。");
  const weft_id french = builder.view("fr", "fr", "Un.");
  const weft_id one = builder.span("sentence", english, "One.");
  const weft_id two = builder.span("sentence", english, "Two.");
  const weft_id three = builder.span("sentence", english, "Three.");
  builder.link("bead", {{one, "source"}, {builder.span("sentence", chinese, "一。"), "target"}},
               .9);
  builder.link("bead", {{one, "source"}, {builder.span("sentence", french, "Un."), "target"}}, .9);
  builder.link("bead", {{two, "source"}, {builder.span("sentence", chinese, "二。"), "target"}},
               .9);
  builder.link("bead", {{three, "source"}}, 0);
  StoredDocument document = builder.build();
  const std::string bytes = exported(
      {&document},
      {{"version", "1.2"}, {"target", "*"}, {"null-beads", "true"}, {"lang-map", "zh-Hant=zh-TW"}});
  CHECK(count_of(bytes, "<file ") == 2);
  CHECK(count_of(bytes, "target-language=\"zh-TW\"") == 1);
  CHECK(bytes.find("Three.") < bytes.find("target-language=\"fr\""));
  CHECK_THROWS_AS(exported({&document}, {{"target", "*"}}), weft::Error);
}

TEST_CASE("ids are name tokens, stay as they are from run to run, and differ within a file") {
  StoredDocument twice = bilingual("a.txt", {{{"Yes."}, {"是。"}}, {{"Yes."}, {"是。"}}});
  const std::string bytes = exported({&twice});
  CHECK(bytes == exported({&twice}));
  const std::size_t first = bytes.find("<unit id=\"") + 10;
  const std::string id = bytes.substr(first, 32);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(count_of(bytes, "<unit id=\"" + id + "\">") == 1);
  CHECK(count_of(bytes, "<unit id=\"" + id + "-2\">") == 1);
}

TEST_CASE("our own reader finds the same pairs with their states") {
  StoredDocument document = judged();
  for (const std::string version : {"2.1", "1.2"}) {
    const StoredDocument again = weft::test::read_by("parse_xliff", "units.xlf",
                                                     exported({&document}, {{"version", version}}));
    const auto links = weft::test::links_of(again, "bead");
    REQUIRE(links.size() == 5);
    CHECK(links[1] == "source It rained. We stayed. | target 下雨了。我们没走。");
    CHECK(weft::test::value_of(again, "state", WEFT_ON_LINK, again.links[0].id) == "translated");
  }
}

TEST_CASE("a sentence of the target alone has no place in XLIFF and is left out") {
  StoredDocument document = bilingual("a.txt", {{{}, {"独白。"}, 0}, {{"Hi."}, {"你好。"}}});
  const std::string bytes = exported({&document}, {{"null-beads", "true"}});
  CHECK(count_of(bytes, "<unit ") == 1);
}

TEST_CASE("a map that gives no language tag is refused, and the range's tag is mapped") {
  StoredDocument document = bilingual("a.txt", {{{"Hello."}, {"你好。"}}});
  CHECK_THROWS_AS(exported({&document}, {{"lang-map", "zh=zh_CN"}}), weft::Error);
  CHECK(count_of(exported({&document}, {{"lang-map", "zh=zh-CN"}}), "trgLang=\"zh-CN\"") == 1);
  CHECK(count_of(exported({&document}, {{"target", "zh-Hans"}}), "trgLang=\"zh-Hans\"") == 1);
}
