// SPDX-License-Identifier: Apache-2.0
/// Tests of the plugin: vectors from a server or from files become beads, or an error.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <set>
#include <sstream>
#include <thread>

#include "concept_model.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/lexicon/lexicon_builder.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Strings = std::vector<std::string>;

struct Part {
  Strings english;
  Strings chinese;
};

Strings split(const std::string& text) {
  Strings out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(" | ", begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 3;
  }
  return out;
}

/// The story: sentences of either side that translate each other, a line.
std::vector<Part> story() {
  std::istringstream lines(read_file(WEFT_TESTDATA "/story.txt"));
  std::vector<Part> out;
  std::string line;
  while (std::getline(lines, line)) {
    const std::size_t tab = line.find('\t');
    out.push_back({split(line.substr(0, tab)), split(line.substr(tab + 1))});
  }
  return out;
}

const ConceptModel& model() {
  static const ConceptModel made(read_file(WEFT_TESTDATA "/concepts.txt"));
  return made;
}

HttpReply answer(const HttpRequest& request) {
  return model().answer(request);
}

/// A view of one paragraph for each row of sentences; the paragraphs.
std::vector<weft_id> add_view(DocumentBuilder& builder, std::string_view name,
                              std::string_view lang, const std::vector<Strings>& paragraphs) {
  std::string text;
  for (const Strings& paragraph : paragraphs) {
    for (const std::string& sentence : paragraph)
      text += sentence + " ";
    text += "\n";
  }
  const weft_id view = builder.view(name, lang, text);
  std::vector<weft_id> blocks;
  std::size_t at = 0;
  for (const Strings& paragraph : paragraphs) {
    std::size_t end = at;
    for (const std::string& sentence : paragraph)
      end += sentence.size() + 1;
    blocks.push_back(builder.span("paragraph", view, at, end));
    for (const std::string& sentence : paragraph) {
      builder.span("sentence", view, at, at + sentence.size(), blocks.back());
      at += sentence.size() + 1;
    }
    ++at;
  }
  return blocks;
}

/// Both sides, each one paragraph.
StoredDocument document_of(const std::vector<Part>& parts) {
  Strings english;
  Strings chinese;
  for (const Part& part : parts) {
    english.insert(english.end(), part.english.begin(), part.english.end());
    chinese.insert(chinese.end(), part.chinese.begin(), part.chinese.end());
  }
  DocumentBuilder builder;
  add_view(builder, "en", "en", {english});
  add_view(builder, "zh", "zh-Hans", {chinese});
  return builder.build();
}

/// What the beads should be, as links_of writes them.
std::set<std::string> expected(const std::vector<Part>& parts) {
  std::set<std::string> out;
  for (const Part& part : parts) {
    std::string line;
    for (const std::string& sentence : part.english)
      line += (line.empty() ? "source " : " | source ") + sentence;
    for (const std::string& sentence : part.chinese)
      line += (line.empty() ? "target " : " | target ") + sentence;
    out.insert(line);
  }
  return out;
}

std::set<std::string> beads_of(const StoredDocument& document) {
  const Strings links = links_of(document, "bead");
  return {links.begin(), links.end()};
}

StageOptions asking(const HttpServer& server) {
  return {{"endpoint", server.url() + "/v1"}, {"model", "concepts"}};
}

weft_status status_of_making(const StageOptions& options) {
  try {
    StageHarness harness("align_embedding", options);
  } catch (const Error& error) {
    return error.status();
  }
  return WEFT_OK;
}

std::string npy(const std::vector<std::vector<float>>& rows) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                       std::to_string(rows.size()) + ", " + std::to_string(rows.at(0).size()) +
                       "), }\n";
  std::string out("\x93NUMPY\x01\x00", 8);
  out += static_cast<char>(header.size());
  out += '\0';
  out += header;
  for (const auto& row : rows) {
    std::string bytes(row.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), row.data(), bytes.size());
    out += bytes;
  }
  return out;
}

/// Files of the vectors of these texts; the options that name them.
StageOptions files(const Folder& folder, const Strings& texts) {
  std::vector<std::vector<float>> rows;
  std::string lines;
  for (const std::string& text : texts) {
    rows.push_back(model().vector_of(text));
    lines += text + "\n";
  }
  folder.write("vectors.npy", npy(rows));
  folder.write("texts.txt", lines);
  return {{"vectors", folder.path("vectors.npy")}, {"texts", folder.path("texts.txt")}};
}

Strings all_sentences(const std::vector<Part>& parts) {
  Strings out;
  for (const Part& part : parts) {
    out.insert(out.end(), part.english.begin(), part.english.end());
    out.insert(out.end(), part.chinese.begin(), part.chinese.end());
  }
  return out;
}

}  // namespace

