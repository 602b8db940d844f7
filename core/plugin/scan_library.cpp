// SPDX-License-Identifier: Apache-2.0
/// A library is opened where its crash harms nobody.
#include "core/plugin/scan_library.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <string>

#include "core/plugin/library.hpp"
#include "core/plugin/load_words.hpp"
#include "core/plugin/read_description.hpp"
#include "core/plugin/scan_result.hpp"

namespace weft {
namespace {

/// Where the answer goes: the standard output this process was started with, moved out of the
/// library's reach.
class Answer {
 public:
  Answer() : fd_(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)) {
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
  }

  [[nodiscard]] bool line(std::string_view words) const {
    std::string text(words);
    text += '\n';
    for (std::string_view rest = text; !rest.empty();) {
      const ssize_t written = ::write(fd_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

 private:
  int fd_;
};

/// A crash must end the process by its signal, at once and without a trace on disk, whatever a
/// sanitizer's runtime or a parent arranged.
void die_plainly() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS})
    (void)std::signal(signal, SIG_DFL);
}

ScanResult examine(const char* file, const Answer& answer) {
  ScanResult result;
  try {
    (void)answer.line(kStepLoad);
    const Library library(file);
    (void)answer.line(kStepEnter);
    const weft_plugin* plugin = library.enter();
    (void)answer.line(kStepRead);
    result.plugins = read_description(plugin);
  } catch (const ScanError& error) {
    result.reason = error.what();
    result.blame = error.blame();
  } catch (const std::exception& error) {
    // From a static constructor or weft_entry: neither may throw, and some do.
    result.reason = std::string("threw an exception: ") + error.what();
    result.blame = Blame::kCircumstances;
  } catch (...) {
    result.reason = "threw an exception";
    result.blame = Blame::kCircumstances;
  }
  return result;
}

}  // namespace

int scan_library_child(const char* file) {
  die_plainly();
  const Answer answer;
  return answer.line(to_json(examine(file, answer))) ? 0 : 1;
}

}  // namespace weft
