// SPDX-License-Identifier: Apache-2.0
/// Comparing texts by their letters and digits alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// `text` without spaces, punctuation and symbols, ASCII in lower case.
std::string letters_only(std::string_view text);

/// Sorted, distinct hashes of the words of `text`: runs of letters and digits, and single wide
/// characters.
std::vector<std::uint64_t> word_hashes(std::string_view text);

/// The text without white space at its ends (wide spaces too).
std::string_view trimmed(std::string_view text);

}  // namespace weft
