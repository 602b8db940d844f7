// SPDX-License-Identifier: Apache-2.0
/// Chat: the body of the request, its cache, its answer.
#include <nlohmann/json.hpp>

#include "client.hpp"
#include "events.hpp"
#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr const char* kChatPath = "/chat/completions";
// What a message costs beside its text: role and marks of the template.
constexpr std::uint64_t kTokensOfMessage = 8;

nlohmann::json parsed(const std::string& text, const char* what) {
  nlohmann::json out = nlohmann::json::parse(text, nullptr, false);
  if (!out.is_object())
    throw Error(WEFT_E_CONFIG, std::string("endpoint: ") + what + " is no JSON object");
  return out;
}

void add_format(const ChatRequest& request, nlohmann::json& body) {
  if (!request.json) return;
  if (request.json_schema.empty()) {
    body["response_format"] = {{"type", "json_object"}};
    return;
  }
  const nlohmann::json schema = parsed(request.json_schema, "the JSON schema");
  body["response_format"] = {
      {"type", "json_schema"},
      {"json_schema", {{"name", "answer"}, {"strict", true}, {"schema", schema}}}};
}

std::string without_nonce(std::string body, const std::string& nonce) {
  constexpr std::string_view kInstead = "NONCE";
  if (nonce.empty()) return body;
  for (auto at = body.find(nonce); at != std::string::npos; at = body.find(nonce, at))
    body.replace(at, nonce.size(), kInstead);
  return body;
}

std::string pack(const ChatAnswer& answer) {
  return nlohmann::json{{"content", answer.content},
                        {"prompt_tokens", answer.prompt_tokens},
                        {"output_tokens", answer.output_tokens}}
      .dump();
}

std::optional<ChatAnswer> unpack(const std::string& bytes, std::string_view key) {
  const nlohmann::json read = nlohmann::json::parse(bytes, nullptr, false);
  if (!read.is_object() || !read.contains("content") || !read["content"].is_string()) return {};
  ChatAnswer answer;
  answer.content = without_key(read["content"].get<std::string>(), key, kLeastKey);
  answer.prompt_tokens = read.value("prompt_tokens", std::uint64_t{0});
  answer.output_tokens = read.value("output_tokens", std::uint64_t{0});
  answer.from_cache = true;
  return answer;
}

}  // namespace

std::string Endpoint::Client::chat_body(const ChatRequest& request) const {
  nlohmann::json body{
      {"model", options_.model}, {"temperature", request.temperature}, {"stream", request.stream}};
  body[options_.max_tokens_field] = request.max_tokens;
  for (const ChatMessage& message : request.messages)
    body["messages"].push_back({{"role", message.role}, {"content", message.content}});
  if (request.seed) body["seed"] = *request.seed;
  if (!request.stop.empty()) body["stop"] = request.stop;
  if (request.stream) body["stream_options"] = {{"include_usage", true}};
  add_format(request, body);
  if (!request.extra.empty()) body.update(parsed(request.extra, "what is added to the request"));
  return body.dump();
}

ChatAnswer Endpoint::Client::chat(const ChatRequest& request, const EndpointCall& call) {
  Question question;
  for (const ChatMessage& message : request.messages) {
    if (find_invalid_utf8(message.content) != std::string_view::npos)
      throw Error(WEFT_E_INPUT, "endpoint: a message holds broken UTF-8");
    question.most.prompt_tokens += estimate_tokens(message.content) + kTokensOfMessage;
  }
  if (request.messages.empty()) throw Error(WEFT_E_INPUT, "endpoint: a chat without a message");
  question.path = kChatPath;
  question.body = chat_body(request);
  question.most.calls = 1;
  question.most.output_tokens = request.max_tokens;
  price(question.most);
  const std::string asked =
      "chat\n" + address_.base + "\n" + without_nonce(question.body, request.nonce);
  if (const auto known = cache_ ? cache_->find(asked) : std::nullopt) {
    auto answer = unpack(*known, options_.key);
    if (answer && (!call.objection || call.objection(answer->content).empty())) {
      ++cached_;
      return *answer;
    }
  }
  ChatAnswer answer;
  question.read = [&](const HttpAnswer& received, Usage& usage) {
    return read_chat(received, request, options_.key, call.objection, answer, usage);
  };
  if (request.stream)
    question.enough = [](const HttpAnswer& received) { return ends_with_done(received.body); };
  const Usage usage = ask(question, call);
  ++fetched_;
  answer.prompt_tokens = usage.prompt_tokens.value_or(question.most.prompt_tokens);
  answer.output_tokens = usage.output_tokens.value_or(estimate_tokens(answer.content));
  if (cache_ && !cache_->keep(asked, pack(answer))) ++cache_faults_;
  return answer;
}

}  // namespace weft
