// SPDX-License-Identifier: Apache-2.0
/// The list of number words, and a look that fails fast.
#include "number_words.hpp"

#include <array>

#include "scan_text.hpp"

namespace weft {
namespace {

constexpr std::array kWords = {NumberWord{"apr", WordSort::kMonth, 4},
                               NumberWord{"april", WordSort::kMonth, 4},
                               NumberWord{"aug", WordSort::kMonth, 8},
                               NumberWord{"august", WordSort::kMonth, 8},
                               NumberWord{"billion", WordSort::kScale, 1000000000},
                               NumberWord{"billions", WordSort::kScale, 0},
                               NumberWord{"dec", WordSort::kMonth, 12},
                               NumberWord{"december", WordSort::kMonth, 12},
                               NumberWord{"doubled", WordSort::kTimes, 2},
                               NumberWord{"doubling", WordSort::kTimes, 2},
                               NumberWord{"dozen", WordSort::kDozen, 12},
                               NumberWord{"dozens", WordSort::kDozen, 0},
                               NumberWord{"eight", WordSort::kUnit, 8},
                               NumberWord{"eighteen", WordSort::kTeen, 18},
                               NumberWord{"eighteenth", WordSort::kTeen, 18, true},
                               NumberWord{"eighth", WordSort::kUnit, 8, true},
                               NumberWord{"eightieth", WordSort::kTens, 80, true},
                               NumberWord{"eighty", WordSort::kTens, 80},
                               NumberWord{"eleven", WordSort::kTeen, 11},
                               NumberWord{"eleventh", WordSort::kTeen, 11, true},
                               NumberWord{"feb", WordSort::kMonth, 2},
                               NumberWord{"february", WordSort::kMonth, 2},
                               NumberWord{"fifteen", WordSort::kTeen, 15},
                               NumberWord{"fifteenth", WordSort::kTeen, 15, true},
                               NumberWord{"fifth", WordSort::kUnit, 5, true},
                               NumberWord{"fiftieth", WordSort::kTens, 50, true},
                               NumberWord{"fifty", WordSort::kTens, 50},
                               NumberWord{"first", WordSort::kUnit, 1, true},
                               NumberWord{"five", WordSort::kUnit, 5},
                               NumberWord{"fortieth", WordSort::kTens, 40, true},
                               NumberWord{"forty", WordSort::kTens, 40},
                               NumberWord{"four", WordSort::kUnit, 4},
                               NumberWord{"fourteen", WordSort::kTeen, 14},
                               NumberWord{"fourteenth", WordSort::kTeen, 14, true},
                               NumberWord{"fourth", WordSort::kUnit, 4, true},
                               NumberWord{"friday", WordSort::kWeekday, 5},
                               NumberWord{"half", WordSort::kHalf, 2},
                               NumberWord{"hundred", WordSort::kHundred, 100},
                               NumberWord{"hundreds", WordSort::kHundred, 0},
                               NumberWord{"hundredth", WordSort::kHundred, 100, true},
                               NumberWord{"jan", WordSort::kMonth, 1},
                               NumberWord{"january", WordSort::kMonth, 1},
                               NumberWord{"jul", WordSort::kMonth, 7},
                               NumberWord{"july", WordSort::kMonth, 7},
                               NumberWord{"jun", WordSort::kMonth, 6},
                               NumberWord{"june", WordSort::kMonth, 6},
                               NumberWord{"mar", WordSort::kMonth, 3},
                               NumberWord{"march", WordSort::kMonth, 3},
                               NumberWord{"may", WordSort::kMonth, 5},
                               NumberWord{"million", WordSort::kScale, 1000000},
                               NumberWord{"millions", WordSort::kScale, 0},
                               NumberWord{"monday", WordSort::kWeekday, 1},
                               NumberWord{"nine", WordSort::kUnit, 9},
                               NumberWord{"nineteen", WordSort::kTeen, 19},
                               NumberWord{"nineteenth", WordSort::kTeen, 19, true},
                               NumberWord{"ninetieth", WordSort::kTens, 90, true},
                               NumberWord{"ninety", WordSort::kTens, 90},
                               NumberWord{"ninth", WordSort::kUnit, 9, true},
                               NumberWord{"nov", WordSort::kMonth, 11},
                               NumberWord{"november", WordSort::kMonth, 11},
                               NumberWord{"oct", WordSort::kMonth, 10},
                               NumberWord{"october", WordSort::kMonth, 10},
                               NumberWord{"one", WordSort::kUnit, 1},
                               NumberWord{"quadrupled", WordSort::kTimes, 4},
                               NumberWord{"quarter", WordSort::kHalf, 4},
                               NumberWord{"saturday", WordSort::kWeekday, 6},
                               NumberWord{"second", WordSort::kUnit, 2, true},
                               NumberWord{"sep", WordSort::kMonth, 9},
                               NumberWord{"sept", WordSort::kMonth, 9},
                               NumberWord{"september", WordSort::kMonth, 9},
                               NumberWord{"seven", WordSort::kUnit, 7},
                               NumberWord{"seventeen", WordSort::kTeen, 17},
                               NumberWord{"seventeenth", WordSort::kTeen, 17, true},
                               NumberWord{"seventh", WordSort::kUnit, 7, true},
                               NumberWord{"seventieth", WordSort::kTens, 70, true},
                               NumberWord{"seventy", WordSort::kTens, 70},
                               NumberWord{"six", WordSort::kUnit, 6},
                               NumberWord{"sixteen", WordSort::kTeen, 16},
                               NumberWord{"sixteenth", WordSort::kTeen, 16, true},
                               NumberWord{"sixth", WordSort::kUnit, 6, true},
                               NumberWord{"sixtieth", WordSort::kTens, 60, true},
                               NumberWord{"sixty", WordSort::kTens, 60},
                               NumberWord{"sunday", WordSort::kWeekday, 7},
                               NumberWord{"ten", WordSort::kTeen, 10},
                               NumberWord{"tens", WordSort::kTens, 0},
                               NumberWord{"tenth", WordSort::kTeen, 10, true},
                               NumberWord{"third", WordSort::kUnit, 3, true},
                               NumberWord{"thirteen", WordSort::kTeen, 13},
                               NumberWord{"thirteenth", WordSort::kTeen, 13, true},
                               NumberWord{"thirtieth", WordSort::kTens, 30, true},
                               NumberWord{"thirty", WordSort::kTens, 30},
                               NumberWord{"thousand", WordSort::kScale, 1000},
                               NumberWord{"thousands", WordSort::kScale, 0},
                               NumberWord{"thousandth", WordSort::kScale, 1000, true},
                               NumberWord{"three", WordSort::kUnit, 3},
                               NumberWord{"thursday", WordSort::kWeekday, 4},
                               NumberWord{"trillion", WordSort::kScale, 1000000000000},
                               NumberWord{"trillions", WordSort::kScale, 0},
                               NumberWord{"tripled", WordSort::kTimes, 3},
                               NumberWord{"tripling", WordSort::kTimes, 3},
                               NumberWord{"tuesday", WordSort::kWeekday, 2},
                               NumberWord{"twelfth", WordSort::kTeen, 12, true},
                               NumberWord{"twelve", WordSort::kTeen, 12},
                               NumberWord{"twentieth", WordSort::kTens, 20, true},
                               NumberWord{"twenty", WordSort::kTens, 20},
                               NumberWord{"twice", WordSort::kTimes, 2},
                               NumberWord{"two", WordSort::kUnit, 2},
                               NumberWord{"wednesday", WordSort::kWeekday, 3},
                               NumberWord{"threescore", WordSort::kScore, 60},
                               NumberWord{"fourscore", WordSort::kScore, 80},
                               NumberWord{"twenties", WordSort::kEra, 20},
                               NumberWord{"thirties", WordSort::kEra, 30},
                               NumberWord{"forties", WordSort::kEra, 40},
                               NumberWord{"fifties", WordSort::kEra, 50},
                               NumberWord{"sixties", WordSort::kEra, 60},
                               NumberWord{"seventies", WordSort::kEra, 70},
                               NumberWord{"eighties", WordSort::kEra, 80},
                               NumberWord{"nineties", WordSort::kEra, 90},
                               NumberWord{"zero", WordSort::kUnit, 0}};

/// Bit n: some number word of this first letter has n letters. Most words fail here.
constexpr auto kSizes = [] {
  std::array<std::uint16_t, 26> sizes{};
  for (const NumberWord& word : kWords) {
    auto& bits = sizes[static_cast<std::size_t>(word.text.front() - 'a')];
    bits = static_cast<std::uint16_t>(bits | (1U << word.text.size()));
  }
  return sizes;
}();

}  // namespace

NumberWord word_of(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t size = end - at;
  if (size < 3 || size > 11) return {};
  const auto letter = static_cast<std::size_t>(lower(text[at]) - 'a');
  if (letter >= kSizes.size() || ((kSizes[letter] >> size) & 1U) == 0) return {};
  for (const NumberWord& word : kWords) {
    if (word.text.size() == size && same_word(text, at, word.text)) return word;
  }
  return {};
}

}  // namespace weft
