// SPDX-License-Identifier: Apache-2.0
/// The instances of one planned stage: made by its plugin, lent to one call at a time.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/run/call.hpp"
#include "weft/abi.h"

namespace weft {

/// PER_WORKER stages get as many instances as are in use at once; REENTRANT, SERIAL and
/// corpus-scope ones get one. A stage that fails in create, begin or end throws Error naming it.
class StagePool {
 public:
  /// Loads the library, makes the first instance and calls its begin.
  StagePool(const PlannedStage& stage, const RunState& run);
  ~StagePool();
  StagePool(const StagePool&) = delete;
  StagePool& operator=(const StagePool&) = delete;

  /// An instance in the hands of one call.
  class Lease {
   public:
    Lease(StagePool& pool, weft_stage* stage, std::unique_lock<std::mutex> lock)
        : pool_(&pool), stage_(stage), lock_(std::move(lock)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_->give_back(stage_); }
    [[nodiscard]] weft_stage* get() const { return stage_; }

   private:
    StagePool* pool_;
    weft_stage* stage_;
    std::unique_lock<std::mutex> lock_;
  };
  /// Waits for the one instance of a stage that has one and is not reentrant. Any thread.
  [[nodiscard]] Lease lease();

  /// Calls end of every instance, in the order in which they were made.
  void end_all();

  [[nodiscard]] const PlannedStage& plan() const { return stage_; }
  [[nodiscard]] weft_stage* first() const { return instances_.front(); }
  template <class Table>
  [[nodiscard]] static const Table* table(weft_stage* stage, const char* id) {
    return stage->extension == nullptr ? nullptr
                                       : static_cast<const Table*>(stage->extension(stage, id));
  }

 private:
  weft_stage* make();
  void give_back(weft_stage* stage);
  [[nodiscard]] bool shared() const;

  const PlannedStage& stage_;
  const RunState& run_;
  const weft_plugin* library_ = nullptr;
  std::vector<weft_value> values_;
  std::mutex mutex_;       // instances_ and free_
  std::mutex one_caller_;  // of a single instance that is not reentrant
  std::vector<weft_stage*> instances_;
  std::vector<weft_stage*> free_;
};

}  // namespace weft
