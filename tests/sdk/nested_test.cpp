// SPDX-License-Identifier: Apache-2.0
/// Content in a container, in real runs: who reads it, what stays, what is dropped; and the choice
/// of a parser.
#include <catch2/catch.hpp>

#include <string>

#include "tests/support/program.hpp"

using weft::test::Folder;
using weft::test::run_weft;

namespace {

struct Run {
  int code = 0;
  std::string err;
  std::string pages;
};

/// A run of the folder's in/ with the container, parse_html and parse_text.
Run run(const Folder& folder, const std::string& more = "") {
  folder.write("pipeline.xml",
               "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"html\"/>"
               "<parse plugin=\"text\"/><parse plugin=\"container\"/>" +
                   more + "<export plugin=\"jsonl\" to=\"pages.jsonl\"/></pipeline>");
  const auto result = run_weft({"run", folder.path("pipeline.xml"), "--plugin-path",
                                std::string(WEFT_MISBEHAVING_DIR) + ":" + WEFT_PLUGIN_DIR, "--out",
                                folder.path("out"), "--log-level", "debug"});
  INFO(result.err);
  REQUIRE(result.code <= 1);
  return {result.code, result.err, folder.read("out/pages.jsonl")};
}

Run run_one(const std::string& bytes) {
  const Folder folder;
  folder.write("in/a", bytes);
  return run(folder);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kPage = "<!DOCTYPE html><title>A page</title><p>Some words of it.</p>";

}  // namespace

TEST_CASE("another parser reads the content as source 1 and the container's words stay first") {
  const Run out = run_one(std::string("CONTAINER plain text/html http://a.example/page\n") + kPage);
  INFO(out.pages);
  CHECK(out.code == 0);
  CHECK(has(out.pages,
            R"("id":"a","sources":[{"uri":"http://a.example/page","media_type":"text/html")"));
  CHECK(has(out.pages, R"("container":["a"])"));
  CHECK(has(out.pages, R"("site":[{"value":"of the container")"));
  CHECK(has(out.pages, "Some words of it."));
  CHECK(has(out.err, "a: read by parse_html"));
}

TEST_CASE("what is declared text/plain is never read as HTML, whatever it looks like") {
  const Run out = run_one(std::string("CONTAINER plain text/plain x.html\n") + kPage);
  CHECK(has(out.pages, "<!DOCTYPE html>"));
  CHECK(has(out.err, "a: read by parse_text"));
}

TEST_CASE("containers lie in containers, but not without end") {
  const Run two = run_one("CONTAINER plain - outer\nCONTAINER plain text/plain inner\nWords.\n");
  CHECK(has(two.pages, R"("uri":"inner")"));
  CHECK(has(two.pages, R"("url":[{"value":"outer")"));
  const Run out = run_one("CONTAINER for-ever - x\n");
  CHECK(out.code == 1);
  CHECK(has(out.err, "content in content, more than 4 deep"));
}

TEST_CASE("a content that no parser reads is dropped with what it was declared and looks like") {
  const Run image = run_one("CONTAINER plain image/png x\n\x89PNG\r\n\x1a\n");
  CHECK(image.code == 0);
  CHECK(has(image.err,
            "dropped a: parse_container: no parser of the pipeline reads it; it is "
            "declared image/png and looks like a PNG image"));
  const Run script = run_one("CONTAINER plain text/javascript x.js\nlet a = 1;\n");
  CHECK(has(script.err, "declared text/javascript and looks like text"));
  const Run unknown = run_one("CONTAINER plain - x\nOnly words, of no declared type.\n");
  CHECK(has(unknown.pages, "Only words, of no declared type."));
}

TEST_CASE("a container that breaks the rules is named for it") {
  CHECK(has(run_one("CONTAINER view - x\nWords.\n").err,
            "parse_container: the plugin gave views to a document whose content it handed on"));
  CHECK(has(run_one("CONTAINER twice - x\nWords.\n").err,
            "parse_container: content is not allowed in this call"));
  CHECK(has(run_one("CONTAINER no-text - x\nWords.\n").err,
            "parse_container: content is not allowed"));
}

TEST_CASE("an input that no parser reads is told what it looks like and who was asked") {
  const Folder folder;
  folder.write("in/a.txt", "\x89PNG\r\n\x1a\n");
  folder.write("in/b.html", "%PDF-1.7\n");
  folder.write("in/c.txt", "");
  const Run out = run(folder);
  CHECK(out.code == 1);
  CHECK(has(
      out.err,
      "a.txt: read: no parser of the pipeline reads it; it looks like a PNG image "
      "(asked: parse_html, parse_text, parse_container); add a parser that does, or exclude it"));
  CHECK(has(out.err, "it looks like a PDF document"));
  CHECK(has(out.err, "c.txt: the file is empty"));
}

TEST_CASE(
    "a name declares nothing: a page called .txt is a page, words called .html too if need be") {
  const Folder folder;
  folder.write("in/a.txt", kPage);
  folder.write("in/b.html", "Words without a tag.\n");
  folder.write("in/c.png", "Words with a wrong name.\n");
  const Run out = run(folder);
  CHECK(out.code == 0);
  CHECK(has(out.err, "a.txt: read by parse_html"));
  CHECK(has(out.err, "b.html: read by parse_html"));
  CHECK(has(out.err, "c.png: read by parse_text"));
}
