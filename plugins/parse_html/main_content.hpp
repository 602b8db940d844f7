// SPDX-License-Identifier: Apache-2.0
/// Decides which blocks of a page are its content.
#pragma once

#include <vector>

#include "block_features.hpp"
#include "page_profile.hpp"

namespace weft {

/// One value per block: the probability that it belongs to the main content. A gradient-boosted
/// ensemble over block_features.hpp, trained on annotated pages of seven kinds (see README.md). Any
/// thread.
std::vector<float> content_probabilities(const std::vector<FeatureVector>& features);

/// The blocks that are content: probable ones; and on pages too small to have furniture, all that
/// nothing speaks against.
std::vector<bool> find_main_content(const PageProfile& profile,
                                    const std::vector<FeatureVector>& features);

}  // namespace weft
