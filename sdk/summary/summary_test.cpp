// SPDX-License-Identifier: Apache-2.0
/// Walking text, stems, and the two word classes.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "weft/summary/general_words.hpp"
#include "weft/summary/scan_text.hpp"
#include "weft/summary/word_lists.hpp"
#include "weft/summary/word_stems.hpp"

using namespace weft;

namespace {

struct Listing {
  std::string_view text;
  std::vector<std::string> out;

  void word(std::string_view word, bool digit, std::size_t begin, std::size_t end) {
    out.push_back(std::string(digit ? "#" : "") + std::string(word));
    CHECK(end > begin);
    CHECK(end <= text.size());
  }
  void alone(char32_t point, std::size_t begin) {
    std::size_t at = begin;
    CHECK(next_code_point(text, at) == point);
    out.emplace_back(text.substr(begin, at - begin));
  }
  void mark(char32_t, bool space, std::size_t) { out.emplace_back(space ? "_" : "!"); }
};

std::vector<std::string> list(std::string_view text) {
  Listing listing{text, {}};
  scan_text(text, listing);
  return listing.out;
}

}  // namespace

TEST_CASE("a walk finds words in small letters, numbers whole, and characters one by one") {
  using Texts = std::vector<std::string>;
  CHECK(list("Ten Ferries, 1,200.5 km.") ==
        Texts{"ten", "_", "ferries", "!", "_", "#1,200.5", "_", "km", "!"});
  CHECK(list("渡轮Ａ３号") == Texts{"渡", "轮", "#a3", "号"});
  CHECK(list("Über ŁÓDŹ") == Texts{"über", "_", "łódź"});
  CHECK(list("").empty());
  CHECK(list("3.") == Texts{"#3", "!"});
}

TEST_CASE("characters beyond the basic plane have kinds too") {
  CHECK(kind_of(0x20000) == CharacterKind::kAlone);
  CHECK(kind_of(0x1F6A2) == CharacterKind::kMark);
  CHECK(kind_of(0x1D7CE) == CharacterKind::kDigit);
  CHECK(kind_of(U'船') == basic_kinds()[U'船']);
}

TEST_CASE("words of one stem share a key, in the language of the stemmer only") {
  WordStems english("en");
  const auto stem = [&](std::string_view word) { return english.look_up(word).stem; };
  CHECK(stem("ferry") == stem("ferries"));
  CHECK(stem("ferry") != stem("boat"));
  WordStems none("xx");
  CHECK(none.look_up("ferry").stem != none.look_up("ferries").stem);
  CHECK(english.look_up("the").function);
  CHECK(english.look_up("we").speaker);
  CHECK_FALSE(english.look_up("dam").function);
}

TEST_CASE("function characters are known in simplified and traditional Chinese") {
  CHECK(is_function_character(U'的'));
  CHECK(is_function_character(U'這'));
  CHECK_FALSE(is_function_character(U'船'));
  CHECK(is_speaker_character(U'我'));
  CHECK_FALSE(is_speaker_character(U'船'));
}

TEST_CASE("general words are known by stem and by pairs of characters") {
  WordStems stems("en");
  CHECK(is_general_word(stems.look_up("increasing").stem));
  CHECK_FALSE(is_general_word(stems.look_up("levee").stem));
  CHECK(is_general_pair(U'研', U'究'));
  CHECK_FALSE(is_general_pair(U'究', U'研'));
  CHECK_FALSE(is_general_pair(U'水', U'轮'));
  CHECK(is_general_pair(U'自', U'己'));
  CHECK(is_general_pair(U'分', U'之'));
  CHECK(is_general_pair(U'三', U'百'));
}
