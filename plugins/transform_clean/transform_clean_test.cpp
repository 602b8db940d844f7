// SPDX-License-Identifier: Apache-2.0
/// transform_clean through the host's own calls.
#include <catch2/catch.hpp>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

/// The clean texts of paragraphs; the text itself where nothing was to repair.
std::string cleaned(const std::string& text, const StageOptions& options = {}) {
  StoredDocument document = plain_document("a.txt", "", {text});
  const weft_status status = StageHarness("transform_clean", options).process(document).status;
  if (status == WEFT_PASSED) return text;
  REQUIRE(status == WEFT_OK);
  const Texts out = texts_of(document, WEFT_SPAN_PARAGRAPH, "clean");
  if (out.empty()) return text;
  // A second run has nothing to do.
  CHECK(StageHarness("transform_clean", options).process(document).status == WEFT_PASSED);
  return out.front();
}

TEST_CASE("UTF-8 read as windows-1252 is read again") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"It isnâ€™t far, she said.", "It isn’t far, she said."},
      {"un cafÃ© crÃ¨me et des Å“ufs", "un café crème et des œufs"},
      {"12Â°C and Â£5", "12°C and £5"},
      {"ä½\u00A0å¥½ï¼Œä¸–ç•Œ", "你好，世界"},
      {"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
      {"hello ðŸ˜€", "hello 😀"},
      {"the cafÃƒÂ© round the corner", "the café round the corner"},
      {"Itâ\u0080\u0099s late", "It’s late"},
      {"It\u0092s late", "It’s late"},
  };
  for (const auto& [broken, whole] : cases)
    CHECK(cleaned(broken) == whole);
}

TEST_CASE("ordinary typography is no mojibake") {
  for (const std::string text :
       {"«CAFÉ»", "„Spaß“ und „Größe“", "MAÇÃ…", "né…»", "É»", "på…»", "Ærø – 5 § 3",
        "naïve café “x”", "œuvre Ü» Ö“", "1 000 €", "Ångström", "São Paulo, Âncora", "VÂ–T"})
    CHECK(cleaned(text) == text);
}

TEST_CASE("UTF-8 read as GBK is read again where it is whole") {
  CHECK(cleaned("浣犲ソ涓栫晫") == "你好世界");
  CHECK(cleaned("x 鎴戜滑鍦ㄨ繖閲岋紝澶╂皵寰堝ソ銆? y") == "x 我们在这里，天气很好銆? y");
  for (const std::string text : {"我们在这里，天气很好。", "浙江省锛", "鐨字很少见"})
    CHECK(cleaned(text) == text);
}

TEST_CASE("characters that do not show go, those that shape text stay") {
  CHECK(cleaned("\uFEFFzero\u200Bwidth soft\u00ADhyphen \u202Eabc\u202C \u200Ex") ==
        "zerowidth softhyphen abc x");
  CHECK(cleaned("bell\x07 and\x01 more") == "bell and more");
  for (const std::string text :
       {"می\u200Cخواهم", "क्\u200Dष", "👨\u200D👩\u200D👧", "❤\uFE0F", "葛\U000E0100", "שלום\u200F!",
        "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"})
    CHECK(cleaned(text) == text);
  CHECK(cleaned("co\u200Cop ab\u200Dcd 中\u200D文") == "coop abcd 中文");
}

TEST_CASE("line separators become line feeds") {
  CHECK(cleaned("a\u2028b\u2029c\x0B d") == "a\nb\nc\n d");
  CHECK(cleaned("a\r\nb\rc") == "a\nb\nc");
}

TEST_CASE("letters and marks are composed") {
  CHECK(cleaned("cafe\u0301 no\u0308el \u1100\u1161") == "café nöel 가");
  CHECK(cleaned("e\u200B\u0301") == "é");
}

TEST_CASE("ligatures are taken apart unless told not to") {
  CHECK(cleaned("o\uFB03ce of \uFB02ight") == "office of flight");
  CHECK(cleaned("o\uFB03ce", {{"ligatures", "false"}}) == "o\uFB03ce");
}

TEST_CASE("widths change only when asked for, and Chinese punctuation never") {
  const std::string wide = "ＡＢＣ１２３，。：ｶﾞﾗｽ ﾊﾟﾝ｡";
  CHECK(cleaned(wide) == wide);
  CHECK(cleaned(wide, {{"width", "normalize"}}) == "ABC123，。：ガラス パン。");
  CHECK(cleaned("ﾞカﾞ", {{"width", "normalize"}}) == "゛カ゛");
}

TEST_CASE("Chinese is converted between its forms, and other languages are not") {
  CHECK(cleaned("這裡的頭髮後來乾淨了", {{"convert", "zh-Hans"}}) == "这里的头发后来干净了");
  CHECK(cleaned("头发和发展，皇后在后面", {{"convert", "zh-Hant"}}) == "頭髮和發展，皇后在後面");
  CHECK(cleaned("这里", {{"convert", "zh-TW"}}) == "這裡");
  CHECK(cleaned("这里的人", {{"convert", "zh-HK"}}) == "這裏的人");
  CHECK(cleaned("東京の図書館へ行きました", {{"convert", "zh-Hans"}}) ==
        "東京の図書館へ行きました");
}

