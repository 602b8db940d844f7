// SPDX-License-Identifier: Apache-2.0
/// Tests of numbers in digits, English words and Chinese numerals.
#include "number_reader.hpp"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

namespace {

std::vector<double> values(std::string_view text) {
  std::vector<weft::NumberFound> found;
  weft::read_numbers(text, true, found);
  std::vector<double> out;
  for (const weft::NumberFound& number : found)
    out.push_back(number.is_month ? -number.value : number.value);  // months are negative here
  return out;
}

using Values = std::vector<double>;

}  // namespace

TEST_CASE("one number is read alike however it is written") {
  for (const std::string_view text : {"16,000", "16000", "sixteen thousand", "16 thousand", "1.6万",
                                      "一万六千", "１６０００", "1.6萬"})
    CHECK(values(text) == Values{16000});
  for (const std::string_view text : {"1.6 million", "160万", "一百六十万", "1,600,000"})
    CHECK(values(text) == Values{1.6e6});
  for (const std::string_view text : {"twenty-one", "21", "二十一", "21,"})
    CHECK(values(text) == Values{21});
  CHECK(values("two hundred and eleven steps") == Values{211});
  CHECK(values("二〇〇八") == Values{2008});
  CHECK(values("三亿五千万") == Values{3.5e8});
}

TEST_CASE("numbers that stand apart are several") {
  CHECK(values("one or two, then thirty") == Values{1, 2, 30});
  CHECK(values("10 20") == Values{10, 20});
  CHECK(values("no numbers, only wonders") == Values{});
}

TEST_CASE("months are told by name or sign, and \"may\" is none") {
  CHECK(values("in May") == Values{-5});
  CHECK(values("it may rain") == Values{});
  CHECK(values("5月") == Values{5, -5});
  CHECK(values("十二月") == Values{12, -12});
}

TEST_CASE("ordinals count, and a text cut anywhere is read to its end") {
  CHECK(values("the third") == Values{3});
  const std::string_view text = "一万六千 and 1.6 million, 二〇";
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) continue;
    CHECK(values(text.substr(0, end)).size() <= 4);
  }
}
