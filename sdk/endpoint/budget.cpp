// SPDX-License-Identifier: Apache-2.0
/// Booking requests against caps.
#include "weft/endpoint/budget.hpp"

#include <algorithm>
#include <cstdio>

#include "weft/error.hpp"

namespace weft {
namespace {

std::string plain(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.12g", value);
  return text;
}

void require(const std::string& name, const char* what, double booked, double cap) {
  if (cap <= 0 || booked <= cap) return;
  throw Error(WEFT_E_LIMIT, name + " may use " + plain(cap) + " " + what +
                                " of the endpoint and this request would make it up to " +
                                plain(booked) + "; raise that budget, or give it less text");
}

}  // namespace

void Ledger::book(const Spent& most) {
  const std::lock_guard lock(mutex_);
  const auto sum = [](std::uint64_t a, std::uint64_t b) { return static_cast<double>(a + b); };
  require(name_, "requests", sum(spent_.calls, most.calls), static_cast<double>(budget_.calls));
  require(name_, "prompt tokens", sum(spent_.prompt_tokens, most.prompt_tokens),
          static_cast<double>(budget_.prompt_tokens));
  require(name_, "output tokens", sum(spent_.output_tokens, most.output_tokens),
          static_cast<double>(budget_.output_tokens));
  require(name_, "(cost)", spent_.cost + most.cost, budget_.cost);
  if (budget_.seconds > 0 && spent_.seconds >= budget_.seconds) {
    throw Error(WEFT_E_LIMIT, name_ + " has waited " + plain(spent_.seconds) + " of " +
                                  plain(budget_.seconds) +
                                  " seconds for the endpoint; raise that "
                                  "budget, or give it less text");
  }
  spent_.calls += most.calls;
  spent_.prompt_tokens += most.prompt_tokens;
  spent_.output_tokens += most.output_tokens;
  spent_.cost += most.cost;
}

void Ledger::settle(const Spent& booked, const Spent& actual) {
  const std::lock_guard lock(mutex_);
  spent_.calls += actual.calls - booked.calls;
  spent_.prompt_tokens += actual.prompt_tokens - booked.prompt_tokens;
  spent_.output_tokens += actual.output_tokens - booked.output_tokens;
  spent_.cost = std::max(0.0, spent_.cost + actual.cost - booked.cost);
  spent_.seconds += actual.seconds;
}

Spent Ledger::spent() const {
  const std::lock_guard lock(mutex_);
  return spent_;
}

Ledger& DocumentLedgers::open(const std::string& document_id) {
  const std::lock_guard lock(mutex_);
  return open_.try_emplace(document_id, "the document", caps_).first->second;
}

void DocumentLedgers::close(const std::string& document_id) {
  const std::lock_guard lock(mutex_);
  open_.erase(document_id);
}

}  // namespace weft
