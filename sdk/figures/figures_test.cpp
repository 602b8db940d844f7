// SPDX-License-Identifier: Apache-2.0
/// Tests of reading figures: a table a topic, in sentences of our own.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "weft/figures/read_figures.hpp"

namespace {

/// Canonical texts joined by "; ".
std::string read(std::string_view text, std::string_view language = {}) {
  std::string out;
  for (const weft::Figure& figure : weft::read_figures(text, language)) {
    if (!out.empty()) out += "; ";
    out += canonical_text(figure);
  }
  return out;
}

struct Row {
  const char* text;
  const char* figures;
};
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read(row.text) == row.figures);
  }
}

}  // namespace

TEST_CASE("digits are read with groups, decimals and full-width forms") {
  check({{"The reservoir holds 16,000 buckets.", "16000"},
         {"some 15 000 permits were printed", "~15000"},
         {"It rained 1.65 as much.", "1.65"},
         {"仓库里有１２，３４５本书", "12345"},
         {"共有３０名学员", "30"},
         {"a fleet of 1,250,000 bicycles", "1250000"},
         {"Rooms 12, 13 and 14", "12; 13; 14"}});
  CHECK(read("1.250,5 Hektar", "de") == "1250.5");
}

TEST_CASE("Chinese numerals are read by units and by places, simplified, traditional and formal") {
  check({{"渔船三百二十艘", "320"},
         {"漁船一萬兩千隻", "12000"},
         {"两万五千华里", "25000 li"},
         {"他借了叁仟伍佰元", "CNY 3500"},
         {"一百零八座桥", "108"},
         {"三千五的月租", "3500"},
         {"廿八万吨泥沙", "280000 t"},
         {"十二名船员", "12"},
         {"三亿两千万人", "320000000"},
         {"三点五公里", "3.5 km"}});
}

TEST_CASE("scales multiply: 万, 亿, million, billion, dozen") {
  check({{"粮仓存了1.6万袋米", "16000"},
         {"投资600万美元", "USD 6000000"},
         {"一亿两千万元", "CNY 120000000"},
         {"1亿2000万人", "120000000"},
         {"10余万只候鸟", ">100000"},
         {"$6bn was spent", "USD 6000000000"},
         {"about $6 million", "~USD 6000000"},
         {"half a million tulips", "500000"},
         {"a dozen boats", "12"},
         {"two dozen boats", "24"},
         {"2.5 million tons of sand", "2500000 t"},
         {"1.6m people crossed the bridge", "1600000"},
         {"a wall 1.6m high", "1.6 m"},
         {"10k runners", "10000"}});
}

TEST_CASE("English words are numbers") {
  check({{"twenty-one lanterns", "21"},
         {"three hundred and twenty sheep", "320"},
         {"Two thousand five hundred steps", "2500"},
         {"two and a half years", "2.5 year"},
         {"a hundred candles", "100"},
         {"ten million leaflets", "10000000"},
         {"six and forty geese, sixty and five ducks", "46; 65"},
         {"threescore and ten years", "70 year"},
         {"between five and thirty years", "5; 30 year"},
         {"nineteen eighty-four was a dry year", "1984"}});
}

TEST_CASE("shares and factors keep what they are") {
  check({{"十分之一的乘客", "0.1"},
         {"百分之五点五", "5.5%"},
         {"涨价三成", "30%"},
         {"上升了2个百分点", "2%"},
         {"一半的船员", "0.5"},
         {"产量翻一番", "x2"},
         {"产量增长两倍", "x2"},
         {"增加3.5倍", "x3.5"},
         {"two thirds of the crew", "2/3"},
         {"one-fifth of the rent", "0.2"},
         {"a third of the harbour", "1/3"},
         {"half of the crew", "0.5"},
         {"44% of voters and 5 per cent of farmers", "44%; 5%"},
         {"prices doubled, then tripled", "x2; x3"},
         {"a tenfold rise", "x10"},
         {"about 10 times less", "~x0.1"},
         {"10 times as heavy", "x10"}});
}

TEST_CASE("money has a currency, before or behind") {
  check({{"月租从825元涨到950元", "CNY 825; CNY 950"},
         {"HK$78 billion", "HKD 78000000000"},
         {"人民币三百元", "CNY 300"},
         {"€20 or 20 euros", "EUR 20; EUR 20"},
         {"五毛钱", "CNY 0.5"},
         {"50 cents", "USD 0.5"},
         {"NT$7.6 billion (US$230 million)", "TWD 7600000000; USD 230000000"}});
}

TEST_CASE("a piece of something is no money, and a tenth no part of a word") {
  check({{"仓库里堆着五万块地砖", "50000"},
         {"他們運來兩千塊木板", "2000"},
         {"三百块 GX-7 电路板", "300"},
         {"门票五块", "CNY 5"},
         {"绳子每米三块。", "CNY 3"},
         {"鸡蛋二十块一篮", "CNY 20"},
         {"大约三十块左右", "~CNY 30"},
         {"这一成就来之不易", ""},
         {"降价三成", "30%"}});
}

