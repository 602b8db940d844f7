// SPDX-License-Identifier: Apache-2.0
/// Timing a call and keeping its outcome.
#include "core/run/run_call.hpp"

#include <chrono>
#include <exception>

namespace weft {

void run_call(Work& work, std::size_t stage, Call& call, weft_doc* doc,
              const std::function<weft_status(weft_ctx*)>& body) {
  using Clock = std::chrono::steady_clock;
  StageEvent event;
  event.stage = stage;
  const auto start = Clock::now();
  call.document_id = work.id;
  try {
    event.outcome = call.run(doc, body);
  } catch (
      const std::exception& error) {  // the host's own trouble, such as no memory for a message
    event.outcome = {WEFT_E_INTERNAL, error.what(), 0, 0, 0};
  }
  event.nanoseconds = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count());
  event.counts = std::move(call.counts);
  const weft_status status = event.outcome.status;
  work.stopped = status != WEFT_OK && status != WEFT_PASSED;
  work.events.push_back(std::move(event));
}

}  // namespace weft
