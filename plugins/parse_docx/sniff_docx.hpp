// SPDX-License-Identifier: Apache-2.0
/// How sure it is that a source is a WordprocessingML document.
#pragma once

#include <string_view>

namespace weft {

/// 0..100 by the scale of sdk/README.md. `head` is up to 64 KiB of content.
int score_docx(std::string_view uri, std::string_view media_type, std::string_view head);

/// True for an OLE compound file: what Word wrote before 2007, and what it encrypts into.
bool is_compound_file(std::string_view bytes);

}  // namespace weft
