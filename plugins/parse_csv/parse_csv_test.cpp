// SPDX-License-Identifier: Apache-2.0
/// Tables that Python's csv module wrote, and broken ones, as a run reads them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "csv_reader.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/made_files.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"
#include "weft/host.hpp"
#include "weft/offset_map.hpp"
#include "weft/utf8.hpp"

using namespace std::string_literals;

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

std::string python_table(const std::string& kind) {
  const ProgramResult result =
      run_program({"python3", std::string(WEFT_TESTDATA) + "/write_table.py", kind});
  REQUIRE(result.code == 0);
  return result.out;
}

std::vector<StoredDocument> parsed(std::string_view bytes, const StageOptions& options = {},
                                   std::vector<Outcome>* outcomes = nullptr) {
  StageHarness harness("parse_csv", options);
  return harness.parse_all("table.csv", bytes, outcomes);
}

const Texts kFirst = {"title: The ferry waits", "paragraph: The captain said \"later\", and left.",
                      "paragraph: Nobody minded."};
const Texts kSecond = {"title: 渡轮等人", "paragraph: 船长说：“晚点走。”",
                       "paragraph: 没有人介意。"};

TEST_CASE("Every row of a table from another program is a document", "[parse_csv]") {
  for (const char* kind : {"stories", "tabs", "semicolons", "stories.utf-8-sig"}) {
    INFO(kind);
    const std::string bytes = python_table(kind);
    const auto documents = parsed(bytes);
    REQUIRE(documents.size() == 3);
    CHECK(outline(documents[0]) == kFirst);
    CHECK(outline(documents[1]) == kSecond);
    CHECK(documents[1].id == "table.csv#2");
    CHECK(value_of(documents[0], "title") == "The ferry waits");
    CHECK(values_of(documents[0], "author") == Texts{"Jo Lind"});
    CHECK(value_of(documents[1], "date-published") == "2024-05-04");
    CHECK(value_of(documents[2], "date-published").empty());
    CHECK(value_of(documents[2], "record-id") == "3");
    for (const StoredDocument& document : documents)
      check_origins(document, bytes);
  }
}

TEST_CASE("Tables in UTF-16 and GB18030 lead back to their bytes", "[parse_csv]") {
  for (const char* kind : {"stories.utf-16", "stories.gb18030"}) {
    INFO(kind);
    const std::string bytes = python_table(kind);
    const auto documents = parsed(bytes);
    REQUIRE(documents.size() == 3);
    CHECK(outline(documents[1]) == kSecond);
    const bool wide = std::string(kind) == "stories.utf-16";
    CHECK(to_view(documents[1].sources[0].encoding) == (wide ? "UTF-16LE" : "gb18030"));
    for (const weft_span& span : documents[1].spans) {
      const auto [begin, end] = source_range(documents[1], span);
      CHECK(end - begin == count_code_points(text_of(documents[1], span)) * 2);
    }
  }
}

TEST_CASE("The user's mapping outranks the names", "[parse_csv]") {
  const auto documents =
      parsed(python_table("stories"), {{"text", "headline, Body"}, {"metadata", "translator=by"}});
  REQUIRE(documents.size() == 3);
  CHECK(texts_of(documents[0], "paragraph").front() == "The ferry waits");
  CHECK(value_of(documents[0], "translator") == "Jo Lind");
  CHECK(value_of(documents[0], "author").empty());
}

TEST_CASE("A bilingual table is one document of aligned views", "[parse_csv]") {
  const std::string bytes = python_table("pairs");
  for (const StageOptions& options :
       {StageOptions{}, StageOptions{{"views", "en=english, zh=中文"}, {"key", "key"}}}) {
    const auto documents = parsed(bytes, options);
    REQUIRE(documents.size() == 1);
    CHECK(texts_of(documents[0], "sentence", "zh") == Texts{"渡轮晚点了。", "他说“不”。"});
    CHECK(texts_of(documents[0], "paragraph", "en").size() == 3);
    CHECK(links_of(documents[0], "bead") == Texts{"source The ferry is late. | target 渡轮晚点了。",
                                                  "source Nobody minds.",
                                                  "source He said \"no\". | target 他说“不”。"});
    CHECK(value_of(documents[0], "layout") == "translation-memory");
    CHECK(value_of(documents[0], "method", WEFT_ON_LINK, 1) == "parse_csv");
    check_origins(documents[0], bytes);
  }
  CHECK(parsed(bytes, {{"views", "en=English, zh=中文"}, {"rows", "2"}}).size() == 2);
}

TEST_CASE("A missing column is answered with the columns there are", "[parse_csv]") {
  std::vector<Outcome> outcomes;
  CHECK(parsed(python_table("stories"), {{"text", "bdy"}}, &outcomes).empty());
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].status == WEFT_E_INPUT);
  CHECK(outcomes[0].message ==
        "table.csv: no column 'bdy' (text); its columns are: id, headline, by, date, body");
  CHECK_THROWS_AS(parsed("a", {{"views", "en=English"}}), Error);
  CHECK_THROWS_AS(parsed("a", {{"views", "not a tag=English, zh=b"}}), Error);
}

TEST_CASE("Columns without a header are numbered", "[parse_csv]") {
  const std::string bytes = "1,The ferry is late today.,9\n2,It is always late.,8\n";
  const auto documents = parsed(bytes, {{"text", "2"}});
  REQUIRE(documents.size() == 2);
  CHECK(texts_of(documents[1], "paragraph") == Texts{"It is always late."});
  CHECK(parsed(bytes).size() == 2);
  CHECK(parsed(bytes, {{"header", "yes"}}).size() == 1);
}

