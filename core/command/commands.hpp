// SPDX-License-Identifier: Apache-2.0
/// The sub-commands of the program. Each returns an exit code; data goes to stdout, all else to
/// stderr.
#pragma once

#include "core/command/command_line.hpp"

namespace weft {

int run_command(const CommandLine& line);
int review_command(const CommandLine& line);
int validate_command(const CommandLine& line);
int plan_command(const CommandLine& line);
int plugins_command(const CommandLine& line);
int show_command(const CommandLine& line);
int schema_command(const CommandLine& line);
int lexicon_command(const CommandLine& line);

}  // namespace weft
