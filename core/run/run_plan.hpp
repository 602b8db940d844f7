// SPDX-License-Identifier: Apache-2.0
/// Step 4 of the program: documents through stages, one failure never stops the rest.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "core/plan/plan.hpp"
#include "core/report/report.hpp"

namespace weft {

struct Work;

struct RunOptions {
  unsigned jobs = 0;                                  ///< threads; 0 = one a processor
  std::uint64_t memory = std::uint64_t{256} << 20U;   ///< bytes of sources under way at once
  std::uint64_t max_input = std::uint64_t{1} << 30U;  ///< bytes; a larger input is quarantined
  std::filesystem::path spool_dir;                    ///< for barriers; empty = TMPDIR or /tmp
  bool progress = false;                              ///< draw a progress line on stderr
  const std::atomic<bool>* interrupted = nullptr;     ///< set by a signal handler; may be null
  /// Called with every document that is through or stopped, in corpus order, by one thread at a
  /// time, before it is let go. May be empty.
  std::function<void(const Work&)> on_document = {};
};

/// Runs the plan over its corpus. Outputs are in place when it returns, or none is when the report
/// says stopped or interrupted. The same for any number of jobs, byte for byte. Throws
/// Error(WEFT_E_CONFIG) when a stage cannot be made or the corpus does not exist: no document has
/// been opened then.
Report run_plan(const Plan& plan, const RunOptions& options);

}  // namespace weft
