// SPDX-License-Identifier: Apache-2.0
/// Tests of decisions applied: what the beads are afterwards, and in which order.
#include <array>
#include <catch2/catch.hpp>

#include "decisions.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"
#include "weft/exports/unit_ids.hpp"

namespace {

using weft::StoredDocument;
using weft::test::DocumentBuilder;
using weft::test::Folder;
using weft::test::StageHarness;
using Strings = std::vector<std::string>;

constexpr std::string_view kHead = R"({"weft-review":1,"source":"en","target":"zh"})";

struct Bead {
  Strings english;
  Strings chinese;
};

const std::vector<Bead> kBeads{{{"One."}, {"一。"}},
                               {{"Two.", "Three."}, {"二。", "三。"}},
                               {{"Four."}, {}},
                               {{"Five."}, {"四。", "五。"}}};

StoredDocument counted() {
  std::string english;
  std::string chinese;
  for (const Bead& bead : kBeads) {
    for (const std::string& text : bead.english)
      english += text + " ";
    for (const std::string& text : bead.chinese)
      chinese += text;
  }
  DocumentBuilder builder("count.txt");
  const weft_id en = builder.view("en", "en", english);
  const weft_id zh = builder.view("zh", "zh", chinese);
  double score = 0.9;
  for (const Bead& bead : kBeads) {
    std::vector<std::pair<weft_id, std::string>> ends;
    for (const std::string& text : bead.english)
      ends.emplace_back(builder.span("sentence", en, text), "source");
    for (const std::string& text : bead.chinese)
      ends.emplace_back(builder.span("sentence", zh, text), "target");
    const weft_id link = builder.link("bead", ends, score);
    builder.attribute(WEFT_ON_LINK, link, "method", "align_length");
    score -= 0.1;
  }
  builder.attribute(WEFT_ON_LINK, 1, "review", "accepted");
  builder.attribute(WEFT_ON_LINK, 2, "finding", "number: 3 / 8");
  return builder.build();
}

/// The key of a pair of these texts.
std::string key_of(const std::string& english, const std::string& chinese) {
  weft::UnitIds ids("count.txt");
  return weft::pair_key(ids.next(english, chinese));
}

/// The key of the i-th bead.
std::string key(std::size_t i) {
  const auto joined = [](const Strings& texts, const std::string& space) {
    std::string all;
    for (const std::string& text : texts)
      all += (all.empty() ? "" : space) + text;
    return all;
  };
  return key_of(joined(kBeads[i].english, " "), joined(kBeads[i].chinese, ""));
}

std::string line_of(const Strings& pairs, const std::string& cuts, const std::string& verdicts) {
  std::string keys;
  for (const std::string& pair : pairs)
    keys += (keys.empty() ? "\"" : ",\"") + pair + "\"";
  return R"({"document":"count.txt","pairs":[)" + keys + "],\"cuts\":" + cuts +
         ",\"verdicts\":" + verdicts + "}\n";
}

std::string line(const std::vector<std::size_t>& beads, const std::string& cuts,
                 const std::string& verdicts) {
  Strings pairs;
  for (const std::size_t bead : beads)
    pairs.push_back(key(bead));
  return line_of(pairs, cuts, verdicts);
}

/// The beads afterwards.
Strings reviewed(StoredDocument& document, const std::string& lines,
                 const std::string& rejected = "remove") {
  const Folder folder;
  folder.write("decisions.jsonl", std::string(kHead) + "\n" + lines);
  StageHarness stage("transform_review",
                     {{"decisions", folder.path("decisions.jsonl")}, {"rejected", rejected}});
  CHECK(stage.process(document).status == WEFT_OK);
  return weft::test::links_of(document, "bead");
}

/// An attribute of the i-th link, or "".
std::string attribute(const StoredDocument& document, std::size_t i, std::string_view name) {
  return weft::test::value_of(document, name, WEFT_ON_LINK, document.links.at(i).id);
}

const std::string kFirst = "source One. | target 一。";
const std::string kSecond = "source Two. | source Three. | target 二。 | target 三。";
const std::string kThird = "source Four.";
const std::string kFourth = "source Five. | target 四。 | target 五。";

}  // namespace

