// SPDX-License-Identifier: Apache-2.0
/// Reports as text and JSON.
#include "core/report/write_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/run/output_file.hpp"
#include "core/version.hpp"

namespace weft {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kShownProblems = 20;

std::string paint(const std::string& text, const char* code, bool color) {
  return color ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
}

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} B", bytes);
  const double kilobytes = static_cast<double>(bytes) / 1024;
  return kilobytes < 1024 ? fmt::format("{:.1f} KB", kilobytes)
                          : fmt::format("{:.1f} MB", kilobytes / 1024);
}

std::string documents_text(std::uint64_t count) {
  return fmt::format("{} document{}", count, count == 1 ? "" : "s");
}

void add_stages(const Report& report, bool color, std::string& out) {
  std::size_t width = 5;
  for (const StageReport& stage : report.stages)
    width = std::max(width, stage.id.size());
  out += paint(fmt::format("  {:<{}}  {:>6}  {:>6}  {:>6}  {:>6}  {:>9}\n", "stage", width, "in",
                           "done", "passed", "failed", "ms"),
               "2", color);
  for (const StageReport& stage : report.stages) {
    std::string line =
        fmt::format("  {:<{}}  {:>6}  {:>6}  {:>6}  {:>6}  {:>9.1f}", stage.id, width, stage.in,
                    stage.done, stage.passed, stage.failed, stage.seconds * 1000);
    if (stage.consumed != 0) line += fmt::format("  {} became {}", stage.consumed, stage.made);
    if (stage.dropped != 0) line += fmt::format("  {} dropped", stage.dropped);
    out += line + "\n";
    for (const auto& [reason, count] : stage.reasons) {
      out += paint(fmt::format("  {:<{}}    {} x {}\n", "", width, count, reason), "2", color);
    }
  }
}

void add_problems(const Report& report, bool color, std::string& out) {
  const std::size_t shown = std::min(report.problems.size(), kShownProblems);
  for (std::size_t i = 0; i < shown; ++i) {
    const DocumentReport& problem = report.problems[i];
    std::string place;
    if (problem.end != 0 || problem.begin != 0) {
      place = fmt::format(" [{} bytes {}..{}]", problem.source, problem.begin, problem.end);
    }
    out += fmt::format("  {} {}: {}: {} ({}){}\n", paint(problem.outcome, "33", color), problem.id,
                       problem.stage, problem.message, problem.status, place);
  }
  if (shown < report.problems.size()) {
    out +=
        fmt::format("  ... and {} more; --report FILE lists all\n", report.problems.size() - shown);
  }
}

Json stage_json(const StageReport& stage) {
  Json out{{"id", stage.id},
           {"plugin", stage.plugin},
           {"version", stage.version},
           {"in", stage.in},
           {"done", stage.done},
           {"passed", stage.passed},
           {"consumed", stage.consumed},
           {"dropped", stage.dropped},
           {"failed", stage.failed},
           {"made", stage.made},
           {"out", stage.out},
           {"seconds", stage.seconds},
           {"corpus_seconds", stage.corpus_seconds}};
  out["reasons"] = Json::object();
  for (const auto& [reason, count] : stage.reasons)
    out["reasons"][reason] = count;
  out["counts"] = Json::object();
  for (const auto& [metric, sum] : stage.counts)
    out["counts"][metric] = sum;
  return out;
}

Json problem_json(const DocumentReport& problem) {
  Json out{{"id", problem.id},
           {"outcome", problem.outcome},
           {"stage", problem.stage},
           {"status", problem.status},
           {"message", problem.message}};
  if (!problem.parser.empty()) out["parser"] = problem.parser;
  if (!problem.source.empty()) {
    out["source"] = problem.source;
    out["begin"] = problem.begin;
    out["end"] = problem.end;
  }
  return out;
}

}  // namespace

std::string report_text(const Report& report, bool color) {
  std::string out;
  std::string head = fmt::format("{}: {} done", report.pipeline, documents_text(report.done));
  if (report.quarantined != 0) head += fmt::format(", {} quarantined", report.quarantined);
  if (report.dropped != 0) head += fmt::format(", {} dropped", report.dropped);
  head += fmt::format(" of {} input{} ({}) in {:.2f} s\n", report.inputs,
                      report.inputs == 1 ? "" : "s", size_text(report.bytes), report.seconds);
  out += paint(head, report.quarantined == 0 && report.stopped.empty() ? "32" : "33", color);
  add_stages(report, color, out);
  add_problems(report, color, out);
  if (!report.stopped.empty()) {
    out += paint("stopped: " + report.stopped + "; no output was changed\n", "31", color);
  } else if (report.interrupted) {
    out += paint("interrupted: no output was changed\n", "31", color);
  }
  for (const OutputReport& output : report.outputs) {
    out += fmt::format("wrote {} ({})\n", output.path, size_text(output.bytes));
  }
  return out;
}

std::string report_json(const Report& report) {
  Json out{{"schema", "weft-report/1"},
           {"weft", kVersion},
           {"pipeline", report.pipeline},
           {"plan", report.plan_hash},
           {"exit_code", exit_code(report)},
           {"stopped", report.stopped},
           {"interrupted", report.interrupted},
           {"inputs", report.inputs},
           {"bytes", report.bytes},
           {"documents", report.documents},
           {"done", report.done},
           {"quarantined", report.quarantined},
           {"dropped", report.dropped},
           {"jobs", report.jobs},
           {"seconds", report.seconds}};
  out["stages"] = Json::array();
  for (const StageReport& stage : report.stages)
    out["stages"].push_back(stage_json(stage));
  out["problems"] = Json::array();
  for (const DocumentReport& problem : report.problems)
    out["problems"].push_back(problem_json(problem));
  out["slowest"] = Json::array();
  for (const SlowDocument& slow : report.slowest) {
    out["slowest"].push_back({{"id", slow.id}, {"seconds", slow.seconds}, {"bytes", slow.bytes}});
  }
  out["outputs"] = Json::array();
  for (const OutputReport& output : report.outputs) {
    out["outputs"].push_back(
        {{"exporter", output.exporter}, {"path", output.path}, {"bytes", output.bytes}});
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void write_report(const Report& report, OutputFile& file) {
  file.append(report_json(report));
  file.commit();
}

}  // namespace weft
