// SPDX-License-Identifier: Apache-2.0
/// Every layout, either language first, with what disturbs it; and what must not be taken for one.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/document/name_table.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

const Texts kEnglish = {
    "The old observatory on the ridge was built in 1912 and closed sixty years later.",
    "Last spring a group of 14 students asked the council for the keys. Why should it stay shut?",
    "They cleaned the dome (it had become a home for owls) and repaired the clockwork that turns "
    "it.",
    "“We did not expect the lens to be whole,” says Ruth Ansel, who leads the group.",
    "On the first clear night 230 people stood in line until after midnight!",
    "The council has now promised money for a new road, which will be finished before the winter.",
    "Schools in the valley can book an evening: three of them have already done so.",
    "The owls have moved to the church tower, and nobody has asked them how they like it."};
const Texts kChinese = {"山脊上的老天文台建于1912年，六十年后关闭。",
                        "去年春天，14名学生向市议会要钥匙。它为什么要一直关着呢？",
                        "他们清扫了圆顶（那里已经成了猫头鹰的家），修好了转动圆顶的钟表机构。",
                        "“我们没想到镜片还是完整的，”带领小组的Ruth Ansel说。",
                        "第一个晴朗的夜晚，230人排队一直排到午夜以后！",
                        "市议会现在答应出钱修一条新路，冬天之前完工。",
                        "山谷里的学校可以预订一个晚上：已经有三所学校订好了。",
                        "猫头鹰搬到了教堂的钟楼上，没有人问过它们喜不喜欢那里。"};

struct Order {
  const Texts& first;
  const Texts& second;
};
const std::vector<Order> kOrders = {{kEnglish, kChinese}, {kChinese, kEnglish}};

Texts linked(const Order& order) {
  Texts out;
  for (std::size_t i = 0; i < order.first.size(); ++i)
    out.push_back("source " + order.first[i] + " | target " + order.second[i]);
  return out;
}

Texts neighbours(const Order& order) {
  Texts out;
  for (std::size_t i = 0; i < order.first.size(); ++i) {
    out.push_back(order.first[i]);
    out.push_back(order.second[i]);
  }
  return out;
}

std::string joined(const Texts& texts, const std::string& between) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : between) + text;
  return out;
}

