// SPDX-License-Identifier: Apache-2.0
/// The child's side of a scan: `weft --scan-library FILE`, a throw-away process for one library.
#pragma once

#include <string_view>

namespace weft {

/// What the child is about to do; a child that dies has said how far it came.
inline constexpr std::string_view kStepLoad = "loading";
inline constexpr std::string_view kStepEnter = "entering";
inline constexpr std::string_view kStepRead = "reading";

/// Opens the library, reads and checks what it says of itself, and writes the answer to standard
/// output: a line for each step it reaches, then one line of JSON (to_json(ScanResult)). Standard
/// output is the answer's alone: the library's own output goes to /dev/null. Call it first in main,
/// before locale, signal handlers or threads. Returns the exit code: 0 whenever it has answered.
int scan_library_child(const char* file);

}  // namespace weft
