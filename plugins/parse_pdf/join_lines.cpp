// SPDX-License-Identifier: Apache-2.0
/// Hyphenation undone without a dictionary.
#include "join_lines.hpp"

#include <weft/text/script.hpp>
#include <weft/utf8.hpp>

#include <algorithm>

#include "weft/ascii.hpp"

namespace weft::pdf {
namespace {

constexpr std::string_view kHyphens[] = {"-", "\xE2\x80\x90", "\xC2\xAD"};

std::size_t hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : kHyphens) {
    if (text.ends_with(hyphen)) return hyphen.size();
  }
  return 0;
}

bool is_lower_letter(char32_t point) {
  const bool cyrillic = (point >= 0x430 && point <= 0x45F);
  const bool greek = point >= 0x3AC && point <= 0x3CE;
  return (point >= 'a' && point <= 'z') || (point >= 0xDF && point <= 0xFF) || cyrillic || greek ||
         (point >= 0x101 && point <= 0x17F && script_of(point) == Script::kLatin);
}

constexpr std::string_view kNoWord = " .,;:!?()[]\"'";

}  // namespace

LineJoiner::LineJoiner(const std::vector<Line>& lines) {
  constexpr std::size_t kMostWords = 1000000;
  for (const Line& line : lines) {
    const std::string_view text = line.text;
    for (std::size_t at = text.find_first_not_of(kNoWord); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_of(kNoWord, at), text.size());
      const std::string_view word = text.substr(at, end - at);
      if (hyphen_at_end(word) == 0 && words_.size() < kMostWords)
        words_.insert(ascii_lowered(word));
      at = text.find_first_not_of(kNoWord, end);
    }
  }
}

void LineJoiner::append(std::string& text, std::string_view line) const {
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  const std::size_t hyphen = hyphen_at_end(text);
  if (hyphen > 0 && text.size() > hyphen && is_lower_letter(first_point(line))) {
    const std::string_view before = std::string_view(text).substr(0, text.size() - hyphen);
    const std::size_t gap = before.find_last_of(kNoWord);
    const std::string head =
        ascii_lowered(before.substr(gap == std::string_view::npos ? 0 : gap + 1));
    const std::string tail = ascii_lowered(line.substr(0, line.find_first_of(kNoWord)));
    const bool compound = words_.contains(head + "-" + tail) && !words_.contains(head + tail);
    if (!head.empty() && !compound) text.resize(text.size() - hyphen);
    text += line;
    return;
  }
  const bool cjk = is_cjk(last_point(text)) && is_cjk(first_point(line));
  const bool dash = text.ends_with("\xE2\x80\x94") || hyphen > 0;
  if (!cjk && !dash) text += ' ';
  text += line;
}

}  // namespace weft::pdf
