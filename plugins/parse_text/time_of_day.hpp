// SPDX-License-Identifier: Apache-2.0
/// The time behind a date, with its zone where one is written.
#pragma once

#include <cstddef>
#include <string>

#include "scanner.hpp"

namespace weft::plain {

/// Takes what may follow a date: a day of the week, a time of day ("T10:00:49", "at 9:30 a.m.",
/// "下午3:05", "10时20分", "14.30 Uhr") and its zone. Returns "10:00:49", "09:30", "10:00+08:00",
/// "10:00:00Z", or empty when there is no time; the scanner then stands behind the day of the week
/// or where it was.
std::string take_time(Scanner& scanner);

/// `value` (not negative) in decimal, with zeros before it up to `width`.
std::string padded(int value, std::size_t width);

}  // namespace weft::plain
