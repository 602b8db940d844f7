// SPDX-License-Identifier: Apache-2.0
/// Tests of pairing by what texts hold.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>

#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/lexicon/lexicon_builder.hpp"

namespace {

using weft::StoredDocument;
using weft::test::plain_document;
using weft::test::StageHarness;
using weft::test::StageOptions;
using weft::test::values_of;

using Ids = std::vector<std::string>;

/// A made-up chronicle of a workshop, in both languages: what differs are its figures and names.
struct Chronicle {
  Ids english;
  Ids chinese;
};

Chronicle chronicle(unsigned seed) {
  const Ids names{"Abelard", "Brunhild", "Corvin",  "Dorotea", "Edwige", "Fiorello", "Gudrun",
                  "Hildric", "Ignatz",   "Jolanda", "Kasimir", "Leonie", "Mirek",    "Nadja"};
  std::mt19937 random(seed);
  const auto pick = [&](unsigned from, unsigned to) {
    return std::to_string(from + random() % (to - from));
  };
  Chronicle out;
  for (int i = 0; i < 7; ++i) {
    const std::string year = pick(1700, 1990);
    const std::string count = pick(100, 9000);
    const std::string name = names[random() % names.size()];
    switch (random() % 3) {
      case 0:
        out.english.push_back("In " + year + " the workshop of " + name + " sold " + count +
                              " lamps to the towns along the river.");
        out.chinese.push_back(year + "年，" + name + "的作坊向沿河各镇卖出了" + count + "盏灯。");
        break;
      case 1:
        out.english.push_back(name + " left the guild with " + count +
                              " coins and never came back after " + year + ".");
        out.chinese.push_back(name + "带着" + count + "枚硬币离开了行会，" + year +
                              "年以后再也没有回来。");
        break;
      default:
        out.english.push_back("A flood in " + year + " ruined " + count + " barrels, and " + name +
                              " had to borrow.");
        out.chinese.push_back(year + "年的洪水毁了" + count + "个木桶，" + name + "不得不借钱。");
    }
  }
  return out;
}

StoredDocument text(const std::string& id, const Ids& paragraphs) {
  return plain_document(id, "", paragraphs);
}

std::vector<StoredDocument> paired(std::vector<StoredDocument> documents,
                                   const StageOptions& options = {{"by", "content"}}) {
  StageHarness stage("align_documents", options);
  return stage.corpus(std::move(documents));
}

Ids ids_of(const std::vector<StoredDocument>& documents) {
  Ids out;
  for (const StoredDocument& document : documents)
    out.push_back(document.id);
  std::sort(out.begin(), out.end());
  return out;
}

std::string numbered(const std::string& prefix, unsigned number) {
  return prefix + std::to_string(number) + ".txt";
}

}  // namespace

TEST_CASE("texts of one kind find their translations by figures and names alone") {
  std::vector<StoredDocument> documents;
  Ids expected;
  for (unsigned i = 10; i < 40; ++i) {
    const Chronicle both = chronicle(i);
    documents.push_back(text(numbered("a", i), both.english));
    documents.push_back(text(numbered("b", 99 - i), both.chinese));
    expected.push_back("a" + std::to_string(i) + "+b" + std::to_string(99 - i) + ".txt");
  }
  const auto made = paired(std::move(documents));
  CHECK(ids_of(made) == expected);
  for (const StoredDocument& document : made)
    CHECK(values_of(document, "pairing") == Ids{"content"});
}

TEST_CASE("texts without a translation stay alone among texts of their kind") {
  std::vector<StoredDocument> documents;
  Ids expected;
  for (unsigned i = 10; i < 60; ++i) {
    const bool english = i % 2 == 0;
    const Chronicle both = chronicle(i);
    documents.push_back(text(numbered("a", i), english ? both.english : both.chinese));
    expected.push_back(numbered("a", i));
  }
  CHECK(ids_of(paired(std::move(documents))) == expected);
}

TEST_CASE(
    "of two near-duplicates the one that agrees better is paired, the other says with whom it "
    "competed") {
  std::vector<StoredDocument> documents;
  for (unsigned i = 10; i < 25; ++i) {
    const Chronicle both = chronicle(i);
    documents.push_back(text(numbered("a", i), both.english));
    documents.push_back(text(numbered("b", i), both.chinese));
  }
  Ids edited = chronicle(12).english;
  edited.pop_back();
  documents.push_back(text("copy.txt", edited));
  const auto made = paired(std::move(documents));
  const auto copy = std::find_if(made.begin(), made.end(), [](const StoredDocument& document) {
    return document.id == "copy.txt";
  });
  REQUIRE(copy != made.end());
  CHECK(values_of(*copy, "near-duplicate-of") == Ids{"a12.txt"});
  CHECK(ids_of(made)[2] == "a12+b12.txt");
}

