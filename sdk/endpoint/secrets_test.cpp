// SPDX-License-Identifier: Apache-2.0
/// Tests of where texts and the key may go: TLS, plaintext, redirects, messages, the cache.
#include <catch2/catch.hpp>
#include <filesystem>

#include "failure.hpp"
#include "tests/support/http/fake_model.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Texts = std::vector<std::string_view>;
constexpr const char* kKey = "k-3f9c71d2a8";

/// The error of making an endpoint of these options and asking it; "" when there is none.
std::pair<weft_status, std::string> fault_of(const EndpointOptions& options) {
  try {
    Endpoint endpoint(options);
    static_cast<void>(endpoint.embed(Texts{"one"}));
  } catch (const Error& error) {
    return {error.status(), error.what()};
  }
  return {WEFT_OK, ""};
}

Certificate make_certificate(const Folder& folder) {
  const Certificate made{folder.path("cert.pem"), folder.path("key.pem")};
  const auto result =
      run_program({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                   "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                   made.key, "-out", made.certificate});
  REQUIRE(result.code == 0);
  return made;
}

}  // namespace

TEST_CASE("the key goes into the Authorization header, and no header is sent without a key") {
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  CHECK(fault_of(options).second.empty());
  options.key = kKey;
  CHECK(fault_of(options).second.empty());
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[0].header("authorization").empty());
  CHECK(server.requests()[1].header("authorization") == std::string("Bearer ") + kKey);
}

TEST_CASE("plaintext to other machines is refused before anything is sent") {
  EndpointOptions options = options_for("http://models.example");
  const auto [status, words] = fault_of(options);
  CHECK(status == WEFT_E_CONFIG);
  CHECK_THAT(words, Catch::Contains("allow-plaintext"));
  for (const char* url : {"http://127.0.0.1.example", "http://localhost.example", "http://127.1x",
                          "http://[::2]", "http://10.0.0.1"}) {
    INFO(url);
    CHECK_THROWS_AS(Endpoint(options_for(url)), Error);
  }
  for (const char* url : {"http://127.0.0.1:1", "http://127.9.8.7", "http://localhost",
                          "http://[::1]:8080", "https://models.example"}) {
    INFO(url);
    CHECK_NOTHROW(Endpoint(options_for(url)));
  }
  options.allow_plaintext = true;
  CHECK_NOTHROW(Endpoint(options));
}

TEST_CASE("addresses that are none, or hold secrets, are refused without repeating these") {
  for (const char* url :
       {"", "models", "ftp://host", "file:///etc/passwd", "https://", "https://user:hidden@host",
        "https://host/v1?key=hidden", "https://host/#hidden"}) {
    EndpointOptions options;
    options.url = url;
    options.model = "fake";
    const auto [status, words] = fault_of(options);
    INFO(url << " -> " << words);
    CHECK(status == WEFT_E_CONFIG);
    CHECK_THAT(words, !Catch::Contains("hidden"));
  }
  EndpointOptions no_model = options_for("https://host");
  no_model.model.clear();
  CHECK(fault_of(no_model).first == WEFT_E_CONFIG);
  EndpointOptions broken_key = options_for("https://host");
  broken_key.key = "abc\r\nX-Injected: 1";
  CHECK(fault_of(broken_key).first == WEFT_E_CONFIG);
}

TEST_CASE("a redirect is not followed, so that key and text go nowhere else") {
  HttpServer other(good);
  for (const int status : {301, 302, 307, 308}) {
    HttpServer server(in_turn(
        {{.status = status, .headers = {{"Location", other.url() + "/v1/embeddings?t=hidden"}}}}));
    EndpointOptions options = options_for(server.url());
    options.key = kKey;
    const auto [result, words] = fault_of(options);
    CHECK(result == WEFT_E_CONFIG);
    CHECK_THAT(words, Catch::Contains(other.url()) && !Catch::Contains("hidden"));
    CHECK(server.requests().size() == 1);
  }
  CHECK(other.requests().empty());
}

