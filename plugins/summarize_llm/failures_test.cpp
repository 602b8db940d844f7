// SPDX-License-Identifier: Apache-2.0
/// Every way in which an endpoint fails, and what becomes of the document.
#include <catch2/catch.hpp>
#include <mutex>
#include <set>

#include "scripted_model.hpp"
#include "tests/support/program.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Strings = std::vector<std::string>;

struct Failing {
  std::string name;
  HttpReply reply;
  weft_status status;
};

std::string error_of(const std::string& message, const std::string& type = "") {
  return nlohmann::json{{"error", {{"message", message}, {"type", type}}}}.dump();
}

HttpReply streamed(const std::string& body) {
  return {.body = body, .type = "text/event-stream", .chunked = true};
}

/// What lasts: asking again is no use.
std::vector<Failing> lasting() {
  return {{"no key", {.status = 401, .body = error_of("bad key")}, WEFT_E_CONFIG},
          {"balance", {.status = 402, .body = error_of("Insufficient Balance")}, WEFT_E_CONFIG},
          {"format", {.status = 400, .body = error_of("bad format")}, WEFT_E_INPUT},
          {"parameters", {.status = 422, .body = error_of("bad parameter")}, WEFT_E_INPUT},
          {"filter", {.body = chat_body("", "content_filter")}, WEFT_E_INPUT}};
}

/// What may pass.
std::vector<Failing> passing() {
  const std::string nothing =
      R"({"choices":[{"message":{"content":null},"finish_reason":"stop"}]})";
  const std::string tools =
      R"({"choices":[{"message":{"content":null,"tool_calls":[]},"finish_reason":"tool_calls"}]})";
  std::vector<Failing> out{
      {"rate", {.status = 429, .body = error_of("slow down")}, WEFT_E_TRANSIENT},
      {"server", {.status = 500, .body = error_of("oops")}, WEFT_E_TRANSIENT},
      {"loading", {.status = 503, .body = error_of("Loading model")}, WEFT_E_TRANSIENT},
      {"in stream", streamed("data: " + error_of("out of memory") + "\n\n"), WEFT_E_TRANSIENT},
      {"blank", {.body = chat_body("   \n\n  ")}, WEFT_E_TRANSIENT},
      {"null", {.body = nothing}, WEFT_E_TRANSIENT},
      {"abort", {.body = chat_body("x", "abort")}, WEFT_E_TRANSIENT},
      {"tools", {.body = tools}, WEFT_E_TRANSIENT},
      {"no JSON", {.body = "{\"choices\": ["}, WEFT_E_TRANSIENT},
      {"a page", {.body = "<html>502</html>", .type = "text/html"}, WEFT_E_TRANSIENT},
      {"wrong form", {.body = chat_body("The library lent books.")}, WEFT_E_TRANSIENT},
      {"meta text", {.body = chat_body("SUMMARY:\nNo changes needed.")}, WEFT_E_TRANSIENT},
      {"cut", {.body = chat_body(kGoodLines), .drop_after = 30}, WEFT_E_TRANSIENT}};
  // The server asks for a short pause, so that the test has not to wait for ours.
  for (Failing& each : out)
    each.reply.headers.emplace_back("Retry-After-Ms", "5");
  return out;
}

std::vector<Failing> all() {
  std::vector<Failing> out = lasting();
  for (Failing& each : passing())
    out.push_back(std::move(each));
  return out;
}

std::string fallback_of(const StoredDocument& document) {
  return document.links.empty()
             ? std::string()
             : value_of(document, WEFT_KEY_FALLBACK, WEFT_ON_LINK, document.links.front().id);
}

/// Refuses texts over so many bytes in the words of one kind of server, else notes or summarizes.
class NarrowModel {
 public:
  explicit NarrowModel(std::size_t takes, HttpReply refusal)
      : takes_(takes), refusal_(std::move(refusal)) {}

  HttpReply operator()(const HttpRequest& request) {
    const std::string text = document_in(message_of(request, "user"));
    const std::lock_guard lock(mutex_);
    if (text.size() > takes_) return refusal_;
    const bool notes = message_of(request, "system").find("You take notes") == 0;
    (notes ? noted_ : finished_).push_back(text);
    return {.body = chat_body(notes ? "Ferries left." : kGoodLines)};
  }
  std::mutex mutex_;
  std::size_t takes_;
  HttpReply refusal_;
  Strings noted_;
  Strings finished_;
};