TEST_CASE("sentences whose vectors are near become beads, several to one and none too") {
  HttpServer server(answer);
  StageHarness harness("align_embedding", asking(server));
  StoredDocument document = document_of(story());
  REQUIRE(harness.process(document).status == WEFT_OK);
  CHECK(beads_of(document) == expected(story()));
  for (const weft_link& link : document.links) {
    CHECK(value_of(document, "method", WEFT_ON_LINK, link.id) == "align_embedding");
    CHECK(link.score >= 0);
    CHECK(link.score <= 1);
    const bool two_sided = link.n_ends > 1;
    CHECK((link.score > 0) == two_sided);
  }
  REQUIRE(!server.requests().empty());
  CHECK(server.requests().front().path == "/v1/embeddings");
}

TEST_CASE("exchanging the languages exchanges the sides of the beads") {
  HttpServer server(answer);
  StageOptions options = asking(server);
  options.emplace_back("source", "zh");
  options.emplace_back("target", "en");
  StageHarness harness("align_embedding", options);
  StoredDocument document = document_of(story());
  REQUIRE(harness.process(document).status == WEFT_OK);
  std::vector<Part> exchanged = story();
  for (Part& part : exchanged)
    std::swap(part.english, part.chinese);
  CHECK(beads_of(document) == expected(exchanged));
}

TEST_CASE("with the cache a second run asks for nothing and gives the same scores") {
  const Folder folder;
  HttpServer server(answer);
  StageOptions options = asking(server);
  options.emplace_back("cache", folder.path("vectors"));
  StoredDocument first = document_of(story());
  REQUIRE(StageHarness("align_embedding", options).process(first).status == WEFT_OK);
  const std::size_t requests = server.requests().size();
  StoredDocument second = document_of(story());
  REQUIRE(StageHarness("align_embedding", options).process(second).status == WEFT_OK);
  CHECK(server.requests().size() == requests);
  REQUIRE(first.links.size() == second.links.size());
  for (std::size_t i = 0; i < first.links.size(); ++i)
    CHECK(first.links[i].score == second.links[i].score);
}

TEST_CASE("vectors from files align as those of an endpoint, windows summed from sentences") {
  const Folder folder;
  StageOptions options = files(folder, all_sentences(story()));
  options.emplace_back("windows", "1");
  StageHarness harness("align_embedding", options);
  StoredDocument document = document_of(story());
  REQUIRE(harness.process(document).status == WEFT_OK);
  CHECK(beads_of(document) == expected(story()));
}

TEST_CASE("a text without a vector is an error that names it, and no vector is made up") {
  const Folder folder;
  Strings texts = all_sentences(story());
  const std::string gone = texts[4];
  texts.erase(texts.begin() + 4);
  StageOptions options = files(folder, texts);
  options.emplace_back("windows", "1");
  StoredDocument document = document_of(story());
  const Outcome outcome = StageHarness("align_embedding", options).process(document);
  CHECK(outcome.status == WEFT_E_INPUT);
  CHECK_THAT(outcome.message, Catch::Contains("1 of ") && Catch::Contains(gone.substr(0, 20)));
  CHECK(document.links.empty());
  options.back().second = "2";
  StoredDocument windows = document_of(story());
  const Outcome lacking = StageHarness("align_embedding", options).process(windows);
  CHECK(lacking.status == WEFT_E_INPUT);
  CHECK_THAT(lacking.message, Catch::Contains("windows=1"));
}

TEST_CASE("files that do not belong together are mistakes of the configuration") {
  const Folder folder;
  const StageOptions good = files(folder, {"One.", "Two."});
  CHECK(status_of_making(good) == WEFT_OK);
  folder.write("texts.txt", "One.\nTwo.\nThree.\n");
  CHECK(status_of_making(good) == WEFT_E_CONFIG);
  folder.write("texts.txt", "One.\nTwo.");
  CHECK(status_of_making(good) == WEFT_OK);
  folder.write("vectors.npy", "no array");
  CHECK(status_of_making(good) == WEFT_E_CONFIG);
}

TEST_CASE("options that contradict or lack each other are refused before any document") {
  const Folder folder;
  const StageOptions from_files = files(folder, {"One."});
  CHECK(status_of_making({}) == WEFT_E_CONFIG);
  CHECK(status_of_making({{"vectors", from_files[0].second}}) == WEFT_E_CONFIG);
  CHECK(status_of_making({{"endpoint", "https://models.example/v1"}}) == WEFT_E_CONFIG);
  CHECK(status_of_making({{"endpoint", "http://models.example/v1"}, {"model", "m"}}) ==
        WEFT_E_CONFIG);
  StageOptions both = from_files;
  both.emplace_back("endpoint", "https://models.example/v1");
  both.emplace_back("model", "m");
  CHECK(status_of_making(both) == WEFT_E_CONFIG);
  CHECK(status_of_making({{"endpoint", "http://models.example/v1"},
                          {"model", "m"},
                          {"allow-plaintext", "true"}}) == WEFT_OK);
}

TEST_CASE("the key is read from the environment variable that is named") {
  ::setenv("WEFT_TEST_ENDPOINT_KEY", "k-81c2", 1);
  HttpServer server(answer);
  StageOptions options = asking(server);
  options.emplace_back("key", "WEFT_TEST_ENDPOINT_KEY");
  StageHarness harness("align_embedding", options);
  StoredDocument document = document_of(story());
  REQUIRE(harness.process(document).status == WEFT_OK);
  CHECK(server.requests().front().header("authorization") == "Bearer k-81c2");
}

