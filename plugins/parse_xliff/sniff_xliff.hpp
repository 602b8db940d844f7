// SPDX-License-Identifier: Apache-2.0
/// How much a source looks like XLIFF.
#pragma once

#include <string_view>

namespace weft {

/// 0..100 on the scale of sdk/README.md: the root element decides.
int sniff_xliff(std::string_view media_type, std::string_view head);

}  // namespace weft
