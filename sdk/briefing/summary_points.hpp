// SPDX-License-Identifier: Apache-2.0
/// The summary of a briefing.
#pragma once

#include <vector>

#include "open_document.hpp"
#include "passages.hpp"

namespace weft {

/// What the links of type "summary" picked, each bead once; marks their places, those of the
/// translations too.
std::vector<SummaryPoint> read_summary(const OpenDocument& open, PlaceMarks& marks);

}  // namespace weft
