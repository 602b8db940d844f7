// SPDX-License-Identifier: Apache-2.0
/// Character models of languages, in bits. Numbers are round: decodings differ by tens of bits.

#include "character_models.hpp"

#include "characters.hpp"
#include "common_characters.hpp"

namespace weft {
namespace {

constexpr double kImpossible = 28;
constexpr double kBrokenByte = 14;
constexpr double kRare = 18;

double ascii_cost(char32_t point) {
  if (point == ' ' || point == '\n') return 3;
  if (is_lower(point)) return 4.7;
  if (is_upper(point)) return 6.5;
  if (point >= '0' && point <= '9') return 5.5;
  if (point == '\r' || point == '\t') return 5;
  return point < 0x20 || point == 0x7F ? kImpossible : 6.5;
}

bool is_private_use(char32_t point) {
  return (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
}

/// What no text of any language has.
bool is_impossible(char32_t point) {
  return (point >= 0x80 && point <= 0x9F) || is_private_use(point);
}

double level_cost(Level level) {
  switch (level) {
    case Level::kFirst:
      return 12.5;
    case Level::kSecond:
      return 17;
    case Level::kThird:
      return 20;
    default:
      return 13.3;
  }
}

bool is_ascii_letter(char32_t point) {
  return point < 0x80 && (is_lower(point) || is_upper(point));
}

/// Wide characters glued to small Latin letters are what mistaken bytes look like.
double glue(const Character& c) {
  return is_lower(c.left) && c.left < 0x80 ? 6 : 0;
}

double east_asian_other(const Character& c, Script script) {
  if (has_flag(kEastAsianMark, c.point)) return 7.5;
  if (c.point >= 0xFF01 && c.point <= 0xFF5E) return 12;
  if (c.point >= 0xFF61 && c.point <= 0xFFDC) return kRare;
  if (script == Script::kNone || script == Script::kDigit) return 13;
  return kRare;
}

double chinese_cost(const Character& c, Script script) {
  if (script != Script::kHan) return east_asian_other(c, script);
  return glue(c) + (has_flag(kCommonHan, c.point) ? 8 : level_cost(c.level));
}

double japanese_cost(const Character& c, Script script) {
  if (c.point >= 0xFF61 && c.point <= 0xFF9F) return 14;  // half-width kana
  switch (script) {
    case Script::kHiragana:
      return glue(c) + (has_flag(kCommonHiragana, c.point) ? 6 : 9);
    case Script::kKatakana:
      return glue(c) + 8.5;
    case Script::kHan:
      return glue(c) + (has_flag(kCommonKanji, c.point) ? 9.5 : level_cost(c.level) + 0.5);
    default:
      return east_asian_other(c, script);
  }
}

double korean_cost(const Character& c, Script script) {
  if (script == Script::kHan) return glue(c) + 16;
  if (script != Script::kHangul) return east_asian_other(c, script);
  if (has_flag(kCommonHangul, c.point)) return glue(c) + 7.5;
  return glue(c) + (c.level == Level::kThird ? 18 : 12);
}

double punctuation_cost(const Character& c) {
  return has_flag(kWesternMark, c.point) ? 9.5 : 15;
}

/// A letter of an alphabet: `common` when it is frequent in its language. Small letters turning
/// into capitals, and scripts mixed in one word, are signs of a mistaken encoding.
double letter_cost(const Character& c, Script script, double common) {
  double cost = common;
  if (is_upper(c.point)) cost += is_lower(c.left) ? 9 : 3;
  const Script left = script_of(c.left);
  const bool inside_word = left != Script::kNone && left != Script::kDigit;
  if (inside_word && left != script) cost += 8;
  // Words of an alphabet are long: a lone letter in other text is a mistake.
  if (!inside_word && script != Script::kLatin) cost += 4;
  return cost;
}

char32_t small(char32_t point) {
  if (point >= U'А' && point <= U'Я') return point + 0x20;
  if (point >= 0xC0 && point <= 0xDE && point != 0xD7) return point + 0x20;
  return point == U'Ё' ? U'ё' : point;
}

double cyrillic_cost(const Character& c, Script script) {
  if (script == Script::kNone) return punctuation_cost(c);
  if (script != Script::kCyrillic) return kRare;
  const char32_t point = small(c.point);
  const double common = has_flag(kCommonCyrillic, point) ? 4.3
                        : has_flag(kRussian, point)      ? 6.5
                                                         : 9;
  return letter_cost(c, script, common);
}

double latin_cost(const Character& c, Script script, std::uint32_t alphabet) {
  if (script == Script::kNone) {
    const bool behind_words = c.point == U'’' || c.point == U'”' || c.point == U'»' ||
                              c.point == U'…' || c.point == U'–' || c.point == U'—';
    return punctuation_cost(c) + (is_letter(c.left) && !behind_words ? 3 : 0);
  }
  if (script != Script::kLatin) return kRare;
  const double common = has_flag(alphabet, small(c.point)) || has_flag(alphabet, c.point) ? 8 : 14;
  // Two letters beyond ASCII in a row are seldom in any Latin orthography.
  return letter_cost(c, script, common) + (is_letter(c.left) && c.left >= 0x80 ? 3 : 0);
}

double alphabet_cost(const Character& c, Script script, Script own, double common) {
  if (script == own) return letter_cost(c, script, common);
  return script == Script::kNone ? punctuation_cost(c) + (has_flag(kWesternMark, c.point) ? 0 : -3)
                                 : kRare;
}

double ascii_beside(const Character& c) {
  double cost = ascii_cost(c.point);
  if (!is_ascii_letter(c.point) || c.left < 0x80) return cost;
  const Script left = script_of(c.left);
  if (is_cjk(c.left)) {
    cost += 2;  // half of a wide character that was cut
  } else if (left != Script::kNone && left != Script::kLatin && left != Script::kHangul) {
    cost += 8;  // two alphabets in one word
  }
  return cost;
}

}  // namespace

std::vector<CharacterModel> models_for(Repertoire repertoire) {
  const bool any = repertoire == Repertoire::kAny;
  std::vector<CharacterModel> out;
  for (std::size_t i = 0; i < alphabets().size(); ++i) {
    if (any || alphabets()[i].repertoire == repertoire)
      out.push_back({alphabets()[i].repertoire, std::uint32_t{kFirstAlphabet} << i});
  }
  if (!any && out.empty()) out.push_back({repertoire, 0});
  if (any) {
    for (const Repertoire other :
         {Repertoire::kChinese, Repertoire::kJapanese, Repertoire::kKorean, Repertoire::kCyrillic,
          Repertoire::kGreek, Repertoire::kHebrew, Repertoire::kArabic, Repertoire::kThai})
      out.push_back({other, 0});
  }
  return out;
}

double character_cost(const Character& c, const CharacterModel& model) {
  if (c.point < 0x80) return ascii_beside(c);
  if (c.point == 0xFFFD) return kBrokenByte * c.size;
  if (is_impossible(c.point)) return kImpossible;
  const Script script = script_of(c.point);
  switch (model.repertoire) {
    case Repertoire::kChinese:
      return chinese_cost(c, script);
    case Repertoire::kJapanese:
      return japanese_cost(c, script);
    case Repertoire::kKorean:
      return korean_cost(c, script);
    case Repertoire::kCyrillic:
      return cyrillic_cost(c, script);
    case Repertoire::kGreek:
      return alphabet_cost(c, script, Script::kGreek, 4.9);
    case Repertoire::kHebrew:
      return alphabet_cost(c, script, Script::kHebrew, 4.5);
    case Repertoire::kArabic:
      return alphabet_cost(c, script, Script::kArabic, 5);
    case Repertoire::kThai:
      return alphabet_cost(c, script, Script::kThai, 5.5);
    default:
      return latin_cost(c, script, model.alphabet);
  }
}

}  // namespace weft
