// SPDX-License-Identifier: Apache-2.0
/// Keys and patterns, the tables of wordings, and the table of Han pairs against ICU.

#include "match.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "furniture.hpp"
#include "furniture_words.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

TEST_CASE("Spellings of one wording have one key", "[match]") {
  CHECK(match_key("訂閱 電子報") == match_key("订阅\u3000电子报"));
  CHECK(match_key("ＬＯＡＤＩＮＧ") == "loading");
  CHECK(match_key("  Share\tthis ") == "share this");
}

TEST_CASE("A star stands for anything, and words are not cut", "[match]") {
  CHECK(fits("sign up for our newsletter", "sign up*newsletter*"));
  CHECK(fits("来自《浅滩》的视频", "来自*的视频"));
  CHECK(fits("abc", "*"));
  CHECK(fits("our soup", "*our*"));
  CHECK_FALSE(fits("an hour", "*our*"));
  CHECK_FALSE(fits("shared", "share*"));
  CHECK_FALSE(fits("share", "share this"));
  CHECK_FALSE(fits("newsletters", "*newsletter"));
  CHECK_FALSE(fits("", "a*"));
  CHECK(fits_any("b", "a | b | c"));
  CHECK_FALSE(fits_any("b |", "a | b | c"));
  CHECK(equals_any("*", "# | *"));
  CHECK_FALSE(equals_any("anything", "# | *"));
}

TEST_CASE("Every wording of the tables also fits in traditional characters", "[match]") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_traditional(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  const auto check = [&](std::string_view patterns) {
    each_pattern(patterns, [&](std::string_view pattern) {
      std::string plain;
      for (const char c : pattern) {
        if (c != '*') plain += c;
      }
      icu::UnicodeString text = icu::UnicodeString::fromUTF8(plain);
      to_traditional->transliterate(text);
      std::string traditional;
      text.toUTF8String(traditional);
      CAPTURE(pattern, traditional);
      CHECK(fits(match_key(traditional), pattern));
    });
  };
  for (const Wordings& entry : furniture_wordings()) {
    if (entry.patterns.find(" * ") == std::string_view::npos) check(entry.patterns);
  }
  for (const std::string_view table :
       {bio_headings(), about_site_headings(), kickers(), network_words()})
    check(table);
}

TEST_CASE("Furniture is known by its wording", "[furniture]") {
  const auto reason = [](std::string_view text) {
    Unit unit;
    unit.shape = measure(text);
    unit.key = match_key(text);
    return std::string(furniture_reason(unit));
  };
  CHECK(reason("正在載入，請稍候") == "loading-notice");
  CHECK(reason("Loading...") == "loading-notice");
  CHECK(reason("訂閱我們的電子報") == "newsletter");
  CHECK(reason("Sign up for The Wick") == "newsletter");
  CHECK(reason("来自《浅滩评论》的视频") == "video-promo");
  CHECK(reason("facebook twitter rss youtube") == "social");
  CHECK(reason("twitter-blank linkedin-blank") == "social");
  CHECK(reason("【免责声明】本文仅代表作者观点") == "legal");
  CHECK(reason("[Copy link]") == "social");
  CHECK(reason("Sharing a cabin with a cat").empty());
  CHECK(reason("Video games of the harbor").empty());
  CHECK(reason("Line and medium").empty());
}

}  // namespace
}  // namespace weft::plain