TEST_CASE("accepted beads are marked, rejected ones are gone, others stay") {
  StoredDocument document = counted();
  CHECK(reviewed(document, line({1}, "[]", R"(["accept"])") + line({2}, "[]", R"(["reject"])")) ==
        Strings{kFirst, kSecond, kFourth});
  CHECK(attribute(document, 0, "review") == "accepted");
  CHECK(attribute(document, 1, "review") == "accepted");
  CHECK(attribute(document, 1, "finding") == "number: 3 / 8");
  CHECK(attribute(document, 2, "review").empty());
}

TEST_CASE("rejected beads can stay with a mark, and a verdict can be taken back") {
  StoredDocument document = counted();
  const Strings beads =
      reviewed(document, line({0}, "[]", R"([""])") + line({2}, "[]", R"(["reject"])"), "mark");
  CHECK(beads == Strings{kFirst, kSecond, kThird, kFourth});
  CHECK(attribute(document, 0, "review").empty());
  CHECK(attribute(document, 2, "reject") == "review");
}

TEST_CASE("merged beads are one in the place of the first, and those behind keep what they had") {
  StoredDocument document = counted();
  CHECK(reviewed(document, line({1, 2}, "[]", R"(["accept"])")) ==
        Strings{kFirst, "source Two. | source Three. | target 二。 | target 三。 | source Four.",
                kFourth});
  CHECK(attribute(document, 1, "review") == "accepted");
  CHECK(attribute(document, 1, "method") == "transform_review");
  CHECK(attribute(document, 1, "finding") == "number: 3 / 8");
  CHECK(document.links.at(1).score == Approx(0.7));
  CHECK(attribute(document, 2, "method") == "align_length");
  CHECK(document.links.at(2).score == Approx(0.6));
}

TEST_CASE("a bead is split where the reviewer says, each part with its verdict") {
  StoredDocument document = counted();
  CHECK(reviewed(document, line({1}, "[[1,1]]", R"(["accept","reject"])")) ==
        Strings{kFirst, "source Two. | target 二。", kThird, kFourth});
  CHECK(attribute(document, 1, "review") == "accepted");
}

TEST_CASE("merging and splitting together moves a sentence to its neighbour") {
  StoredDocument document = counted();
  CHECK(reviewed(document, line({2, 3}, "[[1,1]]", R"(["","accept"])")) ==
        Strings{kFirst, kSecond, "source Four. | target 四。", "source Five. | target 五。"});
}

TEST_CASE("decisions on pairs that are not there, or that do not fit them, change nothing") {
  const Strings all{kFirst, kSecond, kThird, kFourth};
  for (const std::string& lines :
       {line({1}, "[[3,1]]", R"(["",""])"), line({1}, "[[0,0]]", R"(["",""])"),
        line({1}, "[[2,2]]", R"(["",""])"), line({1}, "[[1,1],[1,0]]", R"(["","",""])"),
        line({1, 1}, "[]", R"(["accept"])"),
        std::string(
            R"({"document":"count.txt","pairs":["00"],"cuts":[],"verdicts":["reject"]})")}) {
    INFO(lines);
    StoredDocument document = counted();
    CHECK(reviewed(document, lines) == all);
  }
}

TEST_CASE("of two decisions on one pair the later holds, whatever was done in between") {
  const std::string accept = line({1}, "[]", R"(["accept"])");
  const std::string reject = line({1}, "[]", R"(["reject"])");
  const std::string merge = line({1, 2}, "[]", R"(["accept"])");
  const std::string split = line({1}, "[[1,1]]", R"(["",""])");
  const auto beads = [](const std::string& lines) {
    StoredDocument document = counted();
    return reviewed(document, lines);
  };
  CHECK(beads(accept + reject) == Strings{kFirst, kThird, kFourth});
  CHECK(beads(reject + accept) == Strings{kFirst, kSecond, kThird, kFourth});
  CHECK(beads(reject + merge).size() == 3);
  CHECK(beads(merge + accept) == Strings{kFirst, kSecond, kThird, kFourth});
  CHECK(beads(merge + split) == beads(split));
  CHECK(beads(split + merge) == beads(merge));
  CHECK(beads(merge + line({2, 3}, "[]", R"([""])")) == beads(line({2, 3}, "[]", R"([""])")));
}

