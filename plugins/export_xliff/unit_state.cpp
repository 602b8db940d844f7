// SPDX-License-Identifier: Apache-2.0
/// States by name and by score.
#include "unit_state.hpp"

#include <algorithm>
#include <array>

namespace weft {
namespace {

struct NamedState {
  std::string_view name;
  UnitState state;
};

/// Of XLIFF 2, of XLIFF 1.2, and parse_xliff's word for approved="yes".
constexpr std::array<NamedState, 13> kStates = {
    {{"initial", UnitState::kInitial},
     {"new", UnitState::kInitial},
     {"needs-translation", UnitState::kInitial},
     {"needs-adaptation", UnitState::kNeedsReview},
     {"needs-l10n", UnitState::kNeedsReview},
     {"needs-review-adaptation", UnitState::kNeedsReview},
     {"needs-review-l10n", UnitState::kNeedsReview},
     {"needs-review-translation", UnitState::kNeedsReview},
     {"translated", UnitState::kTranslated},
     {"reviewed", UnitState::kReviewed},
     {"signed-off", UnitState::kReviewed},
     {"approved", UnitState::kReviewed},
     {"final", UnitState::kFinal}}};

}  // namespace

UnitState state_of(const Pair& pair, const StateRules& rules) {
  if (pair.target.empty()) return UnitState::kInitial;
  const auto known = std::find_if(kStates.begin(), kStates.end(), [&](const NamedState& each) {
    return !pair.state.empty() && each.name == pair.state;
  });
  const bool final = known != kStates.end() && known->state == UnitState::kFinal;
  if (pair.review == WEFT_REVIEW_ACCEPTED && !final) return UnitState::kReviewed;
  if (known != kStates.end()) return known->state;
  if (!pair.reject.empty()) return UnitState::kInitial;
  if (!pair.findings.empty() || pair.score < rules.review_below) return UnitState::kNeedsReview;
  const bool reviewed = rules.reviewed_from && pair.score >= *rules.reviewed_from;
  return reviewed ? UnitState::kReviewed : UnitState::kTranslated;
}

std::string_view state_name2(UnitState state) {
  switch (state) {
    case UnitState::kInitial:
      return "initial";
    case UnitState::kNeedsReview:
    case UnitState::kTranslated:
      return "translated";
    case UnitState::kReviewed:
      return "reviewed";
    case UnitState::kFinal:
      break;
  }
  return "final";
}

std::string_view state_name1(UnitState state) {
  switch (state) {
    case UnitState::kInitial:
      return "needs-translation";
    case UnitState::kNeedsReview:
      return "needs-review-translation";
    case UnitState::kTranslated:
      return "translated";
    case UnitState::kReviewed:
      return "signed-off";
    case UnitState::kFinal:
      break;
  }
  return "final";
}

}  // namespace weft
