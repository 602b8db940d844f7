// SPDX-License-Identifier: Apache-2.0
/// Dates, names, titles and JSON-LD by themselves.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "date_text.hpp"
#include "labelled_fields.hpp"
#include "page_metadata.hpp"
#include "page_title.hpp"
#include "person_names.hpp"
#include "prologue.hpp"

namespace {

using namespace weft;
using Strings = std::vector<std::string>;

std::string iso(std::string_view text) {
  const auto date = find_date(text);
  return date ? date->iso : "none";
}

Strings authors(std::string_view json) {
  PageClaims claims;
  collect_json_ld(json, claims);
  Strings out;
  for (const Claim& claim : claims.claims)
    if (claim.key == "author") out.push_back(claim.value);
  return out;
}

}  // namespace

TEST_CASE("dates are read in the forms pages use") {
  CHECK(iso("2024-05-21") == "2024-05-21");
  CHECK(iso("2024-05-21T09:30:00Z") == "2024-05-21T09:30:00Z");
  CHECK(iso("2024-05-21T09:30:00.123+0800") == "2024-05-21T09:30:00+08:00");
  CHECK(iso("2024-05-21 09:30") == "2024-05-21T09:30:00");
  CHECK(iso("发布于 2024年5月21日 09:30") == "2024-05-21T09:30:00");
  CHECK(iso("2024/5/1") == "2024-05-01");
  CHECK(iso("Published May 21, 2024 at 3:05 pm") == "2024-05-21T15:05:00");
  CHECK(iso("Sept. 3rd, 2021") == "2021-09-03");
  CHECK(iso("3 September 2021") == "2021-09-03");
  CHECK(iso("21st of May, 2024") == "2024-05-21");
  CHECK(iso("21. März 2024") == "2024-03-21");
  CHECK(iso("25/12/2023") == "2023-12-25");
  CHECK(iso("Tue, 21 May 2024 09:30:00 GMT") == "2024-05-21T09:30:00Z");
  CHECK(iso("20240521") == "2024-05-21");
}

TEST_CASE("what is no certain date is none") {
  for (const char* text : {"05/06/2024", "2024", "May 2024", "2024-13-01", "1.2.3",
                           "call 2024-5512", "Mayor 21, 2024", "12345678", "version 10.12.1", ""}) {
    CAPTURE(text);
    CHECK(iso(text) == "none");
  }
}

TEST_CASE("an epoch is a moment in UTC") {
  CHECK(iso_of_epoch("1716256092000") == "2024-05-21T01:48:12Z");
  CHECK(iso_of_epoch("1716256092") == "2024-05-21T01:48:12Z");
  CHECK_FALSE(iso_of_epoch("17162560920").has_value());
  CHECK_FALSE(iso_of_epoch("0000000000000").has_value());
  CHECK_FALSE(iso_of_epoch("171625609x").has_value());
}

TEST_CASE("names are taken out of bylines") {
  CHECK(read_names("By Odile Pemberwick and Tomas Arneby") ==
        Strings{"Odile Pemberwick", "Tomas Arneby"});
  CHECK(read_names("ODILE PEMBERWICK, TOMAS O'ARNEBY-FITCH") ==
        Strings{"Odile Pemberwick", "Tomas O'Arneby-Fitch"});
  CHECK(read_names("作者：林禾、沈若") == Strings{"林禾", "沈若"});
  CHECK(read_names("撰文:林禾") == Strings{"林禾"});
  CHECK(read_names("Written by Odile Pemberwick | Coast reporter") == Strings{"Odile Pemberwick"});
  CHECK(read_names("Odile Pemberwick, MD, PhD") == Strings{"Odile Pemberwick, MD, PhD"});
  CHECK(read_names("By Odile Pemberwick on May 21, 2024") == Strings{"Odile Pemberwick"});
  CHECK(read_names("J. R. ARNEBY") == Strings{"J. R. Arneby"});
}

TEST_CASE("what is no list of names gives none") {
  for (const char* text :
       {"https://example.org/by/op", "op@example.org", "21 May 2024", "12", "",
        "This story was written over a long weekend by the whole of the newsroom"}) {
    CAPTURE(text);
    CHECK(read_names(text).empty());
  }
}

TEST_CASE("labels are told from words that begin like them") {
  CHECK(behind_translator_label("翻译：浅滩编辑部") == "浅滩编辑部");
  CHECK(behind_translator_label("翻译这本书花了三年") == "");
  CHECK(behind_source_label("来源: 浅滩评论") == "浅滩评论");
  CHECK(has_author_label("By Odile"));
  CHECK_FALSE(has_author_label("Bystanders said nothing"));
}

