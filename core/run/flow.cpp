// SPDX-License-Identifier: Apache-2.0
/// The flow, by oneTBB's parallel_pipeline.
#include "core/run/flow.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>

#if defined(__SANITIZE_THREAD__)
#define WEFT_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WEFT_TSAN 1
#endif
#endif
#if defined(WEFT_TSAN)
extern "C" void __tsan_acquire(
    void*);  // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" void __tsan_release(
    void*);  // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
#endif

namespace weft {
namespace {

/// oneTBB hands tokens between threads in code that ThreadSanitizer does not see (Debian's is not
/// instrumented). Saying so here, for the token and for an in-order filter's own state, keeps real
/// races visible.
class TsanHandOver {
 public:
  explicit TsanHandOver(void* what) : what_(what) {
#if defined(WEFT_TSAN)
    if (what_ != nullptr) __tsan_acquire(what_);
#endif
  }
  ~TsanHandOver() {
#if defined(WEFT_TSAN)
    if (what_ != nullptr) __tsan_release(what_);
#endif
  }
  TsanHandOver(const TsanHandOver&) = delete;
  TsanHandOver& operator=(const TsanHandOver&) = delete;

 private:
  [[maybe_unused]] void* what_;
};

// Where the thread that runs the flow hands over to filters and takes back from them. They have
// static places, so that a filter can take them before it reads anything that it captured.
[[maybe_unused]] char g_begun = 0;
[[maybe_unused]] char g_ended = 0;

/// The first object of every filter's body: what the flow's caller wrote before is seen here, and
/// what is read or written here is over when the caller goes on.
class FilterScope {
 public:
  FilterScope() {
#if defined(WEFT_TSAN)
    __tsan_acquire(&g_begun);
#endif
  }
  ~FilterScope() {
#if defined(WEFT_TSAN)
    __tsan_release(&g_ended);
#endif
  }
  FilterScope(const FilterScope&) = delete;
  FilterScope& operator=(const FilterScope&) = delete;
};

/// The caller's side of the same.
void run_annotated(tbb::task_arena& arena, std::size_t tokens,
                   const tbb::filter<void, void>& chain) {
#if defined(WEFT_TSAN)
  __tsan_release(&g_begun);
#endif
  arena.execute([&] { tbb::parallel_pipeline(tokens, chain); });
#if defined(WEFT_TSAN)
  __tsan_acquire(&g_ended);
#endif
}

/// Counts source bytes under way and makes the input wait while there are too many.
class ByteGate {
 public:
  ByteGate(std::uint64_t budget, bool may_wait) : budget_(budget), may_wait_(may_wait) {}

  /// Waits at most two seconds without news: oneTBB does not promise that another thread is there
  /// to make room.
  void enter(std::uint64_t bytes) {
    std::unique_lock lock(mutex_);
    while (may_wait_ && works_ != 0 && bytes_ + bytes > budget_) {
      if (room_.wait_for(lock, std::chrono::seconds(2)) == std::cv_status::timeout) break;
    }
    ++works_;
    bytes_ += bytes;
  }
  void leave(std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    --works_;
    bytes_ -= bytes;
    room_.notify_one();
  }

 private:
  std::uint64_t budget_;
  bool may_wait_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::uint64_t works_ = 0;
  std::uint64_t bytes_ = 0;
};

/// The first exception of any filter; the rest of the flow then runs dry, so that every token is
/// freed.
class FirstError {
 public:
  template <class Body>
  void guard(const Body& body) {
    if (failed_.load(std::memory_order_acquire)) return;
    try {
      body();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      failed_.store(true, std::memory_order_release);
    }
  }
  void rethrow() {
    const std::lock_guard lock(mutex_);
    if (error_) std::rethrow_exception(error_);
  }

 private:
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::exception_ptr error_;
};

struct Token {
  std::unique_ptr<Work> work;
  std::uint64_t gated = 0;
};

using Mode = tbb::filter_mode;

tbb::filter<Token*, Token*> middle_filter(const FlowFilter& filter, FirstError& error) {
  const Mode mode = filter.in_order ? Mode::serial_in_order : Mode::parallel;
  return tbb::make_filter<Token*, Token*>(mode, [&filter, &error](Token* token) {
    const FilterScope scope;
    const TsanHandOver state(filter.in_order ? const_cast<FlowFilter*>(&filter) : nullptr);
    const TsanHandOver taken(token);
    error.guard([&] { filter.body(*token->work); });
    return token;
  });
}

}  // namespace

void run_flow(const FlowLimits& limits, const std::function<std::unique_ptr<Work>()>& next,
              const std::vector<FlowFilter>& filters, const std::function<void(Work&)>& sink) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, limits.jobs);
  tbb::task_arena arena(static_cast<int>(limits.jobs));
  ByteGate gate(limits.bytes, limits.jobs > 1);
  char input_state = 0;
  char sink_state = 0;

  FirstError error;
  // Raw pointers in the pipeline: each token is owned by the filter that has it, and deleted by the
  // last.
  tbb::filter<void, Token*> chain = tbb::make_filter<void, Token*>(
      Mode::serial_in_order, [&](tbb::flow_control& control) -> Token* {
        const FilterScope scope;
        const TsanHandOver state(&input_state);
        std::unique_ptr<Work> work;
        error.guard([&] { work = next(); });
        if (!work) {
          control.stop();
          return nullptr;
        }
        auto* token = new Token{std::move(work), 0};
        token->gated = token->work->held;
        gate.enter(token->gated);
        const TsanHandOver given(token);
        return token;
      });
  for (const FlowFilter& filter : filters)
    chain = chain & middle_filter(filter, error);
  const auto last = tbb::make_filter<Token*, void>(Mode::serial_in_order, [&](Token* token) {
    const FilterScope scope;
    const TsanHandOver state(&sink_state);
    const TsanHandOver taken(token);
    error.guard([&] { sink(*token->work); });
    gate.leave(token->gated);
    delete token;
  });
  const std::size_t tokens = limits.jobs == 1 ? 1 : std::size_t{4} * limits.jobs;
  run_annotated(arena, tokens, chain & last);
  error.rethrow();
}

}  // namespace weft
