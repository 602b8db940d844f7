// SPDX-License-Identifier: Apache-2.0
/// Script counting over the generated two-stage character table.

#include "weft/text/script.hpp"

#include <numeric>

#include "character_class.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

#include "character_table.inc"

std::uint8_t class_in_range(char32_t point) {
  return kPages[kPageIndex[point / kPageSize] * kPageSize + point % kPageSize];
}

}  // namespace

std::uint8_t character_class(char32_t point) {
  return point <= 0x10FFFF ? class_in_range(point) : std::uint8_t{0};
}

std::uint64_t ScriptCounts::letters() const {
  const auto all = std::accumulate(by_script.begin(), by_script.end(), std::uint64_t{0});
  return all - (*this)[Script::kNone] - (*this)[Script::kDigit];
}

ScriptCounts& ScriptCounts::operator+=(const ScriptCounts& other) {
  for (std::size_t i = 0; i < by_script.size(); ++i)
    by_script[i] += other.by_script[i];
  simplified += other.simplified;
  traditional += other.traditional;
  japanese += other.japanese;
  return *this;
}

ScriptCounts count_scripts(std::string_view text) {
  // Whole classes are counted first: one table, one increment a character.
  std::array<std::uint64_t, 256> classes{};
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++classes[kPages[kPageIndex[0] * kPageSize + byte]];
      ++i;
    } else {
      ++classes[character_class(next_code_point(text, i))];
    }
  }
  ScriptCounts out;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    out.by_script[(i & kScriptMask) % kScriptCount] += classes[i];
    if ((i & kSimplifiedBit) != 0) out.simplified += classes[i];
    if ((i & kTraditionalBit) != 0) out.traditional += classes[i];
    if ((i & kJapaneseBit) != 0) out.japanese += classes[i];
  }
  return out;
}

Script script_of(char32_t point) {
  return static_cast<Script>(character_class(point) & kScriptMask);
}

Writing writing_of(Script script) {
  switch (script) {
    case Script::kNone:
    case Script::kDigit:
      return Writing::kNone;
    case Script::kHan:
    case Script::kHiragana:
    case Script::kKatakana:
    case Script::kBopomofo:
    case Script::kHangul:
      return Writing::kEastAsian;
    case Script::kLatin:
      return Writing::kLatin;
    case Script::kCyrillic:
      return Writing::kCyrillic;
    default:
      return Writing::kOther;
  }
}

HanForm vote_han_form(const ScriptCounts& counts) {
  if (counts.simplified == counts.traditional) return HanForm::kUnknown;
  return counts.simplified > counts.traditional ? HanForm::kSimplified : HanForm::kTraditional;
}

}  // namespace weft
