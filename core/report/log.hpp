// SPDX-License-Identifier: Apache-2.0
/// The log: stderr only, text or JSON lines, one level for the whole program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "weft/abi.h"

namespace weft {

enum class LogFormat { text, json };

/// Sets level ("debug", "info", "warning", "error", "off") and format for the process. Call once,
/// before any thread logs. Throws Error(WEFT_E_CONFIG) for an unknown level.
void start_log(std::string_view level, LogFormat format, bool color);

/// One message; level is WEFT_LOG_... Any thread. Clears and redraws the progress line around it.
void log_message(std::uint32_t level, std::string_view message);

}  // namespace weft
