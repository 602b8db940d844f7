// SPDX-License-Identifier: Apache-2.0
/// Asking until there is an answer: booking, pace, sending, judging, pausing.
#include "weft/endpoint/endpoint.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "client.hpp"
#include "weft/endpoint/errors.hpp"

namespace weft {
namespace {

HttpOptions http_options(const EndpointOptions& options, const Address& address) {
  if (options.model.empty())
    throw Error(WEFT_E_CONFIG, "endpoint: no model is named for " + address.base);
  // A line end in a header would begin another one.
  if (options.key.find_first_of(std::string("\r\n\0", 3)) != std::string::npos)
    throw Error(WEFT_E_CONFIG, "endpoint: the key holds a line end; mend the variable it is in");
  return {options.key,     options.certificates, !address.loopback, options.connect_timeout,
          options.timeout, options.answer_bytes};
}

}  // namespace

Endpoint::Client::Client(EndpointOptions options)
    : options_(std::move(options)),
      address_(read_address(options_.url, options_.allow_plaintext)),
      http_(http_options(options_, address_)),
      pace_(options_.requests_per_minute, options_.tokens_per_minute),
      run_("the run", options_.run) {
  if (!options_.cache_directory.empty())
    cache_.emplace(options_.cache_directory, options_.cache_bytes, options_.cache_age);
}

EndpointUse Endpoint::Client::use() const {
  return {cached_, fetched_, retries_, cache_faults_};
}

void Endpoint::Client::price(Spent& spent) const {
  constexpr double kMillion = 1e6;
  spent.cost = (static_cast<double>(spent.prompt_tokens) * options_.prices.prompt +
                static_cast<double>(spent.output_tokens) * options_.prices.output) /
               kMillion;
}

/// Spreads threads that failed together; no result depends on it.
double Endpoint::Client::jitter() {
  constexpr std::uint32_t kGolden = 2654435769U;
  const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
  const std::uint32_t mixed = (static_cast<std::uint32_t>(now) ^ ++jitter_) * kGolden;
  return static_cast<double>(mixed >> 8U) / static_cast<double>(1U << 24U);
}

/// Replaces what was booked by what the attempt came to.
void Endpoint::Client::account(const Question& question, Ledger* document, bool sent,
                               const HttpAnswer& answer, const Usage& usage) {
  Spent actual;
  actual.calls = sent ? 1 : 0;
  actual.seconds = answer.seconds;
  // Failures are not charged for; an answer that broke off may be.
  if (answer.status >= 200 && answer.status < 300) {
    actual.prompt_tokens = usage.prompt_tokens.value_or(question.most.prompt_tokens);
    actual.output_tokens = usage.output_tokens.value_or(question.most.output_tokens);
  }
  price(actual);
  run_.settle(question.most, actual);
  if (document != nullptr) document->settle(question.most, actual);
}

std::optional<Failure> Endpoint::Client::attempt(const Question& question, const EndpointCall& call,
                                                 Usage& usage, std::optional<double>& pause) {
  /// Replaces what was booked, however the attempt ends.
  struct Booking {
    std::function<void()> settle;
    explicit Booking(std::function<void()> end) : settle(std::move(end)) {}
    Booking(const Booking&) = delete;
    Booking& operator=(const Booking&) = delete;
    ~Booking() { settle(); }
  };
  HttpAnswer answer;
  Ledger* booked = nullptr;
  bool sent = false;
  run_.book(question.most);
  const Booking booking([&] { account(question, booked, sent, answer, usage); });
  if (call.document != nullptr) {
    call.document->book(question.most);
    booked = call.document;
  }
  wait_until(pace_.take(Pace::Clock::now(), static_cast<double>(question.most.prompt_tokens)),
             call.poll);
  sent = true;
  answer = http_.ask({address_.base + question.path, question.body, question.enough}, call.poll);
  const bool success =
      answer.trouble == HttpAnswer::Trouble::kNone && answer.status >= 200 && answer.status < 300;
  auto failure = success ? question.read(answer, usage)
                         : std::optional<Failure>(read_failure(answer, options_.key));
  if (success) answered_ = true;
  if (failure) pause = asked_pause(answer, std::time(nullptr));
  return failure;
}

/// Content filters say 403 to one text, a key without rights is told it for every text. One
/// document stops no run: so many must have been refused, and none answered.
void Endpoint::Client::judge_refusal(Failure& failure) {
  constexpr std::uint32_t kRefusals = 10;
  const std::uint32_t refused = ++refused_;
  if (answered_ || refused < kRefusals) return;
  failure.status = WEFT_E_CONFIG;
  failure.retry = false;
  failure.words += "; " + std::to_string(refused) + " requests were refused and none was answered";
}

void Endpoint::Client::give_up(const Question& question, const Failure& failure,
                               std::uint32_t attempts) const {
  std::string words = "endpoint " + without_secrets(address_.base) + question.path + " (model " +
                      options_.model + "): " + failure.words;
  if (attempts > 1) words += " (after " + std::to_string(attempts) + " attempts)";
  if (failure.overflow) {
    throw ContextOverflow(words + "; the text is longer than the model takes: cut it smaller",
                          failure.context_tokens, failure.prompt_tokens);
  }
  if (failure.truncated) throw AnswerTruncated(words);
  throw Error(failure.status, words);
}

Usage Endpoint::Client::ask(const Question& question, const EndpointCall& call) {
  for (std::uint32_t done = 0;; ++done) {
    Usage usage;
    std::optional<double> asked;
    std::optional<Failure> failure = attempt(question, call, usage, asked);
    if (!failure) return usage;
    if (failure->refused) judge_refusal(*failure);
    const bool too_long = asked && *asked > options_.longest_pause;
    if (!failure->retry || done >= options_.retries || too_long)
      give_up(question, *failure, done + 1);
    const auto now = Pace::Clock::now();
    // What an endpoint asks for holds for every thread; our own guess only for this one.
    if (asked) pace_.hold(now, *asked);
    const double pause = asked ? *asked : backoff(options_.first_pause, done, jitter());
    ++retries_;
    wait_until(now + std::chrono::duration_cast<Pace::Clock::duration>(
                         std::chrono::duration<double>(pause)),
               call.poll);
  }
}

Endpoint::Endpoint(EndpointOptions options)
    : client_(std::make_unique<Client>(std::move(options))) {}

Endpoint::~Endpoint() = default;

Vectors Endpoint::embed(std::span<const std::string_view> texts, const EndpointCall& call) {
  return client_->embed(texts, call);
}

ChatAnswer Endpoint::chat(const ChatRequest& request, const EndpointCall& call) {
  return client_->chat(request, call);
}

std::size_t Endpoint::context_tokens(const EndpointCall& call) {
  return client_->context_tokens(call);
}

Spent Endpoint::spent() const {
  return client_->spent();
}

EndpointUse Endpoint::use() const {
  return client_->use();
}

}  // namespace weft