Texts together(Texts first, const Texts& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

struct Result {
  StoredDocument document;
  Outcome outcome;
};

Result run_document(StoredDocument document) {
  Outcome outcome = StageHarness("transform_bilingual").process(document);
  return {std::move(document), std::move(outcome)};
}

Result run(const Texts& paragraphs) {
  return run_document(plain_document("a.txt", "", paragraphs));
}

std::string layout_of(const Result& result) {
  return value_of(result.document, WEFT_KEY_LAYOUT);
}

Texts links(const Result& result) {
  return links_of(result.document, WEFT_LINK_PARALLEL);
}

bool has(const Texts& texts, const std::string& wanted) {
  return std::find(texts.begin(), texts.end(), wanted) != texts.end();
}

TEST_CASE("paragraphs that alternate are interleaved, whichever language comes first") {
  for (const Order& order : kOrders) {
    const Result result = run(neighbours(order));
    CHECK(layout_of(result) == "interleaved");
    CHECK(links(result) == linked(order));
  }
}

TEST_CASE("the order may change midway; the source stays the language that is first more often") {
  Texts paragraphs = neighbours(kOrders[0]);
  for (std::size_t i = 10; i + 1 < paragraphs.size(); i += 2)
    std::swap(paragraphs[i], paragraphs[i + 1]);
  const Result result = run(paragraphs);
  CHECK(layout_of(result) == "interleaved");
  CHECK(links(result) == linked(kOrders[0]));
}

TEST_CASE("captions, dates, short items and a missing translation shift nothing") {
  for (const Order& order : kOrders) {
    Texts paragraphs = neighbours(order);
    paragraphs.erase(paragraphs.begin() + 9);  // the translation of the fifth
    paragraphs.insert(paragraphs.begin() + 6, "2024-05-01");
    paragraphs.insert(paragraphs.begin() + 4, order.first == kEnglish ? "Next" : "下一页");
    const Result result = run(paragraphs);
    Texts wanted = linked(order);
    wanted.erase(wanted.begin() + 4);
    CHECK(layout_of(result) == "interleaved");
    CHECK(links(result) == wanted);
  }
}

TEST_CASE("lines that alternate inside blocks are line-interleaved, and say their language") {
  for (const Order& order : kOrders) {
    const Texts lines = neighbours(order);
    const Result result = run({joined({lines.begin(), lines.begin() + 8}, "\n"),
                               joined({lines.begin() + 8, lines.end()}, "\n")});
    CHECK(layout_of(result) == "line-interleaved");
    CHECK(links(result) == linked(order));
    for (const weft_span& span : result.document.spans) {
      const std::string lang = value_of(result.document, WEFT_KEY_LANG, WEFT_ON_SPAN, span.id);
      if (span.view > 1)
        CHECK(lang ==
              (to_view(result.document.views[span.view - 1].lang) == "en" ? "en" : "zh-Hans"));
    }
  }
}

TEST_CASE("sentences that alternate inside blocks are sentence-interleaved") {
  for (const Order& order : kOrders) {
    const Texts parts = neighbours(order);
    const Result result = run({joined({parts.begin(), parts.begin() + 6}, " "),
                               joined({parts.begin() + 6, parts.begin() + 12}, " "),
                               joined({parts.begin() + 12, parts.end()}, " ")});
    CHECK(layout_of(result) == "sentence-interleaved");
    CHECK(links(result) == linked(order));
  }
}

TEST_CASE("one text and then the other are two blocks, linked one to one where that fits") {
  for (const Order& order : kOrders) {
    const Result result = run(together(order.first, order.second));
    CHECK(layout_of(result) == "two-blocks");
    CHECK(links(result) == linked(order));
  }
}

TEST_CASE("two blocks that are cut differently are views without links") {
  for (const Order& order : kOrders) {
    Texts second = order.second;
    second[2] += second[3];
    second.erase(second.begin() + 3);
    second[5] += second[6];
    second.erase(second.begin() + 6);
    const Result result = run(together(order.first, second));
    CHECK(layout_of(result) == "two-blocks");
    CHECK(links(result).empty());
    CHECK(result.document.views.size() == 3);
  }
}

TEST_CASE("numbered sections of two blocks are linked as wholes") {
  Texts first;
  Texts second;
  for (std::size_t i = 0; i < kEnglish.size(); ++i) {
    if (i % 3 == 0) {
      first.push_back("Article " + std::to_string(i / 3 + 1) + " of the rules of the house");
      second.push_back(std::string("第") +
                       (i == 0   ? "一"
                        : i == 3 ? "二"
                                 : "三") +
                       "条 本馆规则之内容");
    }
    first.push_back(kEnglish[i]);
    if (i % 3 == 1) {
      second.back() += kChinese[i];
    } else {
      second.push_back(kChinese[i]);
    }
  }
  const Result result = run(together(first, second));
  CHECK(layout_of(result) == "two-blocks");
  REQUIRE(links(result).size() >= 3);
  CHECK(has(links(result), "source " + first[0] + " | source " + kEnglish[0] + " | source " +
                               kEnglish[1] + " | source " + kEnglish[2] + " | target " + second[0] +
                               " | target " + kChinese[0] + kChinese[1] + " | target " +
                               kChinese[2]));
}

const Texts kTerms = {"tidal power — 潮汐能",
                      "wave farm — 波浪能电站",
                      "3. sea wall — 海堤",
                      "vitamin C — 维生素C",
                      "harbour master — 港务长",
                      "lighthouse keeper — 灯塔看守人",
                      "fishing boat (trawler) — 渔船（拖网船）",
                      "dry dock — 干船坞"};

TEST_CASE("a list of terms is taken apart at what parts them") {
  const Result result = run(kTerms);
  CHECK(layout_of(result) == "terms");
  CHECK(links(result).size() == kTerms.size());
  CHECK(has(links(result), "source tidal power | target 潮汐能"));
  CHECK(has(links(result), "source sea wall | target 海堤"));
  CHECK(has(links(result), "source vitamin C | target 维生素C"));
  CHECK(has(links(result), "source fishing boat (trawler) | target 渔船（拖网船）"));
  const Result lines = run({joined(kTerms, "\n")});
  CHECK(layout_of(lines) == "terms");
  CHECK(links(lines) == links(result));
}

TEST_CASE("terms with nothing between but the change of writing, or a gloss, are terms too") {
  const Result result = run({"岛 island", "港口 harbour", "渡轮（ferry）", "灯塔（lighthouse）",
                             "潮水 high tide", "船长 captain of a ship", "渔网 fishing net"});
  CHECK(layout_of(result) == "terms");
  CHECK(has(links(result), "source 渡轮 | target ferry"));
  CHECK(has(links(result), "source 岛 | target island"));
}

void set_number(StoredDocument& document, weft_id span, const char* key, std::size_t value) {
  weft_attr made{};
  made.owner_kind = WEFT_ON_SPAN;
  made.owner = span;
  made.key = intern(key);
  made.value.kind = WEFT_VALUE_INTEGER;
  made.value.as.integer = static_cast<std::int64_t>(value);
  document.attrs.push_back(made);
}

/// A table of cells, with their places or without.
StoredDocument table(const std::vector<Texts>& rows, bool places) {
  std::string text;
  for (const Texts& row : rows)
    text += joined(row, "\n\n") + "\n\n";
  DocumentBuilder builder;
  builder.source("a.txt", text);
  const weft_id view = builder.view("text", "", text);
  const weft_id around = builder.span(WEFT_SPAN_TABLE, view, 0, text.size());
  std::size_t at = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::size_t size = rows[row][column].size();
      if (size > 0) {
        const weft_id cell = builder.span(WEFT_SPAN_TABLE_CELL, view, at, at + size, around);
        if (places) set_number(builder.document(), cell, WEFT_KEY_ROW, row + 1);
        if (places) set_number(builder.document(), cell, WEFT_KEY_COLUMN, column + 1);
      }
      at += size + 2;
    }
  }
  return builder.build();
}

