// SPDX-License-Identifier: Apache-2.0
/// English words that say numbers, months and weekdays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft {

enum class WordSort : std::uint8_t {
  kNone,
  kUnit,  // one .. nine
  kTeen,
  kTens,
  kScore,  // threescore
  kHundred,
  kScale,
  kDozen,
  kHalf,   // half, quarter: the value is the number of parts
  kTimes,  // doubled: the value is the factor
  kEra,    // sixties
  kMonth,
  kWeekday
};

struct NumberWord {
  std::string_view text;
  WordSort sort = WordSort::kNone;
  std::int64_t value = 0;  // 0 for the plurals that say no number: thousands of
  bool ordinal = false;
};

/// The word at [at, end), whatever its case; kNone for every other word.
NumberWord word_of(std::string_view text, std::size_t at, std::size_t end);

}  // namespace weft
