// SPDX-License-Identifier: Apache-2.0
/// The parent's side of a scan: one child process a library, several at once, each with a deadline.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "core/plugin/scan_result.hpp"

namespace weft {

/// How children are run.
struct ChildOptions {
  std::filesystem::path program = {};  ///< empty: this program itself
  std::chrono::milliseconds deadline{5000};
  unsigned jobs = 0;  ///< at once; 0: one a hardware thread
};

/// Examines each file by `program --scan-library FILE`; results in the order of the files. A child
/// that does not answer in time is killed with all it started. Children's input and error output
/// are /dev/null. Throws nothing of its own.
[[nodiscard]] std::vector<ScanResult> scan_in_children(
    const std::vector<std::filesystem::path>& files, const ChildOptions& options);

}  // namespace weft
