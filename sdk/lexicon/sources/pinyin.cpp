// SPDX-License-Identifier: Apache-2.0
/// Takes tones off syllables.
#include "pinyin.hpp"

#include <array>
#include <utility>

#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::array<std::pair<std::u32string_view, char>, 8> kLetters = {{
    {U"āáǎàă", 'a'},
    {U"ēéěèêếềĕ", 'e'},
    {U"īíǐìĭ", 'i'},
    {U"ōóǒòŏ", 'o'},
    {U"ūúǔùŭüǖǘǚǜ", 'u'},
    {U"ńňǹ", 'n'},
    {U"ḿ", 'm'},
    {U"v", 'u'},
}};

char plain_letter(char32_t point) {
  if (point >= U'A' && point <= U'Z') point += 0x20;
  for (const auto& [letters, plain] : kLetters) {
    if (letters.find(point) != std::u32string_view::npos) return plain;
  }
  return point >= U'a' && point <= U'z' ? static_cast<char>(point) : '\0';
}

}  // namespace

std::string plain_syllable(std::string_view text) {
  constexpr std::size_t kLongest = 6;  // zhuang
  std::string out;
  bool vowel = false;
  const std::string folded = fold_case(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t point = next_code_point(folded, at);
    if ((point >= U'0' && point <= U'5') || point == U':' || (point >= 0x300 && point < 0x370)) {
      continue;  // tones, the colon of "u:", marks that do not compose
    }
    const char letter = plain_letter(point);
    if (letter == '\0' || out.size() == kLongest) return {};
    vowel |= std::string_view("aeiou").find(letter) != std::string_view::npos;
    out.push_back(letter);
  }
  return vowel ? out : std::string();
}

}  // namespace weft
