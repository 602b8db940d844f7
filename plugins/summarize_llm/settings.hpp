// SPDX-License-Identifier: Apache-2.0
/// The parameters of summarize_llm, declared once and read once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prompts.hpp"
#include "weft/endpoint/endpoint.hpp"
#include "weft/plugin.hpp"
#include "weft/summary/pick.hpp"

namespace weft {

/// When a headline is asked for.
enum class HeadlineWish : std::uint8_t { kMissing, kAlways, kNever };

struct LlmSettings {
  std::optional<EndpointOptions> endpoint;  ///< nothing where none was named
  Budget document;                          ///< caps of one document
  Wish wish;                                ///< its language is empty for the document's
  HeadlineWish headline = HeadlineWish::kMissing;
  ChatRequest request;             ///< without messages
  std::size_t context_tokens = 0;  ///< of prompt and answer; 0: not known
  bool falls_back = false;
};

/// What the plugin declares.
std::vector<Param> llm_params();

/// Reads them. Throws Error(WEFT_E_CONFIG) when there is no endpoint and nothing to fall back to,
/// or a model is missing.
LlmSettings read_settings(const Options& options);

/// What to say where no endpoint is configured: names the options and how a key is given.
std::string no_endpoint_message();

/// The host of an endpoint's URL, without scheme, port and path.
std::string host_of(const std::string& url);

/// The limits of an extractive summary in place of the wish's.
PickBudget pick_budget(const Wish& wish);

}  // namespace weft
