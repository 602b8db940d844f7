// SPDX-License-Identifier: Apache-2.0
/// For tests: options that lose no time, and the answers of a model made up here.
#pragma once

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/http/http_server.hpp"
#include "weft/endpoint/endpoint.hpp"

namespace weft::test {

inline EndpointOptions options_for(const std::string& url) {
  EndpointOptions options;
  options.url = url + "/v1";
  options.model = "fake";
  options.first_pause = 0.01;
  options.timeout = 20;
  return options;
}

/// A vector of three numbers that tell texts apart: bytes, their sum, the first.
inline std::vector<float> fake_vector(std::string_view text) {
  float sum = 0;
  for (const char c : text)
    sum += static_cast<float>(static_cast<unsigned char>(c));
  return {static_cast<float>(text.size()), sum,
          text.empty() ? 0.0F : static_cast<float>(static_cast<unsigned char>(text.front()))};
}

/// The answer of an embeddings model to a request.
inline nlohmann::json embeddings_of(const HttpRequest& request) {
  const nlohmann::json asked = nlohmann::json::parse(request.body);
  nlohmann::json answer{{"object", "list"}, {"data", nlohmann::json::array()}};
  std::size_t index = 0;
  std::size_t bytes = 0;
  for (const auto& text : asked.at("input")) {
    bytes += text.get<std::string>().size();
    answer["data"].push_back({{"object", "embedding"},
                              {"index", index++},
                              {"embedding", fake_vector(text.get<std::string>())}});
  }
  answer["usage"] = {{"prompt_tokens", bytes / 4 + 1}, {"total_tokens", bytes / 4 + 1}};
  return answer;
}

inline HttpReply good(const HttpRequest& request) {
  return {.body = embeddings_of(request).dump()};
}

/// Gives the replies one after the other, and good embeddings from then on.
inline HttpServer::Handler failing_first(std::vector<HttpReply> replies) {
  auto turn = std::make_shared<HttpServer::Handler>();  // handlers are copied
  auto left = std::make_shared<std::atomic<std::size_t>>(replies.size());
  *turn = in_turn(std::move(replies));
  return [turn, left](const HttpRequest& request) {
    std::size_t now = left->load();
    while (now > 0 && !left->compare_exchange_weak(now, now - 1)) {
    }
    return now > 0 ? (*turn)(request) : good(request);
  };
}

/// The answer of a chat model.
inline std::string chat_body(const std::string& content, const std::string& finish = "stop") {
  return nlohmann::json{
      {"id", "x"},
      {"choices",
       {{{"index", 0},
         {"message", {{"role", "assistant"}, {"content", content}, {"reasoning_content", "hm"}}},
         {"finish_reason", finish}}}},
      {"usage", {{"prompt_tokens", 20}, {"completion_tokens", 5}, {"total_tokens", 25}}}}
      .dump();
}

}  // namespace weft::test
