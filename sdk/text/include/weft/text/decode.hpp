// SPDX-License-Identifier: Apache-2.0
/// Turns the bytes of a source, in whatever encoding, into UTF-8 text that can be traced back to
/// those bytes.
#pragma once

#include <weft/abi.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Text made from bytes, with the way back.
struct Decoded {
  std::string text;      ///< valid UTF-8 without NUL; a byte order mark is left out
  std::string encoding;  ///< WHATWG name: "UTF-8", "gb18030", "Big5", "windows-1252", ...
  std::vector<weft_run>
      runs;  ///< `here` counts bytes of `text`, `there` bytes of the input; sorted
  std::uint64_t repaired = 0;  ///< U+FFFD written for NUL bytes and for bytes that are no text
};

/// Decodes `bytes`, finding their encoding by a cascade: byte order mark, ISO-2022 escapes, strict
/// UTF-8, `declared_label` where the bytes are plausible in it (read as the WHATWG superset:
/// "gb2312" is gb18030), UTF-16 without a mark, and last a statistical guess over the first
/// kilobytes. Bytes that are no text in the encoding found become U+FFFD, are counted, and stay
/// mapped to where they stood.
///
/// `declared_label` is what HTTP or a `<meta charset>` said, in any case, or empty; an unknown
/// label counts as empty. Throws weft::Error (WEFT_E_LIMIT) when the text would reach 4 GiB. Any
/// thread.
Decoded decode(std::string_view bytes, std::string_view declared_label = {});

/// The WHATWG name for an encoding label ("GBK" and "gb2312" give "gb18030", "latin1" gives
/// "windows-1252"), or empty for a label that names no encoding known here. Any thread.
std::string_view encoding_of_label(std::string_view label);

/// The label in "text/html; charset=gbk", without quotes; empty when there is none. A view of the
/// argument. Any thread.
std::string_view charset_of(std::string_view media_type);

}  // namespace weft
