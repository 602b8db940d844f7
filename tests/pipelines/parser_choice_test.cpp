// SPDX-License-Identifier: Apache-2.0
/// Every format is read by its own parser when all parsers that are built stand in one pipeline,
/// whatever a file is called.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace {

namespace fs = std::filesystem;
using weft::test::Folder;

struct Sample {
  std::string parser;
  std::string name;  ///< with the ending that is right
  std::string bytes;
  bool by_content = true;  ///< known under any name; else only under its own
};

/// The parsers of this build, those that tell the least of a content last, as in any pipeline.
std::vector<std::string> built_parsers() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(WEFT_PLUGIN_DIR)) {
    const std::string stem = entry.path().stem().string();
    if (stem.starts_with("parse_")) out.push_back(stem);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Sample> samples() {
  const std::string tmx =
      "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\" "
      "segtype=\"sentence\"/><body>"
      "<tu><tuv xml:lang=\"en\"><seg>The ferry.</seg></tuv><tuv "
      "xml:lang=\"zh\"><seg>渡船。</seg></tuv>"
      "</tu></body></tmx>\n";
  const std::string xliff =
      "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" "
      "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
      "<file original=\"a\" source-language=\"en\" datatype=\"plaintext\"><body><trans-unit "
      "id=\"1\">"
      "<source>The ferry.</source></trans-unit></body></file></xliff>\n";
  const std::string xliff2 =
      "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\"><file "
      "id=\"f\">"
      "<unit id=\"1\"><segment><source>The ferry.</source></segment></unit></file></xliff>\n";
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: "
      "6\r\n\r\nWords.\r\n\r\n";
  const std::string markdown =
      "# The ferry\n\nIt leaves **early**, see [the table](times.md).\n\n- one\n- "
      "two\n\n```\ncode\n```\n";
  return {
      {"parse_html", "page.html",
       "<!DOCTYPE html>\n<html><title>T</title><p>The ferry leaves.</p></html>\n"},
      {"parse_html", "old.htm",
       "<HTML><BODY><H1>Ferry</H1><P>It leaves.<P>It is back.</BODY></HTML>\n"},
      {"parse_html", "x.xhtml",
       "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html "
       "xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
       "<p>The ferry.</p></body></html>\n"},
      {"parse_text", "words.txt", "The ferry was late again.\n\nNobody minded, it was summer.\n"},
      {"parse_text", "zh.txt", "渡船又晚点了。\n\n没有人在意，因为是夏天。\n"},
      {"parse_text", "commas.txt",
       "Well, yes, it was, I think, late.\nSo, then, we waited, all of us.\n"},
      {"parse_text", "tags.txt", "Write <p> where a paragraph begins; a < b, as ever.\n"},
      {"parse_text", "times.txt", "1\nThe ferry leaves at 10:30.\n2\nIt is back at 11:45.\n"},
      {"parse_text", "stars.txt", "It was late.\n\n***\n\nThe next day it was on time.\n"},
      {"parse_tmx", "memory.tmx", tmx},
      {"parse_xliff", "job.xlf", xliff},
      {"parse_xliff", "job2.xliff", xliff2},
      {"parse_warc", "crawl.warc", warc},
      {"parse_srt", "film.srt",
       "1\n00:00:01,000 --> 00:00:03,500\nThe ferry is late.\n\n2\n00:00:04,000 --> "
       "00:00:06,000\nIt is.\n"},
      {"parse_srt", "film.vtt",
       "WEBVTT\n\n00:01.000 --> 00:03.500\nThe ferry is late.\n\n00:04.000 --> 00:06.000\nIt "
       "is.\n"},
      {"parse_pdf", "paper.pdf",
       "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"},
      {"parse_jsonl", "rows.jsonl",
       "{\"id\": \"1\", \"text\": \"The ferry.\"}\n{\"id\": \"2\", \"text\": \"渡船。\"}\n"},
      {"parse_csv", "rows.csv", "id,text,lang\n1,The ferry.,en\n2,渡船。,zh\n3,The tide.,en\n",
       false},
      {"parse_csv", "rows.tsv", "id\ttext\tlang\n1\tThe ferry.\ten\n2\t渡船。\tzh\n", false},
      {"parse_markdown", "notes.md", markdown, false},
  };
}

/// A ZIP with one stored member first, and others, by Python.
bool write_zips(const Folder& folder) {
  const std::string script = R"(
import sys, zipfile
def make(name, members):
    with zipfile.ZipFile(sys.argv[1] + '/' + name, 'w', zipfile.ZIP_DEFLATED) as z:
        for path, text, kind in members: z.writestr(path, text, kind)
S, D = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
make('a.docx', [('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>', D),
  ('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>', D),
  ('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The ferry.</w:t></w:r></w:p></w:body></w:document>', D)])
make('a.epub', [('mimetype', 'application/epub+zip', S), ('META-INF/container.xml', '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>', D), ('c.opf', '<package/>', D)])
make('a.odt', [('mimetype', 'application/vnd.oasis.opendocument.text', S), ('content.xml', '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>', D), ('META-INF/manifest.xml', '<manifest/>', D)])
)";
  return weft::test::run_program({"python3", "-c", script, folder.path("in")}).code == 0;
}

}  // namespace

TEST_CASE("with all parsers in the pipeline each format goes to its own, under any name") {
  const std::vector<std::string> parsers = built_parsers();
  const Folder folder;
  std::map<std::string, std::string> expected;  // by file
  const auto built = [&](const std::string& parser) {
    return std::find(parsers.begin(), parsers.end(), parser) != parsers.end();
  };
  const auto put = [&](const std::string& name, const std::string& bytes,
                       const std::string& parser) {
    folder.write("in/" + name, bytes);
    expected[name] = parser;
  };
  folder.write("in/.keep", "");
  for (const Sample& sample : samples()) {
    if (!built(sample.parser)) continue;
    put(sample.name, sample.bytes, sample.parser);
    if (!sample.by_content) continue;
    for (const std::string wrong : {".txt", ".bin", ".gz", ".pdf", ".docx"})
      put(sample.name + wrong, sample.bytes, sample.parser);
    if (sample.parser != "parse_text") put(sample.name + ".html", sample.bytes, sample.parser);
  }
  if (write_zips(folder)) {
    for (const std::string kind : {"docx", "epub", "odt"}) {
      if (!built("parse_" + kind)) continue;
      const std::string bytes = folder.read("in/a." + kind);
      for (const std::string wrong : {"", ".txt", ".html", ".zip"})
        put("a." + kind + wrong, bytes, "parse_" + kind);
    }
  } else {
    WARN("zip formats skipped: python3 is not installed");
  }
  std::string pipeline = "<pipeline name=\"all\"><corpus root=\"in\"/>";
  for (const std::string& parser : parsers)
    pipeline += "<parse plugin=\"" + parser.substr(6) + "\"/>";
  folder.write("p.xml", pipeline + "<export plugin=\"jsonl\" to=\"all.jsonl\"/></pipeline>");
  const auto result = weft::test::run_weft(
      {"run", folder.path("p.xml"), "--out", folder.path("out"), "--log-level", "debug"});
  INFO(result.err);
  REQUIRE(result.code <= 1);
  for (const auto& [name, parser] : expected) {
    const std::string said = name + ": read by ";
    const std::size_t at = result.err.find(said);
    CHECK(at != std::string::npos);
    if (at == std::string::npos) continue;
    const std::string line = result.err.substr(at, result.err.find('\n', at) - at);
    CHECK(line.starts_with(said + parser + " "));
    if (!line.starts_with(said + parser + " ")) UNSCOPED_INFO(line);
  }
}
