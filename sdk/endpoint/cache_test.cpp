// SPDX-License-Identifier: Apache-2.0
/// Tests of the cache and the budgets.
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "cache.hpp"
#include "pace.hpp"
#include "tests/support/http/fake_model.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

using namespace weft;
using namespace weft::test;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string_view>;

std::vector<fs::path> files_in(const std::string& directory) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  return out;
}

weft_status status_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.status();
  }
  return WEFT_OK;
}

}  // namespace

TEST_CASE("what was asked once is not asked again, by any later endpoint of the same model") {
  const Folder folder;
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  options.cache_directory = folder.path("vectors");
  const Vectors first = Endpoint(options).embed(Texts{"tide", "潮汐"});
  CHECK(server.requests().size() == 1);
  Endpoint again(options);
  const Vectors second = again.embed(Texts{"潮汐", "new", "tide"});
  REQUIRE(server.requests().size() == 2);
  CHECK(nlohmann::json::parse(server.requests()[1].body)["input"] == nlohmann::json{"new"});
  CHECK(again.use().cached == 2);
  CHECK(again.use().fetched == 1);
  CHECK(std::equal(first.row(0).begin(), first.row(0).end(), second.row(2).begin()));
  options.model = "another";
  static_cast<void>(Endpoint(options).embed(Texts{"tide"}));
  CHECK(server.requests().size() == 3);
}

TEST_CASE("whole answers of a chat are kept, cut ones are not") {
  const Folder folder;
  HttpServer server(in_turn({{.body = chat_body("half", "length")}, {.body = chat_body("whole")}}));
  EndpointOptions options = options_for(server.url());
  options.cache_directory = folder.path();
  Endpoint endpoint(options);
  const ChatRequest request{.messages = {{"user", "Where?"}}};
  CHECK_THROWS_AS(endpoint.chat(request), Error);
  CHECK(files_in(folder.path()).empty());
  CHECK_FALSE(endpoint.chat(request).from_cache);
  const ChatAnswer known = endpoint.chat(request);
  CHECK(known.from_cache);
  CHECK(known.content == "whole");
  CHECK(known.output_tokens == 5);
  ChatRequest warmer = request;
  warmer.temperature = 0.5;
  CHECK_FALSE(endpoint.chat(warmer).from_cache);
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a nonce is sent and is no part of the question, and what is objected to is not taken") {
  const Folder folder;
  HttpServer server(in_turn({{.body = chat_body("whole")}, {.body = chat_body("another")}}));
  EndpointOptions options = options_for(server.url());
  options.cache_directory = folder.path();
  Endpoint endpoint(options);
  const auto asking = [](const std::string& nonce) {
    return ChatRequest{.messages = {{"user", "<" + nonce + ">Where?</" + nonce + ">"}},
                       .nonce = nonce};
  };
  CHECK_FALSE(endpoint.chat(asking("a1b2")).from_cache);
  CHECK_THAT(server.requests().at(0).body, Catch::Contains("<a1b2>Where?</a1b2>"));
  CHECK(endpoint.chat(asking("c3d4")).from_cache);
  const EndpointCall call{.objection = [](std::string_view content) {
    return content == "whole" ? std::string("half of it is missing") : std::string();
  }};
  CHECK(endpoint.chat(asking("e5f6"), call).content == "another");
  CHECK(server.requests().size() == 2);
}

TEST_CASE("a damaged, foreign or old entry is as if it were not there") {
  const Folder folder;
  const Cache cache(folder.path(), 0, 0);
  REQUIRE(cache.keep("question", "answer"));
  REQUIRE(cache.find("question") == "answer");
  CHECK_FALSE(cache.find("question?"));
  const fs::path file = files_in(folder.path()).at(0);
  const std::string whole = read_file(file.string());
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    std::ofstream(file, std::ios::binary) << whole.substr(0, cut);
    CHECK_FALSE(cache.find("question"));
    std::string changed = whole;
    changed[cut] = static_cast<char>(changed[cut] ^ 1);
    std::ofstream(file, std::ios::binary) << changed;
    CHECK_FALSE(cache.find("question"));
  }
  std::ofstream(file, std::ios::binary) << whole;
  REQUIRE(cache.find("question"));
  const Cache fresh(folder.path(), 0, 3600);
  CHECK(fresh.find("question"));
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
  CHECK_FALSE(fresh.find("question"));
}