TEST_CASE("A header is known by a column of numbers, beside row numbers, and by names said twice",
          "[parse_csv]") {
  const auto numbers = parsed("Name,Age,Town\nJo,12,Oslo\nAnn,13,Bergen\n");
  REQUIRE(numbers.size() == 2);
  CHECK(texts_of(numbers[0], "paragraph") == Texts{"Oslo"});
  const auto indexed = parsed(",title,text\n0,One,The first.\n1,Two,The second.\n");
  REQUIRE(indexed.size() == 2);
  CHECK(outline(indexed[1]) == Texts{"title: Two", "paragraph: The second."});
  CHECK(parsed("text,text,title\nHere.,There.,One\n").size() == 1);
  const auto sides = parsed("source,target\nIt is late.,晚了。\n");
  REQUIRE(sides.size() == 1);
  CHECK(texts_of(sides[0], "paragraph") == Texts{"It is late."});
}

TEST_CASE("Rows of blanks of any width are no documents", "[parse_csv]") {
  for (const char* blank : {" \t", "\t\t", " , ", "\u00A0\t", "\u3000", "\u200B,\uFEFF", "\"\""}) {
    INFO(blank);
    std::string bytes;
    for (int i = 0; i < 501; ++i)
      bytes += blank + "\n"s;
    CHECK(parsed(bytes).empty());
  }
}

TEST_CASE("Ragged rows lose nothing of their last column", "[parse_csv]") {
  const auto documents = parsed("id,text\n1,Late, later, latest.\n2\n3,On time.\n\n4,Gone.\n");
  REQUIRE(documents.size() == 3);
  CHECK(texts_of(documents[0], "paragraph") == Texts{"Late, later, latest."});
  CHECK(texts_of(documents[2], "paragraph") == Texts{"Gone."});
}

TEST_CASE("A row wider than any table keeps its text and is read with bounded cells",
          "[parse_csv]") {
  std::string row;
  for (int i = 0; i < 100000; ++i)
    row += "a,";
  csv::CsvReader reader(row, ',');
  csv::Row read;
  REQUIRE(reader.next(read));
  CHECK(read.cells.size() == csv::kMostCells);
  CHECK(read.cells.size() + read.joined == 100001);
  CHECK(read.cells.back().end == row.size());
  const auto documents = parsed("id,text\n1," + row + "z\n");
  REQUIRE(documents.size() == 1);
  CHECK(texts_of(documents[0], "paragraph") == Texts{row + "z"});
}

TEST_CASE("A quote that is never closed does not swallow the rows below", "[parse_csv]") {
  const auto at_end = parsed("id,text\n1,\"Late\n2,On time.\n3,Gone.\n");
  REQUIRE(at_end.size() == 3);
  CHECK(texts_of(at_end[0], "paragraph") == Texts{"\"Late"});
  const auto before_other =
      parsed("id,text\n1,\"Late\n2,On time.\n3,\"Gone, \"\"they\"\" say.\"\n");
  REQUIRE(before_other.size() == 3);
  CHECK(texts_of(before_other[1], "paragraph") == Texts{"On time."});
  CHECK(texts_of(before_other[2], "paragraph") == Texts{"Gone, \"they\" say."});
}

TEST_CASE("Quotes that nobody doubled stay in their cell", "[parse_csv]") {
  const auto documents = parsed("id,text\n1,\"He said \"no\" twice.\"\n2,5\" nails\n");
  REQUIRE(documents.size() == 2);
  CHECK(texts_of(documents[0], "paragraph") == Texts{"He said \"no\" twice."});
  CHECK(texts_of(documents[1], "paragraph") == Texts{"5\" nails"});
}

TEST_CASE("Hostile tables are read to their end", "[parse_csv]") {
  std::string quotes = "id,text\n";
  for (int i = 0; i < 200000; ++i)
    quotes += "1,\"\"x\n";
  std::string opened = "id,text\n";
  for (int i = 0; i < 200000; ++i)
    opened += "\"a\n";
  const std::string line = "id,text\n1,\"a" + std::string(std::size_t{8} << 20U, '"');
  const std::string bytes("id,text\n1,a\0b\n2,\xFF\xFE ok\n", 22);
  CHECK(parsed(quotes).size() == 200000);
  CHECK(parsed(opened).size() == 200000);
  CHECK(parsed(line).size() == 1);
  CHECK(parsed(bytes).size() == 2);
}

TEST_CASE("Tables are known by their shape, prose with commas is none", "[parse_csv]") {
  StageHarness harness("parse_csv");
  const std::string table = "id,by,text\n1,Jo,Late.\n2,Ann,Later.\n3,Jo,Gone.\n4,Jo,Back.\n";
  CHECK(harness.sniff("a.csv", table) == 75);
  CHECK(harness.sniff("a.txt", table) > 40);
  CHECK(harness.sniff("a.csv", table, "text/plain") == 0);
  CHECK(harness.sniff("a", table, "text/csv; charset=utf-8") == 100);
  CHECK(harness.sniff("a.csv", std::string("\xFF\xFE") + "i\0d\0,\0t\0\n\0"s) > 50);
  CHECK(harness.sniff("a.txt",
                      "One, two, three.\nFour, five, six.\nOne, two, three.\n"
                      "Four, five, six.\nOne, two, three.\n") < 40);
  CHECK(harness.sniff("a.txt", "The ferry was late again.\nNobody minded.\n") < 40);
  CHECK(harness.sniff("a.csv", "<html><body>x</body></html>") < 10);
}

}  // namespace
}  // namespace weft::test
