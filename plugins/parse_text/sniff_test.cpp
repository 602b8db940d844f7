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
  CHECK(sniff_text("a.txt", "", "%PDF-1.7 ...") == 0);
  CHECK(sniff_text("a.txt", "", "PK\x03\x04rest") == 0);
  CHECK(sniff_text("a.txt", "", "\0\1\2\3\4\5\6\7 text \0\0\0"s) == 0);
}

TEST_CASE("UTF-16 is text", "[sniff]") {
  CHECK(sniff_text("", "", "\xFF\xFEh\0i\0"s) >= 30);
  CHECK(sniff_text("", "", "h\0e\0l\0l\0o\0 \0t\0h\0e\0r\0e\0"s) >= 30);
}

TEST_CASE("Empty content is text for want of anything else", "[sniff]") {
  CHECK(sniff_text("", "", "") >= 30);
}

}  // namespace
}  // namespace weft::plain