TEST_CASE("past its size the oldest entries go, and files of others stay") {
  const Folder folder;
  folder.write("notes.txt", std::string(5000, 'n'));
  folder.write("ab/letter.txt", std::string(5000, 'n'));
  const Cache cache(folder.path(), 0, 0);
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 10; ++i) {
    REQUIRE(cache.keep("question " + std::to_string(i), std::string(100, 'a')));
    for (const fs::path& file : files_in(folder.path())) {
      const bool ours = file.extension().empty();
      if (ours && fs::last_write_time(file) >= now - std::chrono::seconds(5))
        fs::last_write_time(file, now - std::chrono::hours(20 - i));
    }
  }
  const Cache smaller(folder.path(), 500, 0);
  CHECK_FALSE(smaller.find("question 0"));
  CHECK(smaller.find("question 9"));
  CHECK(fs::exists(folder.path("notes.txt")));
  CHECK(fs::exists(folder.path("ab/letter.txt")));
}

TEST_CASE("a cache that cannot be made is a mistake of the configuration") {
  const Folder folder;
  folder.write("file", "x");
  EndpointOptions options = options_for("https://host");
  options.cache_directory = folder.path("file");
  CHECK(status_of([&] { Endpoint endpoint(options); }) == WEFT_E_CONFIG);
}

TEST_CASE("a budget is kept for the run and for a document, and its end names it") {
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  options.run.calls = 3;
  options.batch = 1;
  Endpoint endpoint(options);
  Ledger document("the document", {.calls = 1});
  const EndpointCall call{.document = &document};
  static_cast<void>(endpoint.embed(Texts{"one"}, call));
  try {
    static_cast<void>(endpoint.embed(Texts{"two"}, call));
    FAIL("the document's budget is one request");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_LIMIT);
    CHECK_THAT(error.what(), Catch::Contains("the document may use 1 requests"));
  }
  CHECK(document.spent().calls == 1);
  CHECK(endpoint.spent().calls == 1);
  CHECK(status_of([&] {
          static_cast<void>(endpoint.embed(Texts{"a", "b", "c"}));
        }) == WEFT_E_LIMIT);
  CHECK(server.requests().size() == 3);
}

TEST_CASE("tokens and cost are booked at their most and settled to what the endpoint counted") {
  HttpServer server(in_turn({{.body = chat_body("At the quay.")}}));
  EndpointOptions options = options_for(server.url());
  options.prices = {1e6, 2e6};  // one for a prompt token, two for an output token
  options.run.output_tokens = 150;
  Endpoint endpoint(options);
  ChatRequest request{.messages = {{"user", "Where is it?"}}, .max_tokens = 100};
  static_cast<void>(endpoint.chat(request));
  CHECK(endpoint.spent().prompt_tokens == 20);
  CHECK(endpoint.spent().output_tokens == 5);
  CHECK(endpoint.spent().cost == 30.0);
  request.max_tokens = 146;
  CHECK(status_of([&] { static_cast<void>(endpoint.chat(request)); }) == WEFT_E_LIMIT);
  CHECK(endpoint.spent().output_tokens == 5);
  options.run = {.cost = 100};
  Endpoint dear(options);
  CHECK(status_of([&] { static_cast<void>(dear.chat(request)); }) == WEFT_E_LIMIT);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("failures cost calls and no tokens, and retries count against the budget") {
  HttpServer server(in_turn({{.status = 500}}));
  EndpointOptions options = options_for(server.url());
  options.run.calls = 2;
  Endpoint endpoint(options);
  CHECK(status_of([&] { static_cast<void>(endpoint.embed(Texts{"one"})); }) == WEFT_E_LIMIT);
  CHECK(endpoint.spent().calls == 2);
  CHECK(endpoint.spent().prompt_tokens == 0);
  CHECK(server.requests().size() == 2);
}

TEST_CASE("a rate spreads requests evenly and a hold stops them all") {
  using std::chrono::seconds;
  Pace by_requests(30, 0);
  const Pace::Clock::time_point now = Pace::Clock::now();
  CHECK(by_requests.take(now, 1000) == now);
  CHECK(by_requests.take(now, 1000) == now + seconds(2));
  CHECK(by_requests.take(now + seconds(10), 1000) == now + seconds(10));
  Pace by_tokens(0, 600);
  CHECK(by_tokens.take(now, 50) == now);
  CHECK(by_tokens.take(now, 1) == now + seconds(5));
  Pace free(0, 0);
  CHECK(free.take(now, 1e9) == now);
  free.hold(now, 7);
  CHECK(free.take(now, 1) == now + seconds(7));
}
