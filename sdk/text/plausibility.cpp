// SPDX-License-Identifier: Apache-2.0
/// Character models of languages, in bits. Numbers are round: decodings differ by tens of bits.

#include "plausibility.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "characters.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Where a character stands in its character set: the first level of GB 2312, Big5 and JIS X 0208
/// holds the characters of everyday texts, the second the rest, the third what later supersets
/// added.
enum class Level : std::uint8_t { kUnknown, kFirst, kSecond, kThird };

struct Character {
  char32_t point;
  char32_t left;
  Level level;
};

constexpr double kImpossible = 28;
constexpr double kRare = 18;

/// Lists a character can be on; a letter's alphabets are bits of their own.
enum Flag : std::uint32_t {
  kCommonHan = 1U << 0U,
  kCommonKanji = 1U << 1U,
  kCommonHiragana = 1U << 2U,
  kCommonHangul = 1U << 3U,
  kCommonCyrillic = 1U << 4U,
  kRussian = 1U << 5U,
  kWesternMark = 1U << 6U,
  kEastAsianMark = 1U << 7U,
  kFirstAlphabet = 1U << 8U,
};

struct List {
  std::uint32_t flag;
  std::u32string_view characters;
};

// The commonest characters of each language, by the author's knowledge of it.
constexpr std::array kLists = {
    List{kCommonHan,
         U"的一是不了在有人这上大来和我个中地为他生要们以到国时就出说会也你对得可里下子年那后过自作"
         U"能家"
         U"发成多方学如面经行所同进着前现还然动没事之天开想当其分都只看好小起又从主与用本力"
         U"這來個為們國時說會對裡後過發學經進著現還動沒開當從與並將於點內機長間關無問題"},
    List{kCommonKanji,
         U"日一人年大本中国会出上者分生行事前月的後間時何見言自社今手地方回気学目動考作通方部新法対"
         U"要"
         U"全性実定成入場体理問合同名用内文書設必使次式機能可変更表示情報"},
    List{kCommonHiragana,
         U"のにはをたがでてとしれさるいなかっもすんらりくこあまよきけそわだうちおえせめじょど"},
    List{kCommonHangul,
         U"이다는의에을가하고지로한서를도은기사자대들어나리시그라있해일인과수정부아게보전여만장주것"
         U"스상원"
         U"으었제적국성년비구조공았화오신연선무경당계및위세까우물방유교생동문안개했된되할면합니습없"
         U"때용치"
         U"터파드트니요러내와"},
    List{kCommonCyrillic, U"оеаинтсрвлкмдпу"},
    List{kRussian, U"яыьгзбчйхжшюцщэфъё"},
    List{kWesternMark, U"“”‘’–—…«»€£©®°§·„\u00A0¿¡™•"},
    List{kEastAsianMark, U"，。、！？：；“”‘’（）《》「」『』…—·～ー・【】\u3000"},
};

struct Alphabet {
  Repertoire repertoire;
  std::u32string_view letters;  ///< beyond ASCII
};

// A text is in one language, so its letters are judged by one alphabet at a time.
constexpr std::array kAlphabets = {
    Alphabet{Repertoire::kWestern, U"äöüß"},
    Alphabet{Repertoire::kWestern, U"éèàçêâôîùûëïœ"},
    Alphabet{Repertoire::kWestern, U"ñáéíóúü"},
    Alphabet{Repertoire::kWestern, U"ãõçáéíóúâêôà"},
    Alphabet{Repertoire::kWestern, U"àèéìòù"},
    Alphabet{Repertoire::kWestern, U"åäöøæé"},
    Alphabet{Repertoire::kWestern, U"ðþýæöáéíóú"},
    Alphabet{Repertoire::kCentral, U"áčďéěíňóřšťúůýž"},
    Alphabet{Repertoire::kCentral, U"ąćęłńóśźż"},
    Alphabet{Repertoire::kCentral, U"áéíóöőúüű"},
    Alphabet{Repertoire::kCentral, U"ăâîșțşţ"},
    Alphabet{Repertoire::kCentral, U"áäčďéíĺľňóôŕšťúýž"},
    Alphabet{Repertoire::kCentral, U"čćđšž"},
    Alphabet{Repertoire::kTurkish, U"ğşıçöüâîİ"},
    Alphabet{Repertoire::kBaltic, U"āčēģīķļņšūž"},
    Alphabet{Repertoire::kBaltic, U"ąčęėįšųūž"},
    Alphabet{Repertoire::kBaltic, U"äöüõšž"},
};

