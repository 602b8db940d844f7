// SPDX-License-Identifier: Apache-2.0
/// Chooses the authors of a page among its claims and the lines that name them.
#pragma once

#include <vector>

#include "choose_metadata.hpp"

namespace weft {

/// One value a name, in the page's order; empty when nobody is named for sure. Any thread.
std::vector<ChosenValue> choose_authors(const MetadataInput& input);

}  // namespace weft