TEST_CASE("columns of a table are paired by row, whatever stands between them") {
  for (const Order& order : kOrders) {
    std::vector<Texts> rows;
    for (std::size_t i = 0; i < order.first.size(); ++i)
      rows.push_back({std::to_string(i + 1), order.first[i], i == 2 ? "checked" : "",
                      i == 4 ? "" : order.second[i], "2024"});
    const Result result = run_document(table(rows, true));
    Texts wanted = linked(order);
    wanted.erase(wanted.begin() + 4);
    CHECK(layout_of(result) == "columns");
    CHECK(links(result) == wanted);
  }
}

TEST_CASE("columns are seen without places where the languages alternate") {
  std::vector<Texts> rows;
  for (std::size_t i = 0; i < kEnglish.size(); ++i)
    rows.push_back({std::to_string(i + 1), kEnglish[i], kChinese[i]});
  const Result result = run_document(table(rows, false));
  CHECK(layout_of(result) == "columns");
  CHECK(links(result) == linked(kOrders[0]));
}

TEST_CASE("a third language stays in the base view and is no part of the pairs") {
  Texts paragraphs = neighbours(kOrders[0]);
  paragraphs.insert(paragraphs.begin() + 4,
                    "Обсерватория на хребте была построена очень давно, и никто уже не помнит, кто "
                    "придумал поставить её именно там, где ветер дует сильнее всего.");
  const Result result = run(paragraphs);
  CHECK(layout_of(result) == "interleaved");
  CHECK(links(result) == linked(kOrders[0]));
  CHECK(texts_of(result.document, WEFT_SPAN_PARAGRAPH, "en") == kEnglish);
  CHECK(texts_of(result.document, WEFT_SPAN_PARAGRAPH, "zh-Hans") == kChinese);
}