StoredDocument long_document(int paragraphs) {
  std::vector<std::vector<std::string>> out;
  for (int i = 0; i < paragraphs; ++i)
    out.push_back({"Ferry number " + std::to_string(i) + " left the quay at noon.",
                   "Nobody was on board when boat " + std::to_string(i) + " came back."});
  return written_document("en", out);
}

}  // namespace

TEST_CASE("every failure leaves the document as it was and has the status of its kind") {
  for (const Failing& each : all()) {
    INFO(each.name);
    HttpServer server(in_turn({each.reply}));
    StageHarness harness("summarize_llm", asking(server, {{"retries", "0"}}));
    StoredDocument document = library();
    const Outcome outcome = harness.process(document);
    CHECK(outcome.status == each.status);
    CHECK_FALSE(outcome.message.empty());
    CHECK(document.links.empty());
    CHECK(document.views.size() == 1);
    CHECK(server.requests().size() == 1);
  }
}

TEST_CASE("with a fallback every failure gives picked sentences and its reason") {
  for (const Failing& each : all()) {
    INFO(each.name);
    HttpServer server(in_turn({each.reply}));
    StageHarness harness("summarize_llm", asking(server, {{"retries", "0"}, {"fallback", "rank"}}));
    StoredDocument document = library();
    REQUIRE(harness.process(document).status == WEFT_OK);
    CHECK(document.links.size() == 1);
    CHECK_FALSE(fallback_of(document).empty());
    CHECK(document.views.size() == 1);
  }
}

TEST_CASE("what may pass is asked again, what lasts is not") {
  for (const Failing& each : passing()) {
    INFO(each.name);
    HttpServer server(in_turn({each.reply, {.body = "\n\n" + chat_body(kGoodLines)}}));
    StageHarness harness("summarize_llm", asking(server, {{"retries", "1"}}));
    StoredDocument document = library();
    CHECK(harness.process(document).status == WEFT_OK);
    CHECK(texts_of(document, WEFT_SPAN_SENTENCE, "summary.en").size() == 2);
    CHECK(server.requests().size() == 2);
  }
  for (const Failing& each : lasting()) {
    INFO(each.name);
    HttpServer server(in_turn({each.reply}));
    StageHarness harness("summarize_llm", asking(server, {{"retries", "1"}}));
    StoredDocument document = library();
    CHECK(harness.process(document).status == each.status);
    CHECK(server.requests().size() == 1);
  }
}

TEST_CASE("a slow endpoint and one that is not there are failures that may pass") {
  HttpServer slow(in_turn({{.body = chat_body(kGoodLines), .seconds = 30}}));
  StoredDocument document = library();
  StageHarness waiting("summarize_llm", asking(slow, {{"retries", "0"}, {"timeout", "1s"}}));
  CHECK(waiting.process(document).status == WEFT_E_TRANSIENT);
  StageOptions options;
  {
    const HttpServer gone(in_turn({{.body = ""}}));
    options = asking(gone, {{"retries", "0"}});
  }
  CHECK(StageHarness("summarize_llm", options).process(document).status == WEFT_E_TRANSIENT);
}

