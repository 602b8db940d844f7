// SPDX-License-Identifier: Apache-2.0
/// The grammar of pipeline files for editors: what `weft schema` prints.
#pragma once

#include <string>

#include "core/plugin/registry.hpp"

namespace weft {

/// A RELAX NG grammar in its XML syntax: each plugin of the registry with its options, their types,
/// ranges, choices and documentation (a:documentation). A value with ${NAME} in it is valid
/// anywhere but in plugin, id and the choice of a grammar rule. What depends on the run (needs and
/// gives, files that exist, ranges of values with units) is for make_plan to say.
[[nodiscard]] std::string relaxng_schema(const Registry& registry);

}  // namespace weft
