// SPDX-License-Identifier: Apache-2.0
/// How frequent each letter of an alphabet beside Latin is, by its place in an order of frequency.
#pragma once

#include <span>
#include <string_view>

#include "encodings.hpp"

namespace weft {

/// One language's letters, the most frequent first; marks of vowels and tones among them.
struct LetterOrder {
  Repertoire repertoire;
  std::u32string_view letters;  ///< small ones
};

std::span<const LetterOrder> letter_orders();

/// Bits for a small letter or mark of `order`, about -log2 of its frequency; more when it is none.
double order_cost(const LetterOrder& order, char32_t point);

}  // namespace weft
