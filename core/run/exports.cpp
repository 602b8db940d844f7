// SPDX-License-Identifier: Apache-2.0
/// Outputs in corpus order.
#include "core/run/exports.hpp"

#include <algorithm>

#include "core/run/output_name.hpp"
#include "weft/error.hpp"

namespace weft {

Exports::Exports(Stages& stages, const Plan& plan) : stages_(stages), plan_(plan) {
  for (std::size_t i = 0; i < stages.n_exporters; ++i) {
    Exporter exporter;
    exporter.stage = stages.first_exporter() + i;
    exporter.pool = stages.pools[exporter.stage].get();
    exporters_.push_back(std::move(exporter));
  }
}

void Exports::begin() {
  for (Exporter& exporter : exporters_) {
    const std::string& to = exporter.pool->plan().to;
    if (!depends_on_document(to)) open(exporter, to);
  }
}

Exports::Output& Exports::open(Exporter& exporter, const std::string& key) {
  const auto [found, is_new] = exporter.outputs.try_emplace(key);
  Output& output = found->second;
  if (!is_new) return output;
  // Without {part} there is one file, and it is there even if nothing is ever written to it.
  if (key.find("{part}") == std::string::npos) file(exporter, key, output, "");
  edge(exporter, key, output, true);
  return output;
}

OutputFile& Exports::file(Exporter& exporter, const std::string& key, Output& output,
                          std::string_view part) {
  if (const auto found = output.files.find(part); found != output.files.end())
    return *found->second;
  const bool has_part = key.find("{part}") != std::string::npos;
  if (has_part == part.empty()) {
    throw Error(WEFT_E_CONFIG, to_string(exporter.pool->plan().place) + ": " +
                                   exporter.pool->plan().id +
                                   (has_part ? " writes one file: take {part} out of its to"
                                             : " writes several files: put {part} into its to"));
  }
  // Placeholders of two exporters may come to one path, which no plan can foresee.
  const std::string path = fill_part(key, part);
  const auto [owner, is_new] = owners_.emplace(path, &exporter);
  if (!is_new && owner->second != &exporter) {
    throw Error(WEFT_E_CONFIG, to_string(exporter.pool->plan().place) + ": output '" + path +
                                   "' is also that of " + owner->second->pool->plan().id +
                                   "; give each a path of its own");
  }
  auto made = std::make_unique<OutputFile>(plan_.output_dir / path, &folders_);
  return *output.files.emplace(std::string(part), std::move(made)).first->second;
}

void Exports::append(Exporter& exporter, const std::string& key, Output& output,
                     const Written& written) {
  for (const auto& [part, bytes] : written)
    file(exporter, key, output, part).append(bytes);
}

void Exports::edge(Exporter& exporter, const std::string& key, Output& output, bool head) {
  const StagePool::Lease lease = exporter.pool->lease();
  const auto* table = StagePool::table<weft_exporter_v1>(lease.get(), WEFT_EXPORTER_V1);
  if (table == nullptr) return;
  const auto function = head ? table->head : table->tail;
  if (function == nullptr) return;
  CallRights rights;
  rights.sink = true;
  if (exporter.pool->plan().plugin->threading == WEFT_SERIAL) {
    rights.file = [&](std::string_view part) {
      return file(exporter, key, output, part).hand_over();
    };
  }
  Call call(exporter.pool->plan().id, stages_.run, rights);
  const Outcome outcome =
      call.run(nullptr, [&](weft_ctx* ctx) { return function(lease.get(), ctx); });
  if (outcome.status != WEFT_OK) {
    throw Error(WEFT_E_CONFIG, exporter.pool->plan().id + " failed to write the " +
                                   (head ? "start" : "end") + " of its output: " + outcome.message);
  }
  append(exporter, key, output, call.written);
}

bool Exports::clashes(Work& work) {
  for (const Exporter& exporter : exporters_) {
    const std::string key = fill_document(exporter.pool->plan().to, work.document.get());
    const auto found = exporter.finished.find(key);
    if (found == exporter.finished.end()) continue;
    quarantine(work, exporter.stage, WEFT_E_INPUT,
               "its output " + key + " was already written for " + found->second +
                   "; put {id} into `to` instead of {stem}");
    return true;
  }
  return false;
}

void Exports::process_serial(Exporter& exporter, Work& work) {
  const std::string key = fill_document(exporter.pool->plan().to, work.document.get());
  Output& output = open(exporter, key);
  CallRights rights;
  rights.sink = true;
  rights.file = [&](std::string_view part) {
    return file(exporter, key, output, part).hand_over();
  };
  process(stages_, exporter.stage, work, rights);
  if (work.stopped && is_per_document(exporter.pool->plan().to)) exporter.outputs.erase(key);
}

void Exports::write(Work& work) {
  if (work.stopped || clashes(work)) return;
  for (std::size_t i = 0; i < exporters_.size() && !work.stopped; ++i) {
    if (exporters_[i].pool->plan().plugin->threading == WEFT_SERIAL)
      process_serial(exporters_[i], work);
  }
  if (work.stopped) return;
  for (std::size_t i = 0; i < exporters_.size(); ++i) {
    Exporter& exporter = exporters_[i];
    const std::string key = fill_document(exporter.pool->plan().to, work.document.get());
    const bool own = is_per_document(exporter.pool->plan().to);
    const bool passed = std::ranges::any_of(work.events, [&](const StageEvent& event) {
      return event.stage == exporter.stage && event.outcome.status == WEFT_PASSED;
    });
    if (passed && own) {
      // A serial exporter's was opened before it said so: a file with a head and a tail at most.
      exporter.outputs.erase(key);
      continue;
    }
    Output& output = open(exporter, key);
    append(exporter, key, output, work.written[i]);
    if (own) {
      close(exporter, key);
      exporter.finished.emplace(key, work.id);
    }
  }
}

void Exports::close(Exporter& exporter, const std::string& key) {
  Output& output = exporter.outputs.at(key);
  edge(exporter, key, output, false);
  for (const auto& [part, made] : output.files) {
    made->commit();
    reports_.push_back({exporter.pool->plan().id, made->path().string(), made->size()});
  }
  exporter.outputs.erase(key);
}

void Exports::finish() {
  for (Exporter& exporter : exporters_) {
    for (auto& [key, output] : exporter.outputs)
      edge(exporter, key, output, false);
  }
  for (Exporter& exporter : exporters_) {
    for (const auto& [key, output] : exporter.outputs) {
      for (const auto& [part, made] : output.files) {
        made->commit();
        reports_.push_back({exporter.pool->plan().id, made->path().string(), made->size()});
      }
    }
    exporter.outputs.clear();
  }
}

}  // namespace weft
