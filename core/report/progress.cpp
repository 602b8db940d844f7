// SPDX-License-Identifier: Apache-2.0
/// The progress line.
#include "core/report/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace weft {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kInterval = std::chrono::milliseconds(100);

// The line is one thing on one terminal, so its lock and owner are the process's.
std::mutex& screen() {
  static std::mutex mutex;
  return mutex;
}
Progress* g_drawn = nullptr;

void put(const std::string& text) {
  // A progress line that cannot be written is no reason to stop.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(seconds);
  char text[32];
  std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

}  // namespace

Progress::Progress(bool shown, std::uint64_t total_documents, std::uint64_t total_bytes)
    : shown_(shown),
      total_documents_(total_documents),
      total_bytes_(total_bytes),
      start_(Clock::now()) {}

Progress::~Progress() {
  const std::lock_guard lock(screen());
  if (g_drawn == this) {
    erase();
    g_drawn = nullptr;
  }
}

void Progress::step(std::uint64_t bytes, bool quarantined) {
  ++documents_;
  bytes_ += bytes;
  quarantined_ += quarantined ? 1U : 0U;
  if (shown_ && Clock::now() - drawn_ >= kInterval) draw();
}

void Progress::draw() {
  const std::lock_guard lock(screen());
  drawn_ = Clock::now();
  g_drawn = this;
  put("\r\x1b[K" + line(std::chrono::duration<double>(drawn_ - start_).count()));
}

void Progress::erase() const {
  put("\r\x1b[K");
}

std::string Progress::line(double seconds) const {
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  char text[160];
  std::snprintf(text, sizeof text, "weft  %llu/%llu documents  %.1f MB  %.1f MB/s",
                static_cast<unsigned long long>(documents_),
                static_cast<unsigned long long>(total_documents_), megabytes,
                seconds > 0 ? megabytes / seconds : 0.0);
  std::string out = text;
  const double done =
      total_bytes_ != 0 ? static_cast<double>(bytes_) / static_cast<double>(total_bytes_) : 0.0;
  if (done > 0.01 && done < 1.0) out += "  ETA " + clock_text(seconds / done - seconds);
  if (quarantined_ != 0) out += "  " + std::to_string(quarantined_) + " quarantined";
  return out;
}

ProgressPause::ProgressPause() : lock_(screen()) {
  if (g_drawn != nullptr) g_drawn->erase();
}

}  // namespace weft
