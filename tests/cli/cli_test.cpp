// SPDX-License-Identifier: Apache-2.0
/// What the command line does beside what it prints: streams, exit codes, swapping exporters,
/// atomic outputs.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "tests/support/program.hpp"

using weft::test::Folder;
using weft::test::run_weft;

namespace {

const char* const kPipeline =
    "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"text\"/>"
    "<export plugin=\"jsonl\" to=\"all.jsonl\"/></pipeline>";

void write_corpus(const Folder& folder) {
  folder.write("in/a.txt", "The first paragraph of the first text.\n\nIts second paragraph.\n");
  folder.write("in/b.txt", "Another text stands here for the run.\n");
  folder.write("pipeline.xml", kPipeline);
}

}  // namespace

TEST_CASE("data goes to stdout and everything else to stderr") {
  const Folder folder;
  write_corpus(folder);
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out")});
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(run.err.find("2 documents done") != std::string::npos);
  CHECK(run.err.find('\r') == std::string::npos);  // no progress line where nobody looks
  CHECK(run.err.find('\x1b') == std::string::npos);
}

TEST_CASE("an input that nothing can parse is quarantined and the others are done") {
  const Folder folder;
  write_corpus(folder);
  folder.write("in/c.bin", std::string("\x7f"
                                       "ELF\0\0\0\1\2\3\0\0\0\0",
                                       14));
  std::filesystem::create_symlink("nowhere", folder.path("in/dangling"));
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out"),
                             "--report", folder.path("report.json")});
  INFO(run.err);
  CHECK(run.code == 1);
  CHECK(run.err.find("quarantined c.bin") != std::string::npos);
  CHECK(run.err.find("quarantined dangling: read:") != std::string::npos);
  const std::string report = folder.read("report.json");
  CHECK(report.find("\"quarantined\": 2") != std::string::npos);
  CHECK(report.find("\"done\": 2") != std::string::npos);
}

TEST_CASE("--export replaces the exports of the pipeline and --set changes one option") {
  const Folder folder;
  write_corpus(folder);
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out"),
                             "--export", "text=reading.txt", "--set", "export_text.body=false"});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(std::filesystem::exists(folder.path("out/reading.txt")));
  CHECK_FALSE(std::filesystem::exists(folder.path("out/all.jsonl")));
}

TEST_CASE("corpus arguments replace the corpus of the pipeline") {
  const Folder folder;
  write_corpus(folder);
  folder.write("other/z.txt", "One more text.\n");
  const auto run = run_weft({"run", folder.path("pipeline.xml"), folder.path("other"),
                             folder.path("in/b.txt"), "--out", folder.path("out")});
  INFO(run.err);
  CHECK(run.code == 0);
  const std::string all = folder.read("out/all.jsonl");
  CHECK(all.find("\"z.txt\"") != std::string::npos);
  CHECK(all.find("\"b.txt\"") != std::string::npos);
  CHECK(all.find("\"a.txt\"") == std::string::npos);
}

TEST_CASE("an empty corpus gives empty outputs and success") {
  const Folder folder;
  write_corpus(folder);
  std::filesystem::create_directories(folder.path("empty"));
  const auto run = run_weft(
      {"run", folder.path("pipeline.xml"), folder.path("empty"), "--out", folder.path("out")});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(folder.read("out/all.jsonl").empty());
  CHECK(run.err.find("no file in '" + folder.path("empty") + "' to read") != std::string::npos);
}

TEST_CASE("a report that cannot be written stops the run before it starts") {
  const Folder folder;
  write_corpus(folder);
  folder.write("file", "x");
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out"),
                             "--report", folder.path("file/report.json")});
  CHECK(run.code == 2);
  CHECK(run.err.find("file/report.json: cannot make its folder") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path("out")));
}

TEST_CASE("where there is no room the run stops with the reason and leaves nothing behind") {
  for (const std::string name : {"all.jsonl", "{stem}.jsonl"}) {
    const Folder folder;
    write_corpus(folder);
    folder.write("in/a.txt", std::string(600000, 'x') + "\n");
    const std::string command = "ulimit -f 100; exec " WEFT_BINARY_DIR "/bin/weft run " +
                                folder.path("pipeline.xml") + " --no-plugin-cache --out " +
                                folder.path("out") + " --export 'jsonl=" + name + "'";
    const auto run = weft::test::run_program({"/bin/bash", "-c", command});
    INFO(run.err);
    CHECK(run.code == 3);
    CHECK(run.err.find("jsonl: cannot be written: File too large; make room") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path("out")));
  }
}

TEST_CASE("an output that cannot be written stops the run before it starts and names the path") {
  const Folder folder;
  write_corpus(folder);
  folder.write("out", "a file where the folder should be");
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out")});
  CHECK(run.code == 2);
  CHECK(run.err.find("all.jsonl") != std::string::npos);
}

TEST_CASE("no temporary file is left beside the outputs") {
  const Folder folder;
  write_corpus(folder);
  run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out")});
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path("out")))
    ++files;
  CHECK(files == 1);
}

TEST_CASE("two documents that want one output file are told apart in words") {
  const Folder folder;
  write_corpus(folder);
  folder.write("in/a.md", "The same stem as a.txt has.\n");
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out"),
                             "--export", "markdown={stem}.md"});
  INFO(run.err);
  CHECK(run.code != 0);
  CHECK(run.err.find("was already written for a.md; put {id}") != std::string::npos);
}

TEST_CASE(
    "a document that an exporter passes over gets no file of its own, as a shared one is there") {
  const Folder folder;
  folder.write("in/rows.jsonl",
               "{\"en\": \"Hello.\", \"zh\": \"你好。\"}\n{\"en\": \"Alone.\", \"zh\": \"\"}\n");
  folder.write("pipeline.xml",
               "<pipeline name=\"p\"><corpus root=\"in\"/><parse plugin=\"jsonl\" views=\"en=en, "
               "zh=zh\" rows=\"1\"/>"
               "<export plugin=\"tmx\" to=\"own/{id}.tmx\"/>"
               "<export plugin=\"tmx\" id=\"all\" min-score=\"2\" to=\"all.tmx\"/></pipeline>");
  const auto run = run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out")});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(std::filesystem::exists(folder.path("out/all.tmx")));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("out/own")), {}) == 1);
  CHECK(std::filesystem::exists(folder.path("out/own/rows.jsonl#1.tmx")));
}
