// SPDX-License-Identifier: Apache-2.0
/// The two ways a document is laid out.
#pragma once

#include <string>
#include <string_view>

#include "reading.hpp"
#include "wrap.hpp"

namespace weft {

/// For a terminal: lines wrapped, headings underlined. Ends with a line feed.
std::string plain_text(const Reading& reading, const Wrapper& wrapper);

/// CommonMark; one line a paragraph. Ends with a line feed.
std::string markdown(const Reading& reading);

/// The text as CommonMark that shows just that text, anywhere in a line that begins with it.
std::string escape_markdown(std::string_view text);

}  // namespace weft
