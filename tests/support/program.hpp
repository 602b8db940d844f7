// SPDX-License-Identifier: Apache-2.0
/// The weft program run as a user runs it, and folders to run it in.
#pragma once

#include <string>
#include <vector>

namespace weft::test {

struct ProgramResult {
  int code = -1;  ///< exit code; 128 + signal when it was killed
  std::string out;
  std::string err;
};

/// Runs a program with no terminal and an empty standard input. `environment` holds "NAME=VALUE"
/// added to ours.
ProgramResult run_program(const std::vector<std::string>& command,
                          const std::vector<std::string>& environment = {});
/// Runs the weft of this build, with a plugin cache of the build's own.
ProgramResult run_weft(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment = {});

/// A temporary folder, gone with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// The absolute path of something in it.
  [[nodiscard]] std::string path(const std::string& relative = "") const;
  /// Writes a file, making the folders above it.
  void write(const std::string& relative, const std::string& bytes) const;
  [[nodiscard]] std::string read(const std::string& relative) const;

 private:
  std::string root_;
};

}  // namespace weft::test
