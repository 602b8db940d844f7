// SPDX-License-Identifier: Apache-2.0
/// Tests of what is tried again, what is not, and what becomes of it.
#include <atomic>
#include <catch2/catch.hpp>
#include <ctime>
#include <memory>
#include <thread>

#include "failure.hpp"
#include "tests/support/http/fake_model.hpp"
#include "weft/endpoint/errors.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Texts = std::vector<std::string_view>;

struct Outcome {
  weft_status status = WEFT_OK;
  std::string words;
  std::size_t requests = 0;
};

Outcome outcome_of(HttpServer::Handler handler, EndpointOptions options = {}) {
  HttpServer server(std::move(handler));
  const EndpointOptions base = options_for(server.url());
  options.url = base.url;
  options.model = base.model;
  options.first_pause = base.first_pause;
  Endpoint endpoint(options);
  Outcome outcome;
  try {
    static_cast<void>(endpoint.embed(Texts{"one", "two"}));
  } catch (const Error& error) {
    outcome.status = error.status();
    outcome.words = error.what();
  }
  outcome.requests = server.requests().size();
  return outcome;
}

std::string error_body(const std::string& message, const std::string& type = "") {
  return nlohmann::json{{"error", {{"message", message}, {"type", type}}}}.dump();
}

}  // namespace

TEST_CASE("what may pass is asked again: rates, servers in trouble, broken connections") {
  for (const int status : {408, 409, 425, 429, 500, 502, 503, 504, 529}) {
    const Outcome outcome =
        outcome_of(failing_first({{.status = status, .body = error_body("busy")}}));
    INFO(status);
    CHECK(outcome.status == WEFT_OK);
    CHECK(outcome.requests == 2);
  }
  const std::string half(2000, ' ');
  CHECK(outcome_of(failing_first({{.body = half, .drop_after = 100}})).status == WEFT_OK);
  CHECK(outcome_of(failing_first({{.body = half, .drop_after = 0}})).status == WEFT_OK);
  CHECK(outcome_of(failing_first({{.body = half, .chunked = true, .drop_after = 70}})).status ==
        WEFT_OK);
}

TEST_CASE(
    "what stays is a transient error that tells the status, the server's words and the tries") {
  const Outcome outcome =
      outcome_of(in_turn({{.status = 503, .body = error_body("loading the model")}}));
  CHECK(outcome.status == WEFT_E_TRANSIENT);
  CHECK(outcome.requests == 3);
  CHECK_THAT(outcome.words, Catch::Contains("503: \"loading the model\"") &&
                                Catch::Contains("/v1/embeddings (model fake)") &&
                                Catch::Contains("after 3 attempts"));
  const Outcome dropped = outcome_of(in_turn({{.body = std::string(500, ' '), .drop_after = 9}}));
  CHECK(dropped.status == WEFT_E_TRANSIENT);
  CHECK(dropped.requests == 3);
}

TEST_CASE("what no repetition mends is asked once, and its class says what to do") {
  struct Case {
    int status;
    std::string body;
    weft_status result;
    std::string words;
  };
  const std::vector<Case> cases{
      {400, error_body("input must be a string"), WEFT_E_INPUT, "400: \"input must"},
      {401, error_body("bad key"), WEFT_E_CONFIG, "environment variable"},
      {402, error_body("Insufficient Balance"), WEFT_E_CONFIG, "no balance"},
      {403, "<html>no</html>", WEFT_E_INPUT, "refuses this text"},
      {403, R"({"error": {"message": "flagged by moderation"}})", WEFT_E_INPUT, "content filter"},
      {403, error_body("you lack rights", "permission_error"), WEFT_E_CONFIG, "may not use"},
      {404, error_body("The model `fake` does not exist"), WEFT_E_CONFIG, "model's name"},
      {405, "", WEFT_E_CONFIG, "/v1"},
      {413, error_body("too big"), WEFT_E_LIMIT, "cut it smaller"},
      {422, R"({"detail": "no such field"})", WEFT_E_INPUT, "no such field"},
      {429, R"({"error": {"message": "over", "code": "insufficient_quota"}})", WEFT_E_CONFIG,
       "quota"},
      {500, error_body("input is too large to process"), WEFT_E_LIMIT, "cut it smaller"}};
  for (const Case& item : cases) {
    EndpointOptions options;
    options.batch = 1;
    const Outcome outcome =
        outcome_of(in_turn({{.status = item.status, .body = item.body}}), options);
    INFO(item.status << " " << item.body);
    CHECK(outcome.status == item.result);
    CHECK(outcome.requests == 1);
    CHECK_THAT(outcome.words, Catch::Contains(item.words));
  }
}