TEST_CASE("converted text says so and traces to its source") {
  DocumentBuilder builder;
  const std::string text = "頭髮乾了\n\nThe hair is dry.";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "zh-Hant", text);
  const weft_id first = builder.span(WEFT_SPAN_PARAGRAPH, view, "頭髮乾了");
  builder.attribute(WEFT_ON_SPAN, first, WEFT_KEY_LANG, "zh-Hant");
  builder.span(WEFT_SPAN_PARAGRAPH, view, "The hair is dry.");
  StoredDocument document = builder.build();
  REQUIRE(StageHarness("transform_clean", {{"convert", "zh-Hans"}}).process(document).status ==
          WEFT_OK);
  REQUIRE(document.views.size() == 2);
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "clean") == Texts{"头发干了", "The hair is dry."});
  const weft_span& copy = document.spans[2];
  CHECK(value_of(document, WEFT_KEY_LANG, WEFT_ON_SPAN, copy.id) == "zh-Hans");
  CHECK(source_range(document, copy) == std::pair<std::uint64_t, std::uint64_t>{0, 12});
  CHECK(source_range(document, document.spans[3]) ==
        std::pair<std::uint64_t, std::uint64_t>{14, 30});
}

TEST_CASE("masked words are counted on their block and left as they are") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"大*白*菜很好吃", "1"},
      {"大.白.菜和小.白.菜", "2"},
      {"well, d*mn it and d**n it", "2"},
      {"阿·卜·都", ""},
      {"一.二.三", ""},
      {"a*b + c*d = 2*x", ""},
      {"这是*重点*内容", ""},
      {"see note* below", ""}};
  for (const auto& [text, count] : cases) {
    StoredDocument document = plain_document("a.txt", "", {text});
    const weft_status status = StageHarness("transform_clean").process(document).status;
    CHECK(status == (count.empty() ? WEFT_PASSED : WEFT_OK));
    CAPTURE(text);
    CHECK(value_of(document, WEFT_KEY_MASKED, WEFT_ON_SPAN, document.spans[0].id) == count);
    CHECK(document.views.size() == 1);
    if (!count.empty())
      CHECK(StageHarness("transform_clean").process(document).status == WEFT_PASSED);
  }
}

TEST_CASE("what is lost is counted and stays") {
  StoredDocument document = plain_document("a.txt", "", {"前面锟斤拷后面\uFFFD"});
  REQUIRE(StageHarness("transform_clean").process(document).status == WEFT_OK);
  CHECK(value_of(document, WEFT_KEY_LOST, WEFT_ON_SPAN, document.spans[0].id) == "2");
  CHECK(document.views.size() == 1);
}

TEST_CASE("blocks, parents, attributes and links go over to the clean view") {
  DocumentBuilder builder;
  const std::string text = "itâ€™s one\n\u200B\ntwo";
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "en", text);
  const weft_id list = builder.span(WEFT_SPAN_LIST, view, 0, text.size());
  const weft_id first = builder.span(WEFT_SPAN_LIST_ITEM, view, 0, 15, list);
  builder.span(WEFT_SPAN_PARAGRAPH, view, 16, 19, list);
  const weft_id second =
      builder.span(WEFT_SPAN_LIST_ITEM, view, text.size() - 3, text.size(), list);
  builder.attribute(WEFT_ON_SPAN, second, "acme:mark", "x");
  builder.link(WEFT_LINK_PARALLEL, {{first, "source"}, {second, "target"}}, 0.5);
  StoredDocument document = builder.build();
  REQUIRE(StageHarness("transform_clean").process(document).status == WEFT_OK);
  CHECK(texts_of(document, WEFT_SPAN_LIST_ITEM, "clean") == Texts{"it’s one", "two"});
  CHECK(texts_of(document, WEFT_SPAN_PARAGRAPH, "clean").empty());
  CHECK(links_of(document, WEFT_LINK_PARALLEL) == Texts{"source it’s one | target two"});
  const weft_span& copy = document.spans.back();
  CHECK(value_of(document, "acme:mark", WEFT_ON_SPAN, copy.id) == "x");
  CHECK(copy.parent != 0);
  CHECK(source_range(document, copy).second == text.size());
}

TEST_CASE("titles and names of the metadata are repaired in place") {
  StoredDocument document = plain_document("a.txt", "", {"x"});
  DocumentBuilder builder;
  builder.source("a.txt", "x");
  builder.view("text", "", "x");
  builder.metadata(WEFT_KEY_TITLE, "The cafÃ©\u200B");
  builder.metadata(WEFT_KEY_AUTHOR, "Zoe\u0308");
  document = builder.build();
  REQUIRE(StageHarness("transform_clean").process(document).status == WEFT_OK);
  CHECK(values_of(document, WEFT_KEY_TITLE) == Texts{"The café"});
  CHECK(values_of(document, WEFT_KEY_AUTHOR) == Texts{"Zoë"});
  CHECK(StageHarness("transform_clean").process(document).status == WEFT_PASSED);
}

}  // namespace
}  // namespace weft::test
