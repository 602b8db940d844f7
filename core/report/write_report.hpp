// SPDX-License-Identifier: Apache-2.0
/// Step 5 of the program: what a run did, for people and for programs.
#pragma once

#include <string>

#include "core/report/report.hpp"

namespace weft {

class OutputFile;

/// A table of stages, the outputs, what was quarantined and why. Ends with a newline. color: with
/// ANSI escapes.
[[nodiscard]] std::string report_text(const Report& report, bool color);

/// The same and more, as one JSON object; core/report/README.md has the members. Times are in it,
/// so two runs differ.
[[nodiscard]] std::string report_json(const Report& report);

/// Writes the JSON to a file that was opened before the run, and puts it in its place. Throws
/// Error(WEFT_E_TRANSIENT) naming the path.
void write_report(const Report& report, OutputFile& file);

}  // namespace weft
