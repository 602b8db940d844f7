// SPDX-License-Identifier: Apache-2.0
/// A request to a chat model, and its answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weft {

struct ChatMessage {
  std::string role;  ///< "system", "user", "assistant"
  std::string content;
};

/// What is asked of the model. Everything here is part of the cache's key, but `nonce`.
struct ChatRequest {
  std::vector<ChatMessage> messages;
  std::uint32_t max_tokens = 1024;
  double temperature = 0;
  std::optional<std::int64_t> seed = {};
  std::vector<std::string> stop = {};
  /// The answer must be a JSON object. Say so in a message too, with an example: some endpoints ask
  /// for the word "json". The answer is checked here, whatever the endpoint promised.
  bool json = false;
  /// A JSON schema for endpoints that constrain to one; sent only with `json`. The schema is not
  /// checked here.
  std::string json_schema = {};
  /// Asks for the answer in pieces, so that no proxy takes the silence for a dead connection. The
  /// answer is the same.
  bool stream = false;
  /// Members of a JSON object that are added to the request as they are, as in
  /// {"chat_template_kwargs": {"enable_thinking": false}}; empty for none.
  std::string extra = {};
  /// Letters and digits made up for this call, such as delimiters around a text that must not know
  /// them. The cache's key has a fixed word in their place, so that equal questions stay equal.
  std::string nonce = {};
};

/// An answer that the model ended by itself.
struct ChatAnswer {
  /// Without what reasoning models write between <think> and </think>; with `json` without a code
  /// fence around it. Never blank. `reasoning_content` is not kept.
  std::string content;
  std::uint64_t prompt_tokens = 0;  ///< by the endpoint, or the bound of estimate_tokens
  std::uint64_t output_tokens = 0;
  bool from_cache = false;
};

}  // namespace weft
