// SPDX-License-Identifier: Apache-2.0
/// Tests of pairing by links and addresses.
#include <catch2/catch.hpp>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "url_key.hpp"

namespace {

using weft::StoredDocument;
using weft::test::StageHarness;
using weft::test::values_of;

using Facts = std::vector<std::pair<std::string, std::string>>;
using Ids = std::vector<std::string>;

const std::string kEnglish =
    "The ferry leaves the old harbour at seven in the morning and comes back before dark.";
const std::string kChinese = "渡船早上七点离开老港口，天黑之前回来。船上的人都认识船长。";

StoredDocument page(const std::string& id, const std::string& text, const Facts& facts) {
  weft::test::DocumentBuilder builder(id);
  const weft_id view = builder.view("text", "", text);
  builder.span("paragraph", view, 0, text.size());
  for (const auto& [key, value] : facts)
    builder.metadata(key, value);
  return builder.build();
}

std::vector<StoredDocument> paired(std::vector<StoredDocument> documents) {
  StageHarness stage("align_documents", {{"by", "links"}});
  return stage.corpus(std::move(documents));
}

Ids ids_of(const std::vector<StoredDocument>& documents) {
  Ids out;
  for (const StoredDocument& document : documents)
    out.push_back(document.id);
  return out;
}

}  // namespace

TEST_CASE("documents that name each other as alternates become one") {
  std::vector<StoredDocument> documents;
  documents.push_back(page("p1.html", kChinese,
                           {{"url", "https://harbour.example/7"},
                            {"alternate", "en https://harbour.example/8?utm_source=x"}}));
  documents.push_back(page("p2.html", kEnglish,
                           {{"url", "http://www.harbour.example/8/"},
                            {"alternate", "zh-CN https://harbour.example/7"}}));
  const auto made = paired(std::move(documents));
  REQUIRE(ids_of(made) == Ids{"p2+p1.html"});
  CHECK(values_of(made[0], "pairing") == Ids{"links"});
  CHECK(values_of(made[0], "languages") == Ids{"en", "zh-Hans"});
}

TEST_CASE("one side's word is enough, be it an alternate or the original that was translated") {
  std::vector<StoredDocument> documents;
  documents.push_back(page("a.html", kEnglish, {{"url", "https://one.example/ferry"}}));
  documents.push_back(
      page("b.html", kChinese, {{"translation-of", "https://one.example/ferry#top"}}));
  CHECK(ids_of(paired(std::move(documents))) == Ids{"a+b.html"});
}

TEST_CASE("a link to a text of the same language, or of another than it says, is not believed") {
  std::vector<StoredDocument> documents;
  documents.push_back(page("a.html", kEnglish, {{"url", "https://one.example/a"}}));
  documents.push_back(page("b.html", kEnglish, {{"alternate", "zh https://one.example/a"}}));
  documents.push_back(page("c.html", kChinese, {{"alternate", "zh https://one.example/a"}}));
  CHECK(ids_of(paired(std::move(documents))) == Ids{"a.html", "b.html", "c.html"});
}

TEST_CASE("a page that several different ones call their translation is nobody's") {
  std::vector<StoredDocument> documents;
  documents.push_back(page("front.html", kEnglish, {{"url", "https://one.example/english"}}));
  documents.push_back(page("b.html", kChinese, {{"alternate", "en https://one.example/english"}}));
  documents.push_back(page("c.html", "山上的茶园今年收了三次茶，雨水比去年多。村里修了新路。",
                           {{"alternate", "en https://one.example/english"}}));
  CHECK(ids_of(paired(std::move(documents))) == Ids{"front.html", "b.html", "c.html"});
}

TEST_CASE("addresses that are equal but for their language make a pair") {
  for (const auto& [english, chinese] : std::vector<std::pair<std::string, std::string>>{
           {"https://x.example/en/tea/7", "https://x.example/zh/tea/7"},
           {"https://en.x.example/tea", "https://zh.x.example/tea"},
           {"https://x.example/tea_en.html", "https://x.example/tea_cn.html"},
           {"https://x.example/tea?id=4&lang=en", "https://x.example/tea?lang=zh-TW&id=4"},
           {"https://x.example/tea", "https://x.example/zh-hans/tea"}}) {
    INFO(english);
    std::vector<StoredDocument> documents;
    documents.push_back(page("a.html", kEnglish, {{"url", english}}));
    documents.push_back(page("b.html", kChinese, {{"url", chinese}}));
    documents.push_back(page("c.html", kChinese, {{"url", "https://x.example/zh/coffee"}}));
    CHECK(ids_of(paired(std::move(documents))) == Ids{"a+b.html", "c.html"});
  }
}

TEST_CASE("a mirror on disk has its addresses as paths") {
  std::vector<StoredDocument> documents;
  documents.push_back(
      page("x.example/page/9.html", kChinese, {{"alternate", "en https://x.example/page/8.html"}}));
  documents.push_back(page("x.example/page/8.html", kEnglish, {}));
  CHECK(ids_of(paired(std::move(documents))) == Ids{"x.example/page/8+9.html"});
}

TEST_CASE("links join more than two languages") {
  std::vector<StoredDocument> documents;
  documents.push_back(page("a.html", kEnglish, {{"url", "https://x.example/1"}}));
  documents.push_back(page("b.html", kChinese, {{"alternate", "en https://x.example/1"}}));
  documents.push_back(page("c.html",
                           "Die Fähre verlässt den alten Hafen um sieben Uhr morgens und kommt "
                           "vor der Dunkelheit zurück.",
                           {{"translation-of", "https://x.example/1"}}));
  StageHarness stage("align_documents", {{"by", "links"}, {"languages", "en, zh, de"}});
  CHECK(ids_of(stage.corpus(std::move(documents))) == Ids{"a+b+c.html"});
}

TEST_CASE("addresses are compared without what does not name the page") {
  CHECK(weft::url_key("HTTPS://www.Example.org:443/a/index.html?utm_medium=m&b=2&a=1#x") ==
        "example.org/a?a=1&b=2");
  CHECK(weft::url_key("//example.org") == "example.org");
  CHECK(weft::url_key("mailto:someone@example.org").empty());
  CHECK(weft::url_key("ftp://example.org/a").empty());
  CHECK(weft::url_key("notes").empty());
  CHECK(weft::url_key("").empty());
}

TEST_CASE(
    "an address says its language by a folder, a host, a name or a parameter, or not at all") {
  const Ids ranges{"en", "zh"};
  using weft::NeutralUrl;
  CHECK(weft::neutral_url("http://a.example/ZH-cn/x", ranges) == NeutralUrl{"a.example/x", 1});
  CHECK(weft::neutral_url("http://a.example/x.en.html", ranges) ==
        NeutralUrl{"a.example/x.html", 0});
  CHECK(weft::neutral_url("http://a.example/de/x", ranges) == NeutralUrl{"a.example/de/x", 2});
  CHECK(weft::neutral_url("http://en.example/x", ranges) == NeutralUrl{"en.example/x", 2});
  CHECK(weft::neutral_url("http://a.example/en/to/zh/x", ranges) ==
        NeutralUrl{"a.example/en/to/zh/x", 2});
}