TEST_CASE("a site's name is taken off the title") {
  const auto title = [](std::string_view text, std::string_view site, std::string_view heading) {
    return choose_title({text, {}, heading, site, {}});
  };
  CHECK(title("Gulls return | Courier", "", "") == "Gulls return");
  CHECK(title("Gulls return - Ternmouth Courier", "Ternmouth Courier", "") == "Gulls return");
  CHECK(title("Gulls - a census - Ternmouth Courier", "Ternmouth Courier", "Gulls - a census") ==
        "Gulls - a census");
  CHECK(title("Gulls - a long and careful census of them all", "Courier", "") ==
        "Gulls - a long and careful census of them all");
  CHECK(title("灯塔如何数海鸥_浅滩新闻", "浅滩新闻", "") == "灯塔如何数海鸥");
  CHECK(title("", "Courier", "Gulls return") == "Gulls return");
}

TEST_CASE("JSON-LD gives authors by name, by list and by reference") {
  CHECK(authors(R"({"@type":"Article","author":"A B"})") == Strings{"A B"});
  CHECK(authors(R"([{"@type":["BlogPosting"],"author":[{"name":"A B"},{"name":"C D"}]}])") ==
        Strings{"A B", "C D"});
  CHECK(
      authors(
          R"({"@graph":[{"@id":"#x","name":"A B"},{"@type":"Article","author":{"@id":"#x"}}]})") ==
      Strings{"A B"});
}

TEST_CASE("JSON-LD that is broken or bottomless gives nothing and does no harm") {
  CHECK(authors("{\"@type\":\"Article\",\"author\":").empty());
  CHECK(authors(std::string(100'000, '[')).empty());
  std::string nested;
  for (int i = 0; i < 50'000; ++i)
    nested += "{\"a\":";
  CHECK(authors(nested).empty());
  CHECK(authors("[null, 1, \"x\", {\"@type\": 3, \"author\": {\"name\": [[]]}}]").empty());
}

TEST_CASE("a prologue is found in its forms and nowhere else") {
  CHECK(read_prologue("<!--1716256092000-->\n<p>x</p>").retrieved == "2024-05-21T01:48:12Z");
  CHECK_FALSE(read_prologue("# [T](http://a.example/)\n---\n<p>x</p>").title.empty());
  CHECK_FALSE(read_prologue("A title\n=====\n\n<p>x</p>").title.empty());
  CHECK(read_prologue("<!DOCTYPE html><p>x</p>").end == 0);
  CHECK(read_prologue("<!-- a note -->\n<p>x</p>").end == 0);
  CHECK(read_prologue("just a line\n<p>x</p>").end == 0);
  CHECK(read_prologue("").end == 0);
}

TEST_CASE("a line of several fields is read field by field") {
  const auto fields = read_fields("2024-05-20 09:30 来源：浅滩新闻 作者：林禾 责任编辑：沈若");
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].kind == FieldKind::source);
  CHECK(fields[0].value == "浅滩新闻");
  CHECK(fields[1].kind == FieldKind::author);
  CHECK(fields[1].value == "林禾");
  CHECK(fields[2].kind == FieldKind::editor);
  CHECK(read_fields("本文来源于浅滩新闻 2024-05-20").front().value == "浅滩新闻");
  CHECK(read_fields("这个名字来源于一句老话，作者不详").empty());
}

TEST_CASE("Chinese names parted by spaces are told apart") {
  CHECK(read_names("本报记者 林禾若 沈 舟") == Strings{"林禾若", "沈舟"});
  CHECK(read_names("记者 林禾") == Strings{"林禾"});
  CHECK(read_names("May 21, 2024 by Odile Pemberwick") == Strings{"Odile Pemberwick"});
}

TEST_CASE("a title among channels and keywords is the part that heads the page") {
  const std::vector<std::string> headings{"灯塔如何数海鸥", "相关新闻"};
  TitleEvidence evidence;
  evidence.document_title = "灯塔如何数海鸥_要闻_浅滩网_example.org";
  CHECK(choose_title(evidence) == "灯塔如何数海鸥");
  evidence.document_title = "鸟类 - 灯塔如何数海鸥 - 浅滩论坛";
  evidence.headings = &headings;
  CHECK(choose_title(evidence) == "灯塔如何数海鸥");
  evidence.headings = nullptr;
  evidence.document_title = "灯塔如何数海鸥|灯塔|海鸥|北墙_浅滩新闻";
  CHECK(choose_title(evidence) == "灯塔如何数海鸥");
  evidence.document_title = "灯塔如何数海鸥[编辑]";
  evidence.heading = "灯塔如何数海鸥[编辑]";
  CHECK(choose_title(evidence) == "灯塔如何数海鸥");
}
