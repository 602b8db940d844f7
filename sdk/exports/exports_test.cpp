// SPDX-License-Identifier: Apache-2.0
/// The pieces that exporters share, apart from any of them.
#include <catch2/catch.hpp>
#include <limits>

#include "weft/error.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"

namespace weft {

TEST_CASE("a language map prefers the tag itself, then the longest range, and keeps other tags") {
  const LanguageMap map({"zh", "zh-CN", "zh-Hant", "zh-TW", "EN-gb", "en-GB"}, "export_any");
  CHECK(map("zh-Hans") == "zh-CN");
  CHECK(map("zh-hant-HK") == "zh-TW");
  CHECK(map("en-GB") == "en-GB");
  CHECK(map("pt_br") == "pt-BR");
  CHECK(map("") == "und");
  CHECK(map("not a tag") == "und");
}

TEST_CASE("a language map refuses what is no tag and names the exporter") {
  try {
    LanguageMap({"zh-Hans", "zh_CN"}, "export_any");
    FAIL("zh_CN was taken");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_CONFIG);
    CHECK(std::string(error.what()).find("export_any: lang-map gives 'zh_CN'") == 0);
  }
}

TEST_CASE("attributes keep line ends and tabs, text keeps all but markup") {
  std::string out;
  append_attribute(out, "note", "a<b & \"c\"\n\t");
  CHECK(out == " note=\"a&lt;b &amp; &quot;c&quot;&#10;&#9;\"");
  out.clear();
  append_escaped(out, "a<b\n]]>");
  CHECK(out == "a&lt;b\n]]&gt;");
}

TEST_CASE("dates come from seconds alone") {
  CHECK(basic_date("1706933106") == "20240203T040506Z");
  CHECK(extended_date("1706933106") == "2024-02-03T04:05:06Z");
  CHECK(basic_date("0") == "19700101T000000Z");
  CHECK(basic_date("yesterday").empty());
  CHECK(basic_date("-1").empty());
  CHECK(basic_date("99999999999999").empty());
}

TEST_CASE("scores have four places, and none where there is none") {
  CHECK(score_text(0.75) == "0.7500");
  CHECK(score_text(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("what XML forbids is replaced wherever it comes from") {
  std::string out;
  append_escaped(out, "a\x01\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\xEF\xBC\x81");
  CHECK(out == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBC\x81");
}

TEST_CASE("name tokens hold only what every XML reader takes, and differ where the texts do") {
  CHECK(name_token("a.txt_1-2") == "a.txt_1-2");
  CHECK(name_token("news/a b.txt#3").rfind("news-a-b.txt-3.", 0) == 0);
  CHECK(name_token("news/a b.txt#3") != name_token("news/a/b.txt#3"));
  CHECK(name_token("灯").rfind("---.", 0) == 0);
  CHECK(name_token("").size() > 1);
  // A file may be called as the token of another is.
  const std::string token = name_token("a b");
  CHECK(name_token(token) != token);
  CHECK(name_token(name_token(token)) != name_token(token));
  CHECK(name_token("report.20240102030405067") == "report.20240102030405067");
}

TEST_CASE("equal units of one document are told apart, those of others are different") {
  UnitIds ids("a.txt");
  const std::string first = ids.next("Hello.", "你好。");
  CHECK(first.size() == 32);
  CHECK(ids.next("Hello.", "你好。") == first + "-2");
  CHECK(UnitIds("b.txt").next("Hello.", "你好。") != first);
}

}  // namespace weft
