// SPDX-License-Identifier: Apache-2.0
/// Numbers of a list in front of its lines, told from numbers that belong to the text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace weft {

/// Takes "1. ", "2) " or "3、" off the beginning of a line and returns its number; nothing where
/// none stands there. "1.5" and "2024." are none.
std::optional<int> take_number(std::string_view& line);

/// The lines without their numbers where these run 1, 2, 3: then they are a list's. A date ("9.
/// November" in German) stays, as does a lone "1." in languages that write ordinals like this.
/// `language` is a BCP 47 tag. Any thread.
std::vector<std::string_view> without_numbers(const std::vector<std::string_view>& lines,
                                              std::string_view language);

}  // namespace weft
