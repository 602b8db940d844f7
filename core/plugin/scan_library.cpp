// SPDX-License-Identifier: Apache-2.0
/// A library is opened where its crash harms nobody.
#include "core/plugin/scan_library.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
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

/// What an exception of the library says. Neither a static constructor nor weft_entry may throw,
/// and some do.
ScanResult thrown(const std::exception_ptr& exception) {
  ScanResult result;
  result.reason = "threw an exception";
  result.blame = Blame::kCircumstances;
  try {
    if (exception) std::rethrow_exception(exception);
  } catch (const std::exception& error) {
    result.reason += std::string(": ") + error.what();
  } catch (...) {
    // There is nothing to say of it.
  }
  return result;
}

const Answer* answer_at_end = nullptr;

/// dlopen lets nothing through: an exception of a static constructor ends here.
[[noreturn]] void answer_and_end() {
  const bool told = answer_at_end->line(to_json(thrown(std::current_exception())));
  std::_Exit(told ? 0 : 1);
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
  } catch (...) {
    result = thrown(std::current_exception());
  }
  return result;
}

}  // namespace

int scan_library_child(const char* file) {
  die_plainly();
  const Answer answer;
  answer_at_end = &answer;
  std::set_terminate(answer_and_end);
  return answer.line(to_json(examine(file, answer))) ? 0 : 1;
}

}  // namespace weft
