// SPDX-License-Identifier: Apache-2.0
/// Documents made by hand, read back by python-docx, pandoc and LibreOffice.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/bitext.hpp"
#include "tests/support/briefings.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "web_address.hpp"
#include "weft/error.hpp"
#include "word_runs.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::string export_of(const std::vector<StoredDocument*>& documents, const StageOptions& options) {
  return StageHarness("export_docx", options).export_all(documents);
}

/// True, with a warning, when python-docx is not installed.
bool no_reader() {
  if (run_program({"/usr/bin/python3", "-c", "import docx"}).code == 0) return false;
  WARN("skipped: python3-docx is not installed");
  return true;
}

/// What python-docx says of it; fails the test when it finds something wrong.
std::string read_back(const std::string& bytes) {
  const Folder folder;
  folder.write("a.docx", bytes);
  const ProgramResult read =
      run_program({"/usr/bin/python3", WEFT_TESTDATA "/read_document.py", folder.path("a.docx")});
  INFO(read.err);
  REQUIRE(read.code == 0);
  return read.out;
}

}  // namespace

TEST_CASE("a document has styles, lists, tables, properties, and points that lead to evidence") {
  if (no_reader()) return;
  setenv("SOURCE_DATE_EPOCH", "1706933106", 1);
  StoredDocument document = pier_page();
  const std::string bytes = export_of({&document}, {{"to", "{stem}.docx"}});
  unsetenv("SOURCE_DATE_EPOCH");
  const std::string outline = read_back(bytes);
  check_golden(outline.substr(0, outline.find("Colophon [")), WEFT_TESTDATA "/pier.outline");
}

TEST_CASE("hostile text is read as it was by python-docx and by pandoc") {
  StoredDocument document = hostile_page();
  const std::string bytes = export_of({&document}, {{"to", "{id}.docx"}});
  // In the properties it stands as title, author and key word once more.
  if (!no_reader()) CHECK(count_of(read_back(bytes), hostile_line_cleaned()) == kHostileTimes + 3);
  if (skipped("pandoc")) return;
  const Folder folder;
  folder.write("a.docx", bytes);
  const ProgramResult read = run_program({"pandoc", "-f", "docx", "-t", "plain", "--wrap=none",
                                          "--columns=900", folder.path("a.docx")});
  INFO(read.out);
  REQUIRE(read.code == 0);
  // pandoc takes a paragraph of style Title for metadata, which plain text does not show.
  CHECK(count_of(read.out, hostile_line_cleaned()) == kHostileTimes - 1);
}

TEST_CASE("LibreOffice reads the same text") {
  if (skipped("soffice")) return;
  StoredDocument document = pier_page();
  const std::string bytes = export_of({&document}, {{"to", "{id}.docx"}});
  // LibreOffice takes seconds: what it made of the same bytes is kept in the build folder.
  const std::string cache = WEFT_BINARY_DIR "/office-samples/export_docx";
  const std::string made = cache + "/pier.txt";
  std::filesystem::create_directories(cache);
  const bool fresh = std::filesystem::exists(made) &&
                     std::filesystem::exists(cache + "/pier.docx") &&
                     read_file(cache + "/pier.docx") == bytes;
  if (!fresh) {
    std::filesystem::remove(made);
    std::ofstream(cache + "/pier.docx", std::ios::binary) << bytes;
    REQUIRE(run_program({"soffice", "-env:UserInstallation=file://" + cache + "/profile",
                         "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", cache,
                         cache + "/pier.docx"})
                .code == 0);
  }
  const std::string text = read_file(made);
  CHECK(text.find("The *new* pier\nBuilt in nine months\n") != std::string::npos);
  CHECK(text.find("1. The pier is new.\n码头是新的。\n") != std::string::npos);
  CHECK(
      text.find("The pier is new. It cost 6 million dollars.\n码头是新的。它花了六百万美元。\n") !=
      std::string::npos);
  CHECK(text.find("Nobody paid, she _said_.\na  = 1;\nItem\nCost | price\n") != std::string::npos);
}

