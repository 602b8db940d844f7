// SPDX-License-Identifier: Apache-2.0
/// Stories found, and digests read back, of texts of our own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "speakers.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;

namespace {

using Texts = std::vector<std::string>;

struct Made {
  std::string id, lang, title;
  Texts sentences;
};

const Made kLedger{"a.txt",
                   "en",
                   "Lighthouse keeper retires",
                   {"The Marrow Point lighthouse closed on 4 May 2031 after 118 years.",
                    "Keeper Ada Quill said the lamp had used 260 litres of oil a month.",
                    "The Quillon Trust will turn the tower into a hostel with 24 beds."}};
const Made kHostel{"b.txt",
                   "en",
                   "Hostel planned in the Marrow Point lighthouse",
                   {"The Quillon Trust wants to open a hostel in the Marrow Point lighthouse.",
                    "Trust chair Ben Osk said the tower hostel will have 30 beds.",
                    "The lighthouse lamp used 260 litres of oil a month, Ada Quill said."}};
const Made kTower{"c.txt",
                  "zh-Hans",
                  "守塔人退休",
                  {"Marrow Point灯塔在2031年5月4日熄灯，守塔人Quill退休。",
                   "Quillon信托基金表示，灯塔里的旅舍将有24张床。",
                   "灯每月烧掉260升油，这是118年来的最后一盏油灯。"}};
const Made kBread{"d.txt",
                  "en",
                  "Bakery wins prize",
                  {"A bakery in Upper Wend won the regional prize for rye bread.",
                   "Its owner keeps a sourdough that is 90 years old."}};

StoredDocument document_of(const Made& made) {
  DocumentBuilder builder(made.id);
  std::string text = made.title + "\n\n";
  for (const std::string& sentence : made.sentences)
    text += sentence + "\n\n";
  builder.source(made.id, text);
  const weft_id view = builder.view("text", made.lang, text);
  builder.span("title", view, made.title);
  builder.metadata("title", made.title);
  builder.metadata("date-published", "2031-05-06");
  for (const std::string& sentence : made.sentences) {
    const std::size_t begin = text.find(sentence);
    const weft_id block = builder.span("paragraph", view, begin, begin + sentence.size());
    builder.span("sentence", view, begin, begin + sentence.size(), block);
  }
  return builder.build();
}

std::vector<StoredDocument> corpus_of(const std::vector<Made>& all,
                                      const StageOptions& options = {}) {
  std::vector<StoredDocument> documents;
  for (const Made& made : all)
    documents.push_back(document_of(made));
  return StageHarness("summarize_digest", options).corpus(std::move(documents));
}

const StoredDocument& digest_in(const std::vector<StoredDocument>& corpus) {
  const auto found = std::find_if(corpus.begin(), corpus.end(), [](const StoredDocument& document) {
    return !values_of(document, "digest-of").empty();
  });
  REQUIRE(found != corpus.end());
  return *found;
}

Texts stories_of(const std::vector<StoredDocument>& corpus) {
  Texts out;
  for (const StoredDocument& document : corpus)
    out.push_back(document.id + ": " + value_of(document, "story"));
  return out;
}

bool any_contains(const Texts& texts, const std::string& part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

/// The cells of the table in rows, " | " between them.
Texts rows_of(const StoredDocument& digest) {
  Texts out;
  std::string row;
  for (const weft_span& span : digest.spans) {
    const std::string number = value_of(digest, "row", WEFT_ON_SPAN, span.id);
    if (number.empty()) continue;
    if (number != row) out.emplace_back();
    if (number == row) out.back() += " | ";
    out.back() += text_of(digest, span);
    row = number;
  }
  return out;
}

}  // namespace

TEST_CASE("documents of one story get a digest and go on, others are left alone") {
  const auto corpus = corpus_of({kLedger, kHostel, kTower, kBread});
  CHECK(stories_of(corpus) == Texts{"a+2.digest: ", "a.txt: a+2.digest", "b.txt: a+2.digest",
                                    "c.txt: a+2.digest", "d.txt: "});
  const StoredDocument& digest = digest_in(corpus);
  CHECK(values_of(digest, "digest-of") == Texts{"a.txt", "b.txt", "c.txt"});
  CHECK(value_of(digest, "language") == "en");
  CHECK(texts_of(digest, "heading") ==
        Texts{"Documents", "Who says what", "Figures side by side", "Dates"});
}

TEST_CASE("a document without sentences passes, and so does one in a corpus of its own") {
  StageHarness stage("summarize_digest");
  StoredDocument empty = plain_document("e.txt", "en", {"No sentence spans."});
  CHECK(stage.process(empty).message == "alone: no other document tells its story");
  const auto corpus = corpus_of({kLedger});
  CHECK(stories_of(corpus) == Texts{"a.txt: "});
  CHECK(corpus_of({}).empty());
}

TEST_CASE("values of one thing stand side by side, and whether they agree") {
  const auto corpus = corpus_of({kLedger, kHostel, kTower, kBread});
  const Texts rows = rows_of(digest_in(corpus));
  REQUIRE(!rows.empty());
  CHECK(rows.front() == "What | Figure | Values | Source | Where it stands");
  CHECK(any_contains(rows, "260 litres | agree | [1] | Keeper Ada Quill said"));
  CHECK(any_contains(rows, "260 litres | agree | [2] | The lighthouse lamp used"));
  CHECK(any_contains(rows, "260升 | agree | [3] | 灯每月烧掉"));
  CHECK(any_contains(rows, "24 | differ | [1] | The Quillon Trust will turn"));
  CHECK(any_contains(rows, "30 | differ | [2] | Trust chair Ben Osk"));
}

TEST_CASE("every quoted sentence names the bytes of the document it is from") {
  const std::vector<Made> all{kLedger, kHostel, kTower};
  const auto corpus = corpus_of(all);
  const StoredDocument& digest = digest_in(corpus);
  std::size_t quoted = 0;
  for (const weft_span& sentence : digest.spans) {
    const Texts places = values_of(digest, "evidence", WEFT_ON_SPAN, sentence.parent);
    if (sentence.parent == 0 || places.empty()) continue;
    ++quoted;
    const std::string& place = places.front();
    REQUIRE(place.rfind("source:", 0) == 0);
    const std::size_t begin = std::stoul(place.substr(7));
    const std::size_t end = std::stoul(place.substr(place.find('-') + 1));
    const std::string id = place.substr(place.find(' ') + 1);
    const auto made =
        std::find_if(all.begin(), all.end(), [&](const Made& m) { return m.id == id; });
    REQUIRE(made != all.end());
    const StoredDocument source = document_of(*made);
    const weft_view& view = source.views.front();
    CHECK(std::string(view.text.data + begin, end - begin) == text_of(digest, sentence));
  }
  CHECK(quoted > 8);
}

TEST_CASE("dates are completed from the day of publication and stand in order") {
  Made early = kLedger;
  early.sentences.push_back("The Marrow Point lighthouse tower was painted on 9 December.");
  const auto corpus = corpus_of({early, kHostel, kTower});
  Texts dates;
  for (const std::string& item : texts_of(digest_in(corpus), "list-item")) {
    if (item.rfind("20", 0) == 0) dates.push_back(item.substr(0, 14));
  }
  CHECK(dates == Texts{"2030-12-09 [1]", "2031-05-04 [1]", "2031-05-04 [3]"});
}

TEST_CASE("a near-duplicate stands behind the one it repeats and says nothing twice") {
  Made copy = kLedger;
  copy.id = "z.txt";
  copy.sentences.back() += " It opens soon.";
  const auto corpus = corpus_of({kLedger, kHostel, copy});
  const StoredDocument& digest = digest_in(corpus);
  const Texts items = texts_of(digest, "list-item");
  CHECK(any_contains(items, "nearly the same as [1]"));
  CHECK_FALSE(any_contains(items, "opens soon"));
  CHECK(value_of(corpus.back(), "near-duplicate-of") == "a.txt");
}

TEST_CASE("simplified and traditional Chinese tell one story") {
  const Made simplified{
      "s.txt",
      "zh-Hans",
      "水库开闸泄洪",
      {"青石岭水库昨天开闸泄洪，下游村庄提前转移。", "水库管理处说，水位下降了三米。"}};
  const Made traditional{
      "t.txt",
      "zh-Hant",
      "水庫開閘洩洪",
      {"青石嶺水庫昨天開閘洩洪，下游村莊提前轉移。", "村民表示，轉移時沒有人受傷。"}};
  const auto corpus = corpus_of({simplified, traditional, kBread});
  CHECK(values_of(digest_in(corpus), "digest-of") == Texts{"s.txt", "t.txt"});
}

TEST_CASE("options bound the sections") {
  const auto corpus = corpus_of({kLedger, kHostel, kTower}, {{"voices", "2"},
                                                             {"figures", "0"},
                                                             {"dates", "1"},
                                                             {"documents", "2"},
                                                             {"language", "zh-Hant"}});
  const StoredDocument& digest = digest_in(corpus);
  CHECK(values_of(digest, "digest-of") == Texts{"a.txt", "b.txt"});
  CHECK(texts_of(digest, "heading") == Texts{"文件", "各方說法", "日期"});
  CHECK(texts_of(digest, "list-item").size() == 2 + 2 + 1);
  CHECK(value_of(corpus.back(), "story") == "a+2.digest");
}

TEST_CASE("figures with their unit and years long past bring two languages together") {
  const Made english{"e.txt",
                     "en",
                     "Ferry prices",
                     {"A ticket costs 12 euros, which is 8 percent more than before.",
                      "The ferry was built in 1936 and makes 9 knots, or 17 km an hour."}};
  const Made chinese{"f.txt",
                     "zh-Hans",
                     "渡轮票价",
                     {"船票要12欧元，比以前贵百分之八。", "这艘渡轮建于1936年，每小时走17公里。"}};
  const Made other{"g.txt",
                   "zh-Hans",
                   "面包涨价",
                   {"面包要3欧元，比2019年贵百分之四。", "这家店有9个烤炉，12名面包师，8辆车。"}};
  const auto corpus = corpus_of({english, chinese, other});
  CHECK(value_of(corpus.at(1), "story") == value_of(corpus.at(2), "story"));
  CHECK_FALSE(value_of(corpus.at(1), "story").empty());
  CHECK(value_of(corpus.at(3), "story").empty());
}

TEST_CASE("speakers are named beside verbs of saying, and nobody is made up") {
  CHECK(speaker_of("\"It is done,\" said Lu Heng, chief engineer.", "en") == "Lu Heng");
  CHECK(speaker_of("Su Tang, the harbour director, said the boats are old.", "en") == "Su Tang");
  CHECK(speaker_of("According to the Norvik yard, it floats.", "en") == "the Norvik yard");
  CHECK(speaker_of("He said it was late.", "en").empty());
  CHECK(speaker_of("The boat said nothing.", "en") == "The boat");
  CHECK(speaker_of("港务局局长苏棠表示，渡轮准时开航。", "zh-Hans") == "港务局局长苏棠");
  CHECK(speaker_of("“不算贵。”在船厂工作多年的总工程师鲁衡说。", "zh-Hans") == "总工程师鲁衡");
  CHECK(speaker_of("議員白硯說，電池只能用八年。", "zh-Hant") == "議員白硯");
  CHECK(speaker_of("他说，天快亮了。", "zh-Hans").empty());
  CHECK(speaker_of("换句话说，渡轮不用柴油。", "zh-Hans").empty());
}

TEST_CASE("when something was said is no part of who said it") {
  for (const char* sentence :
       {"诺维船厂3月3日表示，渡轮能浮。", "诺维船厂周二晚间表示，渡轮能浮。",
        "诺维船厂也于昨日在声明中称，渡轮能浮。", "当地时间3日，诺维船厂表示，渡轮能浮。",
        "去年12月诺维船厂曾指出，渡轮能浮。", "诺维船厂 3 月 3 日表示，渡轮能浮。"}) {
    INFO(sentence);
    CHECK(speaker_of(sentence, "zh-Hans") == "诺维船厂");
  }
  CHECK(speaker_of("諾維船廠三月三日晚表示，渡輪能浮。", "zh-Hant") == "諾維船廠");
  CHECK(speaker_of("3月3日表示过不同意见。", "zh-Hans").empty());
  CHECK(speaker_of("第三码头公司表示，渡轮能浮。", "zh-Hans") == "第三码头公司");
  for (const char* sentence :
       {"The Norvik yard on Tuesday said it floats.", "The Norvik yard said it floats.",
        "The Norvik yard last week said it floats.", "The Norvik yard Tuesday said it floats.",
        "The Norvik yard yesterday said it floats.", "The Norvik yard in May 2031 said it floats.",
        "The Norvik yard on 3 March said it floats.", "On Tuesday the Norvik yard said it floats.",
        "Last week the Norvik yard said it floats."}) {
    INFO(sentence);
    CHECK_THAT(speaker_of(sentence, "en"),
               Catch::Equals("the Norvik yard", Catch::CaseSensitive::No));
  }
  CHECK(speaker_of("Ada May said it floats.", "en") == "Ada May");
  CHECK(speaker_of("Quill Today said it floats.", "en") == "Quill Today");
  CHECK(speaker_of("The Sunday Lamp said it floats.", "en") == "The Sunday Lamp");
}
