// SPDX-License-Identifier: Apache-2.0
/// How a briefing is laid out in Markdown.
#pragma once

#include <string>
#include <string_view>

#include "weft/briefing/briefing.hpp"

namespace weft {

/// CommonMark with GitHub's tables; one line a paragraph. Ends with a line feed.
std::string markdown(const Briefing& briefing);

/// The text as CommonMark that shows just that text, anywhere in a line that begins with it.
/// `in_cell`: in a table, where a bar would end the cell.
std::string escape_markdown(std::string_view text, bool in_cell = false);

}  // namespace weft
