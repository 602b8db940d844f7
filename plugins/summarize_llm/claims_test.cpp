// SPDX-License-Identifier: Apache-2.0
/// Tests of what a summary claims and its document does not say.
#include <catch2/catch.hpp>

#include "claims.hpp"
#include "read_summary.hpp"
#include "support.hpp"

using namespace weft;

namespace {

using Strings = std::vector<std::string>;

Strings open_claims(const std::vector<std::string_view>& source, const std::string& source_language,
                    std::string_view text, const std::string& language,
                    std::size_t* unchecked = nullptr) {
  std::size_t names = 0;
  Strings out;
  for (const OpenClaim& claim :
       SourceClaims(source, source_language).check(text, language, names)) {
    CHECK(claim.begin < claim.end);
    CHECK(claim.end <= text.size());
    out.push_back(claim.finding);
  }
  if (unchecked != nullptr) *unchecked = names;
  return out;
}

const std::vector<std::string_view> kEnglish{
    "Port Ellis lent 16,000 books", "Its director, Ada Pier, spoke to OpenHarbour on 3 March 2026.",
    "A third of the readers are American children."};
const std::vector<std::string_view> kChinese{
    "港口图书馆去年借出1.6万册书。", "馆长马克·韦尔说，《海港日报》称它为“海边最安静的房间”。"};

std::string read(const std::string& content, const Wish& wish, WrittenSummary& out) {
  return read_summary(content, wish, out);
}

}  // namespace

