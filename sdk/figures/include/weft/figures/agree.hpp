// SPDX-License-Identifier: Apache-2.0
/// Whether two figures, of a text and its translation, may say the same.
#pragma once

#include "weft/figures/figure.hpp"

namespace weft {

/// True where the two do not contradict each other: equal values of any kind (第三 / three), equal
/// shares however written (三成 / 30 percent / three tenths), one date that says less than the
/// other (12月 / December 2001), years of the Republic of China (七十六年 / 1987), a bound or
/// "about" that leaves room (20多 / 25), the same quantity in units of two systems within 6 % (8 km
/// / 5 miles). Units that cannot be converted into each other disagree where both are written. Of a
/// range both ends must agree with the ends of the other, or one of them with a single figure.
/// Symmetric. Any thread.
bool agree(const Figure& a, const Figure& b);

/// True where the values agree but the units that both write do not: 600万美元 / 6 million yuan.
bool only_units_differ(const Figure& a, const Figure& b);

}  // namespace weft
