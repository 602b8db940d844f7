// SPDX-License-Identifier: Apache-2.0
/// What embeddings and chat share: asking until there is an answer or no hope.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "address.hpp"
#include "answers.hpp"
#include "cache.hpp"
#include "http.hpp"
#include "pace.hpp"
#include "weft/endpoint/endpoint.hpp"

namespace weft {

class Endpoint::Client {
 public:
  explicit Client(EndpointOptions options);

  [[nodiscard]] Vectors embed(std::span<const std::string_view> texts, const EndpointCall& call);
  [[nodiscard]] ChatAnswer chat(const ChatRequest& request, const EndpointCall& call);
  [[nodiscard]] std::size_t context_tokens(const EndpointCall& call);
  [[nodiscard]] Spent spent() const { return run_.spent(); }
  [[nodiscard]] EndpointUse use() const;

 private:
  struct Question {
    std::string path;  ///< behind the base of the URL
    std::string body;
    Spent most;  ///< what it may cost
    std::function<bool(const HttpAnswer&)> enough = {};
    /// Reads a success; a failure where it is no answer.
    std::function<std::optional<Failure>(const HttpAnswer&, Usage&)> read;
  };
  struct Pending;

  /// Asks, and again after failures that may pass; throws when it gives up.
  Usage ask(const Question& question, const EndpointCall& call);
  std::optional<Failure> attempt(const Question& question, const EndpointCall& call, Usage& usage,
                                 std::optional<double>& pause);
  void account(const Question& question, Ledger* document, bool sent, const HttpAnswer& answer,
               const Usage& usage);
  void judge_refusal(Failure& failure);
  std::optional<std::size_t> ask_context(const EndpointCall& call);
  void price(Spent& spent) const;
  [[nodiscard]] double jitter();
  [[noreturn]] void give_up(const Question& question, const Failure& failure,
                            std::uint32_t attempts) const;

  void look_up(std::span<const std::string_view> texts, std::vector<std::size_t>& places,
               std::vector<std::vector<float>>& rows, Pending& pending);
  void ask_batch(const Pending& pending, std::size_t begin, std::size_t end,
                 const EndpointCall& call, std::vector<std::vector<float>>& rows);
  [[nodiscard]] std::string embedding_question(std::string_view text) const;
  [[nodiscard]] std::string chat_body(const ChatRequest& request) const;

  EndpointOptions options_;
  Address address_;
  Http http_;
  Pace pace_;
  Ledger run_;
  std::optional<Cache> cache_;
  std::atomic<std::uint64_t> cached_{0};
  std::atomic<std::uint64_t> fetched_{0};
  std::atomic<std::uint64_t> retries_{0};
  std::atomic<std::uint64_t> cache_faults_{0};
  std::atomic<std::uint32_t> jitter_{0};
  std::atomic<bool> answered_{false};      ///< some request of the run was
  std::atomic<std::uint32_t> refused_{0};  ///< with 403
  std::timed_mutex context_mutex_;         ///< of the two below
  std::optional<std::size_t> context_;     ///< what the server told; 0: that it does not tell
  std::uint32_t context_tries_ = 0;
};

}  // namespace weft
