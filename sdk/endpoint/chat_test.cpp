// SPDX-License-Identifier: Apache-2.0
/// Tests of chat: thoughts, JSON, streams, and answers that are not finished.
#include <catch2/catch.hpp>

#include "answers.hpp"
#include "events.hpp"
#include "tests/support/http/fake_model.hpp"
#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"

using namespace weft;
using namespace weft::test;

namespace {

const ChatRequest kAsk{.messages = {{"system", "Be brief."}, {"user", "Where is the ferry?"}}};

ChatRequest with(bool json, bool stream) {
  ChatRequest request = kAsk;
  request.json = json;
  request.stream = stream;
  return request;
}

struct Outcome {
  ChatAnswer answer;
  weft_status status = WEFT_OK;
  std::string words;
  std::vector<HttpRequest> requests;
};

Outcome ask(std::vector<HttpReply> replies, const ChatRequest& request = kAsk) {
  HttpServer server(in_turn(std::move(replies)));
  Endpoint endpoint(options_for(server.url()));
  Outcome outcome;
  try {
    outcome.answer = endpoint.chat(request);
  } catch (const Error& error) {
    outcome.status = error.status();
    outcome.words = error.what();
  }
  outcome.requests = server.requests();
  return outcome;
}

HttpReply streamed(const std::string& body) {
  return {.body = body, .type = "text/event-stream", .chunked = true};
}

const std::string kStream =
    ": waiting\n\n"
    "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n"
    "data: {\"choices\":[{\"delta\":{\"content\":\"At the \"}}]}\r\n\r\n"
    ": keep-alive\r\n\r\n"
    "event: message\ndata:{\"choices\":[{\"delta\":{\"reasoning_content\":\"so far\"}}]}\n\n"
    "data: {\"choices\":[{\"delta\":{\"content\":\"码头。\"},\"finish_reason\":null}]}\n\n";
const std::string kFinish = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const std::string kUsage =
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":4}}\n\n";
const std::string kDone = "data: [DONE]\n\n";

}  // namespace

TEST_CASE("a chat request carries what was asked and the answer comes with its usage") {
  ChatRequest request = kAsk;
  request.max_tokens = 77;
  request.seed = 5;
  request.stop = {"END"};
  request.extra = R"({"chat_template_kwargs": {"enable_thinking": false}})";
  const Outcome outcome = ask({{.body = chat_body("At the quay.")}}, request);
  CHECK(outcome.answer.content == "At the quay.");
  CHECK(outcome.answer.prompt_tokens == 20);
  CHECK(outcome.answer.output_tokens == 5);
  REQUIRE(outcome.requests.size() == 1);
  CHECK(outcome.requests[0].path == "/v1/chat/completions");
  const auto body = nlohmann::json::parse(outcome.requests[0].body);
  CHECK(body["messages"][1]["content"] == "Where is the ferry?");
  CHECK(body["max_tokens"] == 77);
  CHECK(body["seed"] == 5);
  CHECK(body["stop"] == nlohmann::json{"END"});
  CHECK(body["chat_template_kwargs"]["enable_thinking"] == false);
  CHECK_FALSE(body.contains("response_format"));
}

TEST_CASE("thoughts are no part of an answer") {
  CHECK(without_thoughts("<think>the tide?\n\n</think>\n\nAt noon.") == "At noon.");
  CHECK(without_thoughts("the template opened it</think> At noon.") == "At noon.");
  CHECK(without_thoughts("  At noon.  ") == "At noon.");
  CHECK(without_thoughts("<think>never ends").empty());
  CHECK(without_thoughts("The tag <think> is text</think> here") ==
        "The tag <think> is text</think> here");
  CHECK(ask({{.body = chat_body("<think>hm</think>\nAt noon.")}}).answer.content == "At noon.");
}

TEST_CASE("blank and missing answers are asked again, then an error") {
  for (const char* content : {"", "  \n ", "<think>only thoughts</think>"}) {
    CHECK(ask({{.body = chat_body(content)}, {.body = chat_body("yes")}}).answer.content == "yes");
    const Outcome never = ask({{.body = chat_body(content)}});
    CHECK(never.status == WEFT_E_TRANSIENT);
    CHECK_THAT(never.words, Catch::Contains("blank"));
  }
  const std::string null_content =
      R"({"choices":[{"message":{"content":null},"finish_reason":"stop"}]})";
  CHECK(ask({{.body = null_content}}).status == WEFT_E_TRANSIENT);
  CHECK(ask({{.body = R"({"choices":[]})"}}).status == WEFT_E_TRANSIENT);
  CHECK(ask({{.body = "\n\n\n" + chat_body("after blank lines")}}).answer.content ==
        "after blank lines");
}

TEST_CASE("only answers that ended by themselves are answers") {
  const Outcome cut = ask({{.body = chat_body("At the", "length")}});
  CHECK(cut.status == WEFT_E_LIMIT);
  CHECK(cut.requests.size() == 1);
  CHECK_THAT(cut.words, Catch::Contains("max_tokens"));
  const Outcome filtered = ask({{.body = chat_body("", "content_filter")}});
  CHECK(filtered.status == WEFT_E_INPUT);
  CHECK(filtered.requests.size() == 1);
  const Outcome aborted = ask({{.body = chat_body("x", "abort")}});
  CHECK(aborted.status == WEFT_E_TRANSIENT);
  CHECK(aborted.requests.size() == 3);
  HttpServer server(in_turn({{.body = chat_body("At the", "length")}}));
  Endpoint endpoint(options_for(server.url()));
  CHECK_THROWS_AS(endpoint.chat(kAsk), AnswerTruncated);
}

