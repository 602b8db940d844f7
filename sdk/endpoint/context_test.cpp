// SPDX-License-Identifier: Apache-2.0
/// Tests of what servers tell of their model's context.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/support/http/fake_model.hpp"
#include "weft/endpoint/tokens.hpp"

using namespace weft;
using namespace weft::test;

namespace {

constexpr const char* kModels =
    R"({"object": "list", "data": [{"id": "other", "max_model_len": 4096},)"
    R"( {"id": "fake", "object": "model", "max_model_len": 32768}]})";
constexpr const char* kProps =
    R"({"total_slots": 4, "default_generation_settings": {"n_ctx": 8192}})";

/// Answers these two paths, others with 404.
HttpServer::Handler telling(const HttpReply& models, const HttpReply& props) {
  return [=](const HttpRequest& request) {
    if (request.path == "/v1/models") return models;
    return request.path == "/props" ? props : HttpReply{.status = 404};
  };
}

std::size_t told(const HttpReply& models, const HttpReply& props) {
  HttpServer server(good, {}, telling(models, props));
  Endpoint endpoint(options_for(server.url()));
  return endpoint.context_tokens();
}

}  // namespace

TEST_CASE("the context is what the list of models says of this one, else what the slots hold") {
  const HttpReply none{.status = 404, .body = "{}"};
  CHECK(told({.body = kModels}, {.body = kProps}) == 32768);
  CHECK(told({.body = R"({"data": [{"id": "fake", "object": "model"}]})"}, {.body = kProps}) ==
        8192);
  CHECK(told({.body = R"({"data": [{"id": "a.gguf", "max_model_len": 2048}]})"}, none) == 2048);
  CHECK(told(none, {.body = kProps}) == 8192);
}

TEST_CASE("a server that does not tell, or tells nonsense, is no failure and asked once only") {
  for (const HttpReply& reply :
       {HttpReply{.status = 404}, HttpReply{.body = "<html>"}, HttpReply{.body = "[]"},
        HttpReply{.status = 401},
        HttpReply{.body = R"({"data": [{"id": 3, "max_model_len": "x"}]})"},
        HttpReply{.body = R"({"data": [{"id": "fake", "max_model_len": 3}]})"}}) {
    HttpServer server(good, {}, in_turn({reply}));
    Endpoint endpoint(options_for(server.url()));
    INFO(reply.body);
    CHECK(endpoint.context_tokens() == 0);
    CHECK(endpoint.context_tokens() == 0);
    CHECK(server.gets().size() == 2);
    CHECK(endpoint.spent().calls == 0);
  }
}

TEST_CASE("a server that is still loading is asked again later, and not for ever") {
  const HttpReply loading{.status = 503};
  HttpServer server(good, {}, in_turn({loading, loading, {.body = kModels}}));
  Endpoint endpoint(options_for(server.url()));
  CHECK(endpoint.context_tokens() == 0);
  CHECK(endpoint.context_tokens() == 32768);
  CHECK(endpoint.context_tokens() == 32768);
  CHECK(server.gets().size() == 3);
  HttpServer never(good, {}, in_turn({loading}));
  Endpoint waiting(options_for(never.url()));
  for (int i = 0; i < 8; ++i)
    CHECK(waiting.context_tokens() == 0);
  CHECK(never.gets().size() == 6);
}

TEST_CASE(
    "many threads ask for the context with one request, and one that gives up does not harm") {
  HttpServer server(good, {}, telling({.body = kModels, .seconds = 0.2}, {.status = 404}));
  Endpoint endpoint(options_for(server.url()));
  struct Stop {};
  EndpointCall stopped;
  stopped.poll = [] { throw Stop(); };
  CHECK_THROWS_AS(endpoint.context_tokens(stopped), Stop);
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { right += endpoint.context_tokens() == 32768 ? 1 : 0; });
  for (std::thread& thread : threads)
    thread.join();
  CHECK(right == 4);
  CHECK(server.gets().size() <= 2);
}

TEST_CASE("likely tokens lie below the bound and grow with the text") {
  CHECK(likely_tokens("") == 0);
  CHECK(likely_tokens("library") == 3);
  CHECK(likely_tokens("图书馆") == 3);
  CHECK(estimate_tokens("图书馆") == 5);
  CHECK(estimate_tokens("library") == 7);
}
