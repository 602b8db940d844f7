// SPDX-License-Identifier: Apache-2.0
/// How two lines of one paragraph are joined.
#pragma once

#include <string_view>

namespace weft {

/// "" where the line end stands between two characters of scripts written without blanks (Chinese,
/// Japanese, their punctuation and wide forms), else " ". Any thread.
std::string_view line_joint(std::string_view before, std::string_view behind);

/// True for Han, Kana, and the punctuation and wide forms that go with them. Any thread.
bool is_wide(char32_t point);

/// The last code point of valid UTF-8, or 0.
char32_t last_code_point(std::string_view text);

}  // namespace weft
