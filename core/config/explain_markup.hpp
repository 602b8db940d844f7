// SPDX-License-Identifier: Apache-2.0
/// The mistake of a person behind "not well-formed": pugixml says only where it gave up.
#pragma once

#include <optional>
#include <string_view>

#include "core/config/source_text.hpp"

namespace weft {

/// What makes `text` no well-formed XML, in a user's words: an element that is never closed, an end
/// tag without start, a comment without end, a fault of a start tag. Nothing when it is none of
/// these. Linear in the text.
[[nodiscard]] std::optional<Fault> explain_markup(std::string_view text);

}  // namespace weft