TEST_CASE("an answer that was cut off is asked for with more room, twice, and then a failure") {
  const HttpReply cut{.body = chat_body("SUMMARY:\nThe library", "length")};
  HttpServer patient(in_turn({cut, cut, {.body = chat_body(kGoodLines)}}));
  StoredDocument document = library();
  const StageOptions room{{"answer-tokens", "64"}};
  REQUIRE(StageHarness("summarize_llm", asking(patient, room)).process(document).status == WEFT_OK);
  std::vector<int> rooms;
  for (const HttpRequest& request : patient.requests())
    rooms.push_back(nlohmann::json::parse(request.body)["max_tokens"].get<int>());
  CHECK(rooms == std::vector<int>{64, 128, 256});
  HttpServer server(in_turn({cut}));
  StoredDocument other = library();
  const Outcome outcome = StageHarness("summarize_llm", asking(server, room)).process(other);
  CHECK(outcome.status == WEFT_E_LIMIT);
  CHECK_THAT(outcome.message, Catch::Contains("answer-tokens"));
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a document too long is cut smaller in every dialect of that refusal, and none is lost") {
  const std::vector<HttpReply> dialects{
      {.status = 400,
       .body = R"({"object":"error","message":"This model's maximum context length is 300 tokens. )"
               R"(However, you requested 1500 tokens.","type":"BadRequestError","code":400})"},
      {.status = 400,
       .body = R"({"error":{"message":"This model's maximum context length is 300 tokens.",)"
               R"("code":"context_length_exceeded"}})"},
      {.status = 400,
       .body = R"({"error":{"code":400,"message":"the request exceeds the available context size",)"
               R"("type":"exceed_context_size_error","n_prompt_tokens":900,"n_ctx":300}})"},
      {.status = 413, .body = error_of("too large")}};
  for (const HttpReply& dialect : dialects) {
    INFO(dialect.body);
    NarrowModel model(900, dialect);
    HttpServer server([&](const HttpRequest& request) { return model(request); });
    StoredDocument document = long_document(40);
    REQUIRE(StageHarness("summarize_llm", asking(server)).process(document).status == WEFT_OK);
    CHECK(model.finished_.size() == 1);
    CHECK_THAT(model.finished_.at(0), Catch::Contains("Ferries left."));
    std::string seen;
    for (const std::string& part : model.noted_)
      seen += part + "\n";
    for (const std::string& sentence : texts_of(document, WEFT_SPAN_SENTENCE, "text"))
      CHECK(seen.find(sentence) != std::string::npos);
    CHECK(std::set<std::string>(model.noted_.begin(), model.noted_.end()).size() ==
          model.noted_.size());
    CHECK(server.requests().size() < 24);
  }
}

TEST_CASE("a context that the server tells saves refusals, once asked, and only long texts ask") {
  NarrowModel model(9000, {.status = 413, .body = error_of("too large")});
  HttpServer server([&](const HttpRequest& request) { return model(request); }, {},
                    in_turn({{.body = R"({"data": [{"id": "fake", "max_model_len": 3600}]})"}}));
  StageHarness harness("summarize_llm", asking(server, {{"answer-tokens", "200"}}));
  StoredDocument brief = library();
  REQUIRE(harness.process(brief).status == WEFT_OK);
  CHECK(server.gets().empty());
  for (int turn = 0; turn < 2; ++turn) {
    StoredDocument document = long_document(200);
    REQUIRE(harness.process(document).status == WEFT_OK);
  }
  CHECK(server.gets().size() == 1);
  CHECK(model.noted_.size() >= 4);
  CHECK(server.requests().size() == model.noted_.size() + model.finished_.size());
  // One that tells a context without room for an answer is asked as if it had told nothing.
  HttpServer tiny([&](const HttpRequest& request) { return model(request); }, {},
                  in_turn({{.body = R"({"data": [{"id": "fake", "max_model_len": 100}]})"}}));
  StoredDocument document = long_document(40);
  CHECK(StageHarness("summarize_llm", asking(tiny)).process(document).status == WEFT_OK);
}

TEST_CASE("one part that fails fails the document: no part is left out") {
  NarrowModel model(900, {.status = 413, .body = error_of("too large")});
  HttpServer server([&](const HttpRequest& request) {
    const bool bad = document_in(message_of(request, "user")).size() <= 900 &&
                     request.body.find("Ferry number 30 ") != std::string::npos;
    return bad ? HttpReply{.status = 422, .body = error_of("no")} : model(request);
  });
  StoredDocument document = long_document(40);
  CHECK(StageHarness("summarize_llm", asking(server)).process(document).status == WEFT_E_INPUT);
  CHECK(document.links.empty());
}

TEST_CASE("a known context is used from the first question on") {
  NarrowModel model(100000, {});
  HttpServer server([&](const HttpRequest& request) { return model(request); });
  StoredDocument document = long_document(200);
  REQUIRE(StageHarness("summarize_llm",
                       asking(server, {{"context-tokens", "8000"}, {"answer-tokens", "500"}}))
              .process(document)
              .status == WEFT_OK);
  CHECK(model.noted_.size() >= 2);
  CHECK(model.finished_.size() == 1);
  const StageOptions narrow{{"context-tokens", "600"}, {"answer-tokens", "500"}};
  StoredDocument other = long_document(2);
  const Outcome outcome = StageHarness("summarize_llm", asking(server, narrow)).process(other);
  CHECK(outcome.status == WEFT_E_CONFIG);
  CHECK_THAT(outcome.message, Catch::Contains("answer-tokens"));
}

