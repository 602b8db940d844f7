// SPDX-License-Identifier: Apache-2.0
/// Texts with their way back, dates, and the choice of columns.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "weft/mapped_text.hpp"
#include "weft/records/columns.hpp"
#include "weft/records/iso_date.hpp"
#include "weft/records/source_text.hpp"

namespace weft {
namespace {

TEST_CASE("A part of a mapped text keeps its origins", "[records]") {
  MappedText cell;
  cell.copy("Tea ", 10);
  cell.whole("茶", 14, 6);
  cell.copy(" time", 20);
  MappedText text;
  text.join("x\n");
  text.append(cell, 2, 9);  // "a 茶 t"
  CHECK(text.text() == "x\na 茶 t");
  const MappedRange han = trace(text.runs(), 4, 7);
  CHECK((han.begin == 14 && han.end == 20));
  const MappedRange all = trace(text.runs(), 0, 9);
  CHECK((all.begin == 12 && all.end == 22));
  CHECK_FALSE(trace(text.runs(), 0, 2).known);
}

TEST_CASE("Parts of a run of units keep whole units", "[records]") {
  MappedText cell;
  cell.whole("茶", 0, 2);
  cell.whole("水", 2, 2);
  cell.whole("船", 4, 2);
  REQUIRE(cell.runs().size() == 1);
  MappedText text;
  text.append(cell, 3, 9);
  const MappedRange range = trace(text.runs(), 3, 6);
  CHECK((range.begin == 4 && range.end == 6));
}

TEST_CASE("Dates become ISO 8601 or nothing", "[records]") {
  CHECK(iso_date("2024-05-03") == "2024-05-03");
  CHECK(iso_date(" 2024/5/3 ") == "2024-05-03");
  CHECK(iso_date("2024年5月3日") == "2024-05-03");
  CHECK(iso_date("20240503") == "2024-05-03");
  CHECK(iso_date("2024-05-03 8:10") == "2024-05-03T08:10");
  CHECK(iso_date("2024-05-03T08:10:09.5Z") == "2024-05-03T08:10:09Z");
  CHECK(iso_date("2024-05-03T08:10:09+0800") == "2024-05-03T08:10:09+08:00");
  for (const char* wrong : {"3/5/2024", "2024-02-30", "2024-13-01", "2024", "May", "", "2024-05",
                            "2024-05-03 and more", "2024-05-03T25:00", "0000-01-01"})
    CHECK(iso_date(wrong).empty());
}

TEST_CASE("Sources of UTF-8 are read in place, others are decoded with their way back",
          "[records]") {
  const std::string marked = "\xEF\xBB\xBFid,text";
  const SourceText plain(marked);
  CHECK(plain.text() == "id,text");
  CHECK(plain.text().data() == marked.data() + 3);
  CHECK(plain.to_source({{3, 0, 4, 1, 1}}).front().there == 6);
  const SourceText wide(std::string_view("\xFF\xFEi\0d\0\x36\x83", 8));
  CHECK(wide.text() == "id茶");
  const auto runs = wide.to_source({{2, 0, 3, 1, 1}});
  const MappedRange range = trace(runs, 0, 3);
  CHECK((range.begin == 6 && range.end == 8));
}

std::string chosen(const std::vector<ColumnSample>& samples) {
  ColumnMapping mapping;
  choose_columns(mapping, samples);
  return describe(mapping);
}

TEST_CASE("Columns are chosen by their names in either language", "[records]") {
  CHECK(chosen({{"ID", 9, 9, 0}, {"Headline", 9, 90, 9}, {"Body", 9, 900, 9}, {"by", 9, 90, 9}}) ==
        "title from 'Headline', text from 'Body', author from 'by', key from 'ID'");
  CHECK(chosen({{"标题", 9, 90, 9}, {"正文", 9, 900, 9}, {"发布时间", 9, 90, 0}}) ==
        "title from '标题', text from '正文', date-published from '发布时间'");
  CHECK(chosen({{"meta.title", 9, 90, 9}, {"article.full_text", 9, 900, 9}}) ==
        "title from 'meta.title', text from 'article.full_text'");
}

TEST_CASE("Without a known name the longest text is the text", "[records]") {
  CHECK(chosen({{"a", 9, 900, 0}, {"b", 9, 300, 9}, {"c", 9, 30, 9}}) == "text from 'b'");
  CHECK_THROWS(chosen({{"a", 9, 900, 0}}));
}

TEST_CASE("Columns named after languages are a bilingual table", "[records]") {
  CHECK(chosen({{"English", 9, 90, 9}, {"中文", 9, 90, 9}, {"id", 9, 9, 0}}) ==
        "en from 'English', zh from '中文', key from 'id'");
  CHECK(chosen({{"en", 9, 90, 9}, {"de", 9, 9, 0}}) == "text from 'en'");
  CHECK(chosen({{"pair.en-GB", 9, 90, 9}, {"pair.pt_BR", 9, 90, 9}}) ==
        "en-GB from 'pair.en-GB', pt-BR from 'pair.pt_BR'");
  CHECK(chosen({{"zh_TW", 9, 90, 9}, {"vi", 9, 90, 9}}) == "zh-Hant from 'zh_TW', vi from 'vi'");
  CHECK(chosen({{"en_text", 9, 90, 9}, {"es-note", 9, 9, 9}}) == "text from 'en_text'");
}

}  // namespace
}  // namespace weft
