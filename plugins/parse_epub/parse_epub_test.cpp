// SPDX-License-Identifier: Apache-2.0
/// Books that pandoc wrote, and books with one odd thing each, packed by Python.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "html_entities.hpp"
#include "read_epub.hpp"
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
  return read_by("parse_epub", "a.epub", bytes);
}

std::string refusal(const std::string& bytes) {
  return refusal_by("parse_epub", "a.epub", bytes);
}

/// A book of these chapters (file name -> whole body), in the order of their names.
Parts book(const Parts& chapters, const std::string& metadata = "", const std::string& rest = "") {
  Parts parts;
  std::string manifest;
  std::string spine;
  for (const auto& [name, body] : chapters) {
    parts["OPS/" + name] =
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
        "<head><title>not text</title></head><body>" +
        body + "</body></html>";
    manifest += "<item id='" + name + "' href='" + name + "' media-type='application/xhtml+xml'/>";
    spine += "<itemref idref='" + name + "'/>";
  }
  parts["META-INF/container.xml"] =
      "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
      "<rootfile full-path='OPS/p.opf'/></rootfiles></container>";
  parts["OPS/p.opf"] =
      "<package xmlns='http://www.idpf.org/2007/opf' xmlns:opf='http://www.idpf.org/2007/opf' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>" +
      metadata + "</metadata><manifest>" + manifest + "</manifest><spine>" + spine + "</spine>" +
      rest + "</package>";
  return parts;
}

Lines outline_of(const std::string& body) {
  return outline(parsed(zipped(book({{"a.xhtml", body}}))));
}

std::string reason_of(const StoredDocument& document, const std::string& text) {
  for (const weft_span& span : document.spans) {
    if (text_of(document, span) == text) return value_of(document, "reason", WEFT_ON_SPAN, span.id);
  }
  return "no such span";
}

TEST_CASE("A book by pandoc has every block in its kind, in both versions of EPUB",
          "[parse_epub]") {
  if (skipped("pandoc")) return;
  for (const char* version : {"epub3", "epub2"}) {
    const Folder folder;
    REQUIRE(run_program(
                {"pandoc", WEFT_TESTDATA "/ferry.md", "-t", version, "-o", folder.path("f.epub")})
                .code == 0);
    const StoredDocument document = parsed(folder.read("f.epub"));
    INFO(version);
    CHECK(joined(outline(document)) == read_file(WEFT_TESTDATA "/ferry.outline"));
    CHECK(value_of(document, "title") == "The Ferry That Waits");
    CHECK(values_of(document, "author") == Lines{"Lin Wan"});
    CHECK(value_of(document, "date-published") == "2024-05-03");
    CHECK(value_of(document, "language") == "en");
  }
}

TEST_CASE("Elements make kinds, and text without an element is a paragraph", "[parse_epub]") {
  CHECK(outline_of("loose<div>in a div<p>own</p>behind</div><ul><li>a<ul><li>b</li></ul>c</li>"
                   "<li><p>d</p><p>e</p></li></ul><dl><dt>t</dt><dd>d</dd></dl><blockquote>q"
                   "</blockquote><pre>x\n  y</pre><figure><img alt='no'/><figcaption>f</figcaption>"
                   "</figure><hr/>one<br/>two<svg xmlns='http://www.w3.org/2000/svg'><text>no"
                   "</text></svg>") ==
        Lines{"paragraph: loose", "paragraph: in a div", "paragraph: own", "paragraph: behind",
              "list-item: a", "list-item: b", "list-item: c", "list-item: d", "list-item: e",
              "list-item: t", "list-item: d", "quote: q", "code: x\n  y", "caption: f",
              "paragraph: one\ntwo"});
}

TEST_CASE("Ruby readings, page numbers and hidden text are left out", "[parse_epub]") {
  CHECK(
      outline_of("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字<span epub:type='pagebreak'>"
                 "12</span><span style='display: none'>x</span><span hidden='hidden'>y</span>"
                 "<script>z</script>。hy&shy;phen</p>") == Lines{"paragraph: 汉字。hyphen"});
}