TEST_CASE("what names and links leave over is paired by content") {
  std::vector<StoredDocument> documents;
  for (unsigned i = 10; i < 30; ++i) {
    const Chronicle both = chronicle(i);
    const bool named = i < 15;
    documents.push_back(text(numbered("a", i) + (named ? ".en.txt" : ""), both.english));
    documents.push_back(
        text(numbered(named ? "a" : "b", i) + (named ? ".zh.txt" : ""), both.chinese));
  }
  const auto made = paired(std::move(documents), {});
  CHECK(made.size() == 20);
  const auto count = [&](const std::string& method) {
    return std::count_if(made.begin(), made.end(), [&](const StoredDocument& document) {
      return values_of(document, "pairing") == Ids{method};
    });
  };
  CHECK(count("name") == 5);
  CHECK(count("content") == 15);
}

TEST_CASE("a document of several languages, of another language, or without text has no partner") {
  StageHarness stage("align_documents", {{"by", "content"}});
  StoredDocument mixed = text("m.txt", {chronicle(1).english[0], chronicle(1).chinese[0]});
  CHECK(stage.process(mixed).message == "its text is in several languages already");
  StoredDocument french = text("f.txt", {"Le bateau quitte le vieux port à sept heures du matin et "
                                         "revient avant la nuit avec tout le monde à bord."});
  CHECK(stage.process(french).message == "in none of the languages to be paired");
  StoredDocument empty = text("e.txt", {"***"});
  CHECK(stage.process(empty).message == "no text to find a partner by");
  StoredDocument alone = text("a.txt", chronicle(1).english);
  CHECK(stage.process(alone).message == "no partner: nothing in common with any document");
}

TEST_CASE("two languages of one alphabet are paired by the beginnings of their words") {
  const std::vector<std::pair<std::string, std::string>> sentences{
      {"The government presented a national programme for modern industry.",
       "Le gouvernement a présenté un programme national pour l'industrie moderne."},
      {"The museum exhibits a collection of antique instruments and musical documents.",
       "Le musée expose une collection d'instruments antiques et de documents musicaux."},
      {"The hospital administration announced a medical experiment in April.",
       "L'administration de l'hôpital a annoncé une expérience médicale en avril."},
      {"Cyclists protested against the construction of a tunnel under the cathedral.",
       "Les cyclistes protestent contre la construction d'un tunnel sous la cathédrale."},
      {"The university invites architects to a conference about public transport.",
       "L'université invite des architectes à une conférence sur le transport public."},
      {"A tropical tempest destroyed the banana plantations of the republic.",
       "Une tempête tropicale a détruit les plantations de bananes de la république."},
      {"The princess visited a monastery famous for its miraculous fountain.",
       "La princesse a visité un monastère fameux pour sa fontaine miraculeuse."},
      {"Electricians of the canton replaced the generator of the central station.",
       "Les électriciens du canton ont remplacé le générateur de la station centrale."},
      {"Botanists discovered an enormous orchid in the equatorial forest.",
       "Des botanistes ont découvert une orchidée énorme dans la forêt équatoriale."},
      {"The senator criticised the financial statistics of the ministry.",
       "Le sénateur a critiqué les statistiques financières du ministère."},
      {"The pianist refused to practise on a miserable hotel instrument.",
       "Le pianiste a refusé de pratiquer sur un misérable instrument d'hôtel."},
      {"Geologists measure the temperature of the volcano from a helicopter.",
       "Les géologues mesurent la température du volcan depuis un hélicoptère."},
      {"The baroness donated her library to the abbey of Saint Benedict.",
       "La baronne a donné sa bibliothèque à l'abbaye de Saint-Benoît."},
      {"Dentists recommend less sugar and more calcium for adolescents.",
       "Les dentistes recommandent moins de sucre et plus de calcium aux adolescents."},
      {"A comet was observed by astronomers of the southern hemisphere.",
       "Une comète a été observée par des astronomes de l'hémisphère sud."},
      {"The mechanic inspected the brakes of the locomotive with patience.",
       "Le mécanicien a inspecté les freins de la locomotive avec patience."}};
  std::vector<StoredDocument> documents;
  Ids expected;
  for (unsigned i = 0; i < 4; ++i) {
    Ids english;
    Ids french;
    for (unsigned k = 0; k < 4; ++k) {
      english.push_back(sentences[4 * i + k].first);
      french.push_back(sentences[4 * i + k].second);
    }
    documents.push_back(text(numbered("e", i), english));
    documents.push_back(text(numbered("f", i), french));
    expected.push_back("e" + std::to_string(i) + "+f" + std::to_string(i) + ".txt");
  }
  // In a corpus of eight documents nothing is rare, so that there is little evidence.
  CHECK(ids_of(paired(std::move(documents),
                      {{"by", "content"}, {"languages", "en, fr"}, {"evidence", "4"}})) ==
        expected);
}

