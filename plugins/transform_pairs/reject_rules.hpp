// SPDX-License-Identifier: Apache-2.0
/// Hard rules: what makes a bead no pair of translations.
#pragma once

#include <string_view>

#include "bead_pair.hpp"

namespace weft {

struct RejectOptions {
  bool empty = true;
  bool identical = true;
  bool words = true;
  bool mojibake = true;
  bool boilerplate = true;
  bool language = true;
  double length_ratio = 4;  // 0: not looked at
  double language_confidence = .8;
};

/// Bytes of the target for a byte of the source over the whole document; 1 where there are none.
double length_ratio_of(const std::vector<BeadPair>& beads);

/// The first rule the bead breaks, or empty: "empty", "no-words", "mojibake", "boilerplate",
/// "identical", "wrong-language-source", "wrong-language-target", "length-ratio".
std::string_view reject_reason(const BeadPair& bead, double ratio, const RejectOptions& options);

}  // namespace weft
