// SPDX-License-Identifier: Apache-2.0
/// Encodings that their structure gives away: no vote is needed.
#pragma once

#include <string_view>

#include "encodings.hpp"

namespace weft {

/// UTF-8 as a whole, or with few broken bytes among many good characters. Text with NUL is none:
/// that may be UTF-16.
bool is_utf8(std::string_view bytes);

/// The seven-bit encoding whose shifts are among `bytes` (ISO-2022-JP, -KR, -CN, HZ), or nullptr.
const Encoding* find_seven_bit(std::string_view bytes);

/// UTF-32 without a mark: every unit looked at is a code point; nullptr otherwise.
const Encoding* find_utf32(std::string_view bytes);

}  // namespace weft
