// SPDX-License-Identifier: Apache-2.0
/// Which of a page's dates are its own: claims against lines, zones, lists, ambiguous days.
#include <catch2/catch.hpp>

#include <string>

#include "date_text.hpp"
#include "typed_page.hpp"

namespace {

using namespace weft;

// A page of an article with a head, lines under its title, and lines under its text.
TypedPage page(const std::string& head, const std::string& under_title,
               const std::string& end = {}) {
  std::string prose;
  for (int i = 0; i < 4; ++i)
    prose +=
        "<p>The keeper counted the gulls on the north wall, and wrote the number down in the "
        "long book. Nobody had asked her to do it, but the book was there, and so were they. "
        "She had counted every spring since she came.</p>";
  return read_page("<!DOCTYPE html><html lang=en><head><title>Gulls of the north wall</title>" +
                   head + "</head><body><article><h1>Gulls of the north wall</h1>" + under_title +
                   prose + end + "</article></body></html>");
}

std::string value(const TypedPage& page, std::string_view key) {
  for (const PageValue& value : page.metadata)
    if (value.key == key) return value.value;
  return "none";
}

std::string evidence(const TypedPage& page, std::string_view key) {
  for (const PageValue& value : page.metadata)
    if (value.key == key && value.evidence != kNoSpan)
      return page.text.substr(page.spans[value.evidence].begin,
                              page.spans[value.evidence].end - page.spans[value.evidence].begin);
  return "none";
}

const std::string kArticle = "<meta property='og:type' content='article'>";

}  // namespace

TEST_CASE("a claimed moment whose day the page shows has that line for evidence") {
  const TypedPage read = page(
      kArticle + "<meta property='article:published_time' content='2023-04-02T09:30:00+02:00'>",
      "<p>Published April 2, 2023</p>");
  CHECK(value(read, "date-published") == "2023-04-02T09:30:00+02:00");
  CHECK(evidence(read, "date-published") == "Published April 2, 2023");
}

TEST_CASE("the reader's day counts where the claim is in UTC") {
  const TypedPage read =
      page(kArticle + "<meta property='article:published_time' content='2023-04-03T02:30:00Z'>",
           "<p>April 2, 2023</p>");
  CHECK(value(read, "date-published") == "2023-04-02");
}

TEST_CASE("a later day without words is the day of a change") {
  const TypedPage read =
      page(kArticle +
               "<meta property='article:published_time' content='2021-01-05T08:00:00Z'>"
               "<meta property='article:modified_time' content='2023-04-02T08:00:00Z'>",
           "<p>April 2, 2023</p>");
  CHECK(value(read, "date-published") == "2021-01-05T08:00:00Z");
  CHECK(value(read, "date-modified") == "2023-04-02T08:00:00Z");
  CHECK(evidence(read, "date-modified") == "April 2, 2023");
}

TEST_CASE("a line may hold two dates, each with its own words") {
  const TypedPage read = page("", "<p>Published 2 April 2023 | Updated 9 May 2024</p>");
  CHECK(value(read, "date-published") == "2023-04-02");
  CHECK(value(read, "date-modified") == "2024-05-09");
}

TEST_CASE("a moment in an attribute is read where the words are relative") {
  CHECK(value(page("",
                   "<p>by Odile Pemberwick <time datetime='2023-04-02T09:30:00+08:00'>3 days "
                   "ago</time></p>"),
              "date-published") == "2023-04-02T09:30:00+08:00");
  CHECK(value(page("", "<p>Posted 3 days ago</p>"), "date-published") == "none");
}

TEST_CASE("an ambiguous day is read only where something decides it") {
  CHECK(value(page("", "<p>02/04/2023</p>"), "date-published") == "none");
  CHECK(value(page("", "<p>02/04/2023</p>", "<p>Counted again on 25/04/2023</p>"),
              "date-published") == "2023-04-02");
  CHECK(
      value(page("<link rel=canonical href='https://wall.example.gov/gulls'>", "<p>02/04/2023</p>"),
            "date-published") == "2023-02-04");
  CHECK(value(page("", "<p>02/04/2023</p>", "<ul><li>Gulls, April 2, 2023</li></ul>"),
              "date-published") == "2023-04-02");
}

TEST_CASE("a standing page of a content management system has no day of publication") {
  const std::string json =
      "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":"
      "\"2019-04-15T21:00:02+00:00\"}</script><meta property='og:type' content='article'>";
  const auto read = [&](const std::string& classes) {
    return value(read_page("<html><head><title>Hire the hall</title>" + json +
                           "</head><body class='" + classes +
                           "'><h1>Hire the hall</h1><p>The hall can be hired by the hour, with or "
                           "without the stage and its lights.</p></body></html>"),
                 "date-published");
  };
  CHECK(read("page page-id-7") == "none");
  CHECK(read("single single-post postid-7") == "2019-04-15T21:00:02Z");
}

TEST_CASE("days of cards, comments and offers are not the page's") {
  CHECK(value(page("",
                   "<div>Terns<br>April 2, 2023</div><div>Petrels<br>May 9, 2023</div>"
                   "<div>Auks<br>June 1, 2023</div>"),
              "date-published") == "none");
  CHECK(value(page("", "<p>Offer ends April 2, 2023</p>"), "date-published") == "none");
  const std::string comment =
      "<div itemscope itemtype='https://schema.org/Article'><div itemprop=comment itemscope "
      "itemtype='https://schema.org/Comment'><meta itemprop=datePublished content='2023-04-02'>"
      "<span itemprop=author>Tomas</span></div></div>";
  CHECK(value(page("", "", comment), "date-published") == "none");
  CHECK(value(page("", "", comment), "author") == "none");
}

TEST_CASE("a page's address may tell its day when nothing else does") {
  CHECK(value(page("<link rel=canonical href='https://gulls.example/2023/04/02/wall'>", ""),
              "date-published") == "2023-04-02");
  CHECK(day_of_address("https://a.example/n1/2023/0402/c7.html") == "2023-04-02");
  CHECK(day_of_address("https://a.example/2023-04/02/c7.html") == "2023-04-02");
  CHECK(day_of_address("https://a.example/202304/t20230402_7.htm") == "2023-04-02");
  CHECK(day_of_address("https://a.example/20230402/7.shtml") == "2023-04-02");
  CHECK_FALSE(day_of_address("https://a.example/2023/04/02/").has_value());
  CHECK_FALSE(day_of_address("https://a.example/node/20239402/7").has_value());
  CHECK_FALSE(day_of_address("https://a.example/2023/gulls").has_value());
}

TEST_CASE("a note of the last change is read at the end of the page") {
  CHECK(value(page("", "", "<p>Last updated: November 13, 2025</p>"), "date-modified") ==
        "2025-11-13");
}

TEST_CASE("dates are read behind glued words and in East Asian forms") {
  CHECK(find_date("Odile PemberwickMay 5, 2024")->iso == "2024-05-05");
  CHECK(find_date("2024年5月21日 下午3:05")->iso == "2024-05-21T15:05:00");
  CHECK(find_date("2024년 5월 21일")->iso == "2024-05-21");
  CHECK_FALSE(find_date("Dismay 5, 2024").has_value());
  CHECK(find_date("05/06/2024", DateOrder::day_first)->iso == "2024-06-05");
  CHECK(find_date("05/06/2024", DateOrder::month_first)->iso == "2024-05-06");
  CHECK(order_of_dates("21/05/2024 and 3/4/2024") == DateOrder::day_first);
  CHECK(order_of_dates("21/05/2024 and 5/21/2024") == DateOrder::unknown);
}
