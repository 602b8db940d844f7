// SPDX-License-Identifier: Apache-2.0
/// Documents that other programs wrote, and documents with one odd thing each, packed by Python.
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

Outcome parse(StoredDocument& document, const std::string& bytes,
              const StageOptions& options = {}) {
  return StageHarness("parse_docx", options).parse(document, "a.docx", bytes);
}

StoredDocument parsed(const std::string& bytes) {
  return read_by("parse_docx", "a.docx", bytes);
}

constexpr const char* kSpaces =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

std::string part(const std::string& root, const std::string& inside) {
  return "<?xml version='1.0'?><w:" + root + kSpaces + ">" + inside + "</w:" + root + ">";
}

Parts with_body(const std::string& body, Parts others = {}) {
  others["word/document.xml"] = part("document", "<w:body>" + body + "</w:body>");
  return others;
}

Lines outline_of(const std::string& body, const Parts& others = {}) {
  return outline(parsed(zipped(with_body(body, others))));
}

/// A paragraph of one run; `properties` of the paragraph.
std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space='preserve'>" + text +
         "</w:t></w:r></w:p>";
}

std::string reason_of(const StoredDocument& document, const std::string& text) {
  for (const weft_span& span : document.spans) {
    if (text_of(document, span) == text) return value_of(document, "reason", WEFT_ON_SPAN, span.id);
  }
  return "no such span";
}

TEST_CASE("A document by pandoc has every block in its kind", "[parse_docx]") {
  if (skipped("pandoc")) return;
  const Folder folder;
  REQUIRE(run_program({"pandoc", WEFT_TESTDATA "/ferry.md", "-o", folder.path("f.docx")}).code ==
          0);
  const StoredDocument document = parsed(folder.read("f.docx"));
  CHECK(joined(outline(document)) == read_file(WEFT_TESTDATA "/ferry.outline"));
  CHECK(value_of(document, "title") == "The Ferry That Waits");
  CHECK(values_of(document, "author") == Lines{"Lin Wan"});
  CHECK(value_of(document, "language") == "en");
}

TEST_CASE("A document by LibreOffice has the same blocks as its origin by pandoc", "[parse_docx]") {
  if (skipped("pandoc") || skipped("soffice")) return;
  // LibreOffice takes seconds: its document is kept in the build folder.
  const std::string cache = WEFT_BINARY_DIR "/office-samples/docx";
  const std::string made = cache + "/f.docx";
  const bool fresh = std::filesystem::exists(made) &&
                     std::filesystem::last_write_time(made) >=
                         std::filesystem::last_write_time(WEFT_TESTDATA "/ferry.md");
  if (!fresh) {
    std::filesystem::create_directories(cache);
    REQUIRE(run_program({"pandoc", WEFT_TESTDATA "/ferry.md", "-o", cache + "/f.odt"}).code == 0);
    REQUIRE(
        run_program({"soffice", "-env:UserInstallation=file://" + cache + "/profile", "--headless",
                     "--convert-to", "docx:MS Word 2007 XML", "--outdir", cache, cache + "/f.odt"})
            .code == 0);
  }
  CHECK(joined(outline(parsed(read_file(made)))) ==
        read_file(WEFT_TESTDATA "/ferry_by_libreoffice.outline"));
}

TEST_CASE("A document by python-docx has headings, lists and quotes, and no template's author",
          "[parse_docx]") {
  const std::string python = "/usr/bin/python3";  // Debian's, which has Debian's modules
  if (run_program({python, "-c", "import docx"}).code != 0) {
    WARN("skipped: python3-docx is not installed");
    return;
  }
  const Folder folder;
  const std::string script =
      "import docx,sys\n"
      "d=docx.Document()\n"
      "d.add_heading('渡轮',0)\n"
      "d.add_heading('The quay',2)\n"
      "d.add_paragraph('Bread', style='List Bullet')\n"
      "d.add_paragraph('Letters', style='List Bullet 2')\n"
      "d.add_paragraph('Whoever runs.', style='Intense Quote')\n"
      "d.save(sys.argv[1])\n";
  REQUIRE(run_program({python, "-c", script, folder.path("p.docx")}).code == 0);
  const StoredDocument document = parsed(folder.read("p.docx"));
  CHECK(outline(document) == Lines{"title: 渡轮", "heading: The quay", "list-item: Bread",
                                   "list-item: Letters", "quote: Whoever runs."});
  CHECK(value_of(document, "author").empty());
  CHECK(value_of(document, "date-modified").empty());
  CHECK(value_of(document, "title") == "渡轮");
}