TEST_CASE("dates are read in both languages and in numbers") {
  check({{"2001年9月11日", "2001-09-11"},
         {"二○○一年九月十一日", "2001-09-11"},
         {"September 11, 2001", "2001-09-11"},
         {"11 Sept 2001 or 11 September 2001", "2001-09-11; 2001-09-11"},
         {"the 11th of September", "--09-11"},
         {"on 2001-09-11 and 2001/9/12", "2001-09-11; 2001-09-12"},
         {"上世纪九十年代", "1990s"},
         {"20世纪90年代", "1990s"},
         {"the 1990s and the 80s", "1990s; 80s"},
         {"in the late sixties; in his twenties", "60s"},
         {"本月十四日", "---14"},
         {"21世纪", "C21"},
         {"the 21st century and the nineteenth century", "C21; C19"},
         {"公元前221年", "-221"},
         {"民国七十六年", "1987"},
         {"去年12月", "--12"},
         {"In May 1998 and in May", "1998-05; --05"},
         {"星期三闭馆", "W3"},
         {"closed on Wednesday", "W3"},
         {"in 2022 we left", "2022"},
         {"九七年前后", "97"}});
  CHECK(read("The dog may march.").empty());
}

TEST_CASE("times and durations are told apart") {
  check({{"下午三点开船", "15:00"},
         {"下午二时三十分", "14:30"},
         {"3 p.m. or 3:30 pm", "15:00; 15:30"},
         {"at three o'clock", "3:00/12"},
         {"at half past two, at 2.30 pm", "2:30/12; 14:30"},
         {"五十两白银，一两天", "50 liang; ~1..2 day"},
         {"等了三个小时", "3 hour"},
         {"两年半后", "2.5 year"},
         {"三个半小时", "3.5 hour"},
         {"五十多年", ">50 year"},
         {"两个月", "2 month"},
         {"半个小时", "0.5 hour"},
         {"half an hour", "0.5 hour"},
         {"a five-day walk", "5 day"},
         {"12-year-old pines", "12 year"},
         {"十分钟", "10 minute"}});
}

TEST_CASE("measures have canonical units, ranges two ends, bounds a sign") {
  check({{"三十公斤盐", "30 kg"},
         {"5 miles", "5 mile"},
         {"约2000公里", "~2000 km"},
         {"3-5公里", "3..5 km"},
         {"三到五年", "3..5 year"},
         {"5%至10%", "5..10%"},
         {"three or four days, 10 or 20 nets", "~3..4 day; 10; 20"},
         {"未来廿年", "20 year"},
         {"5-6 million dollars, 3.5-4 million", "USD 5000000..6000000; 3500000..4000000"},
         {"five to six million, 三到五万人", "5000000..6000000; 30000..50000"},
         {"two to four weeks", "2..4 week"},
         {"两三百人", "~200..300"},
         {"超过40人", ">40"},
         {"more than 40 people", ">40"},
         {"不到十分之一", "<0.1"},
         {"两年以上", ">2 year"},
         {"20°C", "20 °C"}});
}

TEST_CASE("兆 before a unit is a million, whatever numeral stands before it") {
  check(
      {{"五兆瓦以下", "<5 MW"}, {"1.6万兆瓦的电站", "16000 MW"}, {"三兆元", "CNY 3000000000000"}});
}

TEST_CASE("ordinals are those that rank") {
  check({{"第三次试航", "#3"},
         {"第二十一届", "#21"},
         {"the third voyage", "#3"},
         {"her 21st letter", "#21"},
         {"At first he laughed.", ""}});
}

TEST_CASE("what counts nothing is no figure") {
  check({{"一些人一样高", ""},
         {"万一下雨", ""},
         {"十分高兴", ""},
         {"等一下", ""},
         {"千万别忘了带伞", ""},
         {"两岸的渔村", ""},
         {"大陆的四川菜", ""},
         {"数百艘渔船", ""},
         {"几十个人", ""},
         {"成千上万", ""},
         {"one of them", ""},
         {"no one came", ""},
         {"thousands of leaves", ""},
         {"several hundred gulls", ""},
         {"dozens of nets", ""},
         {"The U-47 and model X9000", ""},
         {"version 1.2.3", ""},
         {"百姓与三角关系", ""},
         {"a second thought", ""},
         {"他们俩一起走", ""}});
}

TEST_CASE("ranges of bytes hold numeral, unit and sign, and nothing else") {
  const std::string text = "花了约600万美元。";
  const std::vector<weft::Figure> figures = weft::read_figures(text, "zh");
  REQUIRE(figures.size() == 1);
  CHECK(text.substr(figures[0].begin, figures[0].end - figures[0].begin) == "600万美元");
  CHECK(figures[0].bound == weft::FigureBound::kAbout);
  CHECK_FALSE(figures[0].assumed_unit);
}

TEST_CASE("doubtful figures are given on request and marked") {
  const std::vector<weft::Figure> figures =
      weft::read_figures("The F-16 and one sailor", "en", {.doubtful = true});
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].doubtful);
  CHECK(figures[0].value == weft::Rational(16));
  CHECK(figures[1].value == weft::Rational(1));
}

TEST_CASE("numbers past 18 digits and torn texts are left out without harm") {
  CHECK(read("99999999999999999999").empty());
  CHECK(read("九亿亿亿亿亿亿").empty());
  CHECK(read(std::string(100000, '9')).empty());
  std::string many;
  for (int i = 0; i < 20000; ++i)
    many += "十";
  CHECK(read(many).size() < many.size());
}

TEST_CASE("exact arithmetic says when a result does not fit") {
  CHECK(weft::Rational(6, 4) == weft::Rational(3, 2));
  CHECK(weft::Rational(1, -2) == weft::Rational(-1, 2));
  CHECK((weft::Rational(1, 3) * weft::Rational(3)).whole());
  CHECK_FALSE((weft::Rational(1LL << 62) * weft::Rational(4)).valid());
  CHECK_FALSE(weft::Rational(1, 0).valid());
  CHECK(weft::Rational(1, 2) + weft::Rational(1, 3) == weft::Rational(5, 6));
}
