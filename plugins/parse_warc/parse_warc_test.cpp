// SPDX-License-Identifier: Apache-2.0
/// Archives that other programs wrote, through the whole of weft.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "plugins/parse_warc/testdata/make_records.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

using weft::test::Folder;
using weft::test::StageHarness;
using weft::warc::test::http;
using weft::warc::test::page;
using weft::warc::test::record;

namespace {

/// The output of a run over the folder's archive `in/...`: one line a document, then the log.
struct Run {
  int code = 0;
  std::string pages;  ///< by export_jsonl
  std::string report;
};

Run run(const Folder& folder, const std::string& options = "", const std::string& jobs = "4") {
  folder.write("p.xml", "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"warc\" " +
                            options +
                            "/><parse plugin=\"html\"/><parse plugin=\"text\"/>"
                            "<export plugin=\"jsonl\" to=\"pages.jsonl\"/></pipeline>");
  const auto result =
      weft::test::run_weft({"run", folder.path("p.xml"), "--out", folder.path("out"), "--jobs",
                            jobs, "--report", folder.path("report.json")});
  INFO(result.err);
  REQUIRE((result.code == 0 || result.code == 1));
  return {result.code, folder.read("out/pages.jsonl"), folder.read("report.json")};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

bool is_installed(const std::string& program) {
  return weft::test::run_program({"sh", "-c", "command -v " + program}).code == 0;
}

}  // namespace

TEST_CASE("an archive is known by its first bytes, compressed or not, and by no name") {
  StageHarness stage("parse_warc");
  const std::string one = record("warcinfo", "software: hand\r\n");
  CHECK(stage.sniff("a.txt", one) == 100);
  CHECK(stage.sniff("a.warc", "WARC stands for web archive.\n") == 0);
  CHECK(stage.sniff("a.warc.gz", "\x1F\x8B\x08") == 0);
  CHECK(stage.sniff("a.warc", "") == 0);
  CHECK(stage.sniff("a", one, "text/plain") == 0);
}

TEST_CASE("each stored page is read by the parser that fits what HTTP declared of it") {
  const Folder folder;
  folder.write("in/a.warc",
               page("http://a.example/1", "text/html", "<title>One</title><p>First page.</p>") +
                   page("http://a.example/2", "text/plain", "<p>Source of a page.</p>\n") +
                   page("http://a.example/3", "image/png", "\x89PNG\r\n\x1a\n....") +
                   page("http://a.example/4", "", "Words without any type.\n"));
  const Run out = run(folder);
  CHECK(out.code == 0);
  CHECK(count(out.pages, "\n") == 3);
  CHECK(has(out.pages, R"("id":"a.warc#1")"));
  CHECK(has(out.pages, R"("uri":"http://a.example/1","media_type":"text/html")"));
  CHECK(has(out.pages, R"("<p>Source of a page.</p>")"));
  CHECK(has(out.pages, R"("container":["a.warc"])"));
  CHECK(has(out.pages,
            R"("date-retrieved":[{"value":"2026-11-20T08:00:00Z","origin":"warc-header")"));
  CHECK(has(
      out.report,
      R"("dropped: no parser of the pipeline reads it; it is declared image/png and looks like a PNG image": 1)"));
}

TEST_CASE("a charset that only HTTP names decodes the page") {
  const Folder folder;
  // Big5 of four characters, as no guess would read them in so short a text.
  folder.write("in/a.warc", page("http://a.example/1", "text/html; charset=\"Big5\"",
                                 "<p>\xB4\xFA\xB8\xD5\xA4\xA4\xA4\xE5</p>"));
  CHECK(has(run(folder).pages, "測試中文"));
}

TEST_CASE(
    "what holds no page is passed over and counted by its reason, also behind the last page") {
  const Folder folder;
  folder.write("in/a.warc",
               record("warcinfo", "software: hand\r\n") +
                   page("http://a.example/1", "text/html", "<p>A page of text.</p>") +
                   record("response", http("text/html", "<p>Gone.</p>", "404 Not Found"),
                          "http://a.example/2") +
                   record("response", http("text/html", "", "301 Moved"), "http://a.example/3") +
                   record("revisit", http("text/html", ""), "http://a.example/4") +
                   page("http://a.example/5", "text/html", "") +
                   record("request", "GET / HTTP/1.1\r\n\r\n", "http://a.example/6"));
  const Run out = run(folder);
  CHECK(count(out.pages, "\n") == 1);
  for (const std::string reason :
       {"warcinfo", "status-4xx", "status-3xx", "revisit", "empty", "request"})
    CHECK(has(out.report, "\"skipped-" + reason + "\": 1.0"));
}

TEST_CASE("options choose statuses, media types and the largest record") {
  const Folder folder;
  folder.write("in/a.warc",
               page("http://a.example/1", "text/html", "<p>" + std::string(3000, 'a') + "</p>") +
                   record("response", http("text/html", "<p>Old words.</p>", "410 Gone"),
                          "http://a.example/2") +
                   page("http://a.example/3", "text/plain", "Plain words.\n"));
  const Run out = run(folder, "status=\"2xx, 410\" types=\"text/html\" max-record=\"2K\"");
  CHECK(count(out.pages, "\n") == 1);
  CHECK(has(out.pages, "Old words."));
  CHECK(has(out.report, "\"skipped-too-large\": 1.0"));
  CHECK(has(out.report, "\"skipped-media-type\": 1.0"));
}

TEST_CASE("a record that is harmed is quarantined with its place and the next ones are read") {
  const Folder folder;
  const std::string good = page("http://a.example/1", "text/html", "<p>Before the harm.</p>");
  std::string bad = page("http://a.example/2", "text/html", "<p>Harmed.</p>");
  bad.replace(bad.find("Content-Length: "), 18, "Content-Length: 99");
  folder.write("in/a.warc",
               good + bad + page("http://a.example/3", "text/html", "<p>Behind it.</p>"));
  const Run out = run(folder);
  CHECK(out.code == 1);
  CHECK(has(out.pages, "Before the harm."));
  CHECK(has(out.pages, "Behind it."));
  CHECK(has(out.report, "the record at byte " + std::to_string(good.size()) + " is lost"));
}

TEST_CASE(
    "an archive that Python's gzip wrote gives the same, member by member and whole, on any "
    "threads") {
  if (!is_installed("python3")) {
    WARN("skipped: python3 is not installed");
    return;
  }
  const Folder folder;
  folder.write("in/a.warc",
               page("http://a.example/1", "text/html", "<p>The first page, of some words.</p>") +
                   page("http://a.example/2", "text/plain", "The second.\n"));
  const std::string script =
      "import gzip,sys\n"
      "data=open(sys.argv[1],'rb').read()\n"
      "cut=data.index(b'WARC/1.0',1)\n"
      "open(sys.argv[2],'wb').write(gzip.compress(data[:cut])+gzip.compress(data[cut:]))\n"
      "open(sys.argv[3],'wb').write(gzip.compress(data))\n";
  const auto made = weft::test::run_program({"python3", "-c", script, folder.path("in/a.warc"),
                                             folder.path("in/b"), folder.path("in/c.txt")});
  REQUIRE(made.code == 0);
  const Run out = run(folder, "", "1");
  CHECK(out.code == 0);
  CHECK(count(out.pages, "\n") == 6);
  CHECK(count(out.pages, "The first page, of some words.") >= 3);
  CHECK(has(out.pages, R"("id":"c.txt#2")"));
  CHECK(run(folder, "", "8").pages == out.pages);
}

TEST_CASE("an archive that wget wrote of a local server is read") {
  if (!is_installed("wget") || !is_installed("python3")) {
    WARN("skipped: wget or python3 is not installed");
    return;
  }
  const Folder folder;
  folder.write("site/page.html",
               "<html><head><title>Weather</title></head><body><p>A dry and windy week is "
               "expected on the coast.</p></body></html>");
  folder.write("site/notes.txt", "<b>Notes</b> as they were written.\n");
  folder.write("in/.keep", "");
  const std::string script =
      "cd '" + folder.path("site") + "' && python3 -u -m http.server 0 --bind 127.0.0.1 >'" +
      folder.path("log") +
      "' 2>&1 & server=$!; "
      "for i in $(seq 100); do port=$(sed -n 's/.* port \\([0-9]*\\) .*/\\1/p' '" +
      folder.path("log") +
      "'); [ -n \"$port\" ] && break; sleep 0.1; done; "
      "cd '" +
      folder.path("in") +
      "' && env -u http_proxy wget -q --no-proxy --warc-file=crawl "
      "http://127.0.0.1:$port/page.html http://127.0.0.1:$port/notes.txt "
      "http://127.0.0.1:$port/gone.html; rm -f *.html *.txt; kill $server";
  weft::test::run_program({"bash", "-c", script});
  if (!std::filesystem::exists(folder.path("in/crawl.warc.gz"))) {
    WARN("skipped: wget made no archive here");
    return;
  }
  const Run out = run(folder);
  INFO(out.report);
  CHECK(has(out.pages, "A dry and windy week is expected on the coast."));
  CHECK(has(out.pages, "<b>Notes</b> as they were written."));
  CHECK(has(out.pages, "/page.html\""));
  CHECK_FALSE(has(out.pages, "\"uri\":\"<"));
  CHECK(has(out.report, "\"skipped-status-4xx\": 1.0"));
}
