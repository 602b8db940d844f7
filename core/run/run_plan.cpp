// SPDX-License-Identifier: Apache-2.0
/// Running a plan: phases of parallel flow between the barriers that corpus-scope stages are.
#include "core/run/run_plan.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "core/document/image.hpp"
#include "core/report/log.hpp"
#include "core/report/progress.hpp"
#include "core/run/exports.hpp"
#include "core/run/flow.hpp"
#include "core/run/inputs.hpp"
#include "core/run/recorder.hpp"
#include "core/run/settle.hpp"
#include "core/run/work_source.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

using Clock = std::chrono::steady_clock;
using Next = std::function<std::unique_ptr<Work>()>;

void warn_of_no_input(const Plan& plan) {
  std::string roots;
  for (const std::filesystem::path& root : plan.corpus_roots)
    roots += (roots.empty() ? "'" : "', '") + root.string();
  const bool chosen = !plan.include.empty() || !plan.exclude.empty();
  log_message(WEFT_LOG_WARNING,
              "no file in " + roots + "' to read; " +
                  (chosen ? "look at include and exclude of <corpus>"
                          : "names that begin with a dot are read only where include names them"));
}

/// Everything one run holds, and its phases.
class Run {
 public:
  Run(const Plan& plan, const RunOptions& options);
  void go();
  Report take_report();

 private:
  [[nodiscard]] FlowFilter step_filter(std::size_t stage);
  [[nodiscard]] std::vector<FlowFilter> filters(std::size_t from, std::size_t to);
  [[nodiscard]] bool is_barrier(std::size_t stage) const;
  void run_to_barrier(const Next& next, std::vector<FlowFilter> first, std::size_t stage);
  void run_to_end(const Next& next, std::vector<FlowFilter> first);
  void look_for_stop();
  void finish_document(const Work& work);

  const RunOptions& options_;
  FlowLimits limits_;
  Stages stages_;
  std::vector<Input> inputs_;
  Report report_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<Exports> exports_;
  std::unique_ptr<Progress> progress_;
  std::unique_ptr<BarrierSource> barrier_;
};

Run::Run(const Plan& plan, const RunOptions& options) : options_(options) {
  limits_.jobs =
      options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  limits_.bytes = options.memory;
  stages_.max_input = options.max_input;
  stages_.run.pipeline = plan.name;
  stages_.run.plan_hash = plan.hash;
  for (const auto* list : {&plan.parsers, &plan.steps, &plan.exporters}) {
    for (const PlannedStage& stage : *list) {
      stages_.pools.push_back(std::make_unique<StagePool>(stage, stages_.run));
    }
  }
  stages_.n_parsers = plan.parsers.size();
  stages_.n_steps = plan.steps.size();
  stages_.n_exporters = plan.exporters.size();
  inputs_ = list_inputs({plan.corpus_roots, plan.include, plan.exclude});
  if (inputs_.empty()) warn_of_no_input(plan);
  report_.pipeline = plan.name;
  report_.plan_hash = plan.hash;
  report_.jobs = limits_.jobs;
  report_.inputs = inputs_.size();
  recorder_ = std::make_unique<Recorder>(report_, stages_);
  exports_ = std::make_unique<Exports>(stages_, plan);
  std::uint64_t bytes = 0;
  for (const Input& input : inputs_)
    bytes += input.size;
  progress_ = std::make_unique<Progress>(options.progress, inputs_.size(), bytes);
}

bool Run::is_barrier(std::size_t stage) const {
  return (stages_.pools[stage]->plan().plugin->flags & WEFT_CORPUS_SCOPE) != 0;
}

FlowFilter Run::step_filter(std::size_t stage) {
  const bool in_order = stages_.pools[stage]->plan().plugin->threading == WEFT_SERIAL;
  return {in_order, [this, stage](Work& work) {
            if (!work.stopped && !stages_.run.cancelled) process(stages_, stage, work);
          }};
}

/// The steps from..to; neighbours that may run in parallel become one filter, so that a document
/// stays on one thread.
std::vector<FlowFilter> Run::filters(std::size_t from, std::size_t to) {
  std::vector<FlowFilter> out;
  for (std::size_t stage = from; stage < to; ++stage) {
    FlowFilter filter = step_filter(stage);
    if (!out.empty() && !out.back().in_order && !filter.in_order) {
      out.back().body = [before = std::move(out.back().body),
                         after = std::move(filter.body)](Work& work) {
        before(work);
        after(work);
      };
    } else {
      out.push_back(std::move(filter));
    }
  }
  return out;
}

void Run::look_for_stop() {
  if (options_.interrupted != nullptr && *options_.interrupted) report_.interrupted = true;
  if (report_.stopped.empty()) report_.stopped = recorder_->stop_reason();
  if (report_.interrupted || !report_.stopped.empty()) stages_.run.cancelled = true;
}

