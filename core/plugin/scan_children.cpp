// SPDX-License-Identifier: Apache-2.0
/// posix_spawn, poll, and the words for how a child ended.
#include "core/plugin/scan_children.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "core/plugin/scan_library.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxAnswer = std::size_t{16} << 20U;

/// One running child, and what it has said so far.
struct Child {
  std::size_t file = 0;  ///< index
  pid_t pid = -1;
  int pipe = -1;
  Clock::time_point due;
  std::string heard;
  bool closed = false;
};

/// The child's end of things: its output is the pipe, everything else is /dev/null; a process group
/// of its own, so that it is killed with all it started; no inherited signal settings.
class SpawnSetup {
 public:
  explicit SpawnSetup(int output) {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes,
        static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;
  ~SpawnSetup() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }

  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
};

/// Starts a child; returns an errno, 0 on success.
int start(Child& child, const fs::path& file, const fs::path& program) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
  child.pipe = ends[0];
  ::fcntl(child.pipe, F_SETFL, O_NONBLOCK);
  std::string name = program.string();
  std::string option = "--scan-library";
  std::string argument = file.string();
  std::array<char*, 4> arguments = {name.data(), option.data(), argument.data(), nullptr};
  const SpawnSetup setup(ends[1]);
  const int failed = posix_spawn(&child.pid, name.c_str(), &setup.files, &setup.attributes,
                                 arguments.data(), environ);
  ::close(ends[1]);
  if (failed != 0) ::close(child.pipe);
  return failed;
}

/// The line of JSON, once all of it is there.
std::string_view answer_of(const Child& child) {
  std::string_view rest = child.heard;
  for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos;
       rest.remove_prefix(end + 1)) {
    if (rest.starts_with('{')) return rest.substr(0, end);
  }
  return {};
}

void listen(Child& child, std::chrono::milliseconds deadline) {
  std::array<char, 65536> block{};
  const bool first_word = child.heard.empty();
  while (child.heard.size() < kMaxAnswer) {
    const ssize_t got = ::read(child.pipe, block.data(), block.size());
    if (got > 0) {
      child.heard.append(block.data(), static_cast<std::size_t>(got));
    } else if (got < 0 && errno == EINTR) {
      continue;
    } else {
      child.closed = got == 0 || errno != EAGAIN;
      // On a busy machine starting may take as long as answering; that is not the library's fault.
      if (first_word && !child.heard.empty()) child.due = Clock::now() + deadline;
      return;
    }
  }
  child.closed = true;
}

/// What the child was at when it said its last word.
std::string doing(const Child& child) {
  const auto said = [&](std::string_view step) {
    return child.heard.find(std::string(step) + "\n") != std::string::npos;
  };
  if (said(kStepRead)) return "while its description was read";
  if (said(kStepEnter)) return "in weft_entry";
  return "while loading";
}

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(signal);
}

std::string in_seconds(std::chrono::milliseconds time) {
  if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000) + " s";
  return std::to_string(time.count()) + " ms";
}

/// Waits for the child to be dead, not longer than its deadline; its status stays to be collected.
bool died_in_time(const Child& child) {
  for (;;) {
    siginfo_t news{};
    const int failed =
        ::waitid(P_PID, static_cast<id_t>(child.pid), &news, WEXITED | WNOHANG | WNOWAIT);
    if (failed != 0 || news.si_pid == child.pid) return true;
    if (Clock::now() >= child.due) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// Ends the child and its group and says what came of it.
ScanResult conclude(Child& child, const ChildOptions& options) {
  const std::string_view answer = answer_of(child);
  // A dying child closes its pipe before its status can be had.
  const bool in_time = !answer.empty() || (child.closed && died_in_time(child));
  ::kill(-child.pid, SIGKILL);
  int status = 0;
  while (::waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  ::close(std::exchange(child.pipe, -1));
  if (!answer.empty()) {
    if (auto result = scan_result_from_json(answer)) return std::move(*result);
    return {{}, "gave an answer that cannot be understood", Blame::kCircumstances};
  }
  ScanResult result;
  result.blame = Blame::kCircumstances;
  if (!in_time) {
    result.reason =
        "did not answer within " + in_seconds(options.deadline) + " (" + doing(child) + ")";
  } else if (WIFSIGNALED(status)) {
    result.reason = "crashed " + doing(child) + " (" + signal_name(WTERMSIG(status)) + ")";
  } else {
    result.reason = "ended the process " + doing(child) + " (exit code " +
                    std::to_string(WEXITSTATUS(status)) + ")";
  }
  return result;
}

bool finished(const Child& child) {
  return child.closed || Clock::now() >= child.due || !answer_of(child).empty();
}

/// Sleeps until a child says something or a deadline passes.
void wait_for_news(std::vector<Child>& children, std::chrono::milliseconds deadline) {
  std::vector<pollfd> pipes;
  Clock::time_point first = Clock::time_point::max();
  for (const Child& child : children) {
    pipes.push_back({child.pipe, POLLIN, 0});
    first = std::min(first, child.due);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now());
  ::poll(pipes.data(), pipes.size(), static_cast<int>(std::max<std::int64_t>(0, left.count())));
  for (Child& child : children)
    listen(child, deadline);
}

}  // namespace

std::vector<ScanResult> scan_in_children(const std::vector<fs::path>& files,
                                         const ChildOptions& options) {
  const fs::path program = options.program.empty() ? "/proc/self/exe" : options.program;
  const std::size_t jobs =
      options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<ScanResult> results(files.size());
  std::vector<Child> running;
  std::size_t next = 0;
  while (next < files.size() || !running.empty()) {
    for (; running.size() < jobs && next < files.size(); ++next) {
      Child child;
      child.file = next;
      child.due = Clock::now() + options.deadline;
      if (const int failed = start(child, files[next], program); failed != 0) {
        results[next] = {{},
                         "could not be examined: cannot start " + program.string() + ": " +
                             std::generic_category().message(failed),
                         Blame::kHost};
      } else {
        running.push_back(std::move(child));
      }
    }
    if (running.empty()) continue;
    wait_for_news(running, options.deadline);
    for (Child& child : running)
      if (finished(child)) results[child.file] = conclude(child, options);
    std::erase_if(running, [](const Child& child) { return child.pipe < 0; });
  }
  return results;
}

}  // namespace weft
