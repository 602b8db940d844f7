// SPDX-License-Identifier: Apache-2.0
/// Character models of languages, in bits. Numbers are round: decodings differ by tens of bits.

#include "character_models.hpp"

#include <algorithm>

#include "characters.hpp"
#include "common_characters.hpp"

namespace weft {
namespace {

constexpr double kImpossible = 28;
constexpr double kBrokenByte = 18;
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

bool is_latin_letter(char32_t point) {
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
  if (script == Script::kHan) return glue(c) + 18;  // seldom in modern texts
  if (script != Script::kHangul) return east_asian_other(c, script);
  if (has_flag(kCommonHangul, c.point)) return glue(c) + 7.5;
  return glue(c) + (c.level == Level::kThird ? 18 : 13);
}

double punctuation_cost(const Character& c) {
  return has_flag(kWesternMark, c.point) ? 9.5 : 15;
}

/// Marks of vowels and tones stand over or under the letter before them.
bool is_mark_of(Script script, char32_t point) {
  if (script == Script::kThai) return point >= 0xE31 && point <= 0xE4E;
  if (script == Script::kHebrew)
    return (point >= 0x5B0 && point <= 0x5C7) || point == 0x5F3 || point == 0x5F4;
  return script == Script::kArabic && point >= 0x640 && point <= 0x655;
}

/// A letter of an alphabet: `common` when it is frequent in its language. Small letters turning
/// into capitals, and scripts mixed in one word, are signs of a mistaken encoding.
double letter_cost(const Character& c, Script script, double common) {
  double cost = common;
  if (is_upper(c.point))
    cost += is_lower(c.left) ? 9 : is_upper(c.left) || is_upper(c.right) ? 0.8 : 3;
  const Script left = script_of(c.left);
  const bool inside_word = left != Script::kNone && left != Script::kDigit;
  if (inside_word && left != script) cost += 8;
  if (script == Script::kLatin || inside_word || is_mark_of(script, c.left)) return cost;
  // Words of an alphabet are long: a lone letter in other text is a mistake.
  const Script right = script_of(c.right);
  return cost + (right == script || is_mark_of(script, c.right) ? 4 : 8);
}

char32_t small(char32_t point) {
  if (point < 0x100) return point >= 0xC0 && point <= 0xDE && point != 0xD7 ? point + 0x20 : point;
  if (point < 0x180 && point != 0x130 && point != 0x131) {
    const bool odd_capitals =
        (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
    return (point % 2 == 1) == odd_capitals ? point + 1 : point;
  }
  if (point == 0x218 || point == 0x21A || (point >= 0x1EA0 && point <= 0x1EFF && point % 2 == 0))
    return point + 1;
  if (point >= U'А' && point <= U'Я') return point + 0x20;
  if (point >= 0x400 && point <= 0x40F) return point + 0x50;
  if (point == 0x490) return point + 1;
  if (point >= U'Α' && point <= U'Ϋ') return point + 0x20;
  constexpr std::u32string_view kAccented = U"ΆάΈέΉήΊίΌόΎύΏώ";
  const std::size_t at = kAccented.find(point);
  return at != std::u32string_view::npos && at % 2 == 0 ? kAccented[at + 1] : point;
}

double latin_cost(const Character& c, Script script, const Alphabet& alphabet) {
  if (c.point >= 0x300 && c.point <= 0x36F) return alphabet_cost(alphabet, c.point);
  if (script == Script::kNone) {
    const bool behind_words = c.point == U'’' || c.point == U'”' || c.point == U'»' ||
                              c.point == U'«' || c.point == U'…' || c.point == U'–' ||
                              c.point == U'—';
    const bool before_words = c.point == U'“' || c.point == U'‘' || c.point == U'«' ||
                              c.point == U'»' || c.point == U'„' || c.point == 0xA0;
    if (c.point == U'’' && is_letter(c.left)) return 6.2;  // the commonest mark there is
    const double before = is_letter(c.left) && !behind_words ? 3 : 0;
    const double behind = is_lower(c.right) && !before_words && !is_dash(c.point) ? 3 : 0;
    return punctuation_cost(c) + before + behind;
  }
  if (script != Script::kLatin) return kRare;
  const double common =
      std::min(alphabet_cost(alphabet, small(c.point)), alphabet_cost(alphabet, c.point));
  // Two letters beyond ASCII in a row are seldom in any Latin orthography.
  return letter_cost(c, script, common) + (is_letter(c.left) && c.left >= 0x80 ? 2 : 0);
}

double ordered_cost(const Character& c, Script script, Script own, const LetterOrder& order) {
  if (script == own) return letter_cost(c, script, order_cost(order, small(c.point)));
  if (is_mark_of(own, c.point)) {
    const bool carried = script_of(c.left) == own || is_mark_of(own, c.left);
    return carried ? order_cost(order, c.point) : kRare;
  }
  return script == Script::kNone ? punctuation_cost(c) : kRare;
}

double ascii_beside(const Character& c) {
  double cost = ascii_cost(c.point);
  if (!is_latin_letter(c.point) || c.left < 0x80) return cost;
  const Script left = script_of(c.left);
  if (is_cjk(c.left)) {
    cost += is_lower(c.point) ? 6 : 2;  // half of a wide character that was cut
  } else if (left != Script::kNone && left != Script::kLatin && left != Script::kHangul) {
    cost += 8;  // two alphabets in one word
  }
  return cost;
}

}  // namespace

std::vector<CharacterModel> models_for(Repertoire repertoire) {
  const bool any = repertoire == Repertoire::kAny;
  std::vector<CharacterModel> out;
  for (const Alphabet& alphabet : alphabets()) {
    if (any || alphabet.repertoire == repertoire) out.push_back({alphabet.repertoire, &alphabet});
  }
  for (const LetterOrder& order : letter_orders()) {
    if (any || order.repertoire == repertoire) out.push_back({order.repertoire, nullptr, &order});
  }
  if (!any && out.empty()) out.push_back({repertoire});
  if (any) {
    for (const Repertoire other :
         {Repertoire::kChinese, Repertoire::kJapanese, Repertoire::kKorean})
      out.push_back({other});
  }
  return out;
}

std::vector<CharacterModel> models_of_language(std::string_view tag) {
  std::vector<CharacterModel> out;
  for (const Alphabet& alphabet : alphabets()) {
    for (std::size_t at = 0; at < alphabet.languages.size(); at += 3) {
      if (alphabet.languages.substr(at, 2) == tag) out.push_back({alphabet.repertoire, &alphabet});
    }
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
      return ordered_cost(c, script, Script::kCyrillic, *model.order);
    case Repertoire::kGreek:
      return ordered_cost(c, script, Script::kGreek, *model.order);
    case Repertoire::kHebrew:
      return ordered_cost(c, script, Script::kHebrew, *model.order);
    case Repertoire::kArabic:
      return ordered_cost(c, script, Script::kArabic, *model.order);
    case Repertoire::kThai:
      return ordered_cost(c, script, Script::kThai, *model.order);
    default:
      return latin_cost(c, script, *model.alphabet);
  }
}

}  // namespace weft
