// SPDX-License-Identifier: Apache-2.0
/// The tables of month and weekday names: English, German, French, Spanish, Italian, Portuguese,
/// Dutch, Russian; weekdays also in Chinese, Japanese and Korean.

#include "months.hpp"

#include <array>
#include <string_view>

#include "match.hpp"

namespace weft::plain {
namespace {

// Longer names first: "march" must not be read as "mar".
constexpr std::array<std::string_view, 12> kMonths = {
    "january | januar | janvier | enero | gennaio | janeiro | januari | января | jan",
    "february | februar | février | febrero | febbraio | fevereiro | februari | февраля | feb",
    "march | märz | mars | marzo | março | maart | марта | mär | mar",
    "april | avril | abril | aprile | апреля | apr",
    "may | mai | mayo | maggio | maio | mei | мая",
    "june | juni | juin | junio | giugno | junho | июня | jun",
    "july | juli | juillet | julio | luglio | julho | июля | jul",
    "august | août | agosto | augustus | августа | aug",
    "september | septembre | septiembre | settembre | setembro | сентября | sept | sep",
    "october | oktober | octobre | octubre | ottobre | outubro | октября | oct | okt",
    "november | novembre | noviembre | novembro | ноября | nov",
    "december | dezember | décembre | diciembre | dicembre | dezembro | декабря | dec | dez",
};

constexpr std::string_view kWeekdays =
    "monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | "
    "wed | thu | thurs | fri | sat | sun | montag | dienstag | mittwoch | donnerstag | freitag | "
    "samstag | sonntag | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | "
    "lunes | martes | miércoles | jueves | viernes | sábado | domingo | "
    "星期一 | 星期二 | 星期三 | 星期四 | 星期五 | 星期六 | 星期日 | 星期天 | "
    "周一 | 周二 | 周三 | 周四 | 周五 | 周六 | 周日 | 礼拜一 | 礼拜二 | 礼拜三 | 礼拜四 | "
    "礼拜五 | 礼拜六 | 礼拜日 | 月曜日 | 火曜日 | 水曜日 | 木曜日 | 金曜日 | 土曜日 | 日曜日 | "
    "월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일 | 일요일";
// Only in brackets: "(五)", "(水)".
constexpr std::string_view kShortWeekdays =
    "一 | 二 | 三 | 四 | 五 | 六 | 日 | 月 | 火 | 水 | 木 | 金 | 土 | 월 | 화 | 수 | 목 | 금 | 토 "
    "| 일";

}  // namespace

int take_month(Scanner& scanner) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (!scanner.take_one_of(kMonths[i])) continue;
    scanner.take('.');
    return static_cast<int>(i) + 1;
  }
  return 0;
}

bool take_weekday(Scanner& scanner) {
  const std::size_t from = scanner.at();
  const bool bracket = scanner.take_any("(（") != 0;
  const bool found =
      scanner.take_one_of(kWeekdays) || (bracket && scanner.take_one_of(kShortWeekdays));
  if (found && (!bracket || scanner.take_any(")）") != 0)) {
    scanner.take('.');
    return true;
  }
  scanner.move_to(from);
  return false;
}

}  // namespace weft::plain
