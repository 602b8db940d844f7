// SPDX-License-Identifier: Apache-2.0
/// How sure it is that a source is an OpenDocument text.
#pragma once

#include <string_view>

namespace weft {

/// 0..100 by the scale of sdk/README.md. `head` is up to 64 KiB of content.
int score_odt(std::string_view uri, std::string_view media_type, std::string_view head);

/// True for a document that is one XML file instead of an archive (.fodt).
bool is_flat_odt(std::string_view bytes);

}  // namespace weft