TEST_CASE("Marks of notes are not glued to the sentence, links are text", "[parse_epub]") {
  CHECK(outline_of(
            "<p>One<a epub:type='noteref' href='#n1'>1</a>, two<sup><a href='#n2'>2</a></sup>,"
            " three<a href='#n3'>[3]</a>. See <a href='#x'>chapter 4</a> of <a href='#y'>5</a>."
            "</p><aside epub:type='footnote' id='n1'><p>First.</p></aside>"
            "<p id='n2'><sup><a href='#r2'>2</a></sup> Second.</p>"
            "<p class='footnote'>Third.</p>") ==
        Lines{"paragraph: One, two, three. See chapter 4 of 5.", "footnote: First.",
              "footnote: Second.", "footnote: Third."});
}

TEST_CASE("References of XHTML, of numbers and of old encodings are characters", "[parse_epub]") {
  const auto decoded = [](std::string_view text) {
    std::string out;
    append_decoded(out, text);
    return out;
  };
  CHECK(decoded("&eacute;&mdash;&amp;lt;&#20013;&#x4E2D;&#150;&apos;") == "é—&lt;中中–'");
  CHECK(decoded("a & b &unknown; &; &#; &#xD800; &#1114112;") ==
        "a & b &unknown; &; &#; \uFFFD \uFFFD");
}

TEST_CASE("A chapter that is no XML loses no text", "[parse_epub]") {
  const std::string broken =
      "<h1>Head & shoulders</h2><p class=x>one <b>two<p>three < four</b> five<br>six<ul><li>a<li>b"
      "</ul><p title=\"lost>quote</p><td>cell</div></body></html><p>behind</p><!-- open";
  CHECK(outline_of(broken) == Lines{"heading: Head & shoulders", "paragraph: one two",
                                    "paragraph: three < four five\nsix", "list-item: a",
                                    "list-item: b", "paragraph: quote", "paragraph: cell",
                                    "paragraph: behind", "paragraph: open"});
}

TEST_CASE("Deep nesting neither crashes nor loses text", "[parse_epub]") {
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "<div>";
  CHECK(outline_of(deep + "bottom") == Lines{"paragraph: bottom"});
}

TEST_CASE("Chapters in other encodings are read as what they declare", "[parse_epub]") {
  Parts parts = book({{"a.xhtml", ""}});
  // "渡轮又晚点了" in GBK.
  parts["OPS/a.xhtml"] =
      "<?xml version='1.0' encoding='gb2312'?><html><body><p>\xB6\xC9\xC2\xD6\xD3\xD6\xCD\xED\xB5"
      "\xE3\xC1\xCB</p></body></html>";
  CHECK(outline(parsed(zipped(parts))) == Lines{"paragraph: 渡轮又晚点了"});
}

TEST_CASE("Front matter is boilerplate by type, guide or what it is made of", "[parse_epub]") {
  std::string contents;
  for (int i = 0; i < 6; ++i)
    contents += "<p><a href='d.xhtml'>Chapter " + std::to_string(i) + "</a></p>";
  const StoredDocument document = parsed(zipped(book(
      {{"a.xhtml", "<section epub:type='copyright-page'><p>All rights</p></section>"},
       {"b.xhtml", "<p>Drawn by Jo</p>"},
       {"c.xhtml", contents},
       {"d.xhtml", "<p class='x'>第一章 渡轮</p><p>The ferry waits.</p><nav><p>back</p></nav>"}},
      "", "<guide><reference type='cover' href='b.xhtml'/></guide>")));
  CHECK(reason_of(document, "All rights") == "copyright");
  CHECK(reason_of(document, "Drawn by Jo") == "cover");
  CHECK(reason_of(document, "Chapter 3") == "contents");
  CHECK(reason_of(document, "back") == "navigation");
  CHECK(texts_of(document, "paragraph") == Lines{"第一章 渡轮", "The ferry waits."});
}

TEST_CASE("The table of contents makes headings of paragraphs", "[parse_epub]") {
  Parts parts = book({{"a.xhtml", "<p>第一章 渡轮</p><p>The ferry waits.</p>"}});
  std::string& package = parts["OPS/p.opf"];
  package.insert(package.find("</manifest>"),
                 "<item id='n' href='t.ncx' media-type='application/x-dtbncx+xml'/>");
  parts["OPS/t.ncx"] =
      "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>"
      "第一章　渡轮</text></navLabel><content src='a.xhtml#c1'/></navPoint></navMap></ncx>";
  CHECK(outline(parsed(zipped(parts))) ==
        Lines{"heading: 第一章 渡轮", "paragraph: The ferry waits."});
}

