// SPDX-License-Identifier: Apache-2.0
/// Well-formed and ill-formed language tags.
#include "core/plugin/language_tag.hpp"

#include <catch2/catch.hpp>

namespace weft {
namespace {

TEST_CASE("Well-formed tags come back in their usual letter case") {
  CHECK(canonical_language("en") == "en");
  CHECK(canonical_language("ZH-hans-cn") == "zh-Hans-CN");
  CHECK(canonical_language("yue") == "yue");
  CHECK(canonical_language("zh-cmn-hant") == "zh-cmn-Hant");
  CHECK(canonical_language("es-419") == "es-419");
  CHECK(canonical_language("sl-Rozaj-Biske-1994") == "sl-rozaj-biske-1994");
  CHECK(canonical_language("de-u-CO-phonebk") == "de-u-co-phonebk");
  CHECK(canonical_language("en-a-myext-b-another") == "en-a-myext-b-another");
  CHECK(canonical_language("X-WHATEVER-AB") == "x-whatever-ab");
  CHECK(canonical_language("fr-x-abcd-efgh") == "fr-x-abcd-efgh");
  CHECK(canonical_language("i-KLINGON") == "i-klingon");
  CHECK(canonical_language("en-gb-oed") == "en-GB-oed");
  CHECK(canonical_language("*") == "*");
}

TEST_CASE("Ill-formed tags are refused") {
  for (const char* tag : {"",
                          "e",
                          "english",
                          "zh_CN",
                          "zh-",
                          "-zh",
                          "zh--CN",
                          "zh-Hans-Hant",
                          "zh-CN-TW",
                          "en-abcdefghi",
                          "en-1a",
                          "de-1901-1901",
                          "en-a-bb-a-cc",
                          "en-u",
                          "en-x",
                          "x",
                          "12",
                          "zh-*",
                          "en us",
                          "ar-a-aaa-b-bbb-a-ccc",
                          "i-nothing",
                          "h\xC3\xA9"}) {
    INFO(tag);
    CHECK_FALSE(canonical_language(tag));
  }
}

TEST_CASE("Names of locales and ranges with a star suggest the tag they mean") {
  CHECK(likely_language("zh_CN") == "zh-CN");
  CHECK(likely_language("zh_hant_tw") == "zh-Hant-TW");
  CHECK(likely_language("pt_BR.UTF-8") == "pt-BR");
  CHECK(likely_language("zh-*") == "zh");
  CHECK(likely_language("english").empty());
}

}  // namespace
}  // namespace weft