/// The flags of every character of the basic plane.
const std::vector<std::uint32_t>& flags() {
  static const std::vector<std::uint32_t> kFlags = [] {
    std::vector<std::uint32_t> out(0x10000);
    for (const List& list : kLists) {
      for (const char32_t point : list.characters)
        out[point] |= list.flag;
    }
    for (std::size_t i = 0; i < kAlphabets.size(); ++i) {
      for (const char32_t point : kAlphabets[i].letters)
        out[point] |= std::uint32_t{kFirstAlphabet} << i;
    }
    return out;
  }();
  return kFlags;
}

bool holds(std::uint32_t flag, char32_t point) {
  return point < 0x10000 && (flags()[point] & flag) != 0;
}

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
  return point == 0xFFFD || (point >= 0x80 && point <= 0x9F) || is_private_use(point);
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
  if (holds(kEastAsianMark, c.point)) return 7.5;
  if (c.point >= 0xFF01 && c.point <= 0xFF5E) return 12;
  if (c.point >= 0xFF61 && c.point <= 0xFFDC) return kRare;
  if (script == Script::kNone || script == Script::kDigit) return 13;
  return kRare;
}

double chinese_cost(const Character& c, Script script) {
  if (script != Script::kHan) return east_asian_other(c, script);
  return glue(c) + (holds(kCommonHan, c.point) ? 8 : level_cost(c.level));
}

double japanese_cost(const Character& c, Script script) {
  if (c.point >= 0xFF61 && c.point <= 0xFF9F) return 14;  // half-width kana
  switch (script) {
    case Script::kHiragana:
      return glue(c) + (holds(kCommonHiragana, c.point) ? 6 : 9);
    case Script::kKatakana:
      return glue(c) + 8.5;
    case Script::kHan:
      return glue(c) + (holds(kCommonKanji, c.point) ? 9.5 : level_cost(c.level) + 0.5);
    default:
      return east_asian_other(c, script);
  }
}

double korean_cost(const Character& c, Script script) {
  if (script == Script::kHan) return glue(c) + 16;
  if (script != Script::kHangul) return east_asian_other(c, script);
  if (holds(kCommonHangul, c.point)) return glue(c) + 7.5;
  return glue(c) + (c.level == Level::kThird ? 18 : 12);
}

double punctuation_cost(const Character& c) {
  return holds(kWesternMark, c.point) ? 9.5 : 15;
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
  const double common = holds(kCommonCyrillic, point) ? 4.3 : holds(kRussian, point) ? 6.5 : 9;
  return letter_cost(c, script, common);
}

double latin_cost(const Character& c, Script script, std::uint32_t alphabet) {
  if (script == Script::kNone) {
    const bool behind_words = c.point == U'’' || c.point == U'”' || c.point == U'»' ||
                              c.point == U'…' || c.point == U'–' || c.point == U'—';
    return punctuation_cost(c) + (is_letter(c.left) && !behind_words ? 3 : 0);
  }
  if (script != Script::kLatin) return kRare;
  const double common = holds(alphabet, small(c.point)) || holds(alphabet, c.point) ? 8 : 14;
  // Two letters beyond ASCII in a row are seldom in any Latin orthography.
  return letter_cost(c, script, common) + (is_letter(c.left) && c.left >= 0x80 ? 3 : 0);
}

