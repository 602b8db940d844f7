// SPDX-License-Identifier: Apache-2.0
/// Tells HTML from plain text by its content, and finds the encoding a page declares.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// How much `head`, the first bytes of a source, looks like HTML: 0 not at all .. 100 certain.
/// `media_type` is what HTTP declared, or empty; text declared plain is not HTML. Bytes may be of
/// any encoding that keeps ASCII, or UTF-16. Any thread.
int score_html(std::string_view uri, std::string_view media_type, std::string_view head);

/// The label of the first <meta charset> or <meta http-equiv="content-type"> in the first 2048
/// bytes (WHATWG looks at 1024; pages put long comments before it), or empty. "utf-16" there means
/// UTF-8, as the page could be read. Any thread.
std::string find_declared_charset(std::string_view bytes);

}  // namespace weft
