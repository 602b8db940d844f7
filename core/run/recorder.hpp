// SPDX-License-Identifier: Apache-2.0
/// Turns the events of works, in corpus order, into the run's report.
#pragma once

#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "core/run/work.hpp"

namespace weft {

/// One thread at a time. Says through stop_reason() when the run should not go on.
class Recorder {
 public:
  Recorder(Report& report, const Stages& stages);

  /// A document that is through (or stopped). Its events are counted once.
  void record(const Work& work);
  /// Counts the events so far of a document that goes on behind a barrier, and forgets them.
  void record_part(Work& work);
  /// A document that became part of another in this stage.
  void consumed(std::size_t stage);
  /// A stage has settled its corpus.
  void settled(std::size_t stage, double seconds);

  /// Not empty when ten documents in a row failed in one stage by a plugin's fault, or a stage
  /// reported a wrong configuration.
  [[nodiscard]] const std::string& stop_reason() const { return stop_reason_; }

 private:
  void made(std::size_t stage);
  StageReport& stage_report(std::size_t stage);
  void count_event(const Work& work, const StageEvent& event);
  void count_reason(StageReport& stage, const std::string& kind, const std::string& message);
  void add_problem(const Work& work, const StageEvent& event);
  void watch_faults(const StageEvent& event);

  Report& report_;
  std::vector<unsigned> faults_in_a_row_;
  std::string stop_reason_;
  std::map<std::string, double> seconds_;  ///< of documents that wait at a barrier
};

}  // namespace weft
