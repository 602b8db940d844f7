// SPDX-License-Identifier: Apache-2.0
/// Small lists of single characters.
#include "phrase_borders.hpp"

#include <string_view>

namespace weft {
namespace {

constexpr std::u32string_view kParting =
    U"的了是和与及或而但则且并將将把被让其这那该此每某你我他她它们就也都又还"
    U"已很最更使若如仅即所而為为說说着過吗呢吧於與並從从這們還讓給给于以在";
constexpr std::u32string_view kNoBegin =
    U"性率度者们們所类種种次号第上下内外个家化等得地中里后時时年月日元来去起";
constexpr std::u32string_view kNoEnd = U"第非可未无無所各其不对對由从较較及将將于和与以在为是";
constexpr std::u32string_view kNouns =
    U"性率法度化型量器机學学者力病症剂层区系式体物素酶菌油膜岩论证业业统术料期会国市員员院部局所厂"
    U"厂校社"
    U"史权權债券股税費费价格罪案战戰队隊舰机枪弹芯片网網站库庫表图圖书書报報率";

bool is_in(std::u32string_view list, char32_t character) {
  return list.find(character) != std::u32string_view::npos;
}

}  // namespace

bool parts_phrases(char32_t character) {
  return is_in(kParting, character);
}
bool cannot_begin(char32_t character) {
  return is_in(kNoBegin, character);
}
bool cannot_end(char32_t character) {
  return is_in(kNoEnd, character);
}
bool ends_nouns(char32_t character) {
  return is_in(kNouns, character);
}

}  // namespace weft
