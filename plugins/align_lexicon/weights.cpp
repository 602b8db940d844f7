// SPDX-License-Identifier: Apache-2.0
/// From named weights to a table of types.
#include "weights.hpp"

#include <algorithm>
#include <array>

namespace weft {

BeadPriors Weights::priors() const {
  BeadPriors out;
  const std::array<float, 5> one{0.0F, one_two, one_three, one_four, one_five};
  for (std::size_t i = 0; i < kBeadTypes.size(); ++i) {
    const int fewer = std::min(kBeadTypes[i].source, kBeadTypes[i].target);
    const int more = std::max(kBeadTypes[i].source, kBeadTypes[i].target);
    float gain = base;
    if (fewer == 1)
      gain += one.at(static_cast<std::size_t>(more - 1));
    else if (more == 2)
      gain += two_two;
    else
      gain += two_three + larger * static_cast<float>(fewer + more - 5);
    out.type[i] = gain;
  }
  out.open_source = gap;
  out.open_target = gap;
  out.extend = gap_more;
  out.border = border;
  return out;
}

}  // namespace weft
