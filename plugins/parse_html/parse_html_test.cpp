// SPDX-License-Identifier: Apache-2.0
/// Pages of our own writing through read_page(): types, source ranges, metadata, encodings.
#include <catch2/catch.hpp>

#include <weft/offset_map.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sniff_html.hpp"
#include "typed_page.hpp"

namespace {

using namespace weft;

std::string load(const std::string& name) {
  std::ifstream file(std::string(WEFT_TESTDATA) + "/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string text_of(const TypedPage& page, const TypedSpan& span) {
  return page.text.substr(span.begin, span.end - span.begin);
}

std::vector<std::string> texts(const TypedPage& page, std::string_view type) {
  std::vector<std::string> out;
  for (const TypedSpan& span : page.spans)
    if (span.type == type) out.push_back(text_of(page, span));
  return out;
}

std::vector<std::string> values(const TypedPage& page, std::string_view key) {
  std::vector<std::string> out;
  for (const PageValue& value : page.metadata)
    if (value.key == key) out.push_back(value.value);
  return out;
}

std::string reason_of(const TypedPage& page, std::string_view begin) {
  for (const TypedSpan& span : page.spans)
    if (text_of(page, span).starts_with(begin)) return std::string(span.reason);
  return "no such block";
}

// The source bytes a span was made from.
std::string source_of(const TypedPage& page, const TypedSpan& span, std::string_view bytes) {
  const MappedRange range = trace(page.runs, span.begin, span.end);
  REQUIRE(range.known);
  return std::string(bytes.substr(range.begin, range.end - range.begin));
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the body of an article is typed by its elements") {
  const TypedPage page = read_page(load("harbour_article.html"));
  CHECK(texts(page, "title") == Strings{"The lighthouse that counts gulls"});
  CHECK(texts(page, "heading") == Strings{"A census that nobody ordered", "What the numbers say"});
  CHECK(texts(page, "paragraph").size() == 4);
  CHECK(texts(page, "list-item").size() == 2);
  CHECK(texts(page, "quote").size() == 1);
  CHECK(texts(page, "byline") == Strings{"By Odile Pemberwick and Tomas Arneby"});
  CHECK(texts(page, "credit") == Strings{"Ivo Lannick"});
  CHECK(texts(page, "bio").size() == 1);
}

TEST_CASE("furniture of a page is marked with its reason and stays in the text") {
  const TypedPage page = read_page(load("harbour_article.html"));
  CHECK(reason_of(page, "Home") == "navigation");
  CHECK(reason_of(page, "Log in") == "account");
  CHECK(reason_of(page, "Related articles") == "related");
  CHECK(reason_of(page, "Copyright 2024") == "legal");
  CHECK(reason_of(page, "Read more about her.") == "read-more");
  CHECK(page.text.find("Fog horn sold to a museum") != std::string::npos);
}

TEST_CASE("nothing is boilerplate when main-content is false") {
  const TypedPage page = read_page(load("harbour_article.html"), {.main_content = false});
  CHECK(texts(page, "boilerplate").empty());
  CHECK(texts(page, "list-item").size() == 10);
}

TEST_CASE("scripts and styles are no text") {
  const TypedPage page = read_page(load("harbour_article.html"), {.main_content = false});
  CHECK(page.text.find("not text") == std::string::npos);
  CHECK(page.text.find("color:red") == std::string::npos);
}

TEST_CASE("metadata comes from the surest place, with names in one spelling") {
  const TypedPage page = read_page(load("harbour_article.html"));
  CHECK(values(page, "title") == Strings{"The lighthouse that counts gulls"});
  CHECK(values(page, "author") == Strings{"Odile Pemberwick", "Tomas Arneby"});
  CHECK(values(page, "date-published") == Strings{"2024-03-09T07:30:00+01:00"});
  CHECK(values(page, "date-modified") == Strings{"2024-03-10"});
  CHECK(values(page, "site") == Strings{"Ternmouth Courier"});
  CHECK(values(page, "url") == Strings{"https://courier.example/coast/gull-count"});
  CHECK(values(page, "language") == Strings{"en-GB"});
  CHECK(values(page, "license") == Strings{"https://creativecommons.org/licenses/by/4.0/"});
}

TEST_CASE("every block leads back to the bytes it was made from") {
  const std::string bytes = load("harbour_article.html");
  const TypedPage page = read_page(bytes);
  for (const TypedSpan& span : page.spans) {
    if (span.type != "heading") continue;
    CHECK(source_of(page, span, bytes) == text_of(page, span));
  }
  const auto quoting = std::find_if(page.spans.begin(), page.spans.end(), [&](const TypedSpan& s) {
    return s.type == "paragraph" && text_of(page, s).starts_with("The keeper");
  });
  REQUIRE(quoting != page.spans.end());
  CHECK(text_of(page, *quoting).starts_with("The keeper’s daughter"));
  CHECK(source_of(page, *quoting, bytes).starts_with("The keeper&rsquo;s daughter"));
  CHECK(source_of(page, *quoting, bytes).ends_with("with her sleeve."));
}

TEST_CASE("a scraper's prologue gives title, address and time of retrieval") {
  const std::string bytes = load("scraped_fragment.txt");
  const TypedPage page = read_page(bytes);
  CHECK(values(page, "date-retrieved") == Strings{"2024-05-21T01:48:12Z"});
  CHECK(values(page, "url") ==
        Strings{"https://zh.example.org/science/20240521/lighthouse-gulls/"});
  CHECK(texts(page, "title") == Strings{"海边的灯塔如何数海鸥？"});
  REQUIRE_FALSE(page.spans.empty());
  CHECK(source_of(page, page.spans.front(), bytes) == "海边的灯塔如何数海鸥？");
  CHECK(page.text.find("----") == std::string::npos);
}

TEST_CASE("a scraped fragment is typed like the article it was") {
  const TypedPage page = read_page(load("scraped_fragment.txt"));
  CHECK(texts(page, "paragraph").size() == 3);
  CHECK(texts(page, "heading") == Strings{"一次没有人要求的普查"});
  CHECK(texts(page, "byline") == Strings{"ODILE PEMBERWICK, TOMAS ARNEBY"});
  CHECK(values(page, "author") == Strings{"Odile Pemberwick", "Tomas Arneby"});
  CHECK(texts(page, "date") == Strings{"2024年5月21日"});
  CHECK(values(page, "date-published") == Strings{"2024-05-21T09:30:00"});
  CHECK(texts(page, "bio") == Strings{"Odile Pemberwick报道海岸新闻，自2009年起住在特恩茅斯。"});
  CHECK(values(page, "translator") == Strings{"浅滩编辑部"});
  CHECK(values(page, "translation-of") == Strings{"https://example.org/lighthouse-gulls.html"});
  CHECK(reason_of(page, "点击查看本文英文版。") == "translation-link");
}

TEST_CASE("a value names the span it was read from") {
  const TypedPage page = read_page(load("scraped_fragment.txt"));
  const auto translator = std::find_if(page.metadata.begin(), page.metadata.end(),
                                       [](const PageValue& v) { return v.key == "translator"; });
  REQUIRE(translator != page.metadata.end());
  REQUIRE(translator->evidence < page.spans.size());
  CHECK(text_of(page, page.spans[translator->evidence]) == "翻译：浅滩编辑部");
}

TEST_CASE("spans nest in their parents and lie on code-point borders") {
  for (const char* name : {"harbour_article.html", "scraped_fragment.txt"}) {
    const TypedPage page = read_page(load(name));
    for (std::size_t i = 0; i < page.spans.size(); ++i) {
      const TypedSpan& span = page.spans[i];
      CHECK(span.begin < span.end);
      CHECK(on_border(page.text, span.begin));
      CHECK(on_border(page.text, span.end));
      if (span.parent == kNoSpan) continue;
      REQUIRE(span.parent < i);
      CHECK(page.spans[span.parent].begin <= span.begin);
      CHECK(page.spans[span.parent].end >= span.end);
    }
  }
}

TEST_CASE("a page in another encoding leads back to its own bytes") {
  // "<p>中文</p>" with GBK bytes, twice over so that the text is long enough to be sure of.
  const std::string han = "\xD6\xD0\xCE\xC4\xCD\xF8\xD2\xB3\xB5\xC4\xB1\xE0\xC2\xEB\xA1\xA3";
  const std::string bytes = "<meta charset=gb2312><p>" + han + "</p><p>" + han + han + "</p>";
  const TypedPage page = read_page(bytes);
  CHECK(page.encoding == "gb18030");
  const Strings paragraphs = texts(page, "paragraph");
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs.front() == "中文网页的编码。");
  CHECK(source_of(page, page.spans.front(), bytes) == han);
}

TEST_CASE("a tiny page keeps its text as content") {
  const TypedPage page =
      read_page("<html><body><h1>Notice</h1><p>The ferry does not run today.</p></body></html>");
  CHECK(texts(page, "paragraph") == Strings{"The ferry does not run today."});
  CHECK(texts(page, "boilerplate").empty());
}

TEST_CASE("an empty page is an empty text") {
  for (const char* bytes : {"", " \n ", "<html></html>", "<!-- nothing -->"}) {
    const TypedPage page = read_page(bytes);
    CHECK(page.text.empty());
    CHECK(page.spans.empty());
  }
}

TEST_CASE("content decides what HTML is") {
  CHECK(score_html("a", "", "<!DOCTYPE html><title>x</title>") > 90);
  CHECK(score_html("a.txt", "", load("scraped_fragment.txt")) > 70);
  CHECK(score_html("a.txt", "", "if a < b and c > d then <stop> the engine") < 20);
  CHECK(score_html("a.txt", "", "Plain words, and one <b>bold</b> word.") < 20);
  CHECK(score_html("a.html", "", "no tags at all") >= 40);
  CHECK(score_html("a", "text/plain", "<!DOCTYPE html><p>quoted</p>") == 0);
  CHECK(score_html("a.html", "text/html", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)) == 0);
  CHECK(score_html("a.html", "text/html", "%PDF-1.7\n<< /Type /Catalog >>") == 0);
  CHECK(score_html("a.html", "", std::string("<\0p\0>\0h\0i\0<\0/\0p\0>\0", 18)) >= 40);
  CHECK(score_html("a.xml", "",
                   "<?xml version=\"1.0\"?><tmx version=\"1.4\"><body><tu/></body></tmx>") < 20);
}

TEST_CASE("the declared charset is found in a meta element, not in a comment") {
  CHECK(find_declared_charset("<!-- <meta charset=big5> --><META CHARSET='GBK'>") == "GBK");
  CHECK(find_declared_charset(
            "<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">") ==
        "Shift_JIS");
  CHECK(find_declared_charset("<meta charset=utf-16le>") == "utf-8");
  CHECK(find_declared_charset("<p>charset=gbk</p>").empty());
}
