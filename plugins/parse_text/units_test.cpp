// SPDX-License-Identifier: Apache-2.0
/// How lines become paragraphs.

#include "units.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace weft::plain {
namespace {

/// The units of a text, line breaks inside them shown as "|".
std::vector<std::string> units_of(std::string_view text) {
  const auto lines = split_lines(text);
  std::vector<std::string> out;
  for (const Unit& unit : join_lines(text, lines, find_wrapping(text, lines))) {
    std::string shown(text.substr(unit.begin, unit.end - unit.begin));
    for (char& c : shown) {
      if (c == '\n' || c == '\r') c = '|';
    }
    out.push_back(shown);
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("Lines that were filled up to a width are one paragraph", "[units]") {
  CHECK(units_of("The ferry had been late for so many years that\n"
                 "nobody in the town could say with certainty what\n"
                 "its timetable had been, or whether there had ever\n"
                 "been one. The captain did not say.\n"
                 "\n"
                 "He kept his own hours, and they were good ones.") ==
        Texts{"The ferry had been late for so many years that|nobody in the town could say with "
              "certainty what|its timetable had been, or whether there had ever|been one. The "
              "captain did not say.",
              "He kept his own hours, and they were good ones."});
}

TEST_CASE("Wrapped Chinese is joined, and an indented line begins a paragraph", "[units]") {
  CHECK(units_of("　　这条渡船已经晚点了许多年,镇上没有人说得\n"
                 "清它原来的时刻表是什么样子,也没有人记得是不\n"
                 "是真有过那么一张表。\n"
                 "　　船长自己从来不说。他有他的钟点,那些钟点\n"
                 "都很好。")
            .size() == 2);
}

TEST_CASE("Lines of any length that end like sentences are paragraphs each", "[units]") {
  CHECK(
      units_of("他在码头上修了四十年船。\n"
               "船主们都认得他的锤子声,隔着两条街也能听出今天修的是谁家的船,修的是船头还是船尾。\n"
               "他自己没有船。")
          .size() == 3);
}

TEST_CASE("Verse keeps its lines", "[units]") {
  CHECK(units_of("Nobody asks the buoy by the bar\nWhat it has seen of weather or of war\n"
                 "It nods to all the boats that pass it by\nAnd leaves the gulls to tell you "
                 "how and why")
            .size() == 4);
}

TEST_CASE("A list item keeps its hanging lines", "[units]") {
  CHECK(units_of("- a ladder that reaches up to the lamp and a\n"
                 "  rope that is long enough to come down again\n"
                 "- a thermos of the coffee that the harbor\n"
                 "  master makes on Thursdays and on feast days\n") ==
        Texts{"- a ladder that reaches up to the lamp and a|  rope that is long enough to come "
              "down again",
              "- a thermos of the coffee that the harbor|  master makes on Thursdays and on feast "
              "days"});
}

TEST_CASE("Quoted lines of a mail are one unit", "[units]") {
  CHECK(units_of("Arne wrote:\n> I have ordered\n> the bulb.\nGood.") ==
        Texts{"Arne wrote:", "> I have ordered|> the bulb.", "Good."});
}

TEST_CASE("Every kind of line end ends a line", "[units]") {
  CHECK(units_of("One here.\r\nTwo here.\rThree here.\u2028Four here.\u0085"
                 "Five here.")
            .size() == 5);
}

TEST_CASE("Blank text has no units, and blanks are in none", "[units]") {
  CHECK(units_of("").empty());
  CHECK(units_of(" \n\u3000\n\t\u00A0\n").empty());
  CHECK(units_of("\u00A0 One here. \n") == Texts{"One here."});
}

}  // namespace
}  // namespace weft::plain
