// SPDX-License-Identifier: Apache-2.0
/// Running programs in tests.
#include "tests/support/program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/stage_harness.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX wants it so

namespace weft::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& text : strings)
    out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

ProgramResult run_once(const std::vector<std::string>& command,
                       const std::vector<std::string>& environment) {
  const Folder folder;
  const std::string out = folder.path("out");
  const std::string err = folder.path("err");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  std::vector<std::string> words = command;
  // Ours first: of two values of one name, the C library takes the first.
  std::vector<std::string> variables = environment;
  for (char** variable = environ; *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, words.front().c_str(), &actions, nullptr,
                                  pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command.front());
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
  }
  ProgramResult result;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = read_file(out);
  result.err = read_file(err);
  return result;
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& command,
                          const std::vector<std::string>& environment) {
  ProgramResult result = run_once(command, environment);
  // The tracer of clang 14's LeakSanitizer itself dies now and then where threads are ending (seen
  // once in some three hundred runs): that says nothing of the program.
  if (result.err.find("LeakSanitizer has encountered a fatal error") != std::string::npos)
    result = run_once(command, environment);
  return result;
}

ProgramResult run_weft(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment) {
  std::vector<std::string> command{WEFT_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  variables.push_back(std::string("XDG_CACHE_HOME=") + WEFT_BINARY_DIR + "/cache");
  return run_program(command, variables);
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "weft-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  root_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

std::string Folder::path(const std::string& relative) const {
  return relative.empty() ? root_ : root_ + "/" + relative;
}

void Folder::write(const std::string& relative, const std::string& bytes) const {
  const std::filesystem::path file = path(relative);
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string Folder::read(const std::string& relative) const {
  return read_file(path(relative));
}

}  // namespace weft::test
