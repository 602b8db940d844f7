// SPDX-License-Identifier: Apache-2.0
/// What a run did: plain data, filled by run_plan, written by write_report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "weft/abi.h"

namespace weft {

/// What one stage did. in = done + passed + consumed + dropped + failed; out = done + passed +
/// made.
struct StageReport {
  std::string id;
  std::string plugin;
  std::string version;
  std::uint64_t in = 0;
  std::uint64_t done = 0;
  std::uint64_t passed = 0;
  std::uint64_t consumed = 0;  ///< became part of a made document
  std::uint64_t dropped = 0;
  std::uint64_t failed = 0;
  std::uint64_t made = 0;  ///< documents this stage made of others
  std::uint64_t out = 0;
  double seconds = 0;                            ///< summed over threads
  double corpus_seconds = 0;                     ///< of these in observe, settle and regroup
  std::map<std::string, std::uint64_t> reasons;  ///< "passed: no en view" -> documents
  std::map<std::string, double> counts;          ///< what the plugin counted
};

/// One document that did not simply go through.
struct DocumentReport {
  std::string id;
  std::string outcome;  ///< "quarantined", "dropped"
  std::string stage;
  std::string parser;  ///< the plugin's stage that was chosen for it; empty when none was
  std::string status;  ///< "bad input", "plugin fault"
  std::string message;
  std::string source;       ///< uri; empty when not known
  std::uint64_t begin = 0;  ///< bytes of the source
  std::uint64_t end = 0;
};

/// A document and how long its stages took together.
struct SlowDocument {
  std::string id;
  double seconds = 0;
  std::uint64_t bytes = 0;
};

struct OutputReport {
  std::string exporter;
  std::string path;
  std::uint64_t bytes = 0;
};

struct Report {
  std::string pipeline;
  std::string plan_hash;
  std::uint64_t inputs = 0;  ///< files
  std::uint64_t bytes = 0;   ///< of what was read: files, and the content of records
  std::uint64_t documents = 0;
  std::uint64_t done = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t dropped = 0;
  std::vector<StageReport> stages;
  std::vector<DocumentReport> problems;  ///< in corpus order
  std::vector<SlowDocument> slowest;     ///< slowest first, at most ten
  std::vector<OutputReport> outputs;
  unsigned jobs = 0;
  double seconds = 0;
  bool interrupted = false;
  std::string stopped;  ///< why the run stopped before its end; empty when it did not
};

/// 0 all documents done, 1 some quarantined, 3 the run stopped, 130 interrupted.
[[nodiscard]] int exit_code(const Report& report);

/// Throws Error(WEFT_E_INTERNAL) naming the stage whose counts do not add up: a document went
/// missing in the host.
void check_counts(const Report& report);

}  // namespace weft
