// SPDX-License-Identifier: Apache-2.0
/// Outputs in corpus order.
#include "core/run/exports.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/run/output_name.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

/// Whether the stage ended so with the document.
bool ended(const Work& work, std::size_t stage, weft_status status) {
  return std::ranges::any_of(work.events, [&](const StageEvent& event) {
    return event.stage == stage && event.outcome.status == status;
  });
}

}  // namespace

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
  // Placeholders may come to places that others have, which no plan can foresee.
  const bool own = is_per_document(exporter.pool->plan().to);
  const std::string path = fill_part(key, part);
  if (const std::string why = why_taken(exporter, path); !why.empty()) {
    if (own) throw Error(WEFT_E_INPUT, "its output '" + path + "'" + why);
    throw Error(WEFT_E_CONFIG, to_string(exporter.pool->plan().place) + ": output '" + path +
                                   "' of " + exporter.pool->plan().id + why);
  }
  owners_[path] = {&exporter, own ? document_ : std::string()};
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
    const bool by_document = is_per_document(exporter.pool->plan().to) &&
                             (outcome.status == WEFT_E_INPUT || outcome.status == WEFT_E_LIMIT);
    throw Error(by_document ? outcome.status : WEFT_E_CONFIG,
                exporter.pool->plan().id + " failed to write the " + (head ? "start" : "end") +
                    " of its output: " + outcome.message);
  }
  append(exporter, key, output, call.written);
}

/// Empty where the path is free; else who has it, or what would have to be file and folder at once.
std::string Exports::why_taken(const Exporter& exporter, const std::string& path) const {
  constexpr const char* kCure = "; put an ending behind {stem} or {id}, or another folder before";
  const auto named = [](const auto& owner) {
    return "'" + owner.first + "'" +
           (owner.second.document.empty() ? "" : " of " + owner.second.document);
  };
  const auto same = owners_.find(path);
  if (same != owners_.end() && same->second.exporter != &exporter) {
    return " is also that of " + same->second.exporter->pool->plan().id +
           "; give each a path of its own";
  }
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const auto file = owners_.find(path.substr(0, slash));
    if (file != owners_.end())
      return " needs a folder where the output " + named(*file) + " is" + kCure;
    std::error_code failed;
    const auto there = std::filesystem::status(plan_.output_dir / path.substr(0, slash), failed);
    if (std::filesystem::exists(there) && !std::filesystem::is_directory(there))
      return " needs a folder where the file '" + path.substr(0, slash) + "' is" + kCure;
  }
  const auto below = owners_.lower_bound(path + "/");
  if (below != owners_.end() && below->first.starts_with(path + "/"))
    return " is the folder of the output " + named(*below) + kCure;
  std::error_code failed;
  return std::filesystem::is_directory(plan_.output_dir / path, failed)
             ? std::string(" is a folder") + kCure
             : std::string();
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
}

/// Writes the document's own output but for giving it its name, so that all that may fail has been
/// done before anything is kept.
void Exports::prepare_own(Exporter& exporter, Work& work) {
  const std::string& to = exporter.pool->plan().to;
  if (!is_per_document(to)) return;
  const std::string key = fill_document(to, work.document.get());
  if (ended(work, exporter.stage, WEFT_PASSED)) {
    // A serial exporter's was opened before it said so: a file with a head and a tail at most.
    drop(exporter, key);
    return;
  }
  Output& output = open(exporter, key);
  append(exporter, key, output, work.written[exporter.stage - stages_.first_exporter()]);
  edge(exporter, key, output, false);
}

/// False where the document can be in no output.
bool Exports::prepare(Work& work) {
  std::size_t stage = stages_.first_exporter();
  try {
    for (Exporter& exporter : exporters_) {
      stage = exporter.stage;
      if (!work.stopped && exporter.pool->plan().plugin->threading == WEFT_SERIAL)
        process_serial(exporter, work);
    }
    for (Exporter& exporter : exporters_) {
      stage = exporter.stage;
      if (!work.stopped) prepare_own(exporter, work);
    }
  } catch (const Error& error) {
    if (error.status() != WEFT_E_INPUT && error.status() != WEFT_E_LIMIT) throw;
    const bool kept = ended(work, stage, WEFT_OK);
    quarantine(work, stage, error.status(), error.what());
    if (kept) undo(stages_, stage);
  }
  return !work.stopped;
}

void Exports::take_back(Work& work) {
  for (Exporter& exporter : exporters_) {
    const std::string& to = exporter.pool->plan().to;
    if (exporter.pool->plan().plugin->threading == WEFT_SERIAL &&
        ended(work, exporter.stage, WEFT_OK))
      undo(stages_, exporter.stage);
    if (is_per_document(to)) drop(exporter, fill_document(to, work.document.get()));
  }
}

void Exports::write(Work& work) {
  if (work.stopped || clashes(work)) return;
  document_ = work.id;
  if (!prepare(work)) return take_back(work);
  for (std::size_t i = 0; i < exporters_.size(); ++i) {
    Exporter& exporter = exporters_[i];
    const std::string key = fill_document(exporter.pool->plan().to, work.document.get());
    if (!is_per_document(exporter.pool->plan().to)) {
      append(exporter, key, open(exporter, key), work.written[i]);
    } else if (const auto own = exporter.outputs.find(key); own != exporter.outputs.end()) {
      commit(exporter, own->second);
      exporter.outputs.erase(own);
      exporter.finished.emplace(key, work.id);
    }
  }
}

void Exports::drop(Exporter& exporter, const std::string& key) {
  const auto output = exporter.outputs.find(key);
  if (output == exporter.outputs.end()) return;
  for (const auto& [part, made] : output->second.files)
    owners_.erase(fill_part(key, part));
  exporter.outputs.erase(output);
}

void Exports::commit(Exporter& exporter, const Output& output) {
  for (const auto& [part, made] : output.files) {
    made->commit();
    reports_.push_back({exporter.pool->plan().id, made->path().string(), made->size()});
  }
}

void Exports::finish() {
  for (Exporter& exporter : exporters_) {
    for (auto& [key, output] : exporter.outputs)
      edge(exporter, key, output, false);
  }
  for (Exporter& exporter : exporters_) {
    for (const auto& [key, output] : exporter.outputs)
      commit(exporter, output);
    exporter.outputs.clear();
  }
}

}  // namespace weft
