// SPDX-License-Identifier: Apache-2.0
/// What looks like plain text.

#include "sniff.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace weft::plain {
namespace {

using namespace std::string_literals;

TEST_CASE("Plain text scores in the middle, whatever its name", "[sniff]") {
  const int score = sniff_text("a.txt", "", "The ferry was late again.\nNobody minded.");
  CHECK(score >= 30);
  CHECK(score <= 50);
  CHECK(sniff_text("a.dat", "", "渡轮又晚点了。") == score);
  CHECK(sniff_text("a", "application/octet-stream", "The ferry.") == score);
}

TEST_CASE("What is declared text/plain is text, be it full of tags", "[sniff]") {
  CHECK(sniff_text("", "text/plain", "<html><body><p>x</p></body></html>") >= 90);
  CHECK(sniff_text("", "Text/Plain ; charset=utf-8", "x") >= 90);
}

TEST_CASE("Markup and other declared types score low", "[sniff]") {
  CHECK(sniff_text("a.txt", "", "<!DOCTYPE html><title>x</title>") < 10);
  CHECK(sniff_text("a.txt", "", "<p>One.</p><p>Two.</p><p>Three.</p>") < 10);
  CHECK(sniff_text("", "text/html", "Only words.") < 10);
  CHECK(sniff_text("", "", "If a < b and b > c then a < c, said the <expert>.") >= 30);
}

TEST_CASE("Binary content scores nothing", "[sniff]") {
  CHECK(sniff_text("", "text/plain", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s) == 0);
  CHECK(sniff_text("a.txt", "", "%PDF-1.7 ...") == 0);
  CHECK(sniff_text("a.txt", "", "PK\x03\x04rest") == 0);
  CHECK(sniff_text("a.txt", "", "\0\1\2\3\4\5\6\7 text \0\0\0"s) == 0);
}

TEST_CASE("UTF-16 is text", "[sniff]") {
  CHECK(sniff_text("", "", "\xFF\xFEh\0i\0"s) >= 30);
  CHECK(sniff_text("", "", "h\0e\0l\0l\0o\0 \0t\0h\0e\0r\0e\0"s) >= 30);
}

/// UTF-16 without a mark, of characters of the basic plane.
std::string wide(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    out += {little ? low : high, little ? high : low};
  }
  return out;
}

TEST_CASE("UTF-16 without a mark is text in any script", "[sniff]") {
  for (const std::u16string_view text :
       {u"渡轮又晚点了。没有人介意，因为船长从来不说谎话，\n也从来不看表。",
        u"渡し船はまた遅れたが、だれも気にしなかった。",
        u"배는 또 늦었지만 아무도 신경 쓰지 않았다.", u"Паром снова опоздал, но никто не возражал.",
        u"The ferry was late again; nobody minded."}) {
    for (const bool little : {true, false}) {
      CHECK(sniff_text("", "", wide(text, little)) >= 30);
      CHECK(sniff_text("", "", (little ? "\xFF\xFE" : "\xFE\xFF") + wide(text, little)) >= 30);
    }
  }
  CHECK(sniff_text("", "", wide(u"<!DOCTYPE html><p>渡轮又晚点了。</p>", true)) < 10);
}

TEST_CASE("Random bytes, tables of numbers and zeros are no text", "[sniff]") {
  unsigned state = 7;
  for (int round = 0; round < 50; ++round) {
    std::string noise;
    std::string numbers;
    for (int i = 0; i < 4000; ++i) {
      state = state * 1103515245U + 12345U;
      noise.push_back(static_cast<char>(state >> 16U));
      numbers += {static_cast<char>(state >> 20U), static_cast<char>((state >> 28U) & 3U), 0, 0};
    }
    CHECK(sniff_text("", "", noise) == 0);
    CHECK(sniff_text("", "", numbers) == 0);
    CHECK(sniff_text("", "", "\xFF\xFE" + noise) == 0);
  }
  CHECK(sniff_text("", "", std::string(5000, '\0')) == 0);
  CHECK(sniff_text("", "", "\x89PNG\r\n\x1A\n" + std::string(100, 'x')) == 0);
  CHECK(sniff_text("", "",
                   "\x7F"
                   "ELF" +
                       std::string(100, '\0')) == 0);
}

TEST_CASE(
    "a byte order mark is believed though a unit is broken, and UTF-8 with controls is text") {
  CHECK(sniff_text("a.txt", "",
                   std::string("\xFF\xFE"
                               "a\0\x3D\xD8"
                               "b\0",
                               8)) == 40);
  CHECK(sniff_text("a.txt", "", std::string("\xFF\xFE\x6E\x63\xA5\x62\x53\x90\x0C", 9)) == 40);
  CHECK(sniff_text("a.txt", "", "log \x01\x02\x03\x04 of a terminal, line by line") == 40);
  CHECK(sniff_text("a.bin", "", "\x01\x02\x03\x04\x05\x06 ab") == 0);
}

TEST_CASE("Empty content is text for want of anything else", "[sniff]") {
  CHECK(sniff_text("", "", "") >= 30);
}

}  // namespace
}  // namespace weft::plain