TEST_CASE("no message and no file of the cache holds the key, even where a server repeats it") {
  const Folder cache;
  const std::string echo =
      nlohmann::json{{"error", {{"message", std::string("you sent Bearer ") + kKey + "!"}}}}.dump();
  for (const int status : {400, 401, 403, 404, 422, 429, 500}) {
    HttpServer server(in_turn({{.status = status, .body = echo}}));
    EndpointOptions options = options_for(server.url());
    options.key = kKey;
    const auto [result, words] = fault_of(options);
    INFO(words);
    CHECK(result != WEFT_OK);
    CHECK_THAT(words, !Catch::Contains(kKey));
  }
  HttpServer server(good);
  EndpointOptions options = options_for(server.url());
  options.key = kKey;
  options.cache_directory = cache.path();
  REQUIRE(fault_of(options).second.empty());
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.path())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    CHECK_THAT(read_file(entry.path().string()), !Catch::Contains(kKey));
  }
  CHECK(files == 1);
}

TEST_CASE("an answer that repeats the key comes and is kept without it, in one piece or in many") {
  const std::string said = std::string("The key is ") + kKey + ", they say.";
  std::string pieces;
  for (const char c : said) {
    pieces += "data: " +
              nlohmann::json{{"choices", {{{"delta", {{"content", std::string(1, c)}}}}}}}.dump() +
              "\n\n";
  }
  pieces += "data: [DONE]\n\n";
  for (const HttpReply& reply : {HttpReply{.body = chat_body(said)},
                                 HttpReply{.body = pieces, .type = "text/event-stream"}}) {
    const Folder cache;
    HttpServer server(in_turn({reply}));
    EndpointOptions options = options_for(server.url());
    options.key = kKey;
    options.cache_directory = cache.path();
    const ChatRequest question{.messages = {{"user", "which key?"}}};
    for (const bool cached : {false, true}) {
      const ChatAnswer answer = Endpoint(options).chat(question);
      CHECK(answer.content == "The key is [key], they say.");
      CHECK(answer.from_cache == cached);
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.path())) {
      if (entry.is_regular_file())
        CHECK_THAT(read_file(entry.path().string()), !Catch::Contains(kKey));
    }
    // A word that servers without keys ask for is no secret.
    options.key = "EMPTY";
    options.cache_directory.clear();
    HttpServer plain(in_turn({{.body = chat_body("The box is EMPTY.")}}));
    options.url = plain.url();
    CHECK(Endpoint(options).chat(question).content == "The box is EMPTY.");
  }
}

TEST_CASE("a server whose certificate nobody vouches for gets nothing") {
  const Folder folder;
  const Certificate certificate = make_certificate(folder);
  HttpServer server(good, certificate);
  EndpointOptions options = options_for(server.url());
  options.key = kKey;
  const auto [status, words] = fault_of(options);
  CHECK(status == WEFT_E_CONFIG);
  CHECK_THAT(words, Catch::Contains("certificate"));
  CHECK(server.requests().empty());
  options.certificates = certificate.certificate;
  CHECK(fault_of(options).second.empty());
  CHECK(server.requests().size() == 1);
}

TEST_CASE("words of a server are quoted on one line, cut at a character, without controls") {
  CHECK(quote("two\r\n\tlines\x1b[31m \xff tail", "") == "two lines [31m  tail");
  CHECK(quote("", "k").empty());
  std::string han;
  for (int i = 0; i < 500; ++i)
    han += "超";
  const std::string cut = quote(han, "");
  CHECK(cut.size() == 300);
  CHECK(quote("abc ab\xff"
              "c cababc",
              "abc") == "[key] [key] cab[key]");
  // What is left out does not bring the two halves of a key together, nor in front of the cut.
  CHECK(quote("k-3f9k-3f9c71d2a8c71d2a8", kKey) == "k-3f9[key]c71d2a8");
  const std::string controls(64 * 300 - 5, '\n');
  CHECK(quote("x" + controls + kKey, kKey) == "x [key]");
  CHECK(quote(std::string(295, 'x') + kKey, kKey) == std::string(295, 'x') + "[key]");
}
