// SPDX-License-Identifier: Apache-2.0
/// Does a source look like plain text?
#pragma once

#include <string_view>

namespace weft::plain {

/// 0 (binary) .. 95 (declared text/plain). Undeclared plain text gets a moderate score, so that a
/// parser that knows a format wins over it; text full of markup a low one. Any thread.
int sniff_text(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft::plain