TEST_CASE("equal documents are equal bytes, and one file holds all with contents in front") {
  if (no_reader()) return;
  StoredDocument first = pier_page();
  StoredDocument second = plain_document("b.txt", "zh-Hant", {"碼頭是新的。"});
  const auto both = [&] {
    return export_of({&first, &second}, {{"to", "all.docx"}, {"title", "Piers & boats"}});
  };
  const std::string bytes = both();
  CHECK(bytes == both());
  const std::string outline = read_back(bytes);
  CHECK(outline.find("title: Piers & boats\n") != std::string::npos);
  CHECK(outline.find("Contents [] The *new* pier\nContents [] b.txt\n") != std::string::npos);
  CHECK(outline.find("Heading1 [] #b2d2 b.txt\n") != std::string::npos);
  CHECK(outline.find("Normal [zh-TW] 碼頭是新的。\n") != std::string::npos);
}

TEST_CASE("a part in another language says so") {
  if (no_reader()) return;
  DocumentBuilder builder("a.txt");
  const weft_id view = builder.view("text", "en", "He said 你好 twice.");
  builder.span("paragraph", view, "He said 你好 twice.");
  const weft_id part = builder.span("foreign", view, 8, 14);
  builder.attribute(WEFT_ON_SPAN, part, "lang", "zh-Hans");
  StoredDocument document = builder.build();
  CHECK(read_back(export_of({&document}, {{"to", "{id}.docx"}}))
            .find("Normal [en zh-CN] He said 你好 twice.") != std::string::npos);
}

TEST_CASE("one file a language is refused with what to write") {
  try {
    StageHarness("export_docx", {{"to", "{lang}.docx"}});
    FAIL("{lang}.docx was taken");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("put {stem} beside {lang}") != std::string::npos);
  }
}

TEST_CASE("languages are said as Word knows them, with fonts and direction") {
  const WordRuns runs(LanguageMap({"pt", "pt-BR"}, "export_docx"));
  CHECK(runs.language("zh-Hans") == "zh-CN");
  CHECK(runs.language("zh") == "zh-CN");
  CHECK(runs.language("zh-SG") == "zh-SG");
  CHECK(runs.language("zh-Hant-HK") == "zh-HK");
  CHECK(runs.language("ja") == "ja-JP");
  CHECK(runs.language("pt") == "pt-BR");
  CHECK(runs.language("").empty());
  std::string out;
  runs.append(out, "a\tb", "zh-Hant", "Evidence");
  CHECK(out ==
        "<w:r><w:rPr><w:rStyle w:val=\"Evidence\"/>"
        "<w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"Microsoft JhengHei\"/>"
        "<w:lang w:eastAsia=\"zh-TW\"/></w:rPr><w:t xml:space=\"preserve\">a</w:t><w:tab/>"
        "<w:t xml:space=\"preserve\">b</w:t></w:r>");
  CHECK(is_right_to_left("ar-EG"));
  CHECK_FALSE(is_right_to_left("arn"));
}

TEST_CASE("addresses are what RFC 3986 allows, or no links") {
  CHECK(web_address("https://example.org/a b?q=灯&x=%20%zz#s#t") ==
        "https://example.org/a%20b?q=%E7%81%AF&x=%20%25zz#s%23t");
  CHECK(web_address("javascript:alert(1)").empty());
  CHECK(web_address("http://").empty());
  CHECK(web_address("http:///path").empty());
}

TEST_CASE("a document that another exporter fails on leaves no trace in a file of several") {
  StoredDocument first = pier_page();
  StoredDocument refused = hostile_page();
  StoredDocument last = plain_document("last.txt", "en", {"The quay was closed on Monday."});
  const StageOptions options{{"to", "all.docx"}};
  CHECK(StageHarness("export_docx", options).export_all({&first, &refused, &last}, &refused) ==
        StageHarness("export_docx", options).export_all({&first, &last}));
}
