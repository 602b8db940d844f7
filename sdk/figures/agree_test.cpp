// SPDX-License-Identifier: Apache-2.0
/// Tests of comparing figures across languages.
#include <catch2/catch.hpp>
#include <string>

#include "weft/figures/agree.hpp"
#include "weft/figures/read_figures.hpp"

namespace {

weft::Figure only(const std::string& text, const char* language) {
  const auto figures = weft::read_figures(text, language);
  INFO(text);
  REQUIRE(figures.size() == 1);
  return figures[0];
}
bool same(const std::string& chinese, const std::string& english) {
  const weft::Figure a = only(chinese, "zh");
  const weft::Figure b = only(english, "en");
  CHECK(agree(a, b) == agree(b, a));
  return agree(a, b);
}

}  // namespace

TEST_CASE("equal figures agree however they are written") {
  CHECK(same("1.6万吨", "16,000 tons"));
  CHECK(same("600万美元", "$6 million"));
  CHECK(same("不足十分之一", "about 10 times less"));
  CHECK(same("三成", "30 percent"));
  CHECK(same("第三名选手", "the third runner"));
  CHECK(same("2001年9月11日", "September 11"));
  CHECK(same("七十六年", "1987"));
  CHECK(same("九七年", "1997"));
  CHECK(same("九十年代", "the 1990s"));
  CHECK(same("十九世纪", "the 19th century"));
  CHECK(same("下午三点", "three o'clock"));
  CHECK(same("20多人", "25 people"));
  CHECK(same("产量翻一番", "output doubled"));
  CHECK(same("增长两倍", "it tripled"));
  CHECK(same("五分之一", "the fifth part"));
  CHECK(same("20%至50%", "from 20% to 50%"));
  CHECK(same("20%至50%", "30%"));
  CHECK(same("两三天", "3 days"));
  CHECK(same("一百元", "100 dollars"));
}

TEST_CASE("quantities are converted between systems") {
  CHECK(same("8公里", "5 miles"));
  CHECK(same("20摄氏度", "68°F"));
  CHECK(same("两周", "14 days"));
  CHECK(same("500米", "0.5 km"));
  CHECK_FALSE(same("8公里", "6 miles"));
  CHECK_FALSE(same("80公斤", "80 pounds"));
}

TEST_CASE("other values and other dates disagree") {
  CHECK_FALSE(same("2001年", "2021"));
  CHECK_FALSE(same("2001年9月11日", "September 12, 2001"));
  CHECK_FALSE(same("20%至50%", "20% to 30%"));
  CHECK_FALSE(same("星期三", "Tuesday"));
  CHECK_FALSE(same("1.6万人", "1,600 people"));
  CHECK_FALSE(same("百分之五", "15 percent"));
  CHECK_FALSE(same("20多人", "35 people"));
  CHECK_FALSE(same("下午三点", "4 p.m."));
  CHECK_FALSE(same("九十年代", "the 1980s"));
  CHECK_FALSE(same("2001年", "in September"));
}

TEST_CASE("the same amount of another currency is told apart") {
  const weft::Figure dollars = only("600万美元", "zh");
  const weft::Figure yuan = only("6 million yuan", "en");
  CHECK_FALSE(agree(dollars, yuan));
  CHECK(only_units_differ(dollars, yuan));
  CHECK_FALSE(only_units_differ(dollars, only("$6 million", "en")));
}
