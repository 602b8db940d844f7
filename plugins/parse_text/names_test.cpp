// SPDX-License-Identifier: Apache-2.0
/// Bylines taken apart, and other words told from names.

#include "names.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace weft::plain {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("A list of names is taken apart at marks and at the words for and", "[names]") {
  CHECK(split_names("Jo Dorn, Ann Lee and Wren Ash") == Names{"Jo Dorn", "Ann Lee", "Wren Ash"});
  CHECK(split_names("林晚、陈墨") == Names{"林晚", "陈墨"});
  CHECK(split_names("林晚 陈墨 周一鸣") == Names{"林晚", "陈墨", "周一鸣"});
  CHECK(split_names("林晚和周一鸣") == Names{"林晚", "周一鸣"});
  CHECK(split_names("Jo Dorn & Ann Lee") == Names{"Jo Dorn", "Ann Lee"});
}

TEST_CASE("A character for and inside a name does not cut it", "[names]") {
  CHECK(split_names("陈和平") == Names{"陈和平"});
  CHECK(split_names("克里斯托弗·霍和特") == Names{"克里斯托弗·霍和特"});
}

TEST_CASE("What is no part of a name is left out", "[names]") {
  CHECK(split_names("Jo Dorn, Staff Writer") == Names{"Jo Dorn"});
  CHECK(split_names("Jo Dorn in Berlin") == Names{"Jo Dorn"});
  CHECK(split_names("Jo Dorn for The Gazette") == Names{"Jo Dorn"});
  CHECK(split_names("林晚(浅滩大学)") == Names{"林晚"});
  CHECK(split_names("Jo Dorn <jo@example.org>") == Names{"Jo Dorn"});
  CHECK(split_names("").empty());
  CHECK(split_names(" , ; ").empty());
}

TEST_CASE("Names in capitals get title case", "[names]") {
  CHECK(split_names("JO DORN, ANN M. VAN RYN") == Names{"Jo Dorn", "Ann M. van Ryn"});
  CHECK(in_title_case("SEÁN O'BRIEN-MCKAY") == "Seán O'Brien-Mckay");
  CHECK(in_title_case("ROSE MCKAY") == "Rose McKay");
  CHECK(in_title_case("HENRY DORN III") == "Henry Dorn III");
  CHECK(in_title_case("Jo Dorn") == "Jo Dorn");
  CHECK(in_title_case("林晚") == "林晚");
}

TEST_CASE("Names are told from other words", "[names]") {
  CHECK(looks_like_names("Jo Dorn"));
  CHECK(looks_like_names("Jo van Dorn and Ann Lee"));
  CHECK(looks_like_names("欧阳晚"));
  CHECK(looks_like_names("埃莉诺·弗兰特"));
  CHECK_FALSE(looks_like_names("The Numbers"));
  CHECK_FALSE(looks_like_names("the numbers"));
  CHECK_FALSE(looks_like_names("Breaking News"));
  CHECK_FALSE(looks_like_names("效率的代价"));
  CHECK_FALSE(looks_like_names(""));
}

TEST_CASE("A byline in capitals holds names and nothing else", "[names]") {
  CHECK(is_capital_byline("JO DORN, ANN LEE"));
  CHECK_FALSE(is_capital_byline("BREAKING NEWS"));
  CHECK_FALSE(is_capital_byline("Jo Dorn, Ann Lee"));
  CHECK_FALSE(is_capital_byline("CHAPTER 7"));
}

TEST_CASE("A reporter's line gives the names behind the word", "[names]") {
  CHECK(reporter_names("本报记者 林小晚 北港报道") == Names{"林小晚"});
  CHECK(reporter_names("【記者林宥辰／望安報導】") == Names{"林宥辰"});
  CHECK(reporter_names("新华社记者林晚、陈墨") == Names{"林晚", "陈墨"});
  CHECK(reporter_names("记者从会上获悉,新的渡船明年下水。").empty());
  CHECK(reporter_names("记者的一天").empty());
}

}  // namespace
}  // namespace weft::plain
