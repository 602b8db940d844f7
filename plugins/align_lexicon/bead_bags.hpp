// SPDX-License-Identifier: Apache-2.0
/// The tokens of beads as bags, for learning.
#pragma once

#include <functional>

#include "align_text.hpp"
#include "model_one.hpp"

namespace weft {

/// Calls `visit` with both bags of every two-sided bead, in order; the references are good until it
/// returns.
void for_each_bag(const AlignedText& aligned,
                  const std::function<void(const TokenBag& given, const TokenBag& other)>& visit);

}  // namespace weft
