// SPDX-License-Identifier: Apache-2.0
/// Running stages on one document.
#include "core/run/work.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/report/log.hpp"
#include "core/run/choose_parser.hpp"
#include "core/run/run_call.hpp"
#include "weft/error.hpp"
#include "weft/undo.h"

namespace weft {
namespace {

constexpr int kRetries = 2;

void undo_on(weft_stage* stage, const StagePool& pool, const Stages& stages) {
  const auto* table = StagePool::table<weft_undo_v1>(stage, WEFT_UNDO_V1);
  if (table == nullptr || pool.plan().plugin->threading != WEFT_SERIAL) return;
  Call call(pool.plan().id, stages.run);
  const Outcome outcome = call.run(nullptr, [&](weft_ctx* ctx) { return table->undo(stage, ctx); });
  if (outcome.status == WEFT_OK) return;
  throw Error(WEFT_E_CONFIG,
              pool.plan().id + " failed to take a document back: " + outcome.message);
}

}  // namespace

void quarantine(Work& work, std::size_t stage, weft_status status, std::string message) {
  const auto here = std::ranges::find_if(work.events, [&](const StageEvent& event) {
    return event.stage == stage && event.kind == StageEvent::Kind::counted;
  });
  StageEvent& event = here == work.events.end() ? work.events.emplace_back() : *here;
  event.stage = stage;
  event.outcome = {status, std::move(message), 0, 0, 0};
  work.stopped = true;
}

void open_input(Stages&, Work& work) {
  const Input& input = *work.input;
  try {
    if (!input.problem.empty())
      throw Error(WEFT_E_INPUT, input.path.string() + ": " + input.problem);
    work.file = SourceFile::open(input.path);
    work.bytes = work.file->bytes().size();
    if (work.bytes == 0) throw Error(WEFT_E_INPUT, input.path.string() + ": the file is empty");
    work.document = std::make_unique<StoredDocument>(work.id);
    work.document->add_source(input.id, "", "", work.file->bytes(), work.file);
  } catch (const Error& error) {
    quarantine(work, kReadStage, error.status(), error.what());
  } catch (const std::exception& error) {
    quarantine(work, kReadStage, WEFT_E_LIMIT, error.what());
  }
}

void prepare(Stages& stages, Work& work) {
  if (!work.file) open_input(stages, work);
  if (work.stopped) return;
  try {
    weft_source& source = work.document->sources.front();
    const ParserChoice choice = choose_parser(stages, source);
    work.parser = choice.parser;
    work.scores = choice.scores;
    const bool taken = work.parser != stages.n_parsers;
    // What is read record by record may be large: no more than a record of it is held.
    if (!taken || (stages.pools[work.parser]->plan().plugin->flags & WEFT_MANY) == 0)
      check_size(work.input->path, *work.file, stages.max_input);
    if (!taken)
      throw Error(WEFT_E_UNSUPPORTED, nobody_reads(source) + " (asked: " + asked(stages) +
                                          "); add a parser that does, or exclude it");
    source.hash = work.document->arena.copy(content_hash(*work.file));
    log_message(WEFT_LOG_DEBUG, work.id + ": read by " + stages.pools[work.parser]->plan().id +
                                    " (" + choice.scores + ")");
    work.events.push_back({});
    work.events.back().stage = kReadStage;
  } catch (const Error& error) {
    quarantine(work, kReadStage, error.status(), error.what());
  } catch (const std::exception& error) {
    quarantine(work, kReadStage, WEFT_E_LIMIT, error.what());
  }
}

void parse(Stages& stages, Work& work) {
  const StagePool::Lease lease = stages.pools[work.parser]->lease();
  weft_stage* stage = lease.get();
  const auto* table = StagePool::table<weft_parser_v1>(stage, WEFT_PARSER_V1);
  weft_doc doc;
  doc.stored = work.document.get();
  doc.transaction.emplace(*work.document);
  CallRights rights;
  rights.nested = stages.max_input;
  Call call(stages.pools[work.parser]->plan().id, stages.run, rights);
  run_call(work, work.parser, call, &doc, [&](weft_ctx* ctx) {
    weft_status status = table->open(stage, ctx, work.document->sources.data());
    if (status == WEFT_OK) {
      status = table->next(stage, ctx, &doc);
      if (status == WEFT_END) {
        status = Call::of(ctx).fail(WEFT_E_INPUT, "the parser found no document in this source", 1,
                                    0, 0);
      }
    }
    table->close(stage, ctx);
    return status;
  });
  take_nested(work, call);
}

void process(Stages& stages, std::size_t index, Work& work, CallRights rights) {
  StagePool& pool = *stages.pools[index];
  const PlannedStage& plan = pool.plan();
  if (plan.when && !holds(*plan.when, *work.document)) {
    StageEvent event;
    event.stage = index;
    event.outcome = {WEFT_PASSED, "when " + plan.when->text, 0, 0, 0};
    work.events.push_back(std::move(event));
    return;
  }
  const StagePool::Lease lease = pool.lease();
  for (int attempt = 0;; ++attempt) {
    weft_doc doc;
    doc.stored = work.document.get();
    doc.transaction.emplace(*work.document);
    Call call(plan.id, stages.run, rights);
    run_call(work, index, call, &doc,
             [&](weft_ctx* ctx) { return lease.get()->process(lease.get(), ctx, &doc); });
    const weft_status status = work.last_event().outcome.status;
    if (work.stopped) undo_on(lease.get(), pool, stages);
    if (status == WEFT_E_TRANSIENT && attempt < kRetries && !stages.run.cancelled) {
      work.events.pop_back();
      std::this_thread::sleep_for(std::chrono::milliseconds(100 << (2 * attempt)));
      continue;
    }
    if (plan.plugin->kind == WEFT_EXPORTER && index >= stages.first_exporter()) {
      work.written[index - stages.first_exporter()] = std::move(call.written);
    }
    return;
  }
}

void undo(Stages& stages, std::size_t index) {
  StagePool& pool = *stages.pools[index];
  const StagePool::Lease lease = pool.lease();
  undo_on(lease.get(), pool, stages);
}

void observe(Stages& stages, std::size_t index, Work& work) {
  StagePool& pool = *stages.pools[index];
  const StagePool::Lease lease = pool.lease();
  const auto* table = StagePool::table<weft_corpus_stage_v1>(lease.get(), WEFT_CORPUS_STAGE_V1);
  weft_doc doc;
  doc.stored = work.document.get();
  CallRights rights;
  rights.notes = true;
  Call call(pool.plan().id, stages.run, rights);
  run_call(work, index, call, nullptr,
           [&](weft_ctx* ctx) { return table->observe(lease.get(), ctx, &doc); });
  work.note = std::move(call.note);
  if (!work.stopped) work.events.back().kind = StageEvent::Kind::time_only;
}

void regroup(Stages& stages, std::size_t index, Work& work,
             const std::vector<std::unique_ptr<StoredDocument>>& members) {
  StagePool& pool = *stages.pools[index];
  const StagePool::Lease lease = pool.lease();
  const auto* table = StagePool::table<weft_corpus_stage_v1>(lease.get(), WEFT_CORPUS_STAGE_V1);
  work.document = std::make_unique<StoredDocument>(work.id);
  weft_doc made;
  made.stored = work.document.get();
  made.transaction.emplace(*work.document);
  std::vector<weft_doc> docs(members.size());
  std::vector<const weft_doc*> pointers;
  for (std::size_t i = 0; i < members.size(); ++i) {
    docs[i].stored = members[i].get();
    pointers.push_back(&docs[i]);
  }
  Call call(pool.plan().id, stages.run);
  run_call(work, index, call, &made, [&](weft_ctx* ctx) {
    if (table->regroup == nullptr) {
      return Call::of(ctx).fail(WEFT_E_INTERNAL, "the stage grouped documents but has no regroup",
                                0, 0, 0);
    }
    return table->regroup(lease.get(), ctx, pointers.data(), pointers.size(), &made);
  });
  if (!work.stopped) work.events.back().kind = StageEvent::Kind::time_only;
}

}  // namespace weft
