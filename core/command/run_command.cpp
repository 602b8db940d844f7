// SPDX-License-Identifier: Apache-2.0
/// weft run: all five steps.
#include <csignal>

#include <atomic>
#include <cstdio>
#include <optional>

#include "core/command/commands.hpp"
#include "core/command/pipeline_command.hpp"
#include "core/command/terminal.hpp"
#include "core/report/log.hpp"
#include "core/report/write_report.hpp"
#include "core/run/output_file.hpp"
#include "core/run/run_plan.hpp"

namespace weft {
namespace {

std::atomic<bool> g_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

/// The first signal ends the run in order; a second one ends the process as if nobody had caught
/// it.
void on_signal(int signal) {
  g_interrupted = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

int run_command(const CommandLine& line) {
  return run_checked(plan_for(line), line);
}

int run_checked(const CheckedPlan& checked, const CommandLine& line) {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  RunOptions options;
  options.jobs = line.jobs;
  options.memory = line.memory;
  options.max_input = line.max_input;
  options.spool_dir = line.spool_dir;
  options.progress = !line.quiet && is_terminal(stderr);
  options.interrupted = &g_interrupted;
  // Opened first: a report that has no place is no reason to lose a long run.
  std::optional<OutputFile> report_file;
  if (!line.report.empty()) report_file.emplace(line.report);
  const Report report = run_plan(checked.plan, options);
  if (report_file) write_report(report, *report_file);
  if (!line.quiet) std::fputs(report_text(report, use_color(line.color, stderr)).c_str(), stderr);
  return exit_code(report);
}

}  // namespace weft
