// SPDX-License-Identifier: Apache-2.0
/// Counting what became of documents.
#include "core/run/recorder.hpp"

#include <algorithm>

#include "core/document/name_table.hpp"

namespace weft {
namespace {

constexpr unsigned kFaultsThatStop = 10;
constexpr std::size_t kReasons = 20;
constexpr std::size_t kSlowest = 10;

double seconds_of(const Work& work) {
  double sum = 0;
  for (const StageEvent& event : work.events)
    sum += static_cast<double>(event.nanoseconds) / 1e9;
  return sum;
}

std::string source_uri(const Work& work, weft_id source) {
  if (!work.document || source == 0 || source > work.document->sources.size()) return {};
  const weft_str uri = work.document->sources[source - 1].uri;
  return {uri.data, uri.size};
}

}  // namespace

Recorder::Recorder(Report& report, const Stages& stages)
    : report_(report), faults_in_a_row_(stages.pools.size() + 1) {
  report_.stages.push_back({});
  report_.stages.back().id = "read";
  for (const auto& pool : stages.pools) {
    StageReport stage;
    stage.id = pool->plan().id;
    stage.plugin = pool->plan().plugin->id;
    stage.version = pool->plan().plugin->version;
    report_.stages.push_back(std::move(stage));
  }
}

// kReadStage wraps around to 0, the place of "read".
StageReport& Recorder::stage_report(std::size_t stage) {
  return report_.stages[stage + 1];
}

void Recorder::record(const Work& work) {
  if (work.made) made(work.made_by);
  for (const StageEvent& event : work.events)
    count_event(work, event);
  if (!work.stopped) {
    ++report_.done;
  } else if (work.last_event().outcome.status == WEFT_DROPPED) {
    ++report_.dropped;
  } else {
    ++report_.quarantined;
  }
  double seconds = seconds_of(work);
  if (const auto found = seconds_.find(work.id); found != seconds_.end()) {
    seconds += found->second;
    seconds_.erase(found);
  }
  auto& slowest = report_.slowest;
  const auto place =
      std::ranges::find_if(slowest, [&](const SlowDocument& d) { return d.seconds < seconds; });
  if (place != slowest.end() || slowest.size() < kSlowest) {
    slowest.insert(place, {work.id, seconds, work.bytes});
    if (slowest.size() > kSlowest) slowest.pop_back();
  }
}

void Recorder::record_part(Work& work) {
  if (work.made) made(work.made_by);
  for (const StageEvent& event : work.events)
    count_event(work, event);
  work.events.clear();
}

void Recorder::consumed(std::size_t stage) {
  ++stage_report(stage).in;
  ++stage_report(stage).consumed;
}

void Recorder::settled(std::size_t stage, double seconds) {
  stage_report(stage).seconds += seconds;
  stage_report(stage).corpus_seconds += seconds;
}

void Recorder::made(std::size_t stage) {
  ++stage_report(stage).made;
  ++stage_report(stage).out;
}

void Recorder::count_event(const Work& work, const StageEvent& event) {
  StageReport& stage = stage_report(event.stage);
  const double seconds = static_cast<double>(event.nanoseconds) / 1e9;
  stage.seconds += seconds;
  if (event.kind == StageEvent::Kind::time_only) stage.corpus_seconds += seconds;
  for (const auto& [metric, add] : event.counts)
    stage.counts[std::string(interned_name(metric))] += add;
  watch_faults(event);
  if (event.kind == StageEvent::Kind::time_only) return;
  ++stage.in;
  switch (event.outcome.status) {
    case WEFT_OK:
      ++stage.done;
      ++stage.out;
      return;
    case WEFT_PASSED:
      ++stage.passed;
      ++stage.out;
      count_reason(stage, "passed", event.outcome.message);
      return;
    case WEFT_DROPPED:
      ++stage.dropped;
      count_reason(stage, "dropped", event.outcome.message);
      break;
    default:
      ++stage.failed;
      count_reason(stage, std::string(status_name(event.outcome.status)), event.outcome.message);
  }
  add_problem(work, event);
}

void Recorder::count_reason(StageReport& stage, const std::string& kind,
                            const std::string& message) {
  const std::string reason = kind + ": " + message;
  const auto found = stage.reasons.find(reason);
  if (found != stage.reasons.end()) {
    ++found->second;
  } else {
    ++stage.reasons[stage.reasons.size() < kReasons ? reason : kind + ": other reasons"];
  }
}

void Recorder::add_problem(const Work& work, const StageEvent& event) {
  DocumentReport problem;
  problem.id = work.id;
  problem.outcome = event.outcome.status == WEFT_DROPPED ? "dropped" : "quarantined";
  problem.stage = stage_report(event.stage).id;
  if (work.parser < report_.stages.size() - 1) problem.parser = stage_report(work.parser).id;
  problem.status = status_name(event.outcome.status);
  problem.message = event.outcome.message;
  problem.source = source_uri(work, event.outcome.source);
  problem.begin = event.outcome.begin;
  problem.end = event.outcome.end;
  report_.problems.push_back(std::move(problem));
}

void Recorder::watch_faults(const StageEvent& event) {
  const weft_status status = event.outcome.status;
  unsigned& faults = faults_in_a_row_[event.stage + 1];
  faults = status == WEFT_E_INTERNAL ? faults + 1 : 0;
  if (!stop_reason_.empty()) return;
  if (faults >= kFaultsThatStop) {
    stop_reason_ = stage_report(event.stage).id + " failed by its own fault on " +
                   std::to_string(faults) +
                   " documents in a row; the last time: " + event.outcome.message;
  } else if (status == WEFT_E_CONFIG) {
    stop_reason_ = stage_report(event.stage).id + ": " + event.outcome.message;
  }
}

}  // namespace weft
