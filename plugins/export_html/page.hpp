// SPDX-License-Identifier: Apache-2.0
/// The page around the briefings, and each briefing in it.
#pragma once

#include <string>
#include <string_view>

#include "weft/briefing/briefing.hpp"
#include "weft/exports/made_by.hpp"

namespace weft {

/// Everything up to the first article: `title` is that of the window. The page has no scripts, and
/// its policy allows nothing but its own style sheet.
std::string page_head(std::string_view title, const MadeBy& made_by);
/// Everything behind the last article.
std::string page_foot(const MadeBy& made_by);

/// One briefing. `alone`: it has the page to itself; else its ids begin with the document's id, and
/// the text is folded so that a reader sees the next summary.
std::string article(const Briefing& briefing, bool alone);

/// An id for links: letters, digits, '.' and '-' stay, any other byte is '_' and two hex digits.
/// Different texts have different ids.
std::string link_id(std::string_view text);

}  // namespace weft
