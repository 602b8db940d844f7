// SPDX-License-Identifier: Apache-2.0
/// Bytes made small, and made text that a page can hold.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// Raw deflate (RFC 1951) at the highest level. Throws Error(WEFT_E_LIMIT) for 4 GiB and more.
/// Any thread.
std::string deflated(std::string_view bytes);

/// Any bytes as UTF-8 that survives inside a script element: seven bits an ASCII character, which
/// is 8/7 of the bytes where base64 is 4/3. The three characters that HTML would change or end at
/// (NUL, CR, "<") are written with the five bits behind them as U+00A0 + 32 * n + bits, n their
/// place in this list: nothing above U+00FF, which browsers keep in one byte a character. What is
/// missing at the end is zero bits: a reader must know how many bytes there are. Any thread.
std::string as_page_text(std::string_view bytes);

}  // namespace weft
