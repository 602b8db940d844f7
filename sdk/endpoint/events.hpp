// SPDX-License-Identifier: Apache-2.0
/// Server-sent events: what a streamed answer is made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// The data of each event of a stream, in order, by the WHATWG's rules: lines end in LF, CR or
/// CRLF, comments and other fields are skipped, several data lines of an event are joined by a
/// newline. Unlike there, data at the end counts without a blank line behind it.
std::vector<std::string> read_events(std::string_view stream);

/// True when the last event of a stream still growing is the "[DONE]" of OpenAI's streams. Looks at
/// the end only.
bool ends_with_done(std::string_view stream);

}  // namespace weft
