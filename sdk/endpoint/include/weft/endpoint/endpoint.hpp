// SPDX-License-Identifier: Apache-2.0
/// A client of OpenAI-compatible endpoints: embeddings and chat, with retries, budgets and a cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "weft/endpoint/budget.hpp"
#include "weft/endpoint/chat.hpp"
#include "weft/endpoint/vectors.hpp"

namespace weft {

/// Where and how to ask. Times are seconds.
struct EndpointOptions {
  /// What stands before /embeddings and /chat/completions: "https://api.example.com/v1". https, or
  /// http to this machine itself.
  std::string url;
  std::string model;
  /// The value of a WEFT_TYPE_SECRET parameter: the host reads it from the environment variable
  /// that the pipeline file names. Empty: no Authorization header. Never in a message, a log or the
  /// cache.
  std::string key = {};
  /// Allows http to other machines: whoever is on the way reads the texts and the key.
  bool allow_plaintext = false;
  /// Certificates to trust instead of the system's, a PEM file; empty for the system's.
  std::string certificates = {};

  double connect_timeout = 10;
  double timeout = 600;            ///< for one attempt, answer included
  std::uint32_t retries = 2;       ///< attempts after the first, for what may pass
  double first_pause = 0.5;        ///< before the first retry; doubled for each, up to 8 s
  double longest_pause = 120;      ///< an endpoint that asks for a longer one has failed
  double requests_per_minute = 0;  ///< 0: as fast as it goes
  double tokens_per_minute = 0;
  std::size_t answer_bytes = std::size_t{256} << 20U;  ///< longer answers are refused

  std::size_t batch = 64;               ///< texts in one embeddings request
  std::size_t batch_bytes = 1U << 18U;  ///< bytes of text in one, but for a single longer text
  std::string max_tokens_field = "max_tokens";  ///< some endpoints want max_completion_tokens

  std::string cache_directory = {};  ///< made when absent; empty: no cache
  std::uint64_t cache_bytes =
      0;                 ///< the oldest entries go when it is opened past this; 0: all stay
  double cache_age = 0;  ///< older entries are asked again; 0: never

  Prices prices = {};
  Budget run = {};  ///< for everything asked through this object
};

/// What belongs to one call.
struct EndpointCall {
  /// Called at least every 50 ms while waiting; throws to give up, as Context::check_cancelled
  /// does. The exception comes out of the call.
  std::function<void()> poll = {};
  /// The document's account beside the run's, or nullptr. Must outlive the call.
  Ledger* document = nullptr;
  /// For chat: says why a finished answer is none (another form than was asked for), in words that
  /// fit behind a colon; empty where it is one. What it objects to is asked again like a blank
  /// answer and is never kept, nor taken from the cache. Called on the calling thread.
  std::function<std::string(std::string_view content)> objection = {};
};

/// What a cache gave and a network did, for counters of a report.
struct EndpointUse {
  std::uint64_t cached = 0;   ///< vectors or answers that came from the cache
  std::uint64_t fetched = 0;  ///< and from the endpoint
  std::uint64_t retries = 0;
  std::uint64_t cache_faults = 0;  ///< entries that could not be written
};

/// One endpoint and model. Connections are kept open and shared; any number of threads may ask at
/// once, and share rate limits, budget and cache.
///
/// Errors (weft::Error): WEFT_E_CONFIG for what no other document would be spared of (a bad URL,
/// plaintext, certificate, key, unknown model, exhausted quota, redirect; 403 where ten requests
/// were refused with it and none was answered); WEFT_E_INPUT for a request refused as it is, a
/// single 403 too, as content filters say it; WEFT_E_LIMIT for budgets, ContextOverflow and
/// AnswerTruncated; WEFT_E_TRANSIENT for what retries did not mend: 408, 409, 429, 5xx, broken
/// connections, and answers that are no answer (not JSON, empty, too few vectors, numbers of
/// another dimension). A redirect is never followed, so that the key goes nowhere else.
class Endpoint {
 public:
  /// Checks options and opens the cache; nothing is sent. Throws Error(WEFT_E_CONFIG).
  explicit Endpoint(EndpointOptions options);
  ~Endpoint();
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;

  /// One vector for each text, in their order, of one dimension, finite and not all zero, as the
  /// model gave it (not normalized). Equal texts are asked once, and those of the cache not at all.
  /// Texts are valid UTF-8 and not empty (WEFT_E_INPUT).
  [[nodiscard]] Vectors embed(std::span<const std::string_view> texts,
                              const EndpointCall& call = {});

  /// The model's answer. Only complete answers are kept in the cache.
  [[nodiscard]] ChatAnswer chat(const ChatRequest& request, const EndpointCall& call = {});

  /// How many tokens prompt and answer of the model may have, as its server tells: `max_model_len`
  /// of GET {url}/models (vLLM, SGLang), else `n_ctx` of GET /props beside the /v1 of the URL
  /// (llama.cpp). 0 where it does not tell. Asked when first called and remembered; where the
  /// server could not be reached, called again, three times in all. Of a call only `poll` counts:
  /// these requests are in no budget. Throws only what `poll` throws. Any thread; others wait.
  [[nodiscard]] std::size_t context_tokens(const EndpointCall& call = {});

  [[nodiscard]] Spent spent() const;
  [[nodiscard]] EndpointUse use() const;

 private:
  class Client;
  std::unique_ptr<Client> client_;
};

}  // namespace weft