TEST_CASE("Tracked changes are settled as accepted", "[parse_docx]") {
  CHECK(outline_of("<w:p><w:r><w:t xml:space='preserve'>The ferry </w:t></w:r>"
                   "<w:del><w:r><w:delText>left</w:delText></w:r></w:del>"
                   "<w:ins><w:r><w:t>waits</w:t></w:r></w:ins>"
                   "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
                   "<w:moveTo><w:r><w:t>.</w:t></w:r></w:moveTo></w:p>" +
                   p("one ", "<w:rPr><w:del/></w:rPr>") + p("paragraph") +
                   "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("x") +
                   "</w:tc></w:tr>"
                   "<w:tr><w:tc>" +
                   p("a") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>") ==
        Lines{"paragraph: The ferry waits.", "paragraph: one paragraph", "table-cell: a",
              "table-cell: b"});
}

TEST_CASE("Of fields the result is text and the instruction is not", "[parse_docx]") {
  const auto mark = [](const char* type) {
    return std::string("<w:r><w:fldChar w:fldCharType='") + type + "'/></w:r>";
  };
  const std::string instruction = "<w:r><w:instrText> IF </w:instrText></w:r>";
  const std::string value = "<w:r><w:t>inner</w:t></w:r>";
  CHECK(outline_of("<w:p>" + mark("begin") + instruction + mark("begin") + instruction +
                   mark("separate") + value + mark("end") + mark("separate") +
                   "<w:r><w:t>shown</w:t></w:r>" + mark("end") + "</w:p>" +
                   // An end is missing: the text behind it must not be lost.
                   "<w:p>" + mark("begin") + instruction + "</w:p>" + p("still here") +
                   "<w:p><w:fldSimple w:instr='SEQ'><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>") ==
        Lines{"paragraph: shown", "paragraph: still here", "paragraph: 7"});
}

TEST_CASE("A table of contents is boilerplate, by its field, its control or its style",
          "[parse_docx]") {
  const Parts styles = {{"word/styles.xml", part("styles",
                                                 "<w:style w:type='paragraph' w:styleId='V1'>"
                                                 "<w:name w:val='toc 1'/></w:style>")}};
  const StoredDocument document = parsed(zipped(with_body(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText>"
      "</w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>One 1</w:t></w:r></w:p>" +
          p("Two 2") + "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>" +
          "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
          "</w:docPartObj></w:sdtPr><w:sdtContent>" +
          p("Three 3") + "</w:sdtContent></w:sdt>" + p("Four 4", "<w:pStyle w:val='V1'/>") +
          p("Body"),
      styles)));
  CHECK(outline(document) == Lines{"boilerplate: One 1", "boilerplate: Two 2",
                                   "boilerplate: Three 3", "boilerplate: Four 4",
                                   "paragraph: Body"});
  CHECK(reason_of(document, "Three 3") == "contents");
}

TEST_CASE("Styles make headings by name, by outline level and by what they are based on",
          "[parse_docx]") {
  const auto style = [](const std::string& id, const std::string& name, const std::string& rest) {
    return "<w:style w:type='paragraph' w:styleId='" + id + "'><w:name w:val='" + name + "'/>" +
           rest + "</w:style>";
  };
  const Parts styles = {
      {"word/styles.xml",
       part("styles",
            style("a1", "heading 1", "") + style("k", "Kapitel", "<w:basedOn w:val='a1'/>") +
                style("z", "标题 3", "") +
                style("o", "Own", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>") +
                style("n", "No", "<w:basedOn w:val='o'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>") +
                style("c1", "C1", "<w:basedOn w:val='c2'/>") +
                style("c2", "C2", "<w:basedOn w:val='c1'/>"))}};
  const auto styled = [](const std::string& id) { return p(id, "<w:pStyle w:val='" + id + "'/>"); };
  const StoredDocument document = parsed(zipped(
      with_body(styled("a1") + styled("k") + styled("z") + styled("o") + styled("n") +
                    styled("c1") + p("direct", "<w:outlineLvl w:val='3'/>") + styled("Heading2"),
                styles)));
  CHECK(outline(document) == Lines{"heading: a1", "heading: k", "heading: z", "heading: o",
                                   "paragraph: n", "paragraph: c1", "heading: direct",
                                   "heading: Heading2"});
  Lines levels;
  for (const weft_span& span : document.spans)
    levels.push_back(value_of(document, "level", WEFT_ON_SPAN, span.id));
  CHECK(levels == Lines{"1", "1", "3", "2", "", "", "4", "2"});
}

TEST_CASE("Characters that Word writes as elements are characters", "[parse_docx]") {
  CHECK(outline_of(
            "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t>"
            "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
            "<w:softHyphen/><w:t>e</w:t><w:sym w:font='Symbol' w:char='F061'/>"
            "<w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>"
            "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase>"
            "<w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:rPr><w:vanish/></w:rPr>"
            "<w:t>hidden</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>") ==
        Lines{"paragraph: a\tb\nc‑deα✓", "paragraph: 汉x=1"});
}

TEST_CASE("A text box is said once and behind its paragraph", "[parse_docx]") {
  const std::string box = "<w:txbxContent>" + p("boxed") + "</w:txbxContent>";
  CHECK(outline_of("<w:p><w:r><w:t xml:space='preserve'>be</w:t><mc:AlternateContent>"
                   "<mc:Choice Requires='wps'><w:drawing>" +
                   box +
                   "</w:drawing></mc:Choice>"
                   "<mc:Fallback><w:pict><v:textbox>" +
                   box +
                   "</v:textbox></w:pict></mc:Fallback>"
                   "</mc:AlternateContent></w:r><w:r><w:t>fore</w:t></w:r></w:p>" +
                   p("next")) == Lines{"paragraph: before", "paragraph: boxed", "paragraph: next"});
}

TEST_CASE("Notes follow the body in the order of reference, page furniture comes once",
          "[parse_docx]") {
  const std::string relations =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='h1' Type='x/header' Target='header1.xml'/>"
      "<Relationship Id='h2' Type='x/header' Target='header2.xml'/>"
      "<Relationship Id='f1' Type='x/footer' Target='footer1.xml'/></Relationships>";
  const auto note = [](const std::string& id, const std::string& inside) {
    return "<w:footnote w:id='" + id + "'>" + inside + "</w:footnote>";
  };
  const StoredDocument document = parsed(zipped(with_body(
      "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id='3'/></w:r><w:r><w:t>,"
      "</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
      "<w:sectPr><w:headerReference r:id='h1'/><w:headerReference r:id='h2'/>"
      "<w:footerReference r:id='f1'/></w:sectPr>",
      {{"word/_rels/document.xml.rels", relations},
       {"word/header1.xml", part("hdr", p("The Quay"))},
       {"word/header2.xml", part("hdr", p("The Quay"))},
       {"word/footer1.xml", part("ftr", p("page 1"))},
       {"word/footnotes.xml",
        part("footnotes", "<w:footnote w:type='separator' w:id='0'>" + p("-") + "</w:footnote>" +
                              note("2", p("second")) + note("3", p("first") + p("goes on")) +
                              note("4", p("not referred to")))}})));
  CHECK(outline(document) == Lines{"paragraph: One,", "footnote: first\ngoes on",
                                   "footnote: second", "boilerplate: The Quay",
                                   "boilerplate: page 1"});
  CHECK(reason_of(document, "The Quay") == "page-header");
  CHECK(reason_of(document, "page 1") == "page-footer");
  CHECK(value_of(document, "member", WEFT_ON_VIEW, 1) == "word/document.xml");
  CHECK(value_of(document, "member", WEFT_ON_SPAN, document.spans[1].id) == "word/footnotes.xml");
}

TEST_CASE("A language is noted where it differs from the document's", "[parse_docx]") {
  const Parts styles = {
      {"word/styles.xml", part("styles",
                               "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-US' "
                               "w:eastAsia='zh-CN'/></w:rPr></w:rPrDefault></w:docDefaults>")}};
  const auto in = [](const std::string& tags, const std::string& text) {
    return "<w:p><w:r><w:rPr><w:lang " + tags + "/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const StoredDocument document =
      parsed(zipped(with_body(in("w:val='de-DE'", "Das Schiff wartet.") +
                                  in("w:val='en-US' w:eastAsia='ja-JP'", "船は待つ") +
                                  in("w:val='ja-JP'", "The ship waits.") + p("Plain"),
                              styles)));
  Lines languages;
  for (const weft_span& span : document.spans)
    languages.push_back(value_of(document, "lang", WEFT_ON_SPAN, span.id));
  CHECK(languages == Lines{"de-DE", "ja-JP", "", ""});
}

TEST_CASE("Properties are believed with care", "[parse_docx]") {
  const auto core = [](const std::string& title, const std::string& creator) {
    return Parts{{"docProps/core.xml",
                  "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/"
                  "metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                  "xmlns:dcterms='http://purl.org/dc/terms/'><dc:title>" +
                      title + "</dc:title><dc:creator>" + creator +
                      "</dc:creator><dcterms:created>2024-02-01T08:00:00Z</dcterms:created>"
                      "<dcterms:modified>2024-03-01T08:00:00Z</dcterms:modified>"
                      "</cp:coreProperties>"}};
  };
  const StoredDocument good = parsed(zipped(with_body(p("x"), core("The Quay", "Lin Wan;王五"))));
  CHECK(value_of(good, "title") == "The Quay");
  CHECK(values_of(good, "author") == Lines{"Lin Wan", "王五"});
  CHECK(value_of(good, "date-created") == "2024-02-01T08:00:00Z");
  CHECK(value_of(good, "date-modified") == "2024-03-01T08:00:00Z");
  const StoredDocument junk =
      parsed(zipped(with_body(p("x"), core("Microsoft Word - a.doc", "微软用户"))));
  CHECK(value_of(junk, "title").empty());
  CHECK(value_of(junk, "author").empty());
}

TEST_CASE("What is no whole document is refused with place and cure", "[parse_docx]") {
  const std::string good = zipped(with_body(p("x")));
  const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  const auto message = [](const std::string& bytes, const StageOptions& options = {}) {
    StoredDocument document;
    const Outcome outcome = parse(document, bytes, options);
    CHECK(outcome.status != WEFT_OK);
    return outcome.message;
  };
  CHECK(message("").find("empty") != std::string::npos);
  CHECK(message(old).find("save it as .docx without a password") != std::string::npos);
  CHECK(message(good.substr(0, good.size() / 2)).find("cut off or damaged") != std::string::npos);
  CHECK(message(zipped({{"xl/workbook.xml", "<w/>"}})).find("word/document.xml") !=
        std::string::npos);
  CHECK(message(zipped({{"word/document.xml", "<w:document><w:body>"}}))
            .find("word/document.xml:1: not well-formed") != std::string::npos);
  CHECK(message(good, {{"max-size", "100"}}).find("max-size") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "<w:sdt>";
  CHECK(!message(zipped({{"word/document.xml", deep}})).empty());
}

TEST_CASE("A damaged part that the body can do without is left out", "[parse_docx]") {
  CHECK(outline_of(p("x"), {{"word/styles.xml", "<w:styles>"}}) == Lines{"paragraph: x"});
}

TEST_CASE("Word documents are known by content, other office formats are not taken",
          "[parse_docx]") {
  StageHarness harness("parse_docx");
  const std::string good = zipped(with_body(p("x"), {{"[Content_Types].xml", "<Types/>"}}));
  CHECK(harness.sniff("a.docx", good) == 95);
  CHECK(harness.sniff("a.zip", good) == 95);
  CHECK(harness.sniff("a.txt", good) == 95);
  CHECK(harness.sniff("a.docx", good, "text/plain") == 0);
  CHECK(harness.sniff("a.docx", zipped({{"[Content_Types].xml", "<T/>"}, {"xl/a.xml", "<x/>"}})) ==
        0);
  CHECK(harness.sniff("a.docx", "no zip") == 0);
  CHECK(harness.sniff("a.docx", "") == 0);
  CHECK(harness.sniff("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == 50);
}

}  // namespace
}  // namespace weft::test
