// SPDX-License-Identifier: Apache-2.0
/// Punctuation that translators keep, as classes that scripts share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft {

/// The class (above 0) of the mark at `at`, moved behind it, or 0 with `at` moved by one code
/// point. "?" and "？" are one class; full stops, commas and apostrophes have none: they say
/// little.
std::uint32_t read_mark(std::string_view text, std::size_t& at);

}  // namespace weft
