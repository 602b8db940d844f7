// SPDX-License-Identifier: Apache-2.0
/// Reading chat answers, whole or in pieces, and judging whether they are answers.
#include <simdjson.h>

#include "answers.hpp"
#include "events.hpp"
#include "json.hpp"

namespace weft {
namespace {

namespace dom = simdjson::dom;

/// An answer as far as it was read.
struct Draft {
  std::string content;
  std::string finish;  ///< empty: not said
  bool done = false;   ///< the stream said that it has ended
};

void read_choice(dom::object root, const char* part, Draft& draft) {
  dom::object choice;
  if (root["choices"].at(0).get(choice) != simdjson::SUCCESS) return;
  std::string_view text;
  if (choice["finish_reason"].get(text) == simdjson::SUCCESS) draft.finish = text;
  if (choice[part]["content"].get(text) == simdjson::SUCCESS) draft.content += text;
}

std::optional<Failure> read_stream(const HttpAnswer& answer, std::string_view key, Draft& draft,
                                   Usage& usage) {
  dom::parser parser;
  for (const std::string& event : read_events(answer.body)) {
    if (event == "[DONE]") {
      draft.done = true;
      break;
    }
    dom::object root;
    const simdjson::padded_string padded(event);
    if (parser.parse(padded).get(root) != simdjson::SUCCESS)
      return bad_answer("an event of the stream is no valid JSON");
    if (holds_error(root)) return read_error_body(answer.status, event, key);
    const Usage given = read_usage(root);
    if (given.prompt_tokens) usage.prompt_tokens = given.prompt_tokens;
    if (given.output_tokens) usage.output_tokens = given.output_tokens;
    read_choice(root, "delta", draft);
  }
  if (draft.finish.empty() && !draft.done)
    return bad_answer("the stream broke off before the answer was finished");
  return {};
}

std::optional<Failure> read_whole(const HttpAnswer& answer, std::string_view key, Draft& draft,
                                  Usage& usage) {
  dom::parser parser;
  dom::object root;
  const simdjson::padded_string padded(answer.body);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return no_json(answer);
  usage = read_usage(root);
  if (holds_error(root)) return read_error_body(answer.status, answer.body, key);
  dom::element choice;
  if (root["choices"].at(0).get(choice) != simdjson::SUCCESS)
    return bad_answer("the answer has no choices");
  read_choice(root, "message", draft);
  return {};
}

std::optional<Failure> judge_finish(const std::string& finish, std::string_view key) {
  if (finish.empty() || finish == "stop") return {};
  Failure failure;
  if (finish == "length") {
    failure.status = WEFT_E_LIMIT;
    failure.truncated = true;
    failure.words = "the answer was cut off at max_tokens; allow more, or ask for less";
    return failure;
  }
  if (finish == "content_filter") {
    failure.status = WEFT_E_INPUT;
    failure.words = "the endpoint's content filter stopped the answer";
    return failure;
  }
  return bad_answer("the answer ended for the reason '" + quote(finish, key) + "'");
}

bool is_json_object(std::string_view text) {
  dom::parser parser;
  dom::object object;
  const simdjson::padded_string padded(text);
  return parser.parse(padded).get(object) == simdjson::SUCCESS;
}

std::string_view trim(std::string_view text) {
  constexpr const char* kWhite = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

}  // namespace

std::string_view without_thoughts(std::string_view text) {
  constexpr std::string_view kOpen = "<think>";
  constexpr std::string_view kClose = "</think>";
  text = trim(text);
  const std::size_t open = text.find(kOpen);
  const std::size_t close = text.find(kClose);
  if (open == 0 && close == std::string_view::npos) return {};
  if (close != std::string_view::npos && (open == 0 || open > close))
    text = trim(text.substr(close + kClose.size()));
  return text;
}

std::string_view without_fence(std::string_view text) {
  constexpr std::string_view kFence = "```";
  text = trim(text);
  if (text.substr(0, kFence.size()) != kFence || text.size() < 2 * kFence.size()) return text;
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos || text.substr(text.size() - kFence.size()) != kFence)
    return text;
  text.remove_suffix(kFence.size());
  return trim(text.substr(line + 1));
}

std::optional<Failure> read_chat(const HttpAnswer& answer, const ChatRequest& request,
                                 std::string_view key, const Objection& objection, ChatAnswer& read,
                                 Usage& usage) {
  const bool streamed =
      answer.header("content-type").find("event-stream") != std::string_view::npos;
  Draft draft;
  auto failure =
      streamed ? read_stream(answer, key, draft, usage) : read_whole(answer, key, draft, usage);
  if (!failure) failure = judge_finish(draft.finish, key);
  if (failure) return failure;
  draft.content = without_key(draft.content, key, kLeastKey);
  std::string_view text = without_thoughts(draft.content);
  if (request.json) text = without_fence(text);
  if (text.empty()) return bad_answer("the answer is blank");
  if (request.json && !is_json_object(text))
    return bad_answer("a JSON object was asked for and the answer is none");
  const std::string against = objection ? objection(text) : std::string();
  if (!against.empty()) return bad_answer("the answer is of no use: " + quote(against, key));
  read.content = text;
  return {};
}

}  // namespace weft
