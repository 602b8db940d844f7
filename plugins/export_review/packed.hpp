// SPDX-License-Identifier: Apache-2.0
/// Bytes made small, and made text that a page can hold.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// Raw deflate (RFC 1951) at the highest level. Throws Error(WEFT_E_LIMIT) for 4 GiB and more.
/// Any thread.
std::string deflated(std::string_view bytes);

/// Any bytes as ASCII that survives inside a script element: seven bits a character, which is 8/7
/// of the bytes where base64 is 4/3. The three characters that HTML would change or end at, and
/// "~", are "~" and a digit, their place among NUL, CR, "<", "~": a 32nd of random bytes'
/// characters. Nothing is above U+007F: browsers decode a page of ASCII many times faster than one
/// where every fiftieth character is of two bytes. Bits missing at the end are zeros: a reader must
/// know how many bytes there are. Any thread.
std::string as_page_text(std::string_view bytes);

}  // namespace weft
