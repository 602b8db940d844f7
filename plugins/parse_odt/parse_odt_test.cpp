// SPDX-License-Identifier: Apache-2.0
/// Documents that other programs wrote, and documents with one odd thing each.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"

namespace weft::test {
namespace {

using Lines = std::vector<std::string>;
using Parts = std::map<std::string, std::string>;

StoredDocument parsed(const std::string& bytes) {
  return read_by("parse_odt", "a.odt", bytes);
}

std::string refusal(const std::string& bytes) {
  return refusal_by("parse_odt", "a.odt", bytes);
}

constexpr const char* kSpaces =
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
    " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
    " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
    " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
    " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"
    " xmlns:dc='http://purl.org/dc/elements/1.1/'";

/// A flat document: one XML file.
std::string flat(const std::string& body, const std::string& before = "") {
  return "<?xml version='1.0'?><office:document" + std::string(kSpaces) +
         " office:mimetype='application/vnd.oasis.opendocument.text'>" + before +
         "<office:body><office:text>" + body + "</office:text></office:body></office:document>";
}

Lines outline_of(const std::string& body, const std::string& before = "") {
  return outline(parsed(flat(body, before)));
}

TEST_CASE("A document by pandoc has every block in its kind", "[parse_odt]") {
  if (skipped("pandoc")) return;
  const Folder folder;
  REQUIRE(run_program({"pandoc", WEFT_TESTDATA "/ferry.md", "-o", folder.path("f.odt")}).code == 0);
  const StoredDocument document = parsed(folder.read("f.odt"));
  // pandoc's template has the page number in its footer.
  CHECK(joined(outline(document)) ==
        read_file(WEFT_TESTDATA "/ferry.outline") + "boilerplate: 1\n");
  CHECK(value_of(document, "title") == "The Ferry That Waits");
  CHECK(values_of(document, "author") == Lines{"Lin Wan"});
}

TEST_CASE("A document by LibreOffice has the same blocks as its origin by pandoc", "[parse_odt]") {
  if (skipped("pandoc") || skipped("soffice")) return;
  // LibreOffice takes seconds: its document is kept in the build folder.
  const std::string cache = WEFT_BINARY_DIR "/office-samples/odt";
  const std::string made = cache + "/f.odt";
  const bool fresh = std::filesystem::exists(made) &&
                     std::filesystem::last_write_time(made) >=
                         std::filesystem::last_write_time(WEFT_TESTDATA "/ferry.md");
  if (!fresh) {
    std::filesystem::create_directories(cache);
    REQUIRE(run_program({"pandoc", WEFT_TESTDATA "/ferry.md", "-o", cache + "/f.docx"}).code == 0);
    REQUIRE(run_program({"soffice", "-env:UserInstallation=file://" + cache + "/profile",
                         "--headless", "--convert-to", "odt", "--outdir", cache, cache + "/f.docx"})
                .code == 0);
  }
  CHECK(joined(outline(parsed(read_file(made)))) == read_file(WEFT_TESTDATA "/ferry.outline"));
}

TEST_CASE("White space is as OpenDocument has it: one space, or an element", "[parse_odt]") {
  CHECK(outline_of("<text:p>a\n  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e "
                   "<text:span>f</text:span></text:p>") == Lines{"paragraph: a b  c\td\ne f"});
}

TEST_CASE("Comments, deletions, readings and hidden text are left out", "[parse_odt]") {
  const std::string styles =
      "<office:automatic-styles><style:style style:name='H' style:family='text'>"
      "<style:text-properties text:display='none'/></style:style></office:automatic-styles>";
  CHECK(outline_of(
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
            "<text:p>a<office:annotation><text:p>comment</text:p></office:annotation>"
            "<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn"
            "</text:ruby-text></text:ruby><text:span text:style-name='H'>x</text:span></text:p>"
            "<text:p>gone<text:hidden-paragraph text:is-hidden='true'/></text:p>"
            "<text:section text:display='none'><text:p>y</text:p></text:section>"
            "<text:p>end</text:p>",
            styles) == Lines{"paragraph: a汉", "paragraph: end"});
}

TEST_CASE("Notes follow the body, boxes follow their paragraph, indexes are boilerplate",
          "[parse_odt]") {
  CHECK(outline_of("<text:table-of-content><text:table-of-content-source>no"
                   "</text:table-of-content-source><text:index-body><text:p>One 1</text:p>"
                   "</text:index-body></text:table-of-content>"
                   "<text:p>be<text:note text:note-class='footnote'><text:note-citation>1"
                   "</text:note-citation><text:note-body><text:p>n</text:p><text:p>m</text:p>"
                   "</text:note-body></text:note><draw:frame><draw:text-box><text:p>box</text:p>"
                   "</draw:text-box></draw:frame><draw:custom-shape><text:p>shape</text:p>"
                   "</draw:custom-shape>fore</text:p><text:p>last</text:p>") ==
        Lines{"boilerplate: One 1", "paragraph: before", "paragraph: box", "paragraph: shape",
              "paragraph: last", "footnote: n\nm"});
}

TEST_CASE("A numbered heading in a list is a heading outside it", "[parse_odt]") {
  const StoredDocument document = parsed(
      flat("<text:list><text:list-item><text:h text:outline-level='2'>H</text:h></text:list-item>"
           "</text:list><text:list><text:list-item><text:p>a</text:p><text:list><text:list-item>"
           "<text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>"));
  CHECK(outline(document) == Lines{"heading: H", "list-item: a", "list-item: b"});
  CHECK(document.spans[0].parent == 0);
  CHECK(value_of(document, "level", WEFT_ON_SPAN, document.spans[0].id) == "2");
  CHECK(texts_of(document, "list").size() == 2);
}

TEST_CASE("Page headers and footers come once, comments' authors are no authors", "[parse_odt]") {
  const StoredDocument document = parsed(flat(
      "<text:p>x</text:p>",
      "<office:meta><meta:initial-creator>林晚</meta:initial-creator><dc:creator>Jo "
      "Quay</dc:creator>"
      "<meta:creation-date>2024-02-01T08:00:00.5</meta:creation-date><dc:title>Untitled "
      "1</dc:title>"
      "</office:meta><office:master-styles><style:master-page><style:header><text:p>Quay</text:p>"
      "</style:header><style:header-left><text:p>Quay</text:p></style:header-left><style:footer>"
      "<text:p>page 1</text:p></style:footer></style:master-page></office:master-styles>"));
  CHECK(outline(document) == Lines{"paragraph: x", "boilerplate: Quay", "boilerplate: page 1"});
  CHECK(values_of(document, "author") == Lines{"林晚"});
  CHECK(value_of(document, "date-created") == "2024-02-01T08:00:00");
  CHECK(value_of(document, "title").empty());
}

TEST_CASE("A language is noted where it differs from the default", "[parse_odt]") {
  const std::string styles =
      "<office:styles><style:default-style style:family='paragraph'><style:text-properties "
      "fo:language='en' fo:country='GB'/></style:default-style><style:style style:name='D' "
      "style:family='paragraph'><style:text-properties fo:language='de' fo:country='DE'/>"
      "</style:style></office:styles>";
  const StoredDocument document = parsed(
      flat("<text:p text:style-name='D'>Das Schiff</text:p><text:p>The ship</text:p>", styles));
  CHECK(value_of(document, "lang", WEFT_ON_SPAN, document.spans[0].id) == "de-DE");
  CHECK(value_of(document, "lang", WEFT_ON_SPAN, document.spans[1].id).empty());
}

TEST_CASE("What is no whole document is refused with place and cure", "[parse_odt]") {
  CHECK(refusal("").find("empty") != std::string::npos);
  CHECK(refusal(zipped({{"a.xml", "<a/>"}})).find("no content.xml") != std::string::npos);
  CHECK(refusal(zipped({{"content.xml", "<a><b>"}})).find("content.xml:1: not well-formed") !=
        std::string::npos);
  CHECK(refusal(zipped({{"content.xml", "x"},
                        {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}))
            .find("without a password") != std::string::npos);
  CHECK(refusal(flat("<text:p>open")).find("not well-formed") != std::string::npos);
}

TEST_CASE("OpenDocument texts are known by mimetype or root, spreadsheets are not taken",
          "[parse_odt]") {
  StageHarness harness("parse_odt");
  const auto head = [](const std::string& type) {
    std::string out("PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0", 18);
    out += std::string(4, static_cast<char>(type.size())).substr(0, 1) + std::string(3, '\0');
    out += std::string(1, static_cast<char>(type.size())) + std::string(3, '\0');
    return out + std::string("\x08\0\0\0", 4) + "mimetype" + type;
  };
  CHECK(harness.sniff("a.txt", head("application/vnd.oasis.opendocument.text")) == 100);
  CHECK(harness.sniff("a.odt", head("application/vnd.oasis.opendocument.spreadsheet")) == 0);
  CHECK(harness.sniff("a.xml", flat("")) == 95);
  CHECK(harness.sniff("a.odt", zipped({{"content.xml", "<a/>"}})) == 70);
  CHECK(harness.sniff("a.odt", "") == 0);
}

}  // namespace
}  // namespace weft::test