TEST_CASE("The package's metadata is read with its roles, and doubted", "[parse_epub]") {
  const StoredDocument document = parsed(zipped(
      book({{"a.xhtml", "<p>渡轮等人，这件事从来没有写下来，也从来没有人被落下。</p>"}},
           "<dc:title>渡轮</dc:title><dc:creator opf:role='aut'>林晚</dc:creator>"
           "<dc:creator id='c'>Jo Quay</dc:creator><meta refines='#c' property='role'>trl</meta>"
           "<dc:creator opf:role='ill'>Somebody Else</dc:creator><dc:creator>Unknown</dc:creator>"
           "<dc:date opf:event='conversion'>2020-01-01</dc:date><dc:date>0101-01-01</dc:date>"
           "<dc:date opf:event='publication'>2019-05</dc:date><dc:language>en</dc:language>"
           "<dc:language>zh_CN</dc:language><dc:publisher>Quay Press</dc:publisher>"
           "<dc:rights>CC BY 4.0</dc:rights>")));
  CHECK(value_of(document, "title") == "渡轮");
  CHECK(values_of(document, "author") == Lines{"林晚"});
  CHECK(values_of(document, "translator") == Lines{"Jo Quay"});
  CHECK(values_of(document, "date-published") == Lines{"2019-05"});
  CHECK(values_of(document, "language") == Lines{"zh-CN"});
  CHECK(value_of(document, "publisher") == "Quay Press");
  CHECK(value_of(document, "license") == "CC BY 4.0");
}

TEST_CASE("Blocks say their chapter, a missing chapter is left out", "[parse_epub]") {
  Parts parts = book({{"a b.xhtml", "<p>one</p>"}, {"c.xhtml", "<p>two</p>"}});
  parts.erase("OPS/c.xhtml");
  std::string& package = parts["OPS/p.opf"];
  package.replace(package.find("href='a b"), 9, "href='a%20b");
  const StoredDocument document = parsed(zipped(parts));
  CHECK(outline(document) == Lines{"paragraph: one"});
  CHECK(value_of(document, "member", WEFT_ON_SPAN, document.spans[0].id) == "OPS/a b.xhtml");
}

TEST_CASE("Books under rights management are refused, obfuscated fonts are no obstacle",
          "[parse_epub]") {
  const auto encrypted = [](const std::string& algorithm) {
    Parts parts = book({{"a.xhtml", "<p>one</p>"}});
    parts["META-INF/encryption.xml"] =
        "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "
        "xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:EncryptionMethod "
        "Algorithm='" +
        algorithm + "'/><enc:CipherData><enc:CipherReference URI='OPS/a.xhtml'/></enc:CipherData>" +
        "</enc:EncryptedData></encryption>";
    return zipped(parts);
  };
  CHECK(refusal(encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
            .find("digital rights management") != std::string::npos);
  CHECK(outline(parsed(encrypted("http://www.idpf.org/2008/embedding"))).size() == 1);
}

TEST_CASE("What is no whole book is refused with place and cure", "[parse_epub]") {
  const std::string good = zipped(book({{"a.xhtml", "<p>one</p>"}}));
  CHECK(refusal("").find("empty") != std::string::npos);
  CHECK(refusal(good.substr(0, good.size() / 2)).find("cut off or damaged") != std::string::npos);
  CHECK(refusal(zipped({{"a/b.txt", "x"}})).find("no package document") != std::string::npos);
  CHECK(refusal(zipped(book({}))).find("OPS/p.opf: the spine is empty") != std::string::npos);
}

TEST_CASE("Books are known by their mimetype or their container", "[parse_epub]") {
  StageHarness harness("parse_epub");
  CHECK(harness.sniff("a.epub", zipped(book({{"a.xhtml", ""}}))) == 90);
  CHECK(harness.sniff("a.txt", zipped(book({{"a.xhtml", ""}}))) == 90);
  CHECK(harness.sniff("a.epub", zipped({{"word/document.xml", ""}})) == 50);
  CHECK(harness.sniff("a.zip", zipped({{"word/document.xml", ""}})) == 0);
  CHECK(harness.sniff("a.epub", "text") == 0);
}

}  // namespace
}  // namespace weft::test
