// SPDX-License-Identifier: Apache-2.0
/// Lines of metadata, and lines that only look like them.

#include "fields.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace weft::plain {
namespace {

const char* name_of(Role role) {
  switch (role) {
    case Role::kAuthor:
      return "author";
    case Role::kStaff:
      return "staff";
    case Role::kSource:
      return "source";
    case Role::kTranslator:
      return "translator";
    case Role::kPublished:
      return "published";
    case Role::kModified:
      return "modified";
    case Role::kTitle:
      return "title";
    case Role::kUrl:
      return "url";
    case Role::kOriginalUrl:
      return "original";
    case Role::kSender:
      return "sender";
    case Role::kMail:
      return "mail";
    default:
      return "counter";
  }
}

/// "author=Jo Dorn; published=2024-05-03", dates in their ISO form.
std::string read(std::string_view line) {
  std::string out;
  for (const Field& field : read_fields(line).fields) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(field.role)) + "=";
    out += field.iso.empty() ? std::string(field.value) : field.iso;
  }
  return out;
}

TEST_CASE("A label and its value are read in Chinese and English", "[fields]") {
  CHECK(read("作者:林晚") == "author=林晚");
  CHECK(read("作　者：林晚") == "author=林晚");
  CHECK(read("文 / 林晚") == "author=林晚");
  CHECK(read("撰文|林晚") == "author=林晚");
  CHECK(read("【作者】林晚") == "author=林晚");
  CHECK(read("譯者：陳墨") == "translator=陳墨");
  CHECK(read("責任編輯:陳墨") == "staff=陳墨");
  CHECK(read("撰文/攝影:林晚") == "author=林晚");
  CHECK(read("By Jo Dorn") == "author=Jo Dorn");
  CHECK(read("BY JO DORN AND ANN LEE") == "author=JO DORN AND ANN LEE");
  CHECK(read("Written by: Jo Dorn") == "author=Jo Dorn");
  CHECK(read("Translated by Ann Lee") == "translator=Ann Lee");
  CHECK(read("Source: The Shoal Review") == "source=The Shoal Review");
}

TEST_CASE("Several fields share a line, with and without separators", "[fields]") {
  CHECK(read("By Jo Dorn | 3 May 2024") == "author=Jo Dorn; published=2024-05-03");
  CHECK(read("By Jo Dorn, May 3, 2024") == "author=Jo Dorn; published=2024-05-03");
  CHECK(read("来源:浅滩报(The Shoal)2024年5月3日") ==
        "source=浅滩报(The Shoal); published=2024-05-03");
  CHECK(read("2024-05-03 10:20 来源：浅滩网 作者：林晚 责任编辑：陈墨") ==
        "published=2024-05-03T10:20; source=浅滩网; author=林晚; staff=陈墨");
  CHECK(read("作者:林晚来源:浅滩网") == "author=林晚; source=浅滩网");
  CHECK(read("发布时间:2024-05-03 更新时间:2024-05-04") ==
        "published=2024-05-03; modified=2024-05-04");
  CHECK(read("Published May 3, 2024 · Updated May 4, 2024") ==
        "published=2024-05-03; modified=2024-05-04");
  CHECK(read("2024年5月3日 10:20 浅滩新闻网") == "source=浅滩新闻网; published=2024-05-03T10:20");
}

TEST_CASE("Labels whose values are lost are fields without values", "[fields]") {
  CHECK(read_fields("出版:更新:").empty_labels());
  CHECK(read_fields("Published: Updated:").empty_labels());
  CHECK_FALSE(read_fields("作者:林晚 更新:").empty_labels());
}

TEST_CASE("A reporter's line is a byline without a label", "[fields]") {
  CHECK(read("本报记者 林小晚 北港报道") == "author=本报记者 林小晚 北港报道");
  CHECK(read("【記者林宥辰／望安報導】") == "author=記者林宥辰／望安報導");
}

TEST_CASE("A sentence on where a text first appeared names its source", "[fields]") {
  CHECK(read("This article was originally published in The Shoal Review.") ==
        "source=The Shoal Review.");
  CHECK(read("本文原载于《浅滩评论》2024年第3期") == "source=《浅滩评论》2024年第3期");
}

TEST_CASE("Body text and headings are not fields", "[fields]") {
  CHECK(read("By the time the ferry left, the soup was cold.").empty());
  CHECK(read("By the numbers").empty());
  CHECK(read("关于作者:林晚博士").empty());
  CHECK(read("作者认为,这样的安排并不公平,因为它只考虑了一方的利益。").empty());
  CHECK(read("文化的代价").empty());
  CHECK(read("来源不明的信").empty());
  CHECK(read("In 2024年5月3日 something happened here to everybody").empty());
  CHECK(read("Jump to: navigation").empty());
  CHECK(read("").empty());
  CHECK(read("::::").empty());
}

TEST_CASE("A date alone is a bare date", "[fields]") {
  CHECK(read_fields("2024年5月3日").bare_date());
  CHECK(read_fields("(May 3, 2024)").bare_date());
  CHECK_FALSE(read_fields("发布时间:2024年5月3日").bare_date());
}

TEST_CASE("E-mail headers are read as such", "[fields]") {
  CHECK(read("From: Jo Dorn <jo@example.org>") == "sender=Jo Dorn <jo@example.org>");
  CHECK(read("Subject: Lamp") == "title=Lamp");
  CHECK(read("To: council@example.org") == "mail=council@example.org");
}

}  // namespace
}  // namespace weft::plain