void Run::finish_document(const Work& work) {
  recorder_->record(work);
  if (options_.on_document) options_.on_document(work);
  report_.bytes += work.bytes;
  progress_->step(work.bytes, work.stopped);
  look_for_stop();
}

void Run::run_to_barrier(const Next& next, std::vector<FlowFilter> first, std::size_t stage) {
  first.push_back({false, [this, stage](Work& work) {
                     if (!work.stopped && !stages_.run.cancelled) observe(stages_, stage, work);
                     if (!work.stopped && work.document) work.image = write_image(*work.document);
                     if (!work.stopped) work.document.reset();
                   }});
  auto spool = std::make_unique<Spool>(
      options_.spool_dir.empty() ? std::filesystem::temp_directory_path() : options_.spool_dir);
  std::vector<std::string> ids;
  std::vector<std::string> notes;
  run_flow(limits_, next, first, [&](Work& work) {
    if (stages_.run.cancelled) return;
    if (work.stopped) {
      finish_document(work);
      return;
    }
    recorder_->record_part(work);
    spool->append(work.image);
    ids.push_back(work.id);
    notes.push_back(std::move(work.note));
    look_for_stop();
  });
  if (stages_.run.cancelled) return;
  const auto settling = Clock::now();
  const std::vector<Group> groups = settle(*stages_.pools[stage], stages_.run, ids, notes);
  recorder_->settled(stage, std::chrono::duration<double>(Clock::now() - settling).count());
  std::vector<BarrierEntry> entries =
      arrange(ids.size(), groups, [&](std::size_t) { recorder_->consumed(stage); });
  barrier_ = std::make_unique<BarrierSource>(stages_, stage, inputs_, std::move(spool),
                                             std::move(ids), std::move(entries));
}

void Run::run_to_end(const Next& next, std::vector<FlowFilter> first) {
  first.push_back({false, [this](Work& work) {
                     work.written.resize(stages_.n_exporters);
                     CallRights rights;
                     rights.sink = true;
                     for (std::size_t i = 0; i < stages_.n_exporters; ++i) {
                       const std::size_t stage = stages_.first_exporter() + i;
                       const bool serial =
                           stages_.pools[stage]->plan().plugin->threading == WEFT_SERIAL;
                       if (!work.stopped && !serial && !stages_.run.cancelled) {
                         process(stages_, stage, work, rights);
                       }
                     }
                   }});
  exports_->begin();
  run_flow(limits_, next, first, [&](Work& work) {
    if (stages_.run.cancelled) return;
    exports_->write(work);
    finish_document(work);
  });
}

void Run::go() {
  InputSource input_source(stages_, inputs_);
  Next next = [&] { return input_source.next(); };
  std::vector<FlowFilter> first{{false, [this](Work& work) {
                                   if (work.events.empty()) prepare(stages_, work);
                                   if (!work.stopped && work.last_event().stage == kReadStage) {
                                     parse(stages_, work);
                                   }
                                   parse_nested(stages_, work);
                                 }}};
  const std::size_t end = stages_.first_exporter();
  std::size_t from = stages_.n_parsers;
  for (std::size_t stage = from; stage < end && !stages_.run.cancelled; ++stage) {
    if (!is_barrier(stage)) continue;
    std::vector<FlowFilter> before = filters(from, stage);
    first.insert(first.end(), before.begin(), before.end());
    run_to_barrier(next, std::move(first), stage);
    if (stages_.run.cancelled) return;
    // Behind the barrier: read or make the document, then let the stage itself process it.
    next = [this] { return barrier_->next(); };
    first = {{false, [this](Work& work) { barrier_->load(work); }}};
    FlowFilter own = step_filter(stage);
    own.body = [this, stage](Work& work) {
      if (!work.stopped && !work.made && !stages_.run.cancelled) process(stages_, stage, work);
    };
    first.push_back(std::move(own));
    from = stage + 1;
  }
  if (stages_.run.cancelled) return;
  std::vector<FlowFilter> rest = filters(from, end);
  first.insert(first.end(), rest.begin(), rest.end());
  run_to_end(next, std::move(first));
  if (stages_.run.cancelled) return;
  for (const auto& pool : stages_.pools)
    pool->end_all();
  exports_->finish();
}

Report Run::take_report() {
  report_.outputs = exports_->reports();
  report_.documents = report_.done + report_.quarantined + report_.dropped;
  if (!report_.interrupted && report_.stopped.empty()) check_counts(report_);
  return std::move(report_);
}

}  // namespace

Report run_plan(const Plan& plan, const RunOptions& options) {
  const auto start = Clock::now();
  Run run(plan, options);
  run.go();
  Report report = run.take_report();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

}  // namespace weft
