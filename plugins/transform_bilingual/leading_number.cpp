// SPDX-License-Identifier: Apache-2.0
/// Numerals in three writings, and the marks that make a number of them.

#include "leading_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace weft {
namespace {

struct Numeral {
  std::uint32_t value = 0;
  std::size_t size = 0;  // bytes
};

Numeral arabic(std::string_view text) {
  Numeral out;
  while (out.size < text.size() && text[out.size] >= '0' && text[out.size] <= '9' && out.size < 4)
    out.value = out.value * 10 + static_cast<std::uint32_t>(text[out.size++] - '0');
  return out.value <= 999 ? out : Numeral{};
}

Numeral chinese(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> kDigits = {{{"一", 1},
                                                                                   {"二", 2},
                                                                                   {"三", 3},
                                                                                   {"四", 4},
                                                                                   {"五", 5},
                                                                                   {"六", 6},
                                                                                   {"七", 7},
                                                                                   {"八", 8},
                                                                                   {"九", 9},
                                                                                   {"零", 0}}};
  Numeral out;
  std::uint32_t digit = 0;
  while (out.size < text.size()) {
    const std::string_view rest = text.substr(out.size);
    const auto found = std::find_if(kDigits.begin(), kDigits.end(),
                                    [&](const auto& one) { return rest.starts_with(one.first); });
    if (found != kDigits.end()) {
      digit = found->second;
    } else if (rest.starts_with("十")) {
      out.value += (digit == 0 ? 1 : digit) * 10;
      digit = 0;
    } else if (rest.starts_with("百")) {
      out.value += digit * 100;
      digit = 0;
    } else {
      break;
    }
    constexpr std::size_t kHanBytes = 3;
    out.size += kHanBytes;
  }
  out.value += digit;
  return out.value <= 999 ? out : Numeral{};
}

std::uint32_t roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    default:
      return 0;
  }
}

Numeral roman(std::string_view text) {
  Numeral out;
  for (; out.size < text.size() && roman_digit(text[out.size]) > 0; ++out.size) {
    const std::uint32_t here = roman_digit(text[out.size]);
    const bool before_larger = out.size + 1 < text.size() && roman_digit(text[out.size + 1]) > here;
    out.value = before_larger ? out.value - here : out.value + here;
  }
  return out.value <= 999 ? out : Numeral{};  // wraps below zero for what is no numeral
}

Numeral any_numeral(std::string_view text) {
  for (const auto read : {arabic, chinese, roman}) {
    const Numeral out = read(text);
    if (out.size > 0 && out.value > 0) return out;
  }
  return {};
}

template <std::size_t N>
std::size_t prefix_of(std::string_view text, const std::array<std::string_view, N>& prefixes) {
  for (const std::string_view one : prefixes)
    if (text.starts_with(one)) return one.size();
  return 0;
}

}  // namespace

std::uint32_t leading_number(std::string_view text) {
  constexpr std::array<std::string_view, 8> kNames = {"Article ", "Chapter ", "Section ", "Part ",
                                                      "ARTICLE ", "CHAPTER ", "SECTION ", "PART "};
  constexpr std::array<std::string_view, 8> kUnits = {"条", "章", "节", "篇",
                                                      "條", "節", "部", "回"};
  constexpr std::array<std::string_view, 7> kMarks = {". ", "、", "．", ")", "）", ") ", ".\t"};
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  if (const std::size_t named = prefix_of(text, kNames); named > 0)
    return any_numeral(text.substr(named)).value;
  constexpr std::string_view kOrdinal = "第";
  if (text.starts_with(kOrdinal)) {
    text.remove_prefix(kOrdinal.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const Numeral numeral = any_numeral(text);
    text.remove_prefix(numeral.size);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return prefix_of(text, kUnits) > 0 ? numeral.value : 0;
  }
  constexpr std::array<std::string_view, 2> kOpening = {"(", "（"};
  text.remove_prefix(prefix_of(text, kOpening));
  const Numeral numeral = any_numeral(text);
  return numeral.size > 0 && prefix_of(text.substr(numeral.size), kMarks) > 0 ? numeral.value : 0;
}

}  // namespace weft