TEST_CASE("403 for one text is that text's failure; for ten and no other answer it is the key's") {
  HttpServer server([](const HttpRequest& request) {
    const bool refused = request.body.find("bad") != std::string::npos;
    return refused ? HttpReply{.status = 403, .body = "no"} : good(request);
  });
  const auto status_of = [](Endpoint& endpoint, std::string_view text) {
    try {
      static_cast<void>(endpoint.embed(Texts{text}));
      return weft_status{WEFT_OK};
    } catch (const Error& error) {
      return error.status();
    }
  };
  Endpoint refused(options_for(server.url()));
  for (int i = 0; i < 9; ++i)
    CHECK(status_of(refused, "bad") == WEFT_E_INPUT);
  CHECK(status_of(refused, "bad") == WEFT_E_CONFIG);
  Endpoint answered(options_for(server.url()));
  CHECK(status_of(answered, "good") == WEFT_OK);
  for (int i = 0; i < 20; ++i)
    CHECK(status_of(answered, "bad") == WEFT_E_INPUT);
}

TEST_CASE("an overflow tells the lengths where the endpoint does") {
  HttpServer server(in_turn(
      {{.status = 400,
        .body = R"({"error":{"code":400,"type":"exceed_context_size_error","message":"too long",)"
                R"("n_prompt_tokens":9000,"n_ctx":8192}})"}}));
  Endpoint endpoint(options_for(server.url()));
  try {
    static_cast<void>(endpoint.chat({.messages = {{"user", "a long story"}}}));
    FAIL("no overflow");
  } catch (const ContextOverflow& overflow) {
    CHECK(overflow.context_tokens() == 8192);
    CHECK(overflow.prompt_tokens() == 9000);
  }
  CHECK(server.requests().size() == 1);
}

TEST_CASE("an overflow told in words tells the lengths too") {
  const auto failure = [](const std::string& message) {
    HttpAnswer answer;
    answer.status = 400;
    answer.body = nlohmann::json{{"object", "error"}, {"message", message}}.dump();
    return read_failure(answer, "");
  };
  const Failure told = failure(
      "This model's maximum context length is 4096 tokens. However, you requested 5120 tokens "
      "(4608 in the messages, 512 in the completion).");
  CHECK(told.overflow);
  CHECK(told.context_tokens == 4096);
  CHECK(told.prompt_tokens == 5120);
  const Failure silent = failure("The prompt is too long for the context window.");
  CHECK(silent.overflow);
  CHECK(silent.context_tokens == 0);
  CHECK(silent.prompt_tokens == 0);
}

TEST_CASE("the pause that an endpoint asks for is kept, unless it is too long") {
  const Outcome short_pause = outcome_of(
      failing_first({{.status = 429, .body = "", .headers = {{"Retry-After-Ms", "20"}}}}));
  CHECK(short_pause.status == WEFT_OK);
  CHECK(short_pause.requests == 2);
  const Outcome long_pause = outcome_of(
      failing_first({{.status = 429, .body = "", .headers = {{"Retry-After", "86400"}}}}));
  CHECK(long_pause.status == WEFT_E_TRANSIENT);
  CHECK(long_pause.requests == 1);
  // A date long past asks for no pause at all.
  const Outcome date =
      outcome_of(failing_first({{.status = 503,
                                 .body = "",
                                 .headers = {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}}}}));
  CHECK(date.status == WEFT_OK);
  CHECK(date.requests == 2);
}

