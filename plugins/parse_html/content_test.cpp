// SPDX-License-Identifier: Apache-2.0
/// What is content and what is not: whole tables and lists, reasons, pages made to be slow.
#include <catch2/catch.hpp>

#include <weft/error.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "boilerplate_reason.hpp"
#include "main_content.hpp"
#include "typed_page.hpp"
#include "whole_containers.hpp"

namespace {

using namespace weft;

struct Page {
  explicit Page(const std::string& source)
      : tree(parse_html_tree(source)), text(lay_out_text(tree)), profile(tree, text) {}

  [[nodiscard]] std::uint32_t block(std::string_view begin) const {
    for (std::uint32_t i = 0; i < text.blocks.size(); ++i)
      if (text.of(text.blocks[i]).starts_with(begin)) return i;
    FAIL("no block '" << begin << "'");
    return 0;
  }
  [[nodiscard]] std::string reason(std::string_view begin) const {
    return std::string(boilerplate_reason(profile, block(begin)));
  }

  HtmlTree tree;
  PageText text;
  PageProfile profile;
};

// The blocks kept of a page on which the first judgement keeps all but those named.
std::vector<std::string> kept_without(const Page& page, const std::vector<std::string>& dropped) {
  std::vector<bool> kept(page.text.blocks.size(), true);
  for (const std::string& name : dropped)
    kept[page.block(name)] = false;
  keep_whole(page.profile, find_whole_containers(page.profile), kept);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i]) out.emplace_back(page.text.of(page.text.blocks[i]));
  return out;
}

std::string repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += text;
  return out;
}

// Sums that any reading of a page must keep: spans lie in the text, in order, and none is lost.
void check_sound(const TypedPage& page) {
  for (const TypedSpan& span : page.spans) {
    CHECK(span.begin < span.end);
    CHECK(span.end <= page.text.size());
  }
}

using Strings = std::vector<std::string>;

constexpr auto kTable =
    "<table><tr><th>Pier</th><th>Gulls seen in March</th></tr>"
    "<tr><td>North</td><td>7</td></tr><tr><td>South side of the "
    "harbour</td><td>12</td></tr></table>";

}  // namespace

TEST_CASE("a data table of which most is content keeps its short cells") {
  const Page page(kTable);
  CHECK(kept_without(page, {"7", "12"}).size() == 6);
}

TEST_CASE("a data table of which little is content is dropped whole") {
  const Page page(std::string("<p>Before the table.</p>") + kTable);
  const Strings dropped = {"Gulls", "North", "South", "12", "Pier"};
  CHECK(kept_without(page, dropped) == Strings{"Before the table."});
}

TEST_CASE("a table that lays out the page decides nothing about its cells") {
  const std::string prose = repeat("A sentence about the harbour and its gulls. ", 20);
  const Page page("<table><tr><td>Home</td><td>About</td></tr><tr><td>" + prose +
                  "</td><td>Archive</td></tr></table>");
  CHECK(find_whole_containers(page.profile).empty());
  CHECK(kept_without(page, {"Home", "About", "Archive"}).size() == 1);
}

TEST_CASE("a table inside a table is the one that is kept whole") {
  const Page page(std::string("<table><tr><td>Left</td><td>") + kTable + "</td></tr></table>");
  const auto containers = find_whole_containers(page.profile);
  REQUIRE(containers.size() == 1);
  CHECK(containers.front().first_block == page.block("Pier"));
}

TEST_CASE("a list that loses one item gets it back") {
  const Page page(
      "<ul><li>Two oars of ash<li>A lantern<li>Tar, one bucket<li>3<li>Rope of forty feet</ul>");
  CHECK(kept_without(page, {"3"}).size() == 5);
}

TEST_CASE("a list of which most is dropped is left as it was judged") {
  const Page page("<ul><li>Two oars of ash<li>A lantern<li>Tar, one bucket<li>Rope</ul>");
  CHECK(kept_without(page, {"A lantern", "Tar", "Rope"}) == Strings{"Two oars of ash"});
}

TEST_CASE("page numbers and steps to the next page are pagination") {
  const Page page(
      "<div class=pagination><span>Page 3 of 9</span></div><div><a href=2>2</a></div>"
      "<div><a href=4>Next »</a></div><div><a href=/>下一页</a></div><nav><a href=/>Home</a></nav>"
      "<p>2 boats sank.</p>");
  CHECK(page.reason("Page 3") == "pagination");
  CHECK(page.reason("2") == "pagination");
  CHECK(page.reason("Next") == "pagination");
  CHECK(page.reason("下一页") == "pagination");
  CHECK(page.reason("Home") == "navigation");
  CHECK(page.reason("2 boats") == "unrelated");
}

