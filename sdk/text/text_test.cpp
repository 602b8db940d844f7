// SPDX-License-Identifier: Apache-2.0
/// Scripts, languages, language tags and normalization.

#include <catch2/catch.hpp>
#include <string>

#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

TEST_CASE("characters are counted by script") {
  const ScriptCounts counts = count_scripts("Tea 茶 чай お茶 2 杯!");
  CHECK(counts[Script::kLatin] == 3);
  CHECK(counts[Script::kHan] == 3);
  CHECK(counts[Script::kCyrillic] == 3);
  CHECK(counts[Script::kHiragana] == 1);
  CHECK(counts[Script::kDigit] == 1);
  CHECK(counts.letters() == 10);
}

TEST_CASE("letters belong to a writing, digits and marks to none") {
  for (const char32_t letter : U"茶おㄅ한")
    if (letter != 0) CHECK(writing_of(script_of(letter)) == Writing::kEastAsian);
  CHECK(writing_of(script_of(U'é')) == Writing::kLatin);
  CHECK(writing_of(script_of(U'ж')) == Writing::kCyrillic);
  CHECK(writing_of(script_of(U'ω')) == Writing::kOther);
  for (const char32_t other : U"7٣ ，!")
    if (other != 0) CHECK(writing_of(script_of(other)) == Writing::kNone);
}

TEST_CASE("only characters of one form vote for it") {
  CHECK(vote_han_form(count_scripts("书桌")) == HanForm::kSimplified);
  CHECK(vote_han_form(count_scripts("書桌")) == HanForm::kTraditional);
  CHECK(vote_han_form(count_scripts("山水")) == HanForm::kUnknown);
  CHECK(vote_han_form(count_scripts("皇后干里")) == HanForm::kUnknown);  // also traditional
  CHECK(count_scripts("込").japanese == 1);
}

TEST_CASE("East Asian languages are told by their characters, however short") {
  CHECK(guess_language("图书馆").tag == "zh-Hans");
  CHECK(guess_language("圖書館").tag == "zh-Hant");
  CHECK(guess_language("山水").tag == "zh");
  CHECK(guess_language("図書館へ行く").tag == "ja");
  CHECK(guess_language("도서관").tag == "ko");
}

TEST_CASE("Latin names do not outvote a Chinese sentence and Han words not an English one") {
  CHECK(guess_language("Anna Brown和Peter Stone昨天来了").tag == "zh-Hans");
  CHECK(guess_language("The word for tea is 茶 and it is used all over the world").tag == "en");
}

TEST_CASE("alphabetic languages are told by statistics and by function words") {
  CHECK(guess_language("The boats were late because of the storm on the lake.").tag == "en");
  CHECK(guess_language("Die Boote kamen spät, weil es auf dem See stürmte.").tag == "de");
  CHECK(guess_language("the boats").tag == "en");
  CHECK(guess_language("Лодки опоздали из-за бури на озере.").tag == "ru");
}

TEST_CASE("a text that says nothing has no language") {
  CHECK(guess_language("").tag == "und");
  CHECK(guess_language("2024-05-01 / 17").tag == "und");
  CHECK(guess_language("Xyz").confidence == 0);
}

TEST_CASE("tags follow the grammar of RFC 5646") {
  for (const char* tag : {"zh", "zh-Hans", "zh-Hans-CN", "zh-cmn-Hans", "sl-rozaj-biske", "de-1996",
                          "en-u-ca-gregory", "x-mine", "de-x-a-b", "i-klingon", "es-419", "mul"})
    CHECK(is_well_formed_tag(tag));
  for (const char* tag : {"", "zh_CN", "e", "en-", "-en", "en--US", "en-abcdefghi", "x", "en-a",
                          "de-1996-1996", "en-u-ca-u-nu", "123", "en US"})
    CHECK_FALSE(is_well_formed_tag(tag));
}