TEST_CASE("in JSON mode the answer is a JSON object or it is asked again") {
  const ChatRequest request = with(true, false);
  const Outcome fenced = ask({{.body = chat_body("```json\n{\"place\": \"quay\"}\n```")}}, request);
  CHECK(fenced.answer.content == "{\"place\": \"quay\"}");
  const auto sent = nlohmann::json::parse(fenced.requests.at(0).body);
  CHECK(sent["response_format"]["type"] == "json_object");
  CHECK(
      ask({{.body = chat_body("The quay.")}, {.body = chat_body("{}")}}, request).answer.content ==
      "{}");
  CHECK(ask({{.body = chat_body("[1, 2]")}}, request).status == WEFT_E_TRANSIENT);
  ChatRequest schema = request;
  schema.json_schema = R"({"type": "object"})";
  const Outcome strict = ask({{.body = chat_body("{}")}}, schema);
  CHECK(nlohmann::json::parse(
            strict.requests.at(0).body)["response_format"]["json_schema"]["schema"]["type"] ==
        "object");
  schema.json_schema = "no schema";
  CHECK(ask({{.body = chat_body("{}")}}, schema).status == WEFT_E_CONFIG);
}

TEST_CASE("an answer that the caller objects to is asked again, and is no answer in the end") {
  const EndpointCall call{.objection = [](std::string_view content) {
    return content == "yes" ? std::string() : "it is not yes";
  }};
  HttpServer server(in_turn({{.body = chat_body("no")}, {.body = chat_body("yes")}}));
  CHECK(Endpoint(options_for(server.url())).chat(kAsk, call).content == "yes");
  HttpServer stubborn(in_turn({{.body = chat_body("no")}}));
  Endpoint endpoint(options_for(stubborn.url()));
  try {
    static_cast<void>(endpoint.chat(kAsk, call));
    FAIL("an answer of no use was taken");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_TRANSIENT);
    CHECK_THAT(error.what(), Catch::Contains("of no use: it is not yes"));
  }
  CHECK(stubborn.requests().size() == 3);
}

TEST_CASE("a stream gives the same answer as a whole one") {
  const Outcome outcome = ask({streamed(kStream + kFinish + kUsage + kDone)}, with(false, true));
  CHECK(outcome.words.empty());
  CHECK(outcome.answer.content == "At the 码头。");
  CHECK(outcome.answer.prompt_tokens == 11);
  CHECK(outcome.answer.output_tokens == 4);
  const auto body = nlohmann::json::parse(outcome.requests.at(0).body);
  CHECK(body["stream"] == true);
  CHECK(body["stream_options"]["include_usage"] == true);
  CHECK(ask({{.body = chat_body("not streamed")}}, with(false, true)).answer.content ==
        "not streamed");
}

TEST_CASE("a stream without its last line is whole if the answer was finished, else asked again") {
  const ChatRequest request = with(false, true);
  CHECK(ask({streamed(kStream + kFinish)}, request).answer.content == "At the 码头。");
  CHECK(ask({streamed(kStream + kDone)}, request).answer.content == "At the 码头。");
  const Outcome broken = ask({streamed(kStream)}, request);
  CHECK(broken.status == WEFT_E_TRANSIENT);
  CHECK_THAT(broken.words, Catch::Contains("broke off"));
  HttpReply dropped = streamed(kStream + kFinish + kDone);
  dropped.drop_after = kStream.size() / 2;
  CHECK(ask({dropped, streamed(kStream + kFinish + kDone)}, request).answer.content ==
        "At the 码头。");
}

TEST_CASE("a stream whose server does not hang up after the last line is not waited for") {
  HttpReply reply = streamed(kStream + kFinish + kDone);
  reply.seconds_at_end = 60;
  CHECK(ask({reply}, with(false, true)).answer.content == "At the 码头。");
}

TEST_CASE("an error inside a stream is an error with the code it names") {
  const ChatRequest request = with(false, true);
  const auto error = [](const std::string& code) {
    return streamed(kStream + "data: {\"error\":{\"message\":\"out of memory\",\"code\":" + code +
                    "}}\n\n");
  };
  const Outcome passing = ask({error("503"), streamed(kStream + kFinish + kDone)}, request);
  CHECK(passing.answer.content == "At the 码头。");
  const Outcome lasting = ask({error("401")}, request);
  CHECK(lasting.status == WEFT_E_CONFIG);
  CHECK(lasting.requests.size() == 1);
  CHECK(ask({streamed("data: {broken\n\n")}, request).status == WEFT_E_TRANSIENT);
  CHECK(ask({streamed("")}, request).status == WEFT_E_TRANSIENT);
}

TEST_CASE("events are cut by all three line ends, and end with the stream") {
  using Events = std::vector<std::string>;
  CHECK(read_events("data: a\n\ndata: b\r\n\r\ndata: c\r\rdata: d") == Events{"a", "b", "c", "d"});
  CHECK(read_events("\xEF\xBB\xBF: note\nid: 7\ndata: one\ndata: two\n\n\n") == Events{"one\ntwo"});
  CHECK(read_events("data\n\ndatum: x\n\n") == Events{""});
  CHECK(read_events("").empty());
  CHECK(ends_with_done("data: x\n\ndata: [DONE]\n\n"));
  CHECK(ends_with_done("data:[DONE]"));
  CHECK_FALSE(ends_with_done("data: \"say [DONE]"));
  CHECK_FALSE(ends_with_done("data: x [DONE]"));
  CHECK_FALSE(ends_with_done(""));
}

TEST_CASE(
    "the estimate of tokens is no less than a token a byte or one and a half a Han character") {
  CHECK(estimate_tokens("ferry") == 5);
  CHECK(estimate_tokens("渡轮") == 3);
  CHECK(estimate_tokens("渡") == 2);
  CHECK(estimate_tokens("é") == 2);
  CHECK(estimate_tokens("") == 0);
}