TEST_CASE("Retry-After is read as seconds, milliseconds or a date, and nonsense is no pause") {
  const auto pause = [](const char* name, const char* value) {
    HttpAnswer answer;
    answer.headers[name] = value;
    return asked_pause(answer, 784111777);  // Sun, 06 Nov 1994 08:49:37 GMT
  };
  CHECK(pause("retry-after", "7") == 7.0);
  CHECK(pause("retry-after", "1.5") == 1.5);
  CHECK(pause("retry-after-ms", "250") == 0.25);
  CHECK(pause("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT") == 60.0);
  CHECK(pause("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT") == 0.0);
  CHECK_FALSE(pause("retry-after", "soon"));
  CHECK_FALSE(pause("retry-after", "-3"));
  CHECK_FALSE(pause("retry-after", ""));
  CHECK_FALSE(pause("retry-after", "nan"));
}

TEST_CASE("pauses of our own double up to eight seconds, less a jitter") {
  CHECK(backoff(0.5, 0, 0) == 0.5);
  CHECK(backoff(0.5, 1, 0) == 1.0);
  CHECK(backoff(0.5, 20, 0) == 8.0);
  CHECK(backoff(0.5, 3, 1) == 3.0);
}

TEST_CASE("the endpoint's word on retrying outweighs the status") {
  const Outcome no = outcome_of(
      failing_first({{.status = 500, .body = "", .headers = {{"x-should-retry", "false"}}}}));
  CHECK(no.requests == 1);
  CHECK(no.status == WEFT_E_TRANSIENT);
  const Outcome yes = outcome_of(
      failing_first({{.status = 400, .body = "", .headers = {{"x-should-retry", "true"}}}}));
  CHECK(yes.requests == 2);
  CHECK(yes.status == WEFT_OK);
}

TEST_CASE("an endpoint too slow for the timeout, or not there, is a transient error") {
  HttpServer slow(in_turn({{.body = "{}", .seconds = 30}}));
  EndpointOptions options = options_for(slow.url());
  options.timeout = 0.2;
  options.retries = 1;
  Endpoint endpoint(options);
  try {
    static_cast<void>(endpoint.embed(Texts{"one"}));
    FAIL("an answer came");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_TRANSIENT);
    CHECK_THAT(error.what(), Catch::Contains("after 2 attempts"));
  }
  std::string gone;
  {
    const HttpServer closed(good);
    gone = closed.url();
  }
  Endpoint nobody(options_for(gone));
  try {
    static_cast<void>(nobody.embed(Texts{"one"}));
    FAIL("an answer came from nobody");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_TRANSIENT);
  }
}

TEST_CASE(
    "waiting for an answer, for a pause and for a rate is broken off when the caller says so") {
  const auto broken_off = [](HttpReply reply, double requests_per_minute) {
    HttpServer server(in_turn({std::move(reply)}));
    EndpointOptions options = options_for(server.url());
    options.requests_per_minute = requests_per_minute;
    Endpoint endpoint(options);
    int polls = 0;
    const EndpointCall call{.poll = [&] {
      if (++polls > 8) throw Error(WEFT_E_CANCELLED, "cancelled");
    }};
    try {
      for (int i = 0; i < 3; ++i)
        static_cast<void>(endpoint.embed(Texts{"one"}, call));
    } catch (const Error& error) {
      return error.status();
    }
    return weft_status{WEFT_OK};
  };
  CHECK(broken_off({.body = "{}", .seconds = 60}, 0) == WEFT_E_CANCELLED);
  CHECK(broken_off({.status = 429, .headers = {{"Retry-After", "60"}}}, 0) == WEFT_E_CANCELLED);
  CHECK(broken_off({.body = R"({"data":[{"index":0,"embedding":[1]}]})"}, 1) == WEFT_E_CANCELLED);
}

TEST_CASE("a connection that the server closed while it was idle costs no error") {
  HttpServer server(good);
  server.close_idle_after(1);
  Endpoint endpoint(options_for(server.url()));
  static_cast<void>(endpoint.embed(Texts{"before"}));
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  static_cast<void>(endpoint.embed(Texts{"after"}));
  CHECK(server.requests().size() == 2);
  CHECK(endpoint.use().retries == 0);
}

TEST_CASE("an answer longer than allowed is refused while it comes") {
  EndpointOptions options;
  options.answer_bytes = 1000;
  const Outcome outcome = outcome_of(in_turn({{.body = std::string(5000, ' ')}}), options);
  CHECK(outcome.status == WEFT_E_LIMIT);
  CHECK(outcome.requests == 1);
  CHECK_THAT(outcome.words, Catch::Contains("longer than 1000 bytes"));
}
