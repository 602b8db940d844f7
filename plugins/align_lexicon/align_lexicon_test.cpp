// SPDX-License-Identifier: Apache-2.0
/// Tests of the plugin: links, learning over a corpus, lexicons, documents it cannot align.
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/lexicon/lexicon_builder.hpp"

namespace {

using weft::test::DocumentBuilder;
using weft::test::links_of;
using weft::test::StageHarness;

struct Pair {
  std::string english;
  std::string chinese;
};

std::vector<Pair> pairs_of(const std::string& file) {
  std::istringstream lines(weft::test::read_file(WEFT_TESTDATA "/" + file));
  std::vector<Pair> pairs;
  std::string line;
  while (std::getline(lines, line)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) pairs.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return pairs;
}

/// A lexicon of the words of the test texts, in a file that goes with the test.
class LexiconFile {
 public:
  LexiconFile() : path_(std::string(WEFT_BINARY_DIR) + "/align_lexicon_test.lexicon") {
    weft::LexiconBuilder builder("zh", "en");
    builder.begin_source({"made up", "", 0, false});
    std::istringstream lines(weft::test::read_file(WEFT_TESTDATA "/words.tsv"));
    std::string line;
    while (std::getline(lines, line)) {
      const std::size_t tab = line.find('\t');
      if (tab != std::string::npos) builder.add({{line.substr(0, tab)}, {line.substr(tab + 1)}});
    }
    builder.add_reading(U'林', "lin", 1);
    builder.add_reading(U'秋', "qiu", 1);
    std::ofstream(path_, std::ios::binary) << builder.finish();
  }
  LexiconFile(const LexiconFile&) = delete;
  LexiconFile& operator=(const LexiconFile&) = delete;
  ~LexiconFile() { std::filesystem::remove(path_); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void add_view(DocumentBuilder& builder, std::string_view name, std::string_view lang,
              const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences)
    text += sentence + "\n";
  const weft_id view = builder.view(name, lang, text);
  std::size_t at = 0;
  for (const std::string& sentence : sentences) {
    builder.span("sentence", view, at, at + sentence.size());
    at += sentence.size() + 1;
  }
}

weft::StoredDocument document_of(const std::vector<std::string>& english,
                                 const std::vector<std::string>& chinese,
                                 std::string_view id = "test.txt") {
  DocumentBuilder builder(id);
  add_view(builder, "en", "en", english);
  add_view(builder, "zh", "zh-Hans", chinese);
  return builder.build();
}

weft::StoredDocument align_one(weft::StoredDocument document,
                               const weft::test::StageOptions& options) {
  std::vector<weft::StoredDocument> corpus;
  corpus.push_back(std::move(document));
  return std::move(StageHarness("align_lexicon", options).corpus(std::move(corpus)).at(0));
}

}  // namespace

TEST_CASE("sentences are paired by their words where lengths mislead") {
  const LexiconFile lexicon;
  std::vector<std::string> english;
  std::vector<std::string> chinese;
  std::vector<std::string> expected;
  for (const Pair& pair : pairs_of("ferry.tsv")) {
    if (!pair.english.empty()) english.push_back(pair.english);
    if (!pair.chinese.empty()) chinese.push_back(pair.chinese);
    if (pair.chinese.empty()) {
      expected.push_back("source " + pair.english);
    } else if (pair.english.empty()) {
      expected.push_back("target " + pair.chinese);
    } else {
      expected.push_back("source " + pair.english + " | target " + pair.chinese);
    }
  }
  const weft::StoredDocument document =
      align_one(document_of(english, chinese), {{"lexicon", lexicon.path()}});
  CHECK(links_of(document, "bead") == expected);
  for (const weft_link& link : document.links) {
    CHECK(link.score >= 0);
    CHECK(link.score <= 1);
    CHECK(weft::test::value_of(document, "method", WEFT_ON_LINK, link.id) == "align_lexicon");
  }
}

TEST_CASE("a caption between two pairs stays alone") {
  const LexiconFile lexicon;
  std::vector<std::string> english;
  std::vector<std::string> chinese;
  for (const Pair& pair : pairs_of("ferry.tsv")) {
    if (pair.english.empty() || pair.chinese.empty()) continue;
    english.push_back(pair.english);
    chinese.push_back(pair.chinese);
  }
  english.insert(english.begin() + 3, "A harbour wall in the rain (photo: Mara Teel)");
  const weft::StoredDocument document =
      align_one(document_of(english, chinese), {{"lexicon", lexicon.path()}});
  const std::vector<std::string> beads = links_of(document, "bead");
  REQUIRE(beads.size() == english.size());
  CHECK(beads.at(2) == "source " + english.at(2) + " | target " + chinese.at(2));
  CHECK(beads.at(3) == "source " + english.at(3));
  CHECK(beads.at(4) == "source " + english.at(4) + " | target " + chinese.at(3));
}

TEST_CASE("a document without a view of either language is passed on with the reason") {
  DocumentBuilder builder;
  add_view(builder, "text", "en", {"Only one language here."});
  const weft::StoredDocument document = align_one(builder.build(), {});
  CHECK(document.links.empty());
}

TEST_CASE("the options decide which language is the source") {
  const weft::StoredDocument document =
      align_one(document_of({"A short line, 12."}, {"短短的一行，12。"}),
                {{"source", "zh"}, {"target", "en"}, {"learn", "none"}});
  CHECK(links_of(document, "bead") ==
        std::vector<std::string>{"source 短短的一行，12。 | target A short line, 12."});
}

TEST_CASE("an empty lexicon path is no lexicon, and a file that is none is a wrong configuration") {
  CHECK_THROWS_WITH(StageHarness("align_lexicon", {{"lexicon", WEFT_TESTDATA "/ferry.tsv"}}),
                    Catch::Contains("ferry.tsv"));
}