TEST_CASE("the caps of a document hold for all attempts of the host together") {
  HttpServer server(in_turn({{.status = 503, .headers = {{"Retry-After-Ms", "1"}}}}));
  StageHarness harness("summarize_llm",
                       asking(server, {{"retries", "1"}, {"document-requests", "3"}}));
  std::vector<weft_status> statuses;
  for (int attempt = 0; attempt < 3; ++attempt) {
    StoredDocument document = library();
    statuses.push_back(harness.process(document).status);
  }
  // The account is closed by the failure that lasts, so that the third turn begins anew.
  CHECK(statuses == std::vector<weft_status>{WEFT_E_TRANSIENT, WEFT_E_LIMIT, WEFT_E_TRANSIENT});
  CHECK(server.requests().size() == 5);
}

TEST_CASE("a run asks no more for a document than its cap, however often the host tries it") {
  const Folder folder;
  HttpServer server(in_turn({{.status = 503, .headers = {{"Retry-After-Ms", "1"}}}}));
  folder.write("in/a.txt", "The quay of Port Ellis is closed today. Nobody knows why it is so.\n");
  folder.write("pipeline.xml",
               "<pipeline name=\"llm\"><corpus root=\"in\"/><parse plugin=\"text\"/>"
               "<transform plugin=\"language\"/><transform plugin=\"segment\"/>"
               "<summarize plugin=\"llm\" endpoint=\"" +
                   server.url() +
                   "/v1\" model=\"fake\" retries=\"1\" document-requests=\"3\"/>"
                   "<export plugin=\"jsonl\" to=\"out.jsonl\"/></pipeline>");
  const auto result =
      run_weft({"run", folder.path("pipeline.xml"), "--out", folder.path("out"), "--quiet"});
  INFO(result.err);
  CHECK(result.code == 1);
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a document that a content filter refuses with 403 is quarantined and the run goes on") {
  HttpServer server([](const HttpRequest& request) {
    const bool refused = request.body.find("Ferry number 1 ") != std::string::npos;
    return refused ? HttpReply{.status = 403, .body = error_of("no")}
                   : HttpReply{.body = chat_body(kGoodLines)};
  });
  StageHarness harness("summarize_llm", asking(server));
  StoredDocument bad = long_document(3);
  CHECK(harness.process(bad).status == WEFT_E_INPUT);
  StoredDocument good = library();
  CHECK(harness.process(good).status == WEFT_OK);
  HttpServer closed(in_turn({{.status = 403, .body = error_of("no")}}));
  StageHarness refused("summarize_llm", asking(closed));
  weft_status last = WEFT_OK;
  int documents = 0;
  for (; last != WEFT_E_CONFIG && documents < 20; ++documents) {
    StoredDocument document = library();
    last = refused.process(document).status;
  }
  CHECK(documents == 10);
}

TEST_CASE("a budget that is used up stops a document, or the documents behind it") {
  const auto status_of = [](const StageOptions& budget, std::size_t documents) {
    NarrowModel model(900, {.status = 413, .body = error_of("too large")});
    HttpServer server([&](const HttpRequest& request) { return model(request); });
    StageHarness harness("summarize_llm", asking(server, budget));
    std::vector<weft_status> out;
    for (std::size_t i = 0; i < documents; ++i) {
      StoredDocument document = documents == 1 ? long_document(40) : library();
      out.push_back(harness.process(document).status);
    }
    return out;
  };
  using Statuses = std::vector<weft_status>;
  CHECK(status_of({{"document-requests", "2"}}, 1) == Statuses{WEFT_E_LIMIT});
  CHECK(status_of({{"document-tokens", "50"}}, 1) == Statuses{WEFT_E_LIMIT});
  CHECK(status_of({{"document-output-tokens", "50"}}, 1) == Statuses{WEFT_E_LIMIT});
  CHECK(status_of({{"document-cost", "0.001"}, {"price-output", "1"}}, 1) ==
        Statuses{WEFT_E_LIMIT});
  CHECK(status_of({{"run-requests", "1"}}, 2) == Statuses{WEFT_OK, WEFT_E_LIMIT});
  CHECK(status_of({{"run-requests", "1"}, {"fallback", "rank"}}, 2) == Statuses{WEFT_OK, WEFT_OK});
}
