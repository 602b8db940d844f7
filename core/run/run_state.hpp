// SPDX-License-Identifier: Apache-2.0
/// What every call of a run shares.
#pragma once

#include <atomic>
#include <string>

namespace weft {

/// Outlives all calls of the run. The strings do not change once the first stage is made.
struct RunState {
  std::atomic<bool> cancelled{false};
  std::string pipeline;   ///< its name
  std::string plan_hash;  ///< of plan_hash(); empty where there is no plan
};

}  // namespace weft
