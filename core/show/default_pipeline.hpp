// SPDX-License-Identifier: Apache-2.0
/// The pipeline that shows a file when the user names none.
#pragma once

#include "core/config/config.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// Every installed parser, then, for each name of `wanted` ("lang", "sentence": span types or
/// attribute keys), the transform that gives it. Plugins are chosen by what they say of themselves:
/// per document, nothing required that a user would have to give, the fewest needs, then the first
/// id. What no plugin gives is left out.
Config default_pipeline(const Registry& registry, const std::vector<std::string>& wanted);

}  // namespace weft
