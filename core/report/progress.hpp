// SPDX-License-Identifier: Apache-2.0
/// The progress line of a run: on a terminal only, redrawn in place, gone at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace weft {

/// Draws "weft  132/500 documents  12.3 MB/s  ETA 0:41  2 quarantined" on stderr at most ten times
/// a second. step() is called from one thread at a time; the clock and the rate are of this object.
class Progress {
 public:
  /// Draws nothing when `shown` is false. Totals may be 0: unknown.
  Progress(bool shown, std::uint64_t total_documents, std::uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::uint64_t bytes, bool quarantined);

 private:
  friend class ProgressPause;
  void draw();
  void erase() const;
  [[nodiscard]] std::string line(double seconds) const;

  bool shown_;
  std::uint64_t total_documents_;
  std::uint64_t total_bytes_;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t quarantined_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
};

/// Takes the progress line off the screen while a log line is written. Any thread.
class ProgressPause {
 public:
  ProgressPause();

 private:
  std::unique_lock<std::mutex> lock_;
};

}  // namespace weft
