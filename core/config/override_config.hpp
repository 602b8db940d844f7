// SPDX-License-Identifier: Apache-2.0
/// What the command line changes in a loaded Config. Call apply_export before apply_set, so that
/// --set can name the new exports.
#pragma once

#include <string>
#include <string_view>

#include "core/config/config.hpp"
#include "core/config/problems.hpp"

namespace weft {

/// --set ID.OPTION=VALUE: sets or adds one option (or `when`) of the stage with that id. The value
/// is taken literally: substitution is the shell's business here. Paths in it count from the
/// working directory.
void apply_set(Config& config, std::string_view argument, Problems& problems);

/// --export NAME=PATH: the first one replaces every export the files name, further ones add to it.
/// Ids are export_NAME, then export_NAME_2 and so on.
void apply_export(Config& config, std::string_view argument, Problems& problems);

/// The id wanted, or where a stage has it: that with "_2" behind, "_3" and so on.
std::string free_id(const Config& config, const std::string& wanted);

}  // namespace weft