TEST_CASE("an endpoint that fails leaves the document as it was, with the endpoint's words") {
  HttpServer server(in_turn({{.status = 401, .body = "{}"}}));
  StageHarness harness("align_embedding", asking(server));
  StoredDocument document = document_of(story());
  const Outcome outcome = harness.process(document);
  CHECK(outcome.status == WEFT_E_CONFIG);
  CHECK_THAT(outcome.message, Catch::Contains("401"));
  CHECK(document.links.empty());
  HttpServer few(in_turn({{.body = R"({"data":[{"index":0,"embedding":[1,2]}]})"}}));
  StageOptions options = asking(few);
  options.emplace_back("retries", "0");
  const Outcome missing = StageHarness("align_embedding", options).process(document);
  CHECK(missing.status == WEFT_E_TRANSIENT);
  CHECK(document.links.empty());
}

TEST_CASE("a document's budget of tokens ends its requests") {
  HttpServer server(answer);
  StageOptions options = asking(server);
  options.emplace_back("document-tokens", "50");
  StoredDocument document = document_of(story());
  const Outcome outcome = StageHarness("align_embedding", options).process(document);
  CHECK(outcome.status == WEFT_E_LIMIT);
  CHECK(server.requests().empty());
}

TEST_CASE("linked blocks are aligned alone, and no vector is asked for the rest") {
  HttpServer server(answer);
  DocumentBuilder builder;
  const auto english = add_view(
      builder, "en", "en",
      {{"The captain wrote a letter.", "The goat ate the bread."}, {"Only here in English."}});
  const auto chinese = add_view(builder, "zh", "zh", {{"船长写了信。", "山羊吃了面包。"}});
  builder.link("parallel", {{english[0], "source"}, {chinese[0], "target"}}, 1);
  StoredDocument document = builder.build();
  StageOptions options = asking(server);
  options.emplace_back("windows", "1");
  REQUIRE(StageHarness("align_embedding", options).process(document).status == WEFT_OK);
  CHECK(links_of(document, "bead") ==
        Strings{"source The captain wrote a letter. | target 船长写了信。",
                "source The goat ate the bread. | target 山羊吃了面包。",
                "source Only here in English."});
  REQUIRE(server.requests().size() == 1);
  CHECK(nlohmann::json::parse(server.requests()[0].body)["input"].size() == 4);
}

TEST_CASE("a document that lacks a language is passed on and nothing is asked") {
  HttpServer server(answer);
  StageHarness harness("align_embedding", asking(server));
  StoredDocument document = plain_document("only.txt", "en", {"The goat ate the bread."});
  const Outcome outcome = harness.process(document);
  CHECK(outcome.status == WEFT_PASSED);
  CHECK(server.requests().empty());
}

TEST_CASE("a lexicon finds what vectors do not tell") {
  LexiconBuilder builder("zh", "en");
  builder.begin_source({"concepts of the test", "", 0, false});
  std::istringstream lines(read_file(WEFT_TESTDATA "/concepts.txt"));
  std::string line;
  while (std::getline(lines, line)) {
    const std::size_t tab = line.find('\t');
    builder.add({{line.substr(tab + 1)}, {line.substr(0, tab)}});
  }
  const Folder folder;
  folder.write("zh-en.lexicon", builder.finish());
  HttpServer dumb([](const HttpRequest& request) {
    nlohmann::json body{{"data", nlohmann::json::array()}};
    for (std::size_t i = 0; i < nlohmann::json::parse(request.body).at("input").size(); ++i)
      body["data"].push_back({{"index", i}, {"embedding", {1, 2, 3}}});
    return HttpReply{.body = body.dump()};
  });
  const auto right = [&](StageOptions options) {
    StoredDocument document = document_of(story());
    REQUIRE(StageHarness("align_embedding", options).process(document).status == WEFT_OK);
    std::size_t count = 0;
    for (const std::string& bead : beads_of(document))
      count += expected(story()).count(bead);
    return count;
  };
  StageOptions options = asking(dumb);
  const std::size_t without = right(options);
  options.emplace_back("lexicon", folder.path("zh-en.lexicon"));
  const std::size_t with = right(options);
  CHECK(with >= story().size() - 5);
  CHECK(with > without);
}

TEST_CASE("many documents at once have the beads they have alone") {
  HttpServer server(answer);
  StageHarness harness("align_embedding", asking(server));
  std::vector<StoredDocument> documents;
  for (int i = 0; i < 4; ++i)
    documents.push_back(document_of(story()));
  std::vector<std::thread> threads;
  for (StoredDocument& document : documents)
    threads.emplace_back([&] { harness.process(document); });
  for (std::thread& thread : threads)
    thread.join();
  for (const StoredDocument& document : documents)
    CHECK(beads_of(document) == expected(story()));
}
