// SPDX-License-Identifier: Apache-2.0
/// Tests of judging pairs: what is found, where it points, what is rejected, and that nothing goes.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

using weft::StoredDocument;
using weft::test::DocumentBuilder;
using weft::test::StageHarness;
using weft::test::StageOptions;

struct Row {
  std::string english;
  std::string chinese;
};

/// A view a language, a sentence a side and a bead a row; an empty text is no sentence.
StoredDocument bilingual(const std::vector<Row>& rows, const std::string& chinese_tag = "zh-Hans") {
  std::string english;
  std::string chinese;
  for (const Row& row : rows) {
    english += row.english + "\n";
    chinese += row.chinese + "\n";
  }
  DocumentBuilder builder("pairs.txt");
  builder.source("pairs.txt", english);
  const weft_id first = builder.view("en", "en", english);
  const weft_id second = builder.view("zh", chinese_tag, chinese);
  for (const Row& row : rows) {
    std::vector<std::pair<weft_id, std::string>> ends;
    if (!row.english.empty())
      ends.emplace_back(builder.span("sentence", first, row.english), "source");
    if (!row.chinese.empty())
      ends.emplace_back(builder.span("sentence", second, row.chinese), "target");
    builder.link("bead", ends, .5);
  }
  return builder.build();
}

StoredDocument judged(const std::vector<Row>& rows, const StageOptions& options = {}) {
  StoredDocument document = bilingual(rows);
  StageHarness("transform_pairs", options).process(document);
  return document;
}

/// Values of the key on the n-th link, joined by "; ".
std::string on_link(const StoredDocument& document, std::size_t n, std::string_view key) {
  std::string out;
  for (const std::string& value :
       weft::test::values_of(document, key, WEFT_ON_LINK, document.links.at(n).id))
    out += (out.empty() ? "" : "; ") + value;
  return out;
}
std::string findings(const std::string& english, const std::string& chinese,
                     const StageOptions& options = {}) {
  return on_link(judged({{english, chinese}}, options), 0, "finding");
}
std::string reject(const std::string& english, const std::string& chinese,
                   const StageOptions& options = {}) {
  return on_link(judged({{english, chinese}}, options), 0, "reject");
}

}  // namespace

TEST_CASE("a page of translations has the findings that were put in and no other") {
  std::istringstream lines(weft::test::read_file(WEFT_TESTDATA "/ferry.tsv"));
  std::vector<Row> rows;
  std::vector<std::string> expected;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    rows.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1)});
    expected.push_back(line.substr(second + 1));
  }
  const StoredDocument document = judged(rows);
  REQUIRE(document.links.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i].english);
    CHECK(on_link(document, i, "finding") == expected[i]);
    CHECK(on_link(document, i, "reject").empty());
  }
}

TEST_CASE("a finding can be marked in both texts") {
  const StoredDocument document =
      judged({{"By 2021 the quay was sold.", "到2001年，码头已被卖掉。"}});
  CHECK(weft::test::texts_of(document, "finding", "en") == std::vector<std::string>{"2021"});
  CHECK(weft::test::texts_of(document, "finding", "zh") == std::vector<std::string>{"2001年"});
  for (const weft_span& span : document.spans) {
    if (weft::test::text_of(document, span) != "2021") continue;
    CHECK(weft::test::value_of(document, "finding", WEFT_ON_SPAN, span.id) ==
          "number: 2021 / 2001");
    CHECK(weft::test::text_of(document, *document.find_span(span.parent)) ==
          "By 2021 the quay was sold.");
  }
}

TEST_CASE("a figure that stands in the next bead has moved, and is no finding") {
  const StoredDocument document =
      judged({{"The mayor spoke of 340 houses.", "市长谈到了房屋。"},
              {"They will be pulled down in 17 weeks.", "那340栋将在17周内拆除。"},
              {"The costs are 25 million yuan.", "费用为2500万元。"}});
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(on_link(document, i, "finding").empty());
}

