// SPDX-License-Identifier: Apache-2.0
/// What is known of the streams: whether a person is looking, and whether in colour.
#pragma once

#include <cstdio>
#include <string_view>

namespace weft {

/// True when the stream is a terminal.
bool is_terminal(std::FILE* stream);

/// Whether to colour what goes to the stream: --color, else NO_COLOR (no-color.org), else whether
/// it is a terminal that can.
bool use_color(std::string_view choice, std::FILE* stream);

/// Writes all of it to standard output. Throws Error(WEFT_E_CONFIG) when that fails, so that a full
/// disk behind a pipe is no success.
void print(std::string_view text);

}  // namespace weft
