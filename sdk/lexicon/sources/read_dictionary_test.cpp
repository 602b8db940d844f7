// SPDX-License-Identifier: Apache-2.0
/// Dictionaries of each format become entries; the lines are made up.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "read_dictionary.hpp"
#include "weft/error.hpp"

namespace {

using Texts = std::vector<std::string>;

/// The translations of a headword in all its entries.
Texts translations(const weft::Dictionary& dictionary, const std::string& headword) {
  Texts out;
  for (const weft::LexiconEntry& entry : dictionary.entries) {
    for (const std::string& one : entry.headwords) {
      if (one == headword)
        out.insert(out.end(), entry.translations.begin(), entry.translations.end());
    }
  }
  return out;
}

std::map<std::string, double> readings(const weft::Dictionary& dictionary, char32_t han) {
  std::map<std::string, double> out;
  for (const weft::HanReading& reading : dictionary.readings) {
    if (reading.han == han) out[reading.syllable] += reading.weight;
  }
  return out;
}

const std::string kCedict =
    "# Loom-CEDICT\r\n"
    "#! version=1\n"
    "#! license=https://example.org/by-sa\n"
    "織機 织机 [zhi1 ji1] /loom/weaving machine (CL:台[tai2])/CL:架[jia4]/\n"
    "梭 梭 [suo1] /shuttle (textiles)/surname Suo/\n"
    "穿梭 穿梭 [chuan1 suo1] /to shuttle; to travel back and forth/\n"
    "紝機 纴机 [ren4 ji1] /old variant of 織機|织机[zhi1 ji1]/\n"
    "織機兒 织机儿 [zhi1 ji1 r5] /erhua variant of 紝機|纴机[ren4 ji1]/\n"
    "綠州 绿州 [Lu:4 zhou1] /county in 織省|织省[Zhi1 sheng3], Loomland/see also 綠|绿[lu:4]/\n"
    "行話 行话 [hang2 hua4] /jargon/\n"
    "行走 行走 [xing2 zou3] /to walk/lit. to go on foot/\n"
    "not a line\n";

}  // namespace

TEST_CASE("entries of CC-CEDICT lose their remarks and keep both writings") {
  const weft::Dictionary read = weft::read_dictionary_text(kCedict, "some/loom.u8");
  CHECK(read.format == "CC-CEDICT");
  CHECK(read.name == "Loom-CEDICT");
  CHECK(read.licence == "https://example.org/by-sa");
  CHECK(read.first == "zh");
  CHECK(read.second == "en");
  CHECK(read.skipped == 1);
  CHECK(translations(read, "织机") == Texts{"loom", "weaving machine"});
  CHECK(translations(read, "織機") == Texts{"loom", "weaving machine"});
  CHECK(translations(read, "梭") == Texts{"shuttle", "Suo"});
  CHECK(translations(read, "穿梭") == Texts{"to shuttle", "to travel back and forth"});
  CHECK(translations(read, "行走") == Texts{"to walk", "to go on foot"});
  CHECK(translations(read, "绿州") == Texts{"county in , Loomland"});
}

TEST_CASE("a variant has the translations of the entry that it points to, over two steps too") {
  const weft::Dictionary read = weft::read_dictionary_text(kCedict, "loom.u8");
  CHECK(translations(read, "纴机") == Texts{"loom", "weaving machine"});
  CHECK(translations(read, "织机儿") == Texts{"loom", "weaving machine"});
}

TEST_CASE("entries that point to each other end in nothing") {
  const weft::Dictionary read = weft::read_dictionary_text(
      "甲 甲 [jia3] /see 乙[yi3]/\n乙 乙 [yi3] /see 甲[jia3]/\n丙 丙 [bing3] /third/\n", "x.u8");
  CHECK(read.entries.size() == 1);
  CHECK(read.skipped == 2);
}

TEST_CASE("readings are counted over headwords, without tones and with u for the umlaut") {
  const weft::Dictionary read = weft::read_dictionary_text(kCedict, "loom.u8");
  CHECK(readings(read, U'行') == std::map<std::string, double>{{"hang", 2}, {"xing", 1}});
  CHECK(readings(read, U'绿').count("lu") == 1);
  CHECK(readings(read, U'儿').empty());
}

TEST_CASE("a dictionary of the same form in another language is read as that language") {
  const weft::Dictionary read =
      weft::read_dictionary_text("織機 织机 [zhi1 ji1] /Webstuhl/\n", "loom.u8", {"zh", "de"});
  CHECK(read.second == "de");
}

TEST_CASE("a term list names its languages in a header, wherever its columns stand") {
  const weft::Dictionary read = weft::read_dictionary_text(
      "# terms of the mill\nnote\ten\tzh-Hans\nold\theddle (part of a loom)\t综丝;综线\n\tonly "
      "one\n",
      "mill.tsv", {"zh", "en"});
  CHECK(read.first == "zh-Hans");
  CHECK(read.second == "en");
  CHECK(translations(read, "综丝") == Texts{"heddle"});
  CHECK(translations(read, "综线") == Texts{"heddle"});
  CHECK(read.skipped == 1);
}

TEST_CASE("languages of a term list are guessed where nobody tells them") {
  const weft::Dictionary read =
      weft::read_dictionary_text("织布机\tthe loom that weaves the cloth in this mill\n", "a.tsv");
  CHECK(read.first == "zh");
  CHECK(read.second == "en");
}

TEST_CASE("a term list in the other direction is turned around") {
  const weft::Dictionary read =
      weft::read_dictionary_text("en\tzh\nloom\t织机\n", "a.tsv", {"zh", "en"});
  CHECK(read.first == "zh");
  CHECK(translations(read, "织机") == Texts{"loom"});
}

TEST_CASE("a file of other languages or of no known format is refused by name") {
  CHECK_THROWS_WITH(weft::read_dictionary_text("fr\tde\nmétier\tWebstuhl\n", "a.tsv", {"zh", "en"}),
                    Catch::Matchers::Contains("a.tsv: is between fr and de"));
  CHECK_THROWS_WITH(weft::read_dictionary_text("only a line of text\n", "a.txt"),
                    Catch::Matchers::Contains("a.txt: is no dictionary that weft reads"));
  CHECK_THROWS_WITH(weft::read_dictionary_text("x\t1\n", "a.tsv"),
                    Catch::Matchers::Contains("--languages"));
  CHECK_THROWS_AS(weft::read_dictionary("/nowhere/at/all.u8"), weft::Error);
}
