// SPDX-License-Identifier: Apache-2.0
/// How much tokens count against a pair of sentences where little of a text is known.
#pragma once

#include <algorithm>
#include <vector>

#include "token_table.hpp"

namespace weft {

/// What a token without a counterpart counts if nothing is known of its type: 1 in a text half of
/// whose tokens are known or more, down to 0 in one of which nothing is.
inline float weight_of_unknown(const TokenTable& table, const std::vector<bool>& is_known) {
  constexpr float kWellKnown = 0.5F;
  float known = 0;
  float all = 0;
  for (const TokenUse& use : table.uses) {
    all += use.weight;
    known += is_known[use.type] ? use.weight : 0.0F;
  }
  return all > 0 ? std::min(1.0F, known / (kWellKnown * all)) : 1.0F;
}

}  // namespace weft
