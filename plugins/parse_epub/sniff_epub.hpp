// SPDX-License-Identifier: Apache-2.0
/// How sure it is that a source is an EPUB.
#pragma once

#include <string_view>

namespace weft {

/// 0..100 by the scale of sdk/README.md. `head` is up to 64 KiB of content.
int score_epub(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft
