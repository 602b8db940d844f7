// SPDX-License-Identifier: Apache-2.0
/// How much a source looks like a translation memory.
#pragma once

#include <string_view>

namespace weft {

/// 0..100 on the scale of sdk/README.md: the root element decides; a Tiled map, also named .tmx,
/// has another.
int sniff_tmx(std::string_view media_type, std::string_view head);

}  // namespace weft