TEST_CASE("a second round speaks of the pairs as the first left them") {
  const std::string head = std::string(kHead) + "\n";
  const std::string first =
      line({1}, "[[1,1]]", R"(["accept",""])") + line({0}, "[]", R"(["reject"])");
  const std::string three = key_of("Three.", "三。");
  StoredDocument document = counted();
  CHECK(
      reviewed(document, first + head + line_of({three, key(2)}, "[]", R"(["accept"])")) ==
      Strings{"source Two. | target 二。", "source Three. | target 三。 | source Four.", kFourth});
  CHECK(attribute(document, 0, "review") == "accepted");
  CHECK(attribute(document, 1, "review") == "accepted");
  CHECK(attribute(document, 1, "method") == "transform_review");
  CHECK(document.links.at(1).score == Approx(0.7));
  // The page of the first round, decided anew: what was done to these pairs since is void.
  StoredDocument again = counted();
  CHECK(reviewed(again, first + head + line({1}, "[]", R"(["accept"])") +
                            line({0}, "[]", R"(["accept"])")) ==
        Strings{kFirst, kSecond, kThird, kFourth});
  CHECK(attribute(again, 0, "review") == "accepted");
}

TEST_CASE("later decisions may stand in a file of their own") {
  const Folder folder;
  folder.write("first.jsonl", std::string(kHead) + "\n" + line({0, 1}, "[]", R"(["accept"])"));
  folder.write("second.jsonl",
               std::string(kHead) + "\n" +
                   line_of({key_of("One. Two. Three.", "一。二。三。")}, "[]", R"(["reject"])"));
  StoredDocument document = counted();
  StageHarness stage("transform_review", {{"decisions", folder.path("first.jsonl")},
                                          {"later", folder.path("second.jsonl")}});
  REQUIRE(stage.process(document).status == WEFT_OK);
  CHECK(weft::test::links_of(document, "bead") == Strings{kThird, kFourth});
}

TEST_CASE("pairs that do not stand side by side are not merged") {
  const Strings all{kFirst, kSecond, kThird, kFourth};
  for (const std::string& lines :
       {line({0, 2}, "[]", R"(["accept"])"), line({1, 0}, "[]", R"(["accept"])"),
        line({0, 1, 3}, "[]", R"([""])")}) {
    INFO(lines);
    StoredDocument document = counted();
    CHECK(reviewed(document, lines) == all);
  }
}

TEST_CASE("a document without decisions passes") {
  StoredDocument other = weft::test::plain_document("other.txt", "en", {"Nothing."});
  const Folder folder;
  folder.write("decisions.jsonl", std::string(kHead) + "\n" + line({1}, "[]", R"(["accept"])"));
  StageHarness stage("transform_review", {{"decisions", folder.path("decisions.jsonl")}});
  CHECK(stage.process(other).status == WEFT_PASSED);
}

TEST_CASE("a file as pages write it is read") {
  const weft::Decisions read = weft::read_decisions(WEFT_TESTDATA "/decisions.jsonl");
  CHECK(read.source == "en");
  REQUIRE(read.by_document.size() == 1);
  const std::vector<weft::Decision>& boats = read.by_document.at("boats.txt");
  REQUIRE(boats.size() == 2);
  CHECK(boats[0].verdicts == std::vector{weft::Verdict::kAccept});
  CHECK_FALSE(boats[0].reshapes());
  CHECK(boats[1].pairs == Strings{"8899aabbccddeeff", "8899aabbccddeeff-2"});
  CHECK(boats[1].cuts == std::vector{std::pair<std::size_t, std::size_t>(1, 2)});
  CHECK(boats[1].verdicts == std::vector{weft::Verdict::kNone, weft::Verdict::kReject});
}

TEST_CASE("a file that is no decisions is refused with its line and a cure") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "d: empty"},
      {"{\"a\":1}\n", "d, line 1: no decisions of a review page"},
      {"{\"weft-review\":2}\n", "d, line 1: decisions of a newer weft"},
      {std::string(kHead) + "\nnonsense", "d, line 2: no JSON object"},
      {std::string(kHead) + "\n\n{\"document\":3}", "d, line 3: no \"document\""},
      {std::string(kHead) + "\n{\"document\":\"a\",\"pairs\":[],\"cuts\":[],\"verdicts\":[\"\"]}",
       "do not fit each other"},
      {std::string(kHead) +
           "\n{\"document\":\"a\",\"pairs\":[\"1\"],\"cuts\":[[1,-1]],\"verdicts\":[]}",
       "a cut is no pair of counts"},
      {std::string(kHead) + "\n{\"document\":\"a\",\"pairs\":[\"1\"],\"cuts\":[],\"verdicts\":[1]}",
       "a verdict is none of"}};
  for (const auto& each : cases)
    CHECK_THROWS_WITH(weft::parse_decisions(each.first, "d"), Catch::Contains(each.second));
}
