// SPDX-License-Identifier: Apache-2.0
/// Looks around each sign that masks.
#include "masked_words.hpp"

#include <algorithm>

#include "weft/ascii.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::u32string_view kSigns = U"*＊.．_#@&^~●■□※";
constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百千万萬甲乙丙丁上中下";

bool is_sign(char32_t point) {
  return kSigns.find(point) != std::u32string_view::npos;
}

/// Han characters and signs in turn.
class HanChain {
 public:
  /// True when the character ends a chain that is a masked word.
  bool feed(char32_t point) {
    const bool han = script_of(point) == Script::kHan;
    if (han && waiting_ && sign_ != 0) {
      waiting_ = false;
      ++characters_;
      numeral_ |= kNumerals.find(point) != std::u32string_view::npos;
      return false;
    }
    const bool same = characters_ > 0 && !waiting_ && (sign_ == 0 || sign_ == point);
    if (is_sign(point) && same) {
      sign_ = point;
      waiting_ = true;
      return false;
    }
    const bool found = characters_ >= 3 && !numeral_;
    start(han ? point : 0);
    return found;
  }

 private:
  void start(char32_t han) {
    waiting_ = false;
    sign_ = 0;
    characters_ = han != 0 ? 1 : 0;
    numeral_ = han != 0 && kNumerals.find(han) != std::u32string_view::npos;
  }
  std::size_t characters_ = 0;
  char32_t sign_ = 0;
  bool waiting_ = false;  ///< behind a sign
  bool numeral_ = false;
};

/// "d*mn": one side of the stars is one or two letters, the other may be longer.
bool is_starred_word(std::string_view word) {
  const std::size_t star = word.find('*');
  const std::size_t behind = word.find_last_of('*') + 1;
  if (star == std::string_view::npos || star == 0 || behind == word.size()) return false;
  const std::string_view stars = word.substr(star, behind - star);
  if (stars.find_first_not_of('*') != std::string_view::npos) return false;
  const std::size_t last = word.size() - behind;
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest && star <= 2 && star + last >= 2 && (last <= 4 || star == 1);
}

std::uint64_t count_starred(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t at = text.find('*'); at != std::string_view::npos;) {
    const auto part_of_word = [&](std::size_t i) {
      return is_ascii_letter(text[i]) || text[i] == '*';
    };
    constexpr std::size_t kLongest = 24;
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongest && part_of_word(begin - 1))
      --begin;
    std::size_t end = at;
    while (end < text.size() && part_of_word(end))
      ++end;
    if (is_starred_word(text.substr(begin, end - begin))) ++out;
    at = text.find('*', end);
  }
  return out;
}

}  // namespace

std::uint64_t count_masked_words(std::string_view text) {
  std::uint64_t out = count_starred(text);
  HanChain chain;
  for (std::size_t next = 0; next < text.size();)
    out += chain.feed(next_code_point(text, next)) ? 1U : 0U;
  return out + (chain.feed(0) ? 1U : 0U);
}

}  // namespace weft