TEST_CASE("language tags from other programs become those of RFC 5646, or nothing") {
  using weft::canonical_tag;
  CHECK(canonical_tag("EN") == "en");
  CHECK(canonical_tag("zh_CN") == "zh-CN");
  CHECK(canonical_tag("ZH_hans_cn") == "zh-Hans-CN");
  CHECK(canonical_tag("es-419") == "es-419");
  CHECK(canonical_tag("sl-ROZAJ-1994") == "sl-rozaj-1994");
  CHECK(canonical_tag("en-us-X-AB-CDEF") == "en-US-x-ab-cdef");
  CHECK(canonical_tag("en-").empty());
  CHECK(canonical_tag("").empty());
}

TEST_CASE("ranges match by whole subtags and without case") {
  CHECK(matches_range("zh-Hans", "zh"));
  CHECK(matches_range("ZH-hant-TW", "zh-Hant"));
  CHECK(matches_range("en", "*"));
  CHECK_FALSE(matches_range("zho", "zh"));
  CHECK_FALSE(matches_range("zh", "zh-Hans"));
  CHECK_FALSE(matches_range("", "*"));
}

TEST_CASE("normal forms compose") {
  CHECK(nfc("e\u0301") == "é");
  CHECK(nfkc("ﬁｎ") == "fin");
  CHECK(nfc("plain") == "plain");
}

TEST_CASE("keys of equal wordings are equal") {
  CHECK(comparison_key("  Straße\u3000ＮＯ. 1 ") == comparison_key("STRASSE no. 1"));
  CHECK(comparison_key("a b") != comparison_key("ab"));
  CHECK(fold_space("\t a \n\n b\u00A0") == "a b");
  CHECK(fold_case("ÄÖ") == "äö");
}

TEST_CASE("white space is what Unicode's White_Space has, and nothing else") {
  const std::u32string spaces =
      U"\t\n\v\f\r \x85\xA0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
      U"\u200A\u2028\u2029\u202F\u205F\u3000";
  std::size_t wrong = 0;
  for (char32_t point = 1; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "a";
    append_code_point(text, point);
    append_code_point(text, point);
    text += 'b';
    wrong += fold_space(text) == (spaces.find(point) == spaces.npos ? text : "a b") ? 0U : 1U;
  }
  CHECK(wrong == 0);
}

TEST_CASE("text for XML changes what it says, whatever stands around it") {
  std::size_t wrong = 0;
  for (char32_t point = 1; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    const bool bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    const bool breaks = point == 0x0B || point == 0x0C || point == '\r' || point == 0x85 ||
                        point == 0x2028 || point == 0x2029;
    const bool control = (point < 0x20 && point != '\t' && point != '\n') ||
                         (point >= 0x7F && point <= 0x9F) || (point & 0xFFFEU) == 0xFFFE ||
                         (point >= 0xFDD0 && point <= 0xFDEF);
    std::string text = "茶";
    append_code_point(text, point);
    const std::string kept = text + "é";
    const std::string wanted = bidi ? "茶é" : breaks ? "茶 é" : control ? "茶\uFFFDé" : kept;
    const Cleaned cleaned = clean_for_xml(kept);
    const bool changes = bidi || breaks || control;
    wrong += cleaned.text == wanted && (cleaned.changed == 1) == changes ? 0U : 1U;
  }
  CHECK(wrong == 0);
}

TEST_CASE("text for XML holds no character that a reader refuses or reorders by") {
  const Cleaned cleaned = clean_for_xml(
      "a\x01"
      "b\x0B"
      "c\u0085"
      "d\u2028"
      "e\u202E"
      "f\uFFFE");
  CHECK(cleaned.text == "a\uFFFDb c d ef\uFFFD");
  CHECK(cleaned.changed == 6);
  CHECK(clean_for_xml("a\r\nb\tc").text == "a\nb\tc");
  CHECK(clean_for_xml("x\xED\xA0\x80").changed == 3);
  CHECK(clean_for_xml("naïve 茶 😀").changed == 0);
}

TEST_CASE("long runs of combining marks are normalized in parts and keep every mark") {
  std::string text = "a";
  for (int i = 0; i < 100000; ++i)
    text += i % 2 == 0 ? "\u0316" : "\u0301";
  CHECK(normalizable_part("cafe\u0301") == 6);
  CHECK(normalizable_part(text) == 61);
  CHECK(count_code_points(nfc(text)) >= 100000 - 1);
}

}  // namespace
}  // namespace weft
