// SPDX-License-Identifier: Apache-2.0
/// Asking a server how much its model takes.
#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <string_view>

#include "client.hpp"

namespace weft {
namespace {

namespace dom = simdjson::dom;
constexpr double kPatience = 5;        // seconds: what is asked for here can be done without
constexpr std::uint64_t kFewest = 64;  // tokens; less is no context
constexpr std::uint64_t kMost = std::uint64_t{1} << 32U;

std::size_t sensible(std::uint64_t tokens) {
  return tokens >= kFewest && tokens <= kMost ? tokens : 0;
}

/// `max_model_len` of the model of this name, or of the only one: some servers take any name.
std::size_t read_models(std::string_view body, std::string_view model) {
  dom::parser parser;
  dom::array models;
  const simdjson::padded_string padded(body);
  if (parser.parse(padded)["data"].get(models) != simdjson::SUCCESS) return 0;
  for (const dom::element entry : models) {
    std::string_view id;
    std::uint64_t tokens = 0;
    const bool meant =
        models.size() == 1 || (entry["id"].get(id) == simdjson::SUCCESS && id == model);
    if (meant && entry["max_model_len"].get(tokens) == simdjson::SUCCESS) return sensible(tokens);
  }
  return 0;
}

/// What one slot of llama.cpp's server holds.
std::size_t read_props(std::string_view body) {
  dom::parser parser;
  std::uint64_t tokens = 0;
  const simdjson::padded_string padded(body);
  const auto given = parser.parse(padded)["default_generation_settings"]["n_ctx"].get(tokens);
  return given == simdjson::SUCCESS ? sensible(tokens) : 0;
}

bool may_pass(const HttpAnswer& answer) {
  return answer.trouble == HttpAnswer::Trouble::kConnection || answer.status == 408 ||
         answer.status == 429 || answer.status >= 500;
}
bool is_success(const HttpAnswer& answer) {
  return answer.trouble == HttpAnswer::Trouble::kNone && answer.status >= 200 &&
         answer.status < 300;
}

}  // namespace

/// Nothing where it may be told later.
std::optional<std::size_t> Endpoint::Client::ask_context(const EndpointCall& call) {
  constexpr std::string_view kVersion = "/v1";
  std::string root = address_.base;
  if (root.ends_with(kVersion)) root.resize(root.size() - kVersion.size());
  const double timeout = std::min(kPatience, options_.timeout);
  const HttpAnswer models =
      http_.ask({.url = address_.base + "/models", .timeout = timeout}, call.poll);
  const std::size_t told = is_success(models) ? read_models(models.body, options_.model) : 0;
  if (told > 0) return told;
  const HttpAnswer props = http_.ask({.url = root + "/props", .timeout = timeout}, call.poll);
  const std::size_t slot = is_success(props) ? read_props(props.body) : 0;
  if (slot == 0 && (may_pass(models) || may_pass(props))) return std::nullopt;
  return slot;
}

std::size_t Endpoint::Client::context_tokens(const EndpointCall& call) {
  constexpr std::uint32_t kTries = 3;
  std::unique_lock lock(context_mutex_, std::defer_lock);
  while (!lock.try_lock_for(std::chrono::milliseconds(50))) {
    if (call.poll) call.poll();
  }
  if (!context_ && context_tries_ < kTries) {
    ++context_tries_;
    context_ = ask_context(call);
  }
  return context_.value_or(0);
}

}  // namespace weft
