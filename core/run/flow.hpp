// SPDX-License-Identifier: Apache-2.0
/// Documents through filters in parallel, with bounded tokens and bytes, and a sink in corpus
/// order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/run/work.hpp"

namespace weft {

/// One step of the flow. Parallel ones are entered by several threads with different works;
/// in-order ones by one at a time, in the order in which `next` gave the works.
struct FlowFilter {
  bool in_order = false;
  std::function<void(Work&)> body;  ///< throws nothing
};

struct FlowLimits {
  unsigned jobs = 1;
  std::uint64_t bytes = 0;  ///< of sources under way at once; one larger than that goes alone
};

/// Pulls works from `next` (null ends) until it has none, sends each through the filters and gives
/// it to `sink`, in order. Returns when all are through. An exception of `next`, a filter or `sink`
/// stops the flow and comes out here.
void run_flow(const FlowLimits& limits, const std::function<std::unique_ptr<Work>()>& next,
              const std::vector<FlowFilter>& filters, const std::function<void(Work&)>& sink);

}  // namespace weft
