// SPDX-License-Identifier: Apache-2.0
/// Step 1 of the program: a pipeline file becomes a Config; README.md has the grammar.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/config/config.hpp"
#include "core/config/config_inputs.hpp"
#include "core/config/problems.hpp"

namespace weft {

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
