// SPDX-License-Identifier: Apache-2.0
/// Dates in the forms people write them.

#include "dates.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace weft::plain {
namespace {

/// The whole of `text` as one date; what is left over after it in brackets.
std::string read(std::string_view text) {
  const auto found = date_at(text, 0);
  if (!found) return "none";
  if (found->end == text.size()) return found->iso;
  return found->iso + " [" + std::string(text.substr(found->end)) + "]";
}

TEST_CASE("Chinese dates are read with and without a time", "[dates]") {
  CHECK(read("2023年11月2日") == "2023-11-02");
  CHECK(read("2023 年 11 月 02 日") == "2023-11-02");
  CHECK(read("2023年11月2日 星期四 09:05") == "2023-11-02T09:05");
  CHECK(read("2023年11月2日(周四)下午3:05") == "2023-11-02T15:05");
  CHECK(read("2023年11月2日15时5分30秒") == "2023-11-02T15:05:30");
  CHECK(read("二〇二三年十一月二十二日") == "2023-11-22");
  CHECK(read("民國112年11月2日") == "2023-11-02");
  CHECK(read("２０２３年１１月２日") == "2023-11-02");
  CHECK(read("2023年11月") == "2023-11");
  CHECK(read("2023年11月2號") == "2023-11-02");
}

TEST_CASE("Numeric dates keep the zone they have and get none they lack", "[dates]") {
  CHECK(read("2023-11-02") == "2023-11-02");
  CHECK(read("2023/11/2 9:05") == "2023-11-02T09:05");
  CHECK(read("2023.11.02") == "2023-11-02");
  CHECK(read("2023-11-02T09:05:07Z") == "2023-11-02T09:05:07Z");
  CHECK(read("2023-11-02T09:05:07.250+08:00") == "2023-11-02T09:05:07+08:00");
  CHECK(read("2023-11-02 09:05 UTC") == "2023-11-02T09:05Z");
  CHECK(read("2023-11-02 09:05 GMT+8") == "2023-11-02T09:05+08:00");
  CHECK(read("2023-11-02T09:05:07-05:00") == "2023-11-02T09:05:07-05:00");
  // The end of an appointment is no zone, and CST is one of four.
  CHECK(read("2023-11-02 09:05-11:30") == "2023-11-02T09:05 [-11:30]");
  CHECK(read("2023-11-02 09:05 CST") == "2023-11-02T09:05");
}

TEST_CASE("Dates with the name of a month are read in several languages", "[dates]") {
  CHECK(read("November 2, 2023") == "2023-11-02");
  CHECK(read("Nov. 2, 2023, 9:30 p.m. ET") == "2023-11-02T21:30");
  CHECK(read("2nd November 2023") == "2023-11-02");
  CHECK(read("Thu, 02 Nov 2023 09:05:07 -0500") == "2023-11-02T09:05:07-05:00");
  CHECK(read("2. November 2023") == "2023-11-02");
  CHECK(read("2 de noviembre de 2023") == "2023-11-02");
  CHECK(read("1er mars 2023") == "2023-03-01");
  CHECK(read("2 ноября 2023") == "2023-11-02");
  CHECK(read("2023년 11월 2일") == "2023-11-02");
  CHECK(read("November 2023") == "2023-11");
}

TEST_CASE("A date that may be one of two is none", "[dates]") {
  CHECK(read("3/4/2023") == "none");
  CHECK(read("25/4/2023") == "2023-04-25");
  CHECK(read("4/25/2023") == "2023-04-25");
  CHECK(read("25.4.2023") == "2023-04-25");
}

TEST_CASE("Days that do not exist and numbers that are no dates are refused", "[dates]") {
  CHECK(read("2023年2月30日") == "none");
  CHECK(read("2023-13-01") == "none");
  CHECK(read("123-11-02") == "none");
  CHECK(read("20231-11-02") == "none");
  CHECK(read("5月2日") == "none");
  CHECK(read("") == "none");
}

TEST_CASE("A date is found inside a line, but not inside a number or a word", "[dates]") {
  const auto found = find_date("某报(The Paper)2023年11月2日");
  REQUIRE(found);
  CHECK(found->iso == "2023-11-02");
  CHECK(found->begin == 17);
  CHECK_FALSE(find_date("version 12023-11-021"));
  CHECK_FALSE(find_date("Dismay 3, 2023"));
}

TEST_CASE("Relative dates are recognized as such", "[dates]") {
  CHECK(is_relative_date("3 hours ago"));
  CHECK(is_relative_date("2小时前"));
  CHECK(is_relative_date("昨天 10:20"));
  CHECK_FALSE(is_relative_date("2023-11-02"));
}

}  // namespace
}  // namespace weft::plain