TEST_CASE("a slip of one digit is found though the next bead has the figure too") {
  const StoredDocument document = judged({{"Minutes of 8 October 1992", "会议记录"},
                                          {"Thursday, 8 October 1792", "一九九二年十月八日"}});
  CHECK(on_link(document, 0, "finding").empty());
  CHECK(on_link(document, 1, "finding") == "date: 1792-10-08 / 1992-10-08");
}

TEST_CASE("of a figure said twice the one that differs is found") {
  CHECK(findings("The plans of 1995 follow those of 1395.", "1995年的计划沿袭1995年的计划。") ==
        "number: 1395 / 1995");
}

TEST_CASE("parts of dates are compared where they stand apart") {
  CHECK(findings("It closes at the end of August, in 1997.", "它将于1997年6月底关闭。") ==
        "date: --08 / 1997-06");
  CHECK(findings("It closes in 1997.", "它将于1997年6月底关闭。").empty());
  CHECK(findings("It closes in June, in 1997.", "它将于1997年6月底关闭。").empty());
}

TEST_CASE("figures that one side lacks are found on request") {
  CHECK(findings("It cost $230 million.", "费用很高。").empty());
  CHECK(findings("It cost $230 million.", "费用很高。", {{"missing-numbers", "true"}}) ==
        "amount: USD 230000000 / -");
  CHECK(findings("It was dear.", "费用为75亿元。", {{"missing-numbers", "true"}}) ==
        "amount: - / CNY 7500000000");
}

TEST_CASE("checks can be switched off one by one") {
  const std::string english = "In 2021 Harbor Lines carried 40 people.";
  const std::string chinese = "2001年，Harbour Lines运送了40人。";
  CHECK(findings(english, chinese) == "number: 2021 / 2001; name: Harbor / Harbour");
  CHECK(findings(english, chinese, {{"numbers", "false"}}) == "name: Harbor / Harbour");
  CHECK(findings(english, chinese, {{"names", "false"}}) == "number: 2021 / 2001");
}

TEST_CASE("names are kept in parts, as initials and whatever their case") {
  CHECK(findings("The North Sea Ferry Union met.", "NSFU开会了。").empty());
  CHECK(findings("The ships of HAVN Lines.", "Havn公司的船。").empty());
  CHECK(findings("They use Deep Keel now.", "他们现在用DeepKeel。").empty());
  CHECK(findings("The water is six centimetres deep.", "水深6cm，3K。").empty());
  CHECK(findings("They use another keel.", "他们现在用Dalvik龙骨。") == "name: - / Dalvik");
}

TEST_CASE("quotes and negations are looked at on request") {
  CHECK(findings("We will build it before the next winter comes, the mayor said.",
                 "“明年冬天到来之前我们一定会把它建好，”市长说。",
                 {{"quotes", "true"}}) == "quote: - / quoted");
  CHECK(findings("The bridge is not open.", "大桥开放。", {{"negation", "true"}}) ==
        "negation: negated / -");
  CHECK(findings("The bridge is open.", "大桥并不开放。", {{"negation", "true"}}) ==
        "negation: - / negated");
  CHECK(findings("The bridge is closed.", "大桥没有开放。").empty());
}

TEST_CASE("hard rules give their reason") {
  CHECK(reject("Rain is expected.", "") == "empty");
  CHECK(reject("Ferry Lines Ltd", "Ferry Lines Ltd") == "identical");
  CHECK(reject("12:30 / 14:00", "12:30 / 14:00") == "no-words");
  CHECK(reject("The caf\xC3\x83\xC2\xA9 and the cr\xC3\x83\xC2\xA8me.", "咖啡馆和奶油。") ==
        "mojibake");
  CHECK(reject("All rights reserved.", "版权所有") == "boilerplate");
  CHECK(reject("The whole village came down to the harbour to see the new ferry arrive.",
               "The whole village came down to the beach to see the old ferry leave.") ==
        "wrong-language-target");
  CHECK(reject("整个村子的人都到港口来看新渡轮进港。", "整个村子的人都到海滩上看旧渡轮离开。") ==
        "wrong-language-source");
  CHECK(reject("The ferry was late.", "渡轮晚点了。").empty());
  CHECK(reject("Ferry Lines Ltd", "Ferry Lines Ltd", {{"identical", "false"}}) != "identical");
}

