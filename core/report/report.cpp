// SPDX-License-Identifier: Apache-2.0
/// Sums and exit codes.
#include "core/report/report.hpp"

#include "weft/error.hpp"

namespace weft {

int exit_code(const Report& report) {
  if (report.interrupted) return 130;
  if (!report.stopped.empty()) return 3;
  return report.quarantined != 0 ? 1 : 0;
}

void check_counts(const Report& report) {
  for (const StageReport& stage : report.stages) {
    const bool adds_up =
        stage.in == stage.done + stage.passed + stage.consumed + stage.dropped + stage.failed &&
        stage.out == stage.done + stage.passed + stage.made;
    if (!adds_up) {
      throw Error(WEFT_E_INTERNAL,
                  stage.id + ": the counts of this stage do not add up; please report this");
    }
  }
}

}  // namespace weft
