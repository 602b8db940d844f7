// SPDX-License-Identifier: Apache-2.0
/// The dates that a reader of the page sees beside its title, and notes of the last change.
#pragma once

#include <string>
#include <vector>

#include "choose_metadata.hpp"
#include "date_text.hpp"
#include "line_types.hpp"

namespace weft {

/// A date on the page. `labelled` says that words such as "Published" stand before it.
struct VisibleDate {
  std::string iso;
  DateMeaning meaning = DateMeaning::published;
  bool labelled = false;
  bool marked = false;  ///< in a time element
  std::uint32_t block = kNoNode;
};

/// What a page shows of dates.
struct VisibleDates {
  std::vector<VisibleDate> near_title;  ///< nearest first; empty on a page that is a list of texts
  std::vector<VisibleDate> notes;       ///< "Last updated: ..." elsewhere on the page
};

/// Finds them. `known_days` are the days claimed elsewhere: one of them decides what 05/06/2024
/// means. Any thread.
VisibleDates find_visible_dates(const MetadataInput& input, const std::vector<long>& known_days);

/// The first date in `text`; an ambiguous one only if `order` or one of `known_days` decides it.
std::optional<FoundDate> find_decided_date(std::string_view text, DateOrder order,
                                           const std::vector<long>& known_days);

}  // namespace weft