double alphabet_cost(const Character& c, Script script, Script own, double common) {
  if (script == own) return letter_cost(c, script, common);
  return script == Script::kNone ? punctuation_cost(c) + (holds(kWesternMark, c.point) ? 0 : -3)
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

double cost_of(const Character& c, Repertoire repertoire, std::uint32_t alphabet) {
  if (c.point < 0x80) return ascii_beside(c);
  if (is_impossible(c.point)) return kImpossible;
  const Script script = script_of(c.point);
  switch (repertoire) {
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
      return latin_cost(c, script, alphabet);
  }
}

Level row_level(unsigned row, unsigned first, unsigned second, unsigned third) {
  return row < first    ? Level::kUnknown
         : row < second ? Level::kFirst
         : row < third  ? Level::kSecond
                        : Level::kThird;
}

/// The level of a double-byte character in its encoding.
Level level_of(std::string_view bytes, const Encoding& encoding) {
  if (bytes.size() != 2) return bytes.size() > 2 ? Level::kThird : Level::kUnknown;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const auto trail = static_cast<unsigned char>(bytes[1]);
  if (encoding.name == "gb18030") {
    if (lead < 0xA1 || trail < 0xA1) return Level::kThird;
    return row_level(lead, 0xB0, 0xD8, 0xF8);
  }
  if (encoding.name == "Big5") {
    return lead < 0xA1 ? Level::kThird : row_level(lead, 0xA4, 0xC7, 0xFA);
  }
  if (encoding.name == "Shift_JIS") return row_level(lead, 0x88, 0x99, 0xEB);
  if (encoding.name == "EUC-JP") return row_level(lead, 0xB0, 0xD0, 0xF5);
  if (encoding.name == "EUC-KR" && (lead < 0xA1 || trail < 0xA1)) return Level::kThird;
  return Level::kUnknown;
}

struct Model {
  Repertoire repertoire;
  std::uint32_t alphabet;  ///< a bit of flags(), for Latin letters
};

/// The models that may judge text of a repertoire; of any repertoire when it says nothing.
std::vector<Model> models_for(Repertoire repertoire) {
  const bool any = repertoire == Repertoire::kAny;
  std::vector<Model> out;
  for (std::size_t i = 0; i < kAlphabets.size(); ++i) {
    if (any || kAlphabets[i].repertoire == repertoire)
      out.push_back({kAlphabets[i].repertoire, std::uint32_t{kFirstAlphabet} << i});
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

/// Characters with their levels, so that several models can judge them.
std::vector<Character> read_characters(const Decoded& decoded, std::string_view bytes,
                                       const Encoding& encoding) {
  std::vector<Character> out;
  out.reserve(decoded.text.size());
  char32_t left = ' ';
  for (const weft_run& run : decoded.runs) {
    const std::size_t end = run.here + std::size_t{run.count} * run.here_unit;
    std::uint64_t there = run.there;
    for (std::size_t i = run.here; i < end; there += run.there_unit) {
      const char32_t point = next_code_point(decoded.text, i);
      const Level level = point < 0x80 || there >= bytes.size()
                              ? Level::kUnknown
                              : level_of(bytes.substr(there, run.there_unit), encoding);
      out.push_back({point, left, level});
      left = point;
    }
  }
  return out;
}

double cost_as(const std::vector<Character>& characters, const Model& model, double limit) {
  double cost = 0;
  std::size_t kana = 0;
  std::size_t kanji = 0;
  for (const Character& c : characters) {
    cost += cost_of(c, model.repertoire, model.alphabet);
    if (cost > limit) return cost;
    if (model.repertoire != Repertoire::kJapanese || c.point < 0x80) continue;
    const Script script = script_of(c.point);
    kana += script == Script::kHiragana || script == Script::kKatakana ? 1U : 0U;
    kanji += script == Script::kHan ? 1U : 0U;
  }
  // Japanese without kana is a heading at most.
  if (kanji > 2 * kana) cost += 3.0 * static_cast<double>(kanji - 2 * kana);
  return cost;
}

}  // namespace

double cost_in_bits(const Decoded& decoded, std::string_view bytes, const Encoding& encoding,
                    double limit) {
  const std::vector<Character> characters = read_characters(decoded, bytes, encoding);
  const std::vector<Model> models = models_for(encoding.repertoire);
  double best = std::numeric_limits<double>::max();
  for (const Model& model : models)
    best = std::min(best, cost_as(characters, model, std::min(best, limit)));
  return encoding.repertoire == Repertoire::kAny ? best + 3 : best;  // 3: which of them
}

}  // namespace weft
