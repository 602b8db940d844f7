// SPDX-License-Identifier: Apache-2.0
/// Kinds of characters, looked up rather than asked of ICU again and again.
#include "weft/summary/scan_text.hpp"

#include <unicode/uchar.h>

#include <array>
#include <memory>

#include "weft/text/script.hpp"

namespace weft {
namespace {

CharacterKind find_kind(char32_t point) {
  if (point < 0x80) {
    if (point >= '0' && point <= '9') return CharacterKind::kDigit;
    const char32_t lower = point | 0x20U;
    if (lower >= 'a' && lower <= 'z') return CharacterKind::kWord;
    return point <= ' ' ? CharacterKind::kSpace : CharacterKind::kMark;
  }
  switch (script_of(point)) {
    case Script::kHan:
    case Script::kHiragana:
    case Script::kKatakana:
    case Script::kBopomofo:
    case Script::kHangul:
    case Script::kThai:
      return CharacterKind::kAlone;
    case Script::kDigit:
      return CharacterKind::kDigit;
    case Script::kNone:
      break;
    default:
      return CharacterKind::kWord;
  }
  const auto code = static_cast<UChar32>(point);
  if ((U_GET_GC_MASK(code) & U_GC_M_MASK) != 0) return CharacterKind::kWord;
  return u_isUWhiteSpace(code) != 0 ? CharacterKind::kSpace : CharacterKind::kMark;
}

using Kinds = std::array<CharacterKind, 0x10000>;

const Kinds& kinds() {
  static const std::unique_ptr<const Kinds> table = [] {
    auto made = std::make_unique<Kinds>();
    for (char32_t point = 0; point < made->size(); ++point)
      (*made)[point] = find_kind(point);
    return made;
  }();
  return *table;
}

}  // namespace

CharacterKind kind_of(char32_t point) {
  return point < kinds().size() ? kinds()[point] : find_kind(point);
}

std::span<const CharacterKind, 0x10000> basic_kinds() {
  return kinds();
}

char32_t small_letter(char32_t point) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
}

}  // namespace weft
