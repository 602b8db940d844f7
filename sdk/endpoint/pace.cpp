// SPDX-License-Identifier: Apache-2.0
/// Places in a queue by time.
#include "pace.hpp"

#include <algorithm>
#include <thread>

namespace weft {
namespace {

Pace::Clock::duration of_seconds(double seconds) {
  return std::chrono::duration_cast<Pace::Clock::duration>(std::chrono::duration<double>(seconds));
}

}  // namespace

Pace::Clock::time_point Pace::take(Clock::time_point now, double tokens) {
  const std::lock_guard lock(mutex_);
  const Clock::time_point at = std::max(now, next_);
  next_ = at + of_seconds(std::max(request_seconds_, tokens * token_seconds_));
  return at;
}

void Pace::hold(Clock::time_point now, double seconds) {
  const std::lock_guard lock(mutex_);
  next_ = std::max(next_, now + of_seconds(seconds));
}

void wait_until(Pace::Clock::time_point then, const std::function<void()>& poll) {
  constexpr auto kStep = std::chrono::milliseconds(50);
  while (true) {
    if (poll) poll();
    const auto now = Pace::Clock::now();
    if (now >= then) return;
    std::this_thread::sleep_for(std::min<Pace::Clock::duration>(kStep, then - now));
  }
}

}  // namespace weft
