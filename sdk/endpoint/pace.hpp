// SPDX-License-Identifier: Apache-2.0
/// When the next request may be sent.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

namespace weft {

/// Spreads requests evenly to a rate, over all threads. Any thread.
class Pace {
 public:
  using Clock = std::chrono::steady_clock;

  /// 0: no limit.
  Pace(double requests_per_minute, double tokens_per_minute)
      : request_seconds_(requests_per_minute > 0 ? 60 / requests_per_minute : 0),
        token_seconds_(tokens_per_minute > 0 ? 60 / tokens_per_minute : 0) {}

  /// Takes the next place for a request of so many tokens; returns the time it may be sent at.
  Clock::time_point take(Clock::time_point now, double tokens);
  /// Nothing is sent for so many seconds from now: the endpoint asked for it.
  void hold(Clock::time_point now, double seconds);

 private:
  std::mutex mutex_;
  double request_seconds_;
  double token_seconds_;
  Clock::time_point next_{};
};

/// Sleeps until then, calling `poll` (may be empty) every 50 ms; what it throws comes out.
void wait_until(Pace::Clock::time_point then, const std::function<void()>& poll);

}  // namespace weft
