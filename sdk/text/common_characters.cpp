// SPDX-License-Identifier: Apache-2.0
/// The lists of common characters.

#include "common_characters.hpp"

#include <algorithm>
#include <vector>

namespace weft {
namespace {

struct List {
  std::uint32_t flag;
  std::u32string_view characters;
};

// The commonest characters of each language, by the author's knowledge of it.
constexpr std::array kCharacterLists = {
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
    List{kWesternMark, U"“”‘’–—…«»€£©®°§·„\u00A0¿¡™•"},
    List{kEastAsianMark, U"，。、！？：；“”‘’（）《》「」『』…—·～ー・【】\u3000"},
};

// A text is in one language, so its letters are judged by one alphabet at a time.
constexpr std::array kAlphabets = {
    Alphabet{Repertoire::kWestern, "de", U"üäöß"},
    Alphabet{Repertoire::kWestern, "fr", U"éèàêçôùâîûëïœ"},
    Alphabet{Repertoire::kWestern, "nl", U"ëéïöèü"},
    Alphabet{Repertoire::kWestern, "es gl", U"óíáéñúü"},
    Alphabet{Repertoire::kWestern, "ca", U"àéèóíòçúïü"},
    Alphabet{Repertoire::kWestern, "pt", U"ãáçéíóêõâúàô"},
    Alphabet{Repertoire::kWestern, "it", U"èàùòìé"},
    Alphabet{Repertoire::kWestern, "sv fi", U"äöåé"},
    Alphabet{Repertoire::kWestern, "da no nb nn", U"øåæé"},
    Alphabet{Repertoire::kWestern, "is fo", U"ðáíöþæéóúý"},
    Alphabet{Repertoire::kWestern, "sq", U"ëç"},
    Alphabet{Repertoire::kWestern, "eu", U"ñ"},
    Alphabet{Repertoire::kCentral, "cs", U"íáěéřžčýšůúťňóď"},
    Alphabet{Repertoire::kCentral, "pl", U"łężąśćóńź"},
    Alphabet{Repertoire::kCentral, "hu", U"áéóíöőüúű"},
    Alphabet{Repertoire::kCentral, "ro", U"ăîșţțâş"},
    Alphabet{Repertoire::kCentral, "sk", U"áíéýčžšúťľôňóďäĺŕ"},
    Alphabet{Repertoire::kCentral, "hr sl bs sr", U"čšžćđ"},
    Alphabet{Repertoire::kTurkish, "tr az", U"ıüşçğöâîû\u0130"},
    Alphabet{Repertoire::kBaltic, "lv", U"āīēšūļžņčķģ"},
    Alphabet{Repertoire::kBaltic, "lt", U"ėšžįųūąčę"},
    Alphabet{Repertoire::kBaltic, "et", U"äõüöšž"},
    Alphabet{Repertoire::kVietnamese, "vi",
             U"\u0301\u0300\u0323\u0309\u0303đưàôáêơâảạếộấốậớăịủãềứớờệởụọóổữựắíừồúýặủùẫễìợõéỏẽèẻẹòĩ"
             U"ỉũồểẩằẳẵửỡỗọỳỷỹỵỡ"},
};

/// The flags of every character of the basic plane.
const std::vector<std::uint32_t>& flags() {
  static const std::vector<std::uint32_t> kFlags = [] {
    std::vector<std::uint32_t> out(0x10000);
    for (const List& list : kCharacterLists) {
      for (const char32_t point : list.characters)
        out[point] |= list.flag;
    }
    return out;
  }();
  return kFlags;
}

constexpr double kForeignCharacter = 14;

/// The cost of each character of the basic plane's first quarter, by alphabet.
const std::vector<std::vector<float>>& character_costs() {
  static const std::vector<std::vector<float>> kTables = [] {
    constexpr double kMost = 10;
    std::vector<std::vector<float>> out;
    for (const Alphabet& alphabet : kAlphabets) {
      out.emplace_back(0x1F00, static_cast<float>(kForeignCharacter));
      double cost = 6;
      for (const char32_t letter : alphabet.letters) {
        out.back()[letter] = static_cast<float>(cost);
        cost = std::min(cost + 0.35, kMost);
      }
    }
    return out;
  }();
  return kTables;
}

}  // namespace

double alphabet_cost(const Alphabet& alphabet, char32_t point) {
  const auto& table = character_costs()[static_cast<std::size_t>(&alphabet - kAlphabets.data())];
  return point < table.size() ? table[point] : kForeignCharacter;
}

std::span<const Alphabet> alphabets() {
  return kAlphabets;
}

bool has_flag(std::uint32_t flag, char32_t point) {
  return point < 0x10000 && (flags()[point] & flag) != 0;
}

}  // namespace weft