TEST_CASE("a lexicon pairs texts that share no figure and no name, whichever side it begins with") {
  const std::vector<std::pair<std::string, std::string>> words{
      {"baker", "面包师"},  {"river", "河流"},   {"lamp", "油灯"},     {"horse", "马匹"},
      {"garden", "花园"},   {"letter", "书信"},  {"winter", "冬天"},   {"bridge", "大桥"},
      {"soldier", "士兵"},  {"kitchen", "厨房"}, {"island", "岛屿"},   {"clock", "钟表"},
      {"doctor", "医生"},   {"forest", "森林"},  {"sister", "妹妹"},   {"market", "市场"},
      {"violin", "小提琴"}, {"prison", "监狱"},  {"teacher", "老师"},  {"storm", "暴风雨"},
      {"mirror", "镜子"},   {"tailor", "裁缝"},  {"orchard", "果园"},  {"wolf", "野狼"},
      {"ferry", "渡船"},    {"candle", "蜡烛"},  {"judge", "法官"},    {"harbour", "港口"},
      {"carpet", "地毯"},   {"engine", "引擎"},  {"poet", "诗人"},     {"village", "村庄"},
      {"bottle", "瓶子"},   {"uncle", "叔叔"},   {"museum", "博物馆"}, {"ladder", "梯子"},
      {"blanket", "毯子"},  {"sailor", "水手"},  {"chapel", "教堂"},   {"onion", "洋葱"},
      {"barber", "理发师"}, {"tunnel", "隧道"},  {"pencil", "铅笔"},   {"widow", "寡妇"},
      {"cellar", "地窖"},   {"monkey", "猴子"},  {"ticket", "车票"},   {"saddle", "马鞍"}};
  weft::LexiconBuilder zh_en("zh", "en");
  weft::LexiconBuilder en_zh("en", "zh");
  for (const auto& [english, chinese] : words) {
    zh_en.add({{chinese}, {english}});
    en_zh.add({{english}, {chinese}});
  }
  const weft::test::Folder folder;
  for (const weft::LexiconBuilder* builder : {&zh_en, &en_zh}) {
    std::ofstream(folder.path("words.lexicon"), std::ios::binary) << builder->finish();
    std::vector<StoredDocument> documents;
    Ids expected;
    for (unsigned i = 10; i < 26; ++i) {
      std::mt19937 random(i);
      auto own = words;
      std::shuffle(own.begin(), own.end(), random);
      own.resize(12);
      Ids english;
      Ids chinese;
      for (int k = 0; k < 12; ++k) {
        const auto& one = own[random() % own.size()];
        const auto& other = own[random() % own.size()];
        const auto& third = own[random() % own.size()];
        english.push_back(one.first + " " + other.first + " " + third.first + ".");
        chinese.push_back(one.second + other.second + third.second + "。");
      }
      documents.push_back(plain_document(numbered("e", i), "en", english));
      documents.push_back(plain_document(numbered("z", i), "zh", chinese));
      expected.push_back("e" + std::to_string(i) + "+z" + std::to_string(i) + ".txt");
    }
    CHECK(ids_of(paired(std::move(documents),
                        {{"by", "content"}, {"lexicon", folder.path("words.lexicon")}})) ==
          expected);
  }
}

TEST_CASE("an unknown way of pairing is refused with those that are known") {
  CHECK_THROWS_WITH(StageHarness("align_documents", {{"by", "luck"}}),
                    Catch::Contains("name, links and content"));
}
