// SPDX-License-Identifier: Apache-2.0
/// transform_language through the host's own calls.
#include <catch2/catch.hpp>

#include "core/document/name_table.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kEnglish =
    "The ferry leaves the harbour at seven, and the children who live on the island take it to "
    "school.";
const std::string kSimplified =
    "渡轮七点离开港口，住在岛上的孩子们每天坐船去上学，下午再一起回来。";
const std::string kTraditional =
    "渡輪七點離開港口，住在島上的孩子們每天坐船去上學，下午再一起回來。";

/// The lang attributes of a type's spans, in text order; "-" where there is none.
Texts languages_of(const StoredDocument& document, std::string_view type) {
  Texts out;
  for (const weft_span& span : document.spans) {
    if (interned_name(span.type) != type) continue;
    const std::string lang = value_of(document, WEFT_KEY_LANG, WEFT_ON_SPAN, span.id);
    out.push_back(lang.empty() ? "-" : lang);
  }
  return out;
}

std::string language_of_view(const StoredDocument& document, std::size_t view) {
  return {document.views.at(view).lang.data, document.views.at(view).lang.size};
}

StoredDocument run(StoredDocument document, const StageOptions& options = {}) {
  CHECK(StageHarness("transform_language", options).process(document).status == WEFT_OK);
  return document;
}

TEST_CASE("one language in the body is the document's language") {
  const StoredDocument document = run(plain_document("a.txt", "", {kTraditional, kTraditional}));
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "zh-Hant");
  CHECK(values_of(document, WEFT_KEY_LANGUAGES).empty());
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts{"zh-Hant", "zh-Hant"});
}

TEST_CASE("two languages with a real share make a document of several") {
  const StoredDocument document =
      run(plain_document("a.txt", "", {kEnglish, kSimplified, kEnglish, kSimplified}));
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "mul");
  CHECK(values_of(document, WEFT_KEY_LANGUAGES) == Texts{"en", "zh-Hans"});
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts{"en", "zh-Hans", "en", "zh-Hans"});
}

TEST_CASE("a quotation in another language is no language of the document") {
  Texts paragraphs(9, kSimplified);
  paragraphs.push_back("The boat will be back before it is dark.");
  CHECK(value_of(run(plain_document("a.txt", "", paragraphs)), WEFT_KEY_LANGUAGE) == "zh-Hans");
  const StoredDocument all = run(plain_document("a.txt", "", paragraphs), {{"share", "0"}});
  CHECK(value_of(all, WEFT_KEY_LANGUAGE) == "mul");
}

TEST_CASE("boilerplate, captions and bylines do not decide") {
  DocumentBuilder builder;
  const std::string text =
      "菜单 新闻 关于我们 订阅\n\nAnna Stone\n\n图为港口的渡轮。\n\n" + kEnglish;
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "", text);
  builder.span(WEFT_SPAN_BOILERPLATE, view, "菜单 新闻 关于我们 订阅");
  builder.span(WEFT_SPAN_BYLINE, view, "Anna Stone");
  builder.span(WEFT_SPAN_CAPTION, view, "图为港口的渡轮。");
  builder.span(WEFT_SPAN_PARAGRAPH, view, kEnglish);
  const StoredDocument document = run(builder.build());
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "en");
  CHECK(languages_of(document, WEFT_SPAN_CAPTION) == Texts{"zh-Hans"});
  CHECK(languages_of(document, WEFT_SPAN_BYLINE) == Texts{"en"});
}

TEST_CASE("a heading without form-specific characters takes the form of the text") {
  const StoredDocument document = run(plain_document("a.txt", "", {"山水", kTraditional}));
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts{"zh-Hant", "zh-Hant"});
}

TEST_CASE("a short block takes the language of its script's long blocks") {
  const StoredDocument document = run(plain_document("a.txt", "", {"Timetable", kEnglish}));
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts{"en", "en"});
}

TEST_CASE("short blocks alone are in the language of most of them") {
  const StoredDocument document =
      run(plain_document("a.txt", "",
                         {"Hello there, friend.", "Who is it?", "Me.", "[door slams]",
                          "I told you not to come here."}));
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts(5, "en"));
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "en");
}

