// SPDX-License-Identifier: Apache-2.0
/// How a briefing is laid out for a terminal.
#pragma once

#include <string>

#include "weft/briefing/briefing.hpp"
#include "wrap.hpp"

namespace weft {

/// Lines wrapped, headings underlined. Ends with a line feed.
std::string plain_text(const Briefing& briefing, const Wrapper& wrapper);

}  // namespace weft
