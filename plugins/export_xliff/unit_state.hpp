// SPDX-License-Identifier: Apache-2.0
/// How far a translation has come, as XLIFF 1.2 and 2 both can say it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "weft/exports/pair_reader.hpp"

namespace weft {

enum class UnitState : std::uint8_t { kInitial, kNeedsReview, kTranslated, kReviewed, kFinal };

/// The state of pairs without one of their own, by score.
struct StateRules {
  double review_below = 0;              ///< a lower score needs review
  std::optional<double> reviewed_from;  ///< such a score counts as reviewed; none: no score does
};

/// In this order: without a target it is initial; what the file that the pair was read from said
/// stands, if it is a state of XLIFF 1.2 or 2; a rejected pair is no translation (initial); one
/// with findings needs review; then the score. A pair without score counts as translated.
UnitState state_of(const Pair& pair, const StateRules& rules);

/// The value of `state` in XLIFF 2; kNeedsReview is "translated" with a subState.
std::string_view state_name2(UnitState state);
/// The value of `state` in XLIFF 1.2.
std::string_view state_name1(UnitState state);

}  // namespace weft
