// SPDX-License-Identifier: Apache-2.0
/// Quotations that one side marks and the other does not.
#pragma once

#include <vector>

#include "bead_pair.hpp"

namespace weft {

/// Appends a finding where a side quotes a whole clause and the other side has no quotation mark of
/// any kind, single ones and title marks taken as such too. Terms in quotation marks are left
/// alone: languages differ in what they set apart.
void check_quotes(const BeadPair& bead, std::vector<Finding>& out);

}  // namespace weft
