// SPDX-License-Identifier: Apache-2.0
/// Making, lending and ending the instances of a stage.
#include "core/run/stage_pool.hpp"

#include "core/plugin/library.hpp"
#include "core/run/host.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

void check(const PlannedStage& stage, const char* what, const Outcome& outcome) {
  if (outcome.status == WEFT_OK) return;
  throw Error(
      outcome.status == WEFT_E_CANCELLED ? WEFT_E_CANCELLED : WEFT_E_CONFIG,
      to_string(stage.place) + ": " + stage.id + " failed in " + what + ": " + outcome.message);
}

}  // namespace

StagePool::StagePool(const PlannedStage& stage, const RunState& run)
    : stage_(stage), run_(run), library_(load_plugin(*stage.plugin)) {
  for (const ParamValue& value : stage.values)
    values_.push_back(value.as_abi());
  free_.push_back(make());
}

StagePool::~StagePool() {
  for (weft_stage* stage : instances_)
    stage->destroy(stage);
}

bool StagePool::shared() const {
  return stage_.plugin->threading != WEFT_PER_WORKER ||
         (stage_.plugin->flags & WEFT_CORPUS_SCOPE) != 0;
}

weft_stage* StagePool::make() {
  Call call(stage_.id, run_);
  weft_stage* made = nullptr;
  check(stage_, "create", call.run(nullptr, [&](weft_ctx* ctx) {
    return library_->create(host(), ctx, stage_.plugin->id.c_str(), values_.data(), values_.size(),
                            &made);
  }));
  const bool usable = made != nullptr && made->size >= sizeof(weft_stage) &&
                      made->destroy != nullptr &&
                      (made->process != nullptr || stage_.plugin->kind == WEFT_PARSER);
  if (!usable) {
    throw Error(WEFT_E_CONFIG,
                stage_.id + ": the plugin " + stage_.plugin->id + " made an incomplete stage");
  }
  instances_.push_back(made);
  if (made->begin != nullptr) {
    check(stage_, "begin",
          call.run(nullptr, [&](weft_ctx* ctx) { return made->begin(made, ctx); }));
  }
  return made;
}

StagePool::Lease StagePool::lease() {
  if (shared()) {
    std::unique_lock<std::mutex> lock;
    if (stage_.plugin->threading != WEFT_REENTRANT) lock = std::unique_lock(one_caller_);
    return {*this, instances_.front(), std::move(lock)};
  }
  const std::lock_guard lock(mutex_);
  if (free_.empty()) free_.push_back(make());
  weft_stage* stage = free_.back();
  free_.pop_back();
  return {*this, stage, {}};
}

void StagePool::give_back(weft_stage* stage) {
  if (shared()) return;
  const std::lock_guard lock(mutex_);
  free_.push_back(stage);
}

void StagePool::end_all() {
  for (weft_stage* stage : instances_) {
    if (stage->end == nullptr) continue;
    Call call(stage_.id, run_);
    check(stage_, "end", call.run(nullptr, [&](weft_ctx* ctx) { return stage->end(stage, ctx); }));
  }
}

}  // namespace weft
