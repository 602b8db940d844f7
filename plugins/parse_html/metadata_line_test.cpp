// SPDX-License-Identifier: Apache-2.0
/// Lines of metadata and lines that only look like them; titles, decks and encodings of whole
/// pages.
#include <catch2/catch.hpp>

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
