// SPDX-License-Identifier: Apache-2.0
/// Names of months and days of the week in the languages whose dates are read.
#pragma once

#include "scanner.hpp"

namespace weft::plain {

/// Takes the name of a month, full or short, with the full stop of an abbreviation; 1..12, or 0.
int take_month(Scanner& scanner);

/// Takes the name of a day of the week, in brackets or not; false when there is none.
bool take_weekday(Scanner& scanner);

}  // namespace weft::plain
