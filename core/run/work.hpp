// SPDX-License-Identifier: Apache-2.0
/// One document on its way: what it is, what each stage did with it, what exporters wrote of it.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"
#include "core/run/call.hpp"
#include "core/run/inputs.hpp"
#include "core/run/source_file.hpp"
#include "core/run/stage_pool.hpp"

namespace weft {

/// What one stage did with one document.
struct StageEvent {
  /// time_only: observe, and the making of a document by regroup.
  enum class Kind { counted, time_only };
  Kind kind = Kind::counted;
  std::size_t stage = 0;  ///< position in the run's list of stages
  Outcome outcome;
  std::uint64_t nanoseconds = 0;
  std::map<weft_id, double> counts;
};

/// The stage of events that happen before any parser is chosen: reading the input.
inline constexpr std::size_t kReadStage = static_cast<std::size_t>(-1);

/// A token of the flow. Owned by whichever filter has it.
struct Work {
  std::string id;                ///< of the document, or of the input where there is none yet
  const Input* input = nullptr;  ///< to be parsed; null when `document` came from a barrier
  std::unique_ptr<StoredDocument> document;
  std::vector<StageEvent> events;
  /// Bytes by part, one map an exporter.
  std::vector<std::map<std::string, std::string, std::less<>>> written;
  std::string note;         ///< of observe
  std::uint64_t bytes = 0;  ///< of the source
  std::uint64_t held = 0;   ///< bytes in memory, for the flow's budget
  std::shared_ptr<const SourceFile>
      file;                             ///< where it was opened before prepare; the document's too
  std::optional<NestedContent> nested;  ///< to be read by another parser
  std::size_t parser = kReadStage;      ///< chosen last, by prepare or parse_nested
  std::string scores;                ///< how well each parser fits: "parse_html 95, parse_text 40"
  std::string image;                 ///< of the document, on its way to a barrier
  std::size_t barrier_entry = 0;     ///< position among the documents behind a barrier
  bool made = false;                 ///< by regroup, in this phase
  std::size_t made_by = kReadStage;  ///< the stage that did it
  bool stopped = false;              ///< quarantined or dropped: later stages do not see it

  [[nodiscard]] const StageEvent& last_event() const { return events.back(); }
};

/// The stages of a run and what every call needs.
struct Stages {
  std::vector<std::unique_ptr<StagePool>> pools;  ///< parsers, steps, exporters
  std::size_t n_parsers = 0;
  std::size_t n_steps = 0;
  std::size_t n_exporters = 0;
  RunState run;
  std::uint64_t max_input = 0;  ///< bytes

  [[nodiscard]] std::size_t first_exporter() const { return n_parsers + n_steps; }
};

/// Opens the input and makes the empty document. Never throws: what goes wrong is an event.
void open_input(Stages& stages, Work& work);

/// Opens the input where that was not done yet, and lets the parsers sniff: work.parser is the best
/// one. Never throws: what goes wrong is an event.
void prepare(Stages& stages, Work& work);

/// Parses what prepare has opened with the parser that it chose, one document a source.
void parse(Stages& stages, Work& work);

/// Takes what the call of a parser handed on. A document that has views by then is a fault of it.
void take_nested(Work& work, Call& call);

/// Where a parser has handed its document's content on: chooses a parser of single documents for
/// it and runs that, again if need be. A content that none reads is dropped by the parser that
/// handed it on.
void parse_nested(Stages& stages, Work& work);

/// Runs one step or exporter on the document, unless its condition does not hold (passed). Retries
/// what is transient. Exporters' bytes go to `work.written`; a serial one forgets a document that
/// it fails on. `rights` says what the call may do beside.
void process(Stages& stages, std::size_t stage, Work& work, CallRights rights = {});

/// Lets a serial exporter forget the document of its last call of process, where it offers that
/// (weft.undo/1). Throws Error where it fails: its outputs cannot be trusted any longer.
void undo(Stages& stages, std::size_t stage);

/// Calls observe of a corpus-scope stage and keeps the note.
void observe(Stages& stages, std::size_t stage, Work& work);

/// Makes work.document of the members by the stage's regroup.
void regroup(Stages& stages, std::size_t stage, Work& work,
             const std::vector<std::unique_ptr<StoredDocument>>& members);

/// Adds an event for something the host itself found wrong with this document, or turns the one
/// that the stage has into it.
void quarantine(Work& work, std::size_t stage, weft_status status, std::string message);

}  // namespace weft