TEST_CASE("lengths are judged by the document's own ratio") {
  std::vector<Row> rows(8, {"", ""});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string name(1, static_cast<char>('A' + i));
    rows[i] = {"Boat " + name + " has left the harbour with all of its crew on board.",
               "船" + name + "载着全体船员离开了港口，驶向大海。"};
  }
  rows.push_back({"Later.",
                  "后来，人们把这一切都忘记了，港口、渔船、灯塔和那个总在码头上等候的老人，"
                  "只有海鸥还记得当年的热闹与喧哗。"});
  const StoredDocument document = judged(rows);
  CHECK(on_link(document, 0, "reject").empty());
  CHECK(on_link(document, 8, "reject") == "length-ratio");
}

TEST_CASE("repeated pairs are told from nearly repeated ones, and the first stands") {
  const StoredDocument document = judged({{"See you at 9!", "九点见！9"},
                                          {"See  you at 9!", "九点见！9"},
                                          {"See you at 10.", "九点见：10"},
                                          {"Goodbye.", "九点见！9"}});
  CHECK(on_link(document, 0, "reject").empty());
  CHECK(on_link(document, 1, "reject") == "duplicate");
  CHECK(on_link(document, 2, "reject") == "near-duplicate");
  CHECK(on_link(document, 3, "reject").empty());
}

TEST_CASE("nothing is deleted, and a document without beads passes") {
  const std::vector<Row> rows = {{"In 2021.", "2001年。"}, {"Alone.", ""}};
  const StoredDocument before = bilingual(rows);
  const StoredDocument after = judged(rows);
  CHECK(weft::test::links_of(after, "bead") == weft::test::links_of(before, "bead"));
  StoredDocument plain = weft::test::plain_document("a.txt", "en", {"No pairs."});
  CHECK(StageHarness("transform_pairs").process(plain).status == WEFT_PASSED);
}

TEST_CASE("of languages without number words only digits are compared") {
  StoredDocument document =
      bilingual({{"Three of 40 boats sank.", "Von 48 Booten sank eins."}}, "de");
  StageHarness("transform_pairs").process(document);
  CHECK(on_link(document, 0, "finding") == "number: 40 / 48");
}

TEST_CASE("the seed article has the findings of its gold and no other") {
  const std::string shared = weft::test::shared_dir();
  if (shared.empty()) {
    WARN("skipped: no shared folder");
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(shared + "/gold/seeds/alignment")) {
    const nlohmann::json gold = nlohmann::json::parse(std::ifstream(entry.path()));
    const std::string raw =
        weft::test::read_file(shared + "/corpus/" + gold["file"].get<std::string>());
    const auto text_of = [&](const nlohmann::json& ranges) {
      std::string out;
      for (const nlohmann::json& range : ranges) {
        const std::size_t begin = range[0];
        const std::size_t end = range[1];
        out += (out.empty() ? "" : " ") + raw.substr(begin, end - begin);
      }
      return out;
    };
    std::vector<Row> rows;
    for (const nlohmann::json& bead : gold["beads"])
      rows.push_back({text_of(bead["en"]), text_of(bead["zh"])});
    std::vector<std::string> expected;
    for (const nlohmann::json& check : gold["checks"]) {
      if (check["kind"] == "number")
        expected.push_back("number: " + check["en"].get<std::string>() + " / " +
                           check["zh"].get<std::string>());
    }
    const StoredDocument document = judged(rows);
    std::vector<std::string> found;
    for (const weft_link& link : document.links) {
      for (const std::string& value :
           weft::test::values_of(document, "finding", WEFT_ON_LINK, link.id))
        found.push_back(value);
      CHECK(weft::test::value_of(document, "reject", WEFT_ON_LINK, link.id).empty());
    }
    CHECK(found == expected);
  }
}
