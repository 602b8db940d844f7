// SPDX-License-Identifier: Apache-2.0
/// Bytes of a known encoding to UTF-8 with offset runs.
#pragma once

#include <string_view>

#include "encodings.hpp"
#include "weft/text/decode.hpp"

namespace weft {

/// Decodes bytes[begin..] (what is before `begin` is a mark that has been read). Offsets count from
/// the begin of `bytes`. Throws weft::Error (WEFT_E_LIMIT) past 4 GiB of text.
Decoded transcode(std::string_view bytes, std::size_t begin, const Encoding& encoding);

}  // namespace weft