TEST_CASE("what stands among readers' comments is comments, their controls too") {
  const Page page(
      "<article><p>Body.</p></article><section id=comments><div class=comment><b>Wenna</b>"
      "<p>I saw that gull last year, it had one white foot and no fear.</p><a href=#>Reply</a>"
      "<a href=#>Share</a></div></section><footer><p>Imprint of the paper</p></footer>");
  CHECK(page.reason("I saw that gull") == "comments");
  CHECK(page.reason("Reply") == "comments");
  CHECK(page.reason("Imprint") == "footer");
}

TEST_CASE("the body class of a page that allows comments makes nothing a comment") {
  const Page page("<body class='post comments-open'><p>Some line of text</p></body>");
  CHECK(page.reason("Some line") != "comments");
}

TEST_CASE("a story told in pictures keeps its captions as paragraphs") {
  const std::string figures =
      "<figure><img src=1><figcaption>Children run along the sea wall with the lanterns they made "
      "at school.</figcaption></figure><figure><img src=2><figcaption>渔民在码头点亮渔灯，迎接一年"
      "一度的渔灯节，当天有三万多名游客来到小镇。</figcaption></figure>";
  const auto count = [](const TypedPage& page, std::string_view type) {
    return std::count_if(page.spans.begin(), page.spans.end(),
                         [&](const TypedSpan& span) { return span.type == type; });
  };
  const TypedPage pictures = read_page("<article><h1>Lamps</h1>" + figures + "</article>");
  CHECK(count(pictures, "paragraph") == 2);
  CHECK(count(pictures, "figure") == 2);
  CHECK(count(pictures, "caption") == 0);
  const std::string prose =
      "<p>" + repeat("The festival began when the first boat came home. ", 6) + "</p>";
  const TypedPage article = read_page("<article><h1>Lamps</h1>" + prose + figures + "</article>");
  CHECK(count(article, "paragraph") == 1);
  CHECK(count(article, "caption") == 2);
}

TEST_CASE("a page without a word has no content and no span") {
  for (const std::string source :
       {"", "<html><body></body></html>", "<p>&nbsp;</p><script>a()</script>"}) {
    const TypedPage page = read_page(source);
    CHECK(page.spans.empty());
    CHECK(page.text.empty());
  }
}

TEST_CASE("pages made to be slow are read with all their text, or refused by the limits") {
  const std::string word = "word ";
  const Strings monsters = {
      repeat("<div>", 60'000) + "deep",
      repeat("<ul><li>", 20'000) + "deep",
      repeat("<table><tr><td>", 15'000) + "deep",
      repeat("<b><i><a href=x>", 15'000) + "bold",
      "<p " + repeat("a=b c='d' ", 50'000) + ">attributes",
      "<p>" + repeat(word, 300'000),
      repeat("<p>x", 60'000),
      repeat("<td>1", 60'000),
      "<table>" + repeat("<tr><td>1<td>2", 30'000),
      "<ul>" + repeat("<li>item", 50'000),
      "<div class='" + repeat("comment pager ", 30'000) + "'>named</div>",
      std::string(200'000, '\0') + "<p>nul",
      repeat("&amp", 200'000),
      repeat("<!--", 100'000),
      repeat("<script>", 50'000) + "x",
      "<title>" + repeat("t ", 100'000),
      repeat("<form><select><option>o", 15'000),
  };
  for (const std::string& source : monsters) {
    CAPTURE(source.substr(0, 20));
    try {
      check_sound(read_page(source));
    } catch (const Error& error) {
      CHECK(error.status() == WEFT_E_LIMIT);
    }
  }
}

TEST_CASE("cells of a table know their row and column, inside tables too") {
  const TypedPage page = read_page(
      "<table><tr><th>port</th><th>ships</th></tr><tbody>\n<tr> <td></td> <td>7 <b>ferries</b></td>"
      "</tr><tr><td>dock<table><tr><td>crane</td><td>rope</td></tr></table></td><td>9</td></tr>"
      "</table>",
      {.main_content = false});
  std::vector<std::string> places;
  for (const TypedSpan& span : page.spans)
    if (span.row > 0)
      places.push_back(std::to_string(span.row) + "/" + std::to_string(span.column) + " " +
                       page.text.substr(span.begin, span.end - span.begin));
  CHECK(places == std::vector<std::string>{"1/1 port", "1/2 ships", "2/2 7 ferries", "1/1 crane",
                                           "1/2 rope", "3/2 9"});
}
