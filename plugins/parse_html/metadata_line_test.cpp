// SPDX-License-Identifier: Apache-2.0
/// Lines of metadata and lines that only look like them; titles, decks and encodings of whole
/// pages.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "metadata_line.hpp"
#include "sniff_html.hpp"
#include "typed_page.hpp"

namespace {

using namespace weft;

const std::string kProse =
    "<p>The ferry left the harbour before dawn, and nobody on the pier could say why it had not "
    "waited for the mail. Two hours later, the fog lifted and the gulls came back.</p>"
    "<p>By the evening, the master of the ferry had written a letter of four pages, which the "
    "harbour office has promised to read before the end of the week.</p>";

std::string type_of(const TypedPage& page, std::string_view begin) {
  for (const TypedSpan& span : page.spans)
    if (std::string_view(page.text).substr(span.begin).starts_with(begin))
      return std::string(span.type);
  return "no such block";
}

std::string value_of(const TypedPage& page, std::string_view key) {
  for (const PageValue& value : page.metadata)
    if (value.key == key) return value.value;
  return {};
}

std::string page_with(const std::string& head, const std::string& tail = {}) {
  return "<!doctype html><html><head><title>The ferry that did not wait</title></head><body><main>"
         "<h1>The ferry that did not wait</h1>" +
         head + kProse + tail + "</main></body></html>";
}

std::string wide(std::string_view text, bool big) {
  std::string out;
  for (const char c : text)
    out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

}  // namespace

TEST_CASE("a line of several fields is a byline, a date or a source by its first that counts") {
  CHECK(read_metadata_line("2024年5月6日 07:30　来源：浅滩晚报　记者：林禾") ==
        MetadataLine::byline);
  CHECK(read_metadata_line("2024-05-06 07:30 来源：浅滩晚报 阅读：1204") == MetadataLine::date);
  CHECK(read_metadata_line("来源：浅滩晚报 | 阅读 1204 | 评论：3") == MetadataLine::source);
  CHECK(read_metadata_line("（责任编辑：沈若）") == MetadataLine::byline);
  CHECK(read_metadata_line("By O. Pemberwick | March 3, 2024 | 5 min read") ==
        MetadataLine::byline);
  CHECK(read_metadata_line("Published: March 3, 2024 Updated: March 5, 2024") ==
        MetadataLine::date);
  CHECK(read_metadata_line("Photo by Odile Pemberwick") == MetadataLine::credit);
  CHECK(read_metadata_line("Harbour | 3 March 2024 · 12 comments") == MetadataLine::date);
}

TEST_CASE("a sentence that begins like a field is no line of metadata") {
  CHECK(read_metadata_line("By the evening, the fog had lifted.") == MetadataLine::none);
  CHECK(read_metadata_line("Published research is read by few people in the harbour towns of it") ==
        MetadataLine::none);
  CHECK(read_metadata_line(
            "来源：这条消息是从港口办公室的公告栏里抄来的，没有人知道是谁贴上去的。") ==
        MetadataLine::none);
  CHECK(read_metadata_line("5 comments") == MetadataLine::none);
  CHECK(read_metadata_line("") == MetadataLine::none);
}

TEST_CASE("the author of a line is its author's field, and an editor is none") {
  CHECK(author_in_line("2024年5月6日 来源：浅滩晚报 记者：林禾 责编：沈若") == "林禾");
  CHECK(author_in_line("By Odile Pemberwick – March 3, 2024") == "Odile Pemberwick");
  CHECK(author_in_line("责任编辑：沈若").empty());
  CHECK(is_staff_line("（责任编辑：沈若）"));
  CHECK_FALSE(is_staff_line("来源：浅滩晚报"));
}

TEST_CASE("lines of metadata around a text are no body, and their fields are read") {
  const TypedPage page = read_page(page_with(
      "<p>2024年5月6日 07:30　来源：浅滩晚报　记者：林禾</p>", "<p>（责任编辑：沈若）</p>"));
  CHECK(type_of(page, "The ferry that") == "title");
  CHECK(type_of(page, "2024年") == "byline");
  CHECK(type_of(page, "（责任") == "byline");
  CHECK(type_of(page, "By the evening") == "paragraph");
  CHECK(value_of(page, "author") == "林禾");
  CHECK(value_of(page, "publisher") == "浅滩晚报");
  CHECK(value_of(page, "date-published").starts_with("2024-05-06"));
}

TEST_CASE("a line between the title and the prose that names editors alone gives no author") {
  const TypedPage page = read_page(page_with("<p>责任编辑：沈若</p>"));
  CHECK(type_of(page, "责任编辑") == "byline");
  CHECK(value_of(page, "author").empty());
}

TEST_CASE("a heading that repeats the title is the title, before a link that does") {
  const TypedPage page = read_page(
      "<html><head><title>The ferry that did not wait</title></head><body><nav><p><a href=/f>The "
      "ferry that did not wait</a></p></nav><main><h2>The ferry that did not wait</h2><p "
      "class=summary>A morning in the fog, and a letter of four pages.</p>" +
      kProse + "</main></body></html>");
  const auto title = std::find_if(page.spans.begin(), page.spans.end(),
                                  [](const TypedSpan& span) { return span.type == "title"; });
  REQUIRE(title != page.spans.end());
  CHECK(title->begin > 0);
  CHECK(type_of(page, "A morning in") == "deck");
}

TEST_CASE("a summary below the title is a deck, a text in a class of that name is none") {
  CHECK(type_of(read_page(page_with("<p>摘要：渡船没有等邮包就开走了，码头上无人知道缘由。</p>")),
                "摘要") == "deck");
  const TypedPage whole = read_page(
      "<html><head><title>The ferry that did not wait</title></head><body><h1>The ferry that did "
      "not wait</h1><div class=entry-summary>" +
      kProse + "</div></body></html>");
  CHECK(type_of(whole, "By the evening") == "paragraph");
}

TEST_CASE("UTF-16 pages are taken and read, with a mark and without") {
  const std::string text = page_with("<p>Standfirst</p>");
  for (const bool big : {false, true}) {
    for (const bool marked : {false, true}) {
      CAPTURE(big, marked);
      const std::string mark = big ? "\xFE\xFF" : "\xFF\xFE";
      const std::string bytes = (marked ? mark : std::string()) + wide(text, big);
      CHECK(score_html("a", "", bytes) >= 90);
      const TypedPage page = read_page(bytes);
      CHECK(page.encoding == (big ? "UTF-16BE" : "UTF-16LE"));
      CHECK(type_of(page, "The ferry that") == "title");
    }
  }
}

TEST_CASE("the bytes outweigh what HTTP and the page say of their encoding") {
  const std::string utf8 =
      "<html><head><meta charset=gbk><title>浅滩晚报</title></head><body><h1>"
      "浅滩晚报</h1><p>渡船没有等邮包就开走了，码头上无人知道缘由。</p></body></html>";
  CHECK(read_page(utf8).text.find("码头上") != std::string::npos);
  CHECK(read_page(utf8, {}, "windows-1252").text.find("码头上") != std::string::npos);
  CHECK(read_page("\xEF\xBB\xBF" + utf8, {}, "gbk").encoding == "UTF-8");
  // HTTP's word counts before the page's: 0xE9 0xE8 are letters of Cyrillic or of Western scripts.
  const std::string bytes =
      "<meta charset=windows-1252><p>\xEF\xEE\xF0\xF2 \xE8 \xEC\xEE\xF0\xE5</p>";
  CHECK(read_page(bytes, {}, "windows-1251").text == "порт и море");
}

TEST_CASE("the address a page came from makes its links absolute") {
  const TypedPage page = read_page(
      "<html lang=zh><head><title>浅滩晚报</title><link rel=alternate hreflang=en "
      "href=/en/ferry.html></head><body><h1>浅滩晚报</h1>" +
          kProse + "</body></html>",
      {.uri = "https://shoal.example/zh/ferry.html"});
  CHECK(value_of(page, "alternate").find("https://shoal.example/en/ferry.html") !=
        std::string::npos);
}
