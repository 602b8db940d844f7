// SPDX-License-Identifier: Apache-2.0
#include "search_text.hpp"

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool has_no_blanks(char32_t point) {
  if (point < 0x0E00) return false;
  switch (script_of(point)) {
    case Script::kHan:
    case Script::kHiragana:
    case Script::kKatakana:
    case Script::kBopomofo:
    case Script::kThai:
      return true;
    default:
      return false;
  }
}

}  // namespace

void SearchText::read(std::string_view text) {
  words.clear();
  two.clear();
  std::string_view before;  // the character before, when it is of such a script
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    if (!has_no_blanks(point)) {
      words += character;
      before = {};
      continue;
    }
    words.append(1, ' ').append(character).append(1, ' ');
    if (!before.empty()) two.append(before).append(character).append(1, ' ');
    before = character;
  }
}

}  // namespace weft