StoredDocument declared(const char* first_lang, const Texts& first, const char* second_lang,
                        const Texts& second) {
  DocumentBuilder builder;
  for (const auto& [lang, lines] : {std::pair(first_lang, first), std::pair(second_lang, second)}) {
    std::string text;
    for (const std::string& line : lines)
      text += (text.empty() ? "" : "\n") + line;
    builder.source(lang, text);
    const weft_id view = builder.view(lang, lang, text);
    for (const std::string& line : lines)
      builder.span(WEFT_SPAN_PARAGRAPH, view, line);
  }
  return builder.build();
}

TEST_CASE("words too few to tell by are in the language their view was declared to be in") {
  const StoredDocument document =
      run(declared("en-GB", {"Mute", "Me.", "Door", "Yes"}, "zh-CN", {"静音", "我。", "门", "是"}));
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) ==
        Texts{"en-GB", "en-GB", "en-GB", "en-GB", "zh-Hans", "zh-Hans", "zh-Hans", "zh-Hans"});
  CHECK(language_of_view(document, 0) == "en-GB");
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "mul");
}

TEST_CASE("a declared language that the text is surely not in is put right") {
  const StoredDocument document = run(declared("en", {kSimplified}, "fr", {kEnglish}));
  CHECK(language_of_view(document, 0) == "zh-Hans");
  CHECK(language_of_view(document, 1) == "en");
}

TEST_CASE("a heading of Han characters among Japanese is Japanese") {
  const std::string japanese =
      "渡し船は七時に港を出て、島に住む子どもたちはそれに乗って学校へ通っています。午後にはまた"
      "いっしょに帰ってきます。";
  CHECK(languages_of(run(plain_document("a.txt", "", {"東京港", japanese})), WEFT_SPAN_PARAGRAPH) ==
        Texts{"ja", "ja"});
}

TEST_CASE("lines of two languages in one paragraph both count") {
  const StoredDocument document = run(plain_document(
      "a.txt", "", {kEnglish + "\n" + kSimplified + "\n" + kEnglish + "\n" + kSimplified}));
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "mul");
}

TEST_CASE("runs in another language are spans with their language where asked for") {
  const std::string english = "The boat leaves at seven and it will not wait for us";
  const std::string text =
      "他在电话里说：“" + english + "。”然后就挂断了，我们只好自己走到港口去。";
  StoredDocument document = run(plain_document("a.txt", "", {text, kEnglish}), {{"runs", "true"}});
  CHECK(languages_of(document, WEFT_SPAN_PARAGRAPH) == Texts{"zh-Hans", "en"});
  CHECK(texts_of(document, WEFT_SPAN_FOREIGN) == Texts{english});
  CHECK(languages_of(document, WEFT_SPAN_FOREIGN) == Texts{"en"});
  document = run(std::move(document), {{"runs", "true"}});
  CHECK(texts_of(document, WEFT_SPAN_FOREIGN).size() == 1);
}

TEST_CASE("names and short quotations are no runs of their own") {
  const StoredDocument document = run(
      plain_document("a.txt", "",
                     {"他用 Google Chrome 打开了 Open Street Map 的网站。", kEnglish + " (港口)"}),
      {{"runs", "true"}});
  CHECK(texts_of(document, WEFT_SPAN_FOREIGN).empty());
}

TEST_CASE("footnotes do not decide the language") {
  DocumentBuilder builder;
  const std::string text = kEnglish + "\n\n" + kSimplified + kSimplified;
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "", text);
  builder.span(WEFT_SPAN_PARAGRAPH, view, kEnglish);
  builder.span(WEFT_SPAN_FOOTNOTE, view, kSimplified + kSimplified);
  const StoredDocument document = run(builder.build());
  CHECK(value_of(document, WEFT_KEY_LANGUAGE) == "en");
  CHECK(languages_of(document, WEFT_SPAN_FOOTNOTE) == Texts{"zh-Hans"});
}

TEST_CASE("a text without letters is passed on") {
  StoredDocument document = plain_document("a.txt", "", {"2024-05-01", "17 : 3"});
  CHECK(StageHarness("transform_language").process(document).status == WEFT_PASSED);
  CHECK(values_of(document, WEFT_KEY_LANGUAGE).empty());
}

TEST_CASE("the sample is Japanese although it has no block") {
  DocumentBuilder builder;
  const std::string text = read_file(WEFT_TESTDATA "/ferry.ja.txt");
  builder.source("ferry.ja.txt", text);
  builder.view("text", "", text);
  CHECK(value_of(run(builder.build()), WEFT_KEY_LANGUAGE) == "ja");
}

}  // namespace
}  // namespace weft::test
