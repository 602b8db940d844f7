// SPDX-License-Identifier: Apache-2.0
/// Sentences that one side denies and the other states.
#pragma once

#include <vector>

#include "bead_pair.hpp"

namespace weft {

/// For Chinese and English, by word lists: appends a finding where one side has a plain negation
/// ("not", 没有) and the other no word at all that could carry one, prefixes and words like "few",
/// "lack", "until" or 否, 缺, 以外 taken as such.
void check_negation(const BeadPair& bead, std::vector<Finding>& out);

}  // namespace weft
