// SPDX-License-Identifier: Apache-2.0
/// Tests of embeddings against a server that answers, and one that answers badly.
#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <thread>

#include "tests/support/http/fake_model.hpp"
#include "weft/endpoint/errors.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Texts = std::vector<std::string_view>;

bool same(std::span<const float> row, std::string_view text) {
  const std::vector<float> expected = fake_vector(text);
  return std::equal(row.begin(), row.end(), expected.begin(), expected.end());
}

/// What comes out when every answer is this one: the error, or nothing when there is none.
std::optional<Error> fault_of(HttpReply reply, std::size_t* requests = nullptr) {
  HttpServer server(in_turn({std::move(reply)}));
  Endpoint endpoint(options_for(server.url()));
  std::optional<Error> error;
  try {
    static_cast<void>(endpoint.embed(Texts{"one", "two"}));
  } catch (const Error& caught) {
    error = caught;
  }
  if (requests != nullptr) *requests = server.requests().size();
  return error;
}

}  // namespace

TEST_CASE("texts have their vectors in order, in batches, equal texts asked once") {
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  options.batch = 2;
  Endpoint endpoint(options);
  const Texts texts{"ferry", "渡轮", "ferry", "harbour wall", "tide"};
  const Vectors vectors = endpoint.embed(texts);
  REQUIRE(vectors.count() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    CHECK(same(vectors.row(i), texts[i]));
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests().front().path == "/v1/embeddings");
  const auto asked = nlohmann::json::parse(server.requests().front().body);
  CHECK(asked["model"] == "fake");
  CHECK(asked["input"] == nlohmann::json{"ferry", "渡轮"});
  CHECK(endpoint.spent().calls == 2);
  CHECK(endpoint.spent().prompt_tokens > 0);
  CHECK(endpoint.embed(Texts{}).count() == 0);
}

TEST_CASE("a batch ends before it holds more bytes than allowed, and one long text goes alone") {
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  options.batch_bytes = 10;
  Endpoint endpoint(options);
  const std::string giant(50, 'g');
  static_cast<void>(endpoint.embed(Texts{"12345", "67890", "x", giant, "y"}));
  std::vector<std::size_t> sizes;
  for (const HttpRequest& request : server.requests())
    sizes.push_back(nlohmann::json::parse(request.body)["input"].size());
  CHECK(sizes == std::vector<std::size_t>{2, 1, 1, 1});
}

TEST_CASE("vectors are put in order by their index") {
  HttpServer server([](const HttpRequest& request) {
    auto answer = embeddings_of(request);
    std::reverse(answer["data"].begin(), answer["data"].end());
    return HttpReply{.body = answer.dump()};
  });
  Endpoint endpoint(options_for(server.url()));
  const Vectors vectors = endpoint.embed(Texts{"north", "southern"});
  CHECK(same(vectors.row(0), "north"));
  CHECK(same(vectors.row(1), "southern"));
}

TEST_CASE("answers that hold no vector for every text are asked again and then an error") {
  const auto vectors = [](const char* data) {
    return HttpReply{.body = std::string(R"({"data": )") + data + "}"};
  };
  const std::vector<std::pair<HttpReply, std::string>> cases{
      {vectors(R"([{"index":0,"embedding":[1,2]}])"), "1 vectors of the 2"},
      {vectors(R"([{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}])"), "vector 1 has 1"},
      {vectors(R"([{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}])"), "twice"},
      {vectors(R"([{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}])"), "more vectors"},
      {vectors(R"([{"embedding":[1]},{"embedding":[2]},{"embedding":[3]}])"), "more vectors"},
      {vectors(R"([{"index":0,"embedding":[1]},{"index":1,"embedding":[null]}])"), "no number"},
      {vectors(R"([{"index":0,"embedding":[1]},{"index":1,"embedding":[0]}])"), "all zero"},
      {vectors(R"([{"index":0,"embedding":[1e300]},{"index":1,"embedding":[1]}])"), "no number"},
      {vectors(R"([{"index":0,"embedding":"AACA"},{"index":1}])"), "no list"},
      {vectors("{}"), "no list 'data'"},
      {{.body = ""}, "empty"},
      {{.body = "\n\n  \n"}, "empty"},
      {{.body = "{\"data\": [{\"embedding\": [1, 2"}, "no valid JSON"},
      {{.body = "\xff\xfe{}"}, "no valid JSON"},
      {{.body = "<html><body>Welcome</body></html>", .type = "text/html"}, "web page"},
      {{.body = R"({"error": {"message": "worker died", "code": 503}})"}, "worker died"}};
  for (const auto& [reply, words] : cases) {
    std::size_t requests = 0;
    const auto error = fault_of(reply, &requests);
    INFO(reply.body);
    REQUIRE(error);
    CHECK(error->status() == WEFT_E_TRANSIENT);
    CHECK_THAT(error->what(), Catch::Contains(words) && Catch::Contains("after 3 attempts"));
    CHECK(requests == 3);
  }
}

TEST_CASE("a bad answer followed by a good one is no error") {
  HttpServer server(failing_first({{.body = "<html>"}, {.body = ""}}));
  Endpoint endpoint(options_for(server.url()));
  CHECK(endpoint.embed(Texts{"steady"}).count() == 1);
  CHECK(endpoint.use().retries == 2);
}

TEST_CASE("texts that are empty or no UTF-8 are refused before anything is sent") {
  HttpServer server(good);
  Endpoint endpoint(options_for(server.url()));
  CHECK_THROWS_AS(endpoint.embed(Texts{"fine", ""}), Error);
  CHECK_THROWS_AS(endpoint.embed(Texts{"\xff"}), Error);
  CHECK(server.requests().empty());
}

TEST_CASE("a batch too long for the model is halved, and a text too long is named") {
  HttpServer server([](const HttpRequest& request) {
    if (nlohmann::json::parse(request.body)["input"].dump().size() < 60) return good(request);
    return HttpReply{.status = 400,
                     .body = R"({"object":"error","message":"This model's maximum context length )"
                             R"(is 10 tokens. However, you requested 90","code":400})"};
  });
  Endpoint endpoint(options_for(server.url()));
  const Texts texts{"The ferry sails at nine.", "It is late today.", "Nobody on the quay minds."};
  const Vectors vectors = endpoint.embed(texts);
  for (std::size_t i = 0; i < texts.size(); ++i)
    CHECK(same(vectors.row(i), texts[i]));
  const std::string giant(100, 'z');
  try {
    static_cast<void>(endpoint.embed(Texts{"short", giant}));
    FAIL("a text of 100 bytes was taken");
  } catch (const ContextOverflow& error) {
    CHECK(error.status() == WEFT_E_LIMIT);
    CHECK_THAT(error.what(), Catch::Contains("'zzzzzzzz") && Catch::Contains("cut it smaller"));
  }
}

TEST_CASE("many threads share one endpoint") {
  HttpServer server(good);
  Endpoint endpoint(options_for(server.url()));
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 8; ++i) {
        const std::string text = "line " + std::to_string(t * 100 + i);
        const Vectors vectors = endpoint.embed(Texts{text});
        if (same(vectors.row(0), text)) ++right;
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(right == 32);
  CHECK(endpoint.spent().calls == 32);
}
