// SPDX-License-Identifier: Apache-2.0
/// Whole texts of many shapes against what a person expects of them; then the edges.
///
/// testdata/NAME.expected is the outline of testdata/NAME.txt: a line a unit (kind, reason or
/// level, first and last characters), then the metadata. WEFT_ACCEPT=1 rewrites them.

#include "read_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "weft/utf8.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The first 24 and last 8 characters, line breaks shown.
std::string shortened(std::string_view text) {
  std::vector<std::string> points;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    points.emplace_back();
    if (point == '\n' || point == '\r') {
      points.back() = point == '\n' ? "\\n" : "\\r";
    } else {
      append_code_point(points.back(), point);
    }
  }
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points.size() > 40 && i == 24) {
      out += " ... ";
      i = points.size() - 8;
    }
    out += points[i];
  }
  return out;
}

std::string outline(std::string_view text, bool main_content = true) {
  const Reading reading = read_text(text, main_content);
  std::ostringstream out;
  for (const Unit& unit : reading.units) {
    out << unit.kind;
    if (unit.kind == WEFT_SPAN_BOILERPLATE) out << " (" << unit.reason << ")";
    if (unit.level > 0) out << " " << unit.level;
    out << " | " << shortened(text.substr(unit.begin, unit.end - unit.begin));
    if (unit.credit_end > 0)
      out << " | credit: " << text.substr(unit.credit_begin, unit.credit_end - unit.credit_begin);
    out << "\n";
  }
  for (const Fact& fact : reading.facts)
    out << "= " << fact.key << ": " << fact.value << " (" << fact.origin << ")\n";
  return out.str();
}

/// What every reading keeps to.
void check_shape(std::string_view text, const Reading& reading) {
  std::size_t end = 0;
  for (const Unit& unit : reading.units) {
    CHECK(unit.begin >= end);
    CHECK(unit.begin < unit.end);
    CHECK(unit.end <= text.size());
    CHECK(on_border(text, unit.begin));
    CHECK(on_border(text, unit.end));
    CHECK_FALSE(unit.kind.empty());
    CHECK((unit.kind == WEFT_SPAN_BOILERPLATE) <= !unit.reason.empty());
    if (unit.credit_end > 0) {
      CHECK(unit.credit_begin >= unit.begin);
      CHECK(unit.credit_begin < unit.credit_end);
      CHECK(unit.credit_end <= unit.end);
    }
    end = unit.end;
  }
  for (const Fact& fact : reading.facts) {
    CHECK(fact.unit < reading.units.size());
    CHECK(fact.confidence > 0);
    CHECK(fact.confidence <= 1);
  }
}

TEST_CASE("Texts of many shapes are read as a person reads them", "[read_text]") {
  std::vector<fs::path> texts;
  for (const auto& entry : fs::directory_iterator(WEFT_TESTDATA)) {
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  }
  std::sort(texts.begin(), texts.end());
  REQUIRE(texts.size() >= 10);
  for (const fs::path& path : texts) {
    const std::string text = read_file(path);
    const fs::path expected = fs::path(path).replace_extension(".expected");
    if (std::getenv("WEFT_ACCEPT") != nullptr) std::ofstream(expected) << outline(text);
    CAPTURE(path.filename().string());
    CHECK(outline(text) == read_file(expected));
    check_shape(text, read_text(text, true));
  }
}

TEST_CASE("With main-content off nothing is boilerplate", "[read_text]") {
  const std::string text = read_file(fs::path(WEFT_TESTDATA) / "magazine_page.txt");
  const Reading reading = read_text(text, false);
  CHECK(std::none_of(reading.units.begin(), reading.units.end(),
                     [](const Unit& unit) { return unit.kind == WEFT_SPAN_BOILERPLATE; }));
  CHECK(reading.units.size() == read_text(text, true).units.size());
}

TEST_CASE("Those who post in a thread are no authors of it", "[read_text]") {
  const std::string text =
      "【求助】老房子的木窗怎么修？\n"
      "作者：竹里馆  时间：2021-04-12 20:31:00\n"
      "刚买了一套老房子，木窗全都变形了，关不严。不想换铝合金的，有没有人修过？\n"
      "作者：半亩方塘  时间：2021-04-12 21:05:33\n"
      "先看看合页是不是松了。我家的窗子看着变形，其实只是合页的螺丝吃不住力，换一排孔位就好。\n";
  const Reading reading = read_text(text, true);
  CHECK(std::none_of(reading.facts.begin(), reading.facts.end(), [](const Fact& fact) {
    return fact.key == WEFT_KEY_AUTHOR || fact.key == WEFT_KEY_DATE_PUBLISHED;
  }));
}

TEST_CASE("A text of credited captions alone keeps them as paragraphs", "[read_text]") {
  const std::string captions =
      "图1：渔民在码头点亮渔灯，迎接一年一度的渔灯节。（林溪 摄）\n\n"
      "图2：孩子们提着自己做的灯笼在海堤上奔跑。（林溪 摄）\n";
  const auto kinds = [](const std::string& text, std::string_view kind) {
    const Reading reading = read_text(text, true);
    return std::count_if(reading.units.begin(), reading.units.end(),
                         [&](const Unit& unit) { return unit.kind == kind; });
  };
  CHECK(kinds(captions, WEFT_SPAN_PARAGRAPH) == 2);
  CHECK(kinds(captions, WEFT_SPAN_CAPTION) == 0);
  const std::string story =
      "渔灯节从第一条船回港时开始，到最后一盏灯熄灭时结束。镇上的人说，这个节日比码头还要老。\n\n";
  CHECK(kinds(story + captions, WEFT_SPAN_PARAGRAPH) == 1);
  CHECK(kinds(story + captions, WEFT_SPAN_CAPTION) == 2);
}

TEST_CASE("Empty and blank texts have nothing in them", "[read_text]") {
  CHECK(outline("").empty());
  CHECK(outline(" \n\t\n\xC2\xA0\xE3\x80\x80\r\n").empty());
}

TEST_CASE("One giant line is one paragraph", "[read_text]") {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += "The ferry was late again and nobody minded. ";
  const Reading reading = read_text(text, true);
  REQUIRE(reading.units.size() == 1);
  CHECK(reading.units[0].kind == WEFT_SPAN_PARAGRAPH);
  CHECK(reading.facts.empty());
}

TEST_CASE("A single sentence or a single word has no title", "[read_text]") {
  CHECK(outline("The ferry was late again.") == "paragraph | The ferry was late again.\n");
  CHECK(outline("Ferry") == "paragraph | Ferry\n");
}

TEST_CASE("Marks, rules and punctuation alone are read without harm", "[read_text]") {
  for (const char* text : {"*", "---", "> ", ">", "- ", "1. ", ":", "作者:", "。。。", "((((",
                           "【】", "######", "♦", "|||", "#", "\xEF\xBF\xBD", "()", "a\n\n\n\nb"}) {
    CAPTURE(text);
    check_shape(text, read_text(text, true));
  }
}

TEST_CASE("Every line of a text is in exactly one unit", "[read_text]") {
  const std::string text = read_file(fs::path(WEFT_TESTDATA) / "mainland_news.txt");
  std::string joined;
  for (const Unit& unit : read_text(text, true).units)
    joined += text.substr(unit.begin, unit.end - unit.begin) + "\n";
  CHECK(joined == text);
}

}  // namespace
}  // namespace weft::plain