TEST_CASE("numbers are found however they are written, and reported where they are not") {
  CHECK(open_claims(kEnglish, "en", "It lent sixteen thousand books.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "它借出了1.6万册书。", "zh").empty());
  CHECK(open_claims(kChinese, "zh", "It lent 16,000 books.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "It lent 17,000 books.", "en") == Strings{"number: - / 17000"});
  CHECK(open_claims(kChinese, "zh", "它借出了1.7万册书。", "zh").size() == 1);
  CHECK(open_claims(kEnglish, "en", "It opened on 4 March 2026.", "en") ==
        Strings{"date: - / 2026-03-04"});
  CHECK(open_claims(kEnglish, "en", "It costs 5 million euros.", "en") ==
        Strings{"amount: - / EUR 5000000"});
  CHECK(open_claims(kEnglish, "en", "Both rooms have two doors.", "en").empty());
}

TEST_CASE("names in Latin script are found in any case and form, and reported where they are not") {
  CHECK(open_claims(kEnglish, "en", "The director is Ada Pier of Port Ellis.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "Children from America read there.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "Pier's books are lent to Americans.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "The director is Eva Pier.", "en") ==
        Strings{"name: - / Eva Pier"});
  CHECK(open_claims(kEnglish, "en", "However, readers love it.", "en").empty());
  CHECK(open_claims(kEnglish, "en", "OpenSea reported it.", "en") == Strings{"name: - / OpenSea"});
  CHECK(open_claims(kEnglish, "en", "馆长 Eva 接受了 OpenHarbour 采访。", "zh") ==
        Strings{"name: - / Eva"});
  std::size_t unchecked = 0;
  CHECK(open_claims(kChinese, "zh", "The director is Mark Weir.", "en", &unchecked).empty());
  CHECK(unchecked == 1);
}

TEST_CASE("book titles, quotations and dotted names of Chinese must stand in the document") {
  CHECK(open_claims(kChinese, "zh", "馆长马克·韦尔引用了《海港日报》。", "zh").empty());
  CHECK(open_claims(kChinese, "zh", "它被称为“海边最安静的房间”。", "zh").empty());
  CHECK(open_claims(kChinese, "zh", "馆长约翰·韦尔引用了《海港晚报》。", "zh") ==
        Strings{"name: - / 约翰·韦尔", "name: - / 海港晚报"});
  CHECK(open_claims(kChinese, "zh", "它被称为“镇上最吵闹的房间”。", "zh").size() == 1);
}

TEST_CASE("people of a Chinese summary must stand in the document, in either form of characters") {
  const std::vector<std::string_view> source{"馆长张维民表示，渡轮公司经理欧阳倩支持新的码头。",
                                             "镇长拜尔森在会上说，他不同意。"};
  CHECK(open_claims(source, "zh-Hans", "馆长张维民说码头要修。欧阳倩女士支持。", "zh").empty());
  CHECK(
      open_claims(source, "zh-Hans", "館長張維民說碼頭要修。歐陽倩女士支持。", "zh-Hant").empty());
  CHECK(open_claims(source, "zh-Hans", "馆长张维国说码头要修。", "zh") ==
        Strings{"name: - / 张维国"});
  CHECK(open_claims(source, "zh-Hans", "館長張維國說碼頭要修。", "zh-Hant") ==
        Strings{"name: - / 張維國"});
  CHECK(open_claims(source, "zh-Hans", "支持者是欧阳静女士。", "zh") ==
        Strings{"name: - / 欧阳静"});
  CHECK(open_claims(source, "zh-Hans", "镇长拜尔森不同意。", "zh").empty());
  CHECK(open_claims(source, "zh-Hans", "镇长科瓦尔在会上不同意。", "zh") ==
        Strings{"name: - / 科瓦尔"});
  std::size_t unchecked = 0;
  CHECK(open_claims(kEnglish, "en", "馆长张维民说它很安静。", "zh", &unchecked).empty());
  CHECK(unchecked == 1);
}

TEST_CASE("words that only look like names of people are not held against a summary") {
  const std::vector<std::string_view> source{"渡轮停了。"};
  for (const char* text :
       {"有关方面表示，高层认为文章说得对。", "总理任期将在明年结束，时任部长对此高度评价。",
        "成员表示支持，金融界认为应该等。", "主任办公室表示，安全部门指出了问题。",
        "记者从会上了解到，教授团队也在。", "何时开船？全体认为要等。",
        "朱校长认为太早，王老师说不早。", "，向法院表示，万人说，和她说，连他说，时任馆长说。"}) {
    INFO(text);
    CHECK(open_claims(source, "zh-Hans", text, "zh").empty());
  }
}

TEST_CASE("the sentences that share most with a written one are its evidence") {
  Body body;
  body.language = "en";
  for (const std::string_view text : kEnglish)
    body.sentences.push_back({text, 0});
  const auto support =
      find_support(body, {"Port Ellis lent 16,000 books, says Ada Pier, the director.",
                          "Whales sing under moonlight."});
  CHECK(support[0].sentences == std::vector<std::uint32_t>{0, 1});
  CHECK(support[0].score > 0.6);
  CHECK(support[0].score <= 1);
  CHECK(support[1].sentences.empty());
  CHECK(support[1].score == 0);
}

TEST_CASE("an answer in lines is read by its labels, whatever stands in front and around them") {
  Wish wish;
  wish.headline = true;
  wish.keyphrases = 2;
  WrittenSummary out;
  CHECK(read("Here it is:\n**HEADLINE:** Books by the sea\nkeyphrases： library; harbour；ships\n"
             "SUMMARY:\n- 1. It lent books. It is quiet.\n2. Ships pass.\n",
             wish, out)
            .empty());
  CHECK(out.headline == "Books by the sea");
  CHECK(out.keyphrases == Strings{"library", "harbour"});
  CHECK(out.sentences == Strings{"It lent books.", "It is quiet.", "Ships pass."});
  CHECK_THAT(read("It lent books.", wish, out), Catch::Contains("SUMMARY"));
  CHECK_THAT(read("SUMMARY:\nIt lent books.", wish, out), Catch::Contains("headline"));
  CHECK_THAT(read("HEADLINE: Books\nKEYPHRASES: a\nSUMMARY:\n", wish, out),
             Catch::Contains("empty"));
}

TEST_CASE("an answer in JSON is held to its members, and unknown ones are ignored") {
  Wish wish;
  wish.form = AnswerForm::kJson;
  wish.headline = true;
  WrittenSummary out;
  CHECK(read(R"({"headline": "海边的书", "sentences": ["借出很多书。很安静。"], "mood": 3})", wish,
             out)
            .empty());
  CHECK(out.sentences == Strings{"借出很多书。", "很安静。"});
  CHECK_FALSE(read(R"({"headline": 3, "sentences": ["x"]})", wish, out).empty());
  CHECK_FALSE(read(R"({"headline": "x", "sentences": "x"})", wish, out).empty());
  CHECK_FALSE(read(R"({"headline": "x", "sentences": [1]})", wish, out).empty());
  CHECK_FALSE(read(R"({"headline": "x"})", wish, out).empty());
  CHECK_FALSE(read("[]", wish, out).empty());
}

TEST_CASE(
    "numbers in front of lines go where the lines are a list, and stay where they are dates") {
  const auto lines_of = [](const std::string& lines, const std::string& language) {
    Wish wish;
    wish.language = language;
    WrittenSummary out;
    CHECK(read("SUMMARY:\n" + lines, wish, out).empty());
    return out.sentences;
  };
  CHECK(lines_of("1. It lent books.\n2) Ships pass.\n3. It is 9 now.", "en") ==
        Strings{"It lent books.", "Ships pass.", "It is 9 now."});
  CHECK(lines_of("1、借出很多书。\n2、很安静。", "zh") == Strings{"借出很多书。", "很安静。"});
  CHECK(lines_of("1. It lent books.", "en") == Strings{"It lent books."});
  const std::string date = "9. November 2023 begann der Umbau im Hafen.";
  CHECK(lines_of("Die Bibliothek wird größer.\n" + date, "de") ==
        Strings{"Die Bibliothek wird größer.", date});
  CHECK(lines_of(date + "\n10. Mai 2024 war er fertig.", "de") ==
        Strings{date, "10. Mai 2024 war er fertig."});
  CHECK(lines_of("1. Mai 2024 war ein Feiertag.", "de") ==
        Strings{"1. Mai 2024 war ein Feiertag."});
  CHECK(lines_of("1. Die Bibliothek wächst.\n2. Schiffe fahren vorbei.", "de") ==
        Strings{"Die Bibliothek wächst.", "Schiffe fahren vorbei."});
  CHECK(lines_of("1.5 million books were lent.\n2.5 million were read.", "en") ==
        Strings{"1.5 million books were lent.", "2.5 million were read."});
  Wish wish;
  wish.form = AnswerForm::kJson;
  WrittenSummary out;
  CHECK(read(R"({"sentences": ["1. It lent books.", "2. Ships pass."]})", wish, out).empty());
  CHECK(out.sentences == Strings{"It lent books.", "Ships pass."});
}

TEST_CASE("limits hold: what is past them is cut and counted, and nothing else is") {
  Wish wish;
  wish.sentences = 2;
  WrittenSummary out;
  const std::string three = "SUMMARY:\nOne is here.\nTwo is here.\nThree is here.";
  CHECK(read(three, wish, out).empty());
  CHECK(out.sentences.size() == 2);
  CHECK(out.over_budget == 1);
  wish.sentences = 0;
  wish.words = 8;
  CHECK(read(three, wish, out).empty());
  CHECK(out.sentences.size() == 2);
  wish.words = 2;
  CHECK_THAT(read(three, wish, out), Catch::Contains("longer than"));
}

TEST_CASE("words about the task are no summary") {
  WrittenSummary out;
  CHECK_FALSE(read("SUMMARY:\nI’m sorry, but I cannot do that.", {}, out).empty());
  CHECK_FALSE(read("SUMMARY:\n抱歉，我无法总结。", {}, out).empty());
  CHECK(read("SUMMARY:\nThe mayor said: I'm sorry.", {}, out).empty());
}
