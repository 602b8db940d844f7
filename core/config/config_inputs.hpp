// SPDX-License-Identifier: Apache-2.0
/// What load_config reads besides its text: files and environment variables.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace weft {

/// The value of an environment variable, or nothing when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The bytes of a file, or why there are none.
struct FileText {
  std::string bytes;
  std::string error;  ///< empty on success: "it does not exist"
  std::string hint;   ///< "did you mean 'base.xml'?"
};

/// Reads a pipeline file of at most 1 MiB.
[[nodiscard]] FileText read_config_file(const std::filesystem::path& path);

/// The value of a variable of the process, or nothing when it is not set.
[[nodiscard]] std::optional<std::string> read_environment(const std::string& name);

/// Where a pipeline takes its included files and variables from. Tests and the fuzz target replace
/// both; the program does not.
struct ConfigInputs {
  std::function<FileText(const std::filesystem::path&)> read_file = read_config_file;
  Environment environment = read_environment;
};

}  // namespace weft
