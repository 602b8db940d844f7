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
             "SUMMARY:\n- It lent books. It is quiet.\n2. Ships pass.\n",
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
