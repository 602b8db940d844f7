// SPDX-License-Identifier: Apache-2.0
/// Lexicons are built, opened and looked up; files that lie are refused.
#include <weft/lexicon/lexicon.hpp>
#include <weft/lexicon/lexicon_builder.hpp>

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "weft/error.hpp"
#include "weft/text/tokens.hpp"

namespace {

using weft::LexiconSide;

constexpr LexiconSide kZh = LexiconSide::kFirst;
constexpr LexiconSide kEn = LexiconSide::kSecond;

weft::LexiconBuilder small_builder() {
  weft::LexiconBuilder builder("zh", "en");
  builder.begin_source({"made up", "none", 0, false});
  builder.add({{"织机", "織機"}, {"loom"}});
  builder.add({{"织"}, {"to weave", "to knit"}});
  builder.add({{"织布机"}, {"weaving loom", "power loom for cloth"}});
  builder.add({{"梭子"}, {"shuttle"}});
  builder.add({{"T恤"}, {"T-shirt"}});
  return builder;
}

weft::Lexicon small_lexicon() {
  return weft::Lexicon::from_bytes(small_builder().finish());
}

std::map<std::string, double> translations(const weft::Lexicon& lexicon, LexiconSide side,
                                           std::string_view folded) {
  const auto term = lexicon.find(side, weft::Lexicon::key_of(folded));
  REQUIRE(term.has_value());
  CHECK(lexicon.text(side, *term) == folded);
  std::map<std::string, double> out;
  for (const weft::Translation& one : lexicon.translations(side, *term))
    out[std::string(lexicon.text(other_side(side), one.term))] = one.probability;
  return out;
}

double sum(const std::map<std::string, double>& chances) {
  double total = 0;
  for (const auto& [text, chance] : chances)
    total += chance;
  return total;
}

std::string refusal(const std::string& bytes) {
  try {
    (void)weft::Lexicon::from_bytes(bytes, "it");
  } catch (const weft::Error& error) {
    CHECK(error.status() == WEFT_E_CONFIG);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a headword is found by its key and by longest match") {
  const weft::Lexicon lexicon = small_lexicon();
  CHECK(lexicon.language(kZh) == "zh");
  CHECK(lexicon.language(kEn) == "en");
  CHECK(lexicon.size(kZh) == 6);
  CHECK(lexicon.has_headwords(kZh));
  CHECK_FALSE(lexicon.has_headwords(kEn));
  const std::string text = "织布机和梭子";
  const weft::Headword found = lexicon.longest(kZh, text);
  CHECK(lexicon.text(kZh, found.term) == "织布机");
  CHECK(found.bytes == std::string("织布机").size());
  CHECK(lexicon.longest(kZh, "和梭子").bytes == 0);
  CHECK(lexicon.longest(kZh, "").bytes == 0);
  std::vector<weft::Headword> all;
  lexicon.prefixes(kZh, text, all);
  REQUIRE(all.size() == 2);
  CHECK(lexicon.text(kZh, all[0].term) == "织");
  CHECK(all[1].term == found.term);
}

TEST_CASE("letters in headwords match in any case and width") {
  const weft::Lexicon lexicon = small_lexicon();
  CHECK(lexicon.longest(kZh, "t恤衫").bytes == 4);
  CHECK(lexicon.longest(kZh, "T恤").bytes == 4);
  CHECK(lexicon.longest(kZh, "Ｔ恤").bytes == 6);
}

TEST_CASE("a token of running text finds its term") {
  const weft::Lexicon lexicon = small_lexicon();
  weft::Tokenizer english("en");
  const auto tokens = english.read("Looms, WEAVING");
  REQUIRE(tokens.size() == 2);
  for (const weft::Token& token : tokens)
    CHECK(lexicon.find(kEn, token.key).has_value());
  CHECK_FALSE(lexicon.find(kEn, english.read("spindle").at(0).key).has_value());
}

TEST_CASE("a gloss of several words translates to each content word, weighed by their number") {
  const weft::Lexicon lexicon = small_lexicon();
  const auto chances = translations(lexicon, kZh, "织布机");
  CHECK(chances.size() == 4);  // "for" is none of them
  CHECK(sum(chances) == Approx(1));
  // weav: 1 of 2 words; power: 1 of 3, of the second translation
  CHECK(chances.at("power") / chances.at("weav") == Approx(std::sqrt(2.0 / 3) / 1.3));
  CHECK(chances.at("loom") == Approx(chances.at("weav") + chances.at("power")));
}

TEST_CASE("both writings of a word have its whole probability in the other direction") {
  const weft::Lexicon lexicon = small_lexicon();
  const auto chances = translations(lexicon, kEn, "loom");
  // In simplified text: the loom of three, of which one has it wholly; in traditional text the
  // same.
  CHECK(chances.at("織機") > 0.9);
  CHECK(chances.at("织机") > 0.5);
  CHECK(chances.at("织机") + chances.at("织布机") == Approx(1));
  CHECK(sum(translations(lexicon, kEn, "shuttl")) == Approx(1));
}

TEST_CASE("own terms outweigh the dictionary and say so") {
  weft::LexiconBuilder builder = small_builder();
  builder.begin_source({"own.tsv", "", 0, true});
  builder.add({{"梭子"}, {"bobbin"}});
  builder.add({{"织布机"}, {"cloth maker"}});
  const weft::Lexicon lexicon = weft::Lexicon::from_bytes(builder.finish());
  const auto chances = translations(lexicon, kZh, "梭子");
  CHECK(chances.at("bobbin") == Approx(0.9));
  CHECK(chances.at("shuttl") == Approx(0.1));
  const auto is_own = [&](LexiconSide side, std::string_view folded) {
    return lexicon.is_own(side, lexicon.find(side, weft::Lexicon::key_of(folded)).value());
  };
  CHECK(is_own(kZh, "梭子"));
  CHECK(is_own(kEn, "bobbin"));
  CHECK_FALSE(is_own(kEn, "maker"));  // one word of a term is not the term
  CHECK_FALSE(is_own(kZh, "织机"));
  CHECK(lexicon.sources().back().own);
  CHECK(lexicon.sources().back().entries == 2);
  CHECK(lexicon.sources().front().entries == 5);
}

TEST_CASE("readings stand by how usual they are over all sources") {
  weft::LexiconBuilder builder = small_builder();
  builder.add_reading(U'重', "zhong", 3);
  builder.add_reading(U'重', "chong", 5);
  builder.begin_source({"second", "", 0, false});
  builder.add_reading(U'重', "zhong", 1);
  builder.add_reading(U'重', "Bad!", 9);
  builder.add_reading(U'𠮷', "ji", 1);
  const weft::Lexicon lexicon = weft::Lexicon::from_bytes(builder.finish());
  const weft::Readings readings = lexicon.readings(U'重');
  REQUIRE(readings.size() == 2);
  CHECK(readings[0] == "zhong");
  CHECK(readings[1] == "chong");
  CHECK(lexicon.readings(U'𠮷')[0] == "ji");
  CHECK(lexicon.readings(U'轻').empty());
  CHECK(lexicon.readings(0x7FFFFFFF).empty());
  CHECK(lexicon.characters() == 2);
}

TEST_CASE("words of two alphabets translate word by word") {
  weft::LexiconBuilder builder("de", "fr");
  builder.add({{"der Webstuhl"}, {"le métier à tisser"}});
  const weft::Lexicon lexicon = weft::Lexicon::from_bytes(builder.finish());
  CHECK(lexicon.size(kZh) == 1);
  CHECK(translations(lexicon, LexiconSide::kFirst, "webstuhl").size() == 2);
  CHECK(lexicon.longest(LexiconSide::kFirst, "webstuhl").bytes == 0);
}

TEST_CASE("the same entries give the same bytes") {
  CHECK(small_builder().finish() == small_builder().finish());
}

TEST_CASE("terms that are not there have nothing") {
  const weft::Lexicon lexicon = small_lexicon();
  CHECK(lexicon.text(kZh, 6).empty());
  CHECK(lexicon.translations(kZh, 0xFFFFFFFF).empty());
  CHECK_FALSE(lexicon.is_own(kEn, 1000));
}

TEST_CASE("a lexicon without entries opens and knows nothing") {
  const weft::Lexicon lexicon =
      weft::Lexicon::from_bytes(weft::LexiconBuilder("zh", "en").finish());
  CHECK(lexicon.size(kZh) == 0);
  CHECK_FALSE(lexicon.find(kZh, 0).has_value());
  CHECK_FALSE(lexicon.find(kEn, ~std::uint64_t{0}).has_value());
  CHECK(lexicon.longest(kZh, "织").bytes == 0);
}

TEST_CASE("a file that is cut, changed or something else is refused by name") {
  const std::string good = small_builder().finish();
  CHECK(refusal(good).empty());
  CHECK(refusal("").find("is no lexicon") != std::string::npos);
  CHECK(refusal("%PDF-1.4 and more").find("is no lexicon") != std::string::npos);
  CHECK(refusal(good.substr(0, 40)).find("cut off") != std::string::npos);
  CHECK(refusal(good.substr(0, good.size() - 8)).find("cut off") != std::string::npos);
  std::string changed = good;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  CHECK(refusal(changed).find("damaged") != std::string::npos);
  std::string later = good;
  later[8] = 9;
  CHECK(refusal(later).find("version 9") != std::string::npos);
}

TEST_CASE("a lexicon is opened from a file, and a missing one is named") {
  const auto path = std::filesystem::temp_directory_path() / "weft-lexicon-test.lexicon";
  std::ofstream(path, std::ios::binary) << small_builder().finish();
  {
    const weft::Lexicon lexicon = weft::Lexicon::open(path.string());
    CHECK(lexicon.bytes() == std::filesystem::file_size(path));
    CHECK(lexicon.longest(kZh, "织机").bytes == 6);
  }
  std::filesystem::remove(path);
  CHECK_THROWS_WITH(weft::Lexicon::open(path.string()),
                    Catch::Matchers::Contains("weft-lexicon-test.lexicon"));
}

TEST_CASE("a lexicon is between two languages") {
  CHECK_THROWS_AS(weft::LexiconBuilder("zh-Hans", "zh-Hant"), weft::Error);
  CHECK_THROWS_AS(weft::LexiconBuilder("zh", "no tag"), weft::Error);
}
