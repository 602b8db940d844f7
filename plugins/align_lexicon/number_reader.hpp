// SPDX-License-Identifier: Apache-2.0
/// Numbers as they are written in digits, in English words and in Chinese numerals, by value.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace weft {

/// What a number in a text says.
struct NumberFound {
  double value = 0;
  bool is_month = false;  ///< value is 1..12, of "May" or "5月"
};

/// Appends the numbers of a valid UTF-8 text, in order: "1,600", "1.6 million", "twenty-one",
/// "1.6万", "二十一", "third". `english` lets English words count. Any thread.
void read_numbers(std::string_view text, bool english, std::vector<NumberFound>& out);

}  // namespace weft