TEST_CASE("languages of one writing are told by their words") {
  const Texts german = {
      "Die alte Sternwarte auf dem Kamm wurde 1912 gebaut und sechzig Jahre später geschlossen.",
      "Im letzten Frühling baten 14 Studenten den Rat um die Schlüssel. Warum sollte sie zu "
      "bleiben?",
      "Sie reinigten die Kuppel (in der inzwischen Eulen wohnten) und setzten das Uhrwerk instand.",
      "„Wir hatten nicht erwartet, dass die Linse noch ganz ist“, sagt Ruth Ansel."};
  Texts paragraphs;
  for (std::size_t i = 0; i < german.size(); ++i) {
    paragraphs.push_back(kEnglish[i]);
    paragraphs.push_back(german[i]);
  }
  const Result result = run(paragraphs);
  CHECK(layout_of(result) == "interleaved");
  CHECK(texts_of(result.document, WEFT_SPAN_PARAGRAPH, "de") == german);
  CHECK(links(result).size() == 4);
}

void check_passes(const Texts& paragraphs) {
  const Result result = run(paragraphs);
  INFO(layout_of(result) << " " << paragraphs.front());
  CHECK(result.outcome.status == WEFT_PASSED);
  CHECK(result.document.views.size() == 1);
  CHECK(result.document.links.empty());
}

const Texts kReferences = {
    "Amsel, T. The Birds of the Northern Towers. Field Notes 7, 2003.",
    "Borland, K. and Ivers, P. Domes, Gears and Weights. Hill Press, 1988.",
    "Crane, L. A Short History of Looking Up. Second edition, Lantern Books, 2011.",
    "Dale, M. On Clockwork in Public Buildings. Journal of Small Machines, 1996."};

TEST_CASE("references, quotations and labels in another language are no translation") {
  check_passes(together(kChinese, kReferences));
  check_passes(together(kChinese, {kReferences[0], kReferences[3], "谢谢大家的阅读。"}));
  Texts quoting = kChinese;
  quoting[1] += "她在日记里写道：“The tower was cold and I could hear the rain on the copper.”";
  quoting[4] += "牌子上写着“No entry after dark, by order of the council”，没有人理会。";
  check_passes(quoting);
  check_passes({"品牌：Lantern Optics", "型号：LO 230 Pro", "颜色：Matte Black", "产地：Ruthville",
                "邮箱：help@lantern.example", "系列：Night Owl"});
}

TEST_CASE("a second half or neighbours that say something else are no translation") {
  const Texts other = {
      "昨天的集市上，卖鱼的人比买鱼的人还要多。", "我外婆从来不去那里，她说鱼要自己钓。",
      "有一年夏天，河水涨到了桥面上，集市只好停了九个星期，大家都去邻村买菜。", "后来桥修好了。",
      "新桥比旧桥宽，可以同时走两辆马车，可是马车早就没有人用了，只有一位老人还养着一匹马。"};
  check_passes(together(kEnglish, other));
  Texts alternating;
  for (std::size_t i = 0; i < other.size(); ++i) {
    alternating.push_back(kEnglish[i]);
    alternating.push_back(other[i]);
  }
  check_passes(alternating);
}

TEST_CASE("comments of readers and messages of programs are no translation") {
  check_passes(
      together(kEnglish, {"写得真好！", "我小时候去过那里。", "请问怎么预约？", "猫头鹰好可爱"}));
  check_passes(
      {"先安装依赖，然后在项目的根目录里运行下面的命令，等待它结束，这大概需要十分钟左右的时间。",
       "Build finished.",
       "如果看到上面的信息，就说明一切正常，可以继续做下一步，否则请检查网络设置并且重新开始。",
       "Error: cannot open the file",
       "这个错误说明路径写错了，请仔细核对配置文件里每一个目录的名称，注意大小写也要完全一致。",
       "Done."});
}

TEST_CASE("two runs give the same views and links") {
  const Texts paragraphs = neighbours(kOrders[0]);
  const Result first = run(paragraphs);
  const Result second = run(paragraphs);
  CHECK(links(first) == links(second));
  CHECK(outline(first.document) == outline(second.document));
}

}  // namespace
}  // namespace weft::test
