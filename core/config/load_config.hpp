// SPDX-License-Identifier: Apache-2.0
/// Step 1 of the program: a pipeline file becomes a Config; README.md has the grammar.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/config/config.hpp"
#include "core/config/problems.hpp"

namespace weft {

/// The bytes of a file, or why there are none.
struct FileText {
  std::string bytes;
  std::string error;  ///< empty on success: "it does not exist"
  std::string hint;   ///< "did you mean 'base.xml'?"
};

/// Reads a pipeline file of at most 1 MiB.
[[nodiscard]] FileText read_config_file(const std::filesystem::path& path);

/// The value of an environment variable, or nothing when it is not set.
[[nodiscard]] std::optional<std::string> read_environment(const std::string& name);

/// Where a pipeline takes its included files and variables from. Tests and the fuzz target replace
/// both; the program does not.
struct ConfigInputs {
  std::function<FileText(const std::filesystem::path&)> read_file = read_config_file;
  std::function<std::optional<std::string>(const std::string&)> environment = read_environment;
};

/// Reads a pipeline file, the files it includes and the environment variables it names. Whatever is
/// wrong goes into `problems`; what could be read is returned, so that make_plan can find more.
/// Throws nothing of its own.
[[nodiscard]] Config load_config(const std::filesystem::path& file, Problems& problems,
                                 const ConfigInputs& inputs = {});

/// The same for text already in memory; `file` gives its name in complaints and the directory that
/// relative paths count from.
[[nodiscard]] Config load_config_text(std::string_view text, const std::filesystem::path& file,
                                      Problems& problems, const ConfigInputs& inputs = {});

}  // namespace weft
