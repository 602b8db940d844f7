// SPDX-License-Identifier: Apache-2.0
/// Words and numbers of days and times, taken off one by one.
#include "speaker_dates.hpp"

#include <algorithm>
#include <array>

#include "weft/ascii.hpp"

namespace weft {
namespace {

using Points = std::u32string_view;

constexpr Points kDigits = U"0123456789０１２３４５６７８９〇零一二三四五六七八九十两";
constexpr Points kUnits = U"年月日号时点分";
constexpr auto kWhen = std::to_array<Points>(
    {U"当地时间", U"北京时间", U"早些时候", U"晚些时候", U"上午", U"下午", U"中午", U"晚上",
     U"晚间",     U"凌晨",     U"清晨",     U"傍晚",     U"夜间", U"深夜", U"当晚", U"当天",
     U"当日",     U"今天",     U"昨天",     U"前天",     U"今日", U"昨日", U"今晨", U"昨晚",
     U"今晚",     U"本周",     U"上周",     U"本月",     U"上月", U"今年", U"去年", U"前年",
     U"年初",     U"年底",     U"年末",     U"月初",     U"月底", U"上旬", U"中旬", U"下旬",
     U"周末",     U"稍早",     U"稍晚"});
constexpr auto kWeeks = std::to_array<Points>({U"星期", U"礼拜", U"周"});
constexpr Points kDays = U"一二三四五六日天";

bool is_digit(char32_t point) {
  return kDigits.find(point) != Points::npos;
}

/// Length of what says when at the end, without what leads to it.
std::size_t unit_at_end(Points text) {
  for (const Points word : kWhen)
    if (text.ends_with(word)) return word.size();
  if (text.empty()) return 0;
  if (kDays.find(text.back()) != Points::npos) {
    for (const Points week : kWeeks)
      if (text.substr(0, text.size() - 1).ends_with(week)) return week.size() + 1;
  }
  // "3月3日晚"
  const std::size_t mark = text.back() == U'晚' || text.back() == U'早' ? 1 : 0;
  std::size_t at = text.size() - mark;
  if (at == 0 || kUnits.find(text[at - 1]) == Points::npos) return 0;
  --at;
  while (at > 0 && text[at - 1] == U' ')
    --at;
  const std::size_t behind = at;
  while (at > 0 && is_digit(text[at - 1]))
    --at;
  return at < behind ? text.size() - at : 0;
}

std::size_t unit_at_start(Points text) {
  for (const Points word : kWhen)
    if (text.starts_with(word)) return word.size();
  for (const Points week : kWeeks) {
    const bool day = text.starts_with(week) && text.size() > week.size() &&
                     kDays.find(text[week.size()]) != Points::npos;
    if (day) return week.size() + 1;
  }
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at]))
    ++at;
  if (at == 0) return 0;
  while (at < text.size() && text[at] == U' ')
    ++at;
  return at < text.size() && kUnits.find(text[at]) != Points::npos ? at + 1 : 0;
}

constexpr auto kDayNames = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
constexpr auto kMonthNames =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});
/// In front of a day, month or span of time.
constexpr auto kLeads =
    std::to_array<std::string_view>({"on", "in", "last", "this", "late", "early", "earlier"});
constexpr auto kSpans =
    std::to_array<std::string_view>({"week", "month", "year", "morning", "afternoon", "evening",
                                     "night", "weekend", "summer", "winter", "spring", "autumn"});
constexpr auto kAlone = std::to_array<std::string_view>({"yesterday", "today", "tonight"});

template <class List>
bool is_one_of(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_when(std::string_view word) {
  return is_one_of(kDayNames, word) || is_one_of(kMonthNames, word) || is_one_of(kSpans, word) ||
         is_number(word);
}

/// Takes a word off the end, or the beginning.
std::string_view take_word(std::string_view& text, bool end) {
  const std::size_t space = end ? text.rfind(' ') : text.find(' ');
  std::string_view word = text;
  if (space == std::string_view::npos) {
    text = {};
  } else if (end) {
    word.remove_prefix(space + 1);
    text.remove_suffix(text.size() - space);
  } else {
    word = word.substr(0, space);
    text.remove_prefix(space + 1);
  }
  return word;
}

/// Takes words of time up to one that leads to them, a number beside a month, or a weekday alone.
std::string_view without_date_behind(std::string_view who) {
  std::string_view rest = who;
  std::size_t words = 0;
  bool number = false;
  bool month = false;
  bool day = false;
  while (!rest.empty()) {
    std::string_view before = rest;
    const std::string_view written = take_word(before, true);
    const std::string word = ascii_lowered(written);
    if (words == 0 && is_one_of(kAlone, written)) return before;  // in small letters: USA Today
    if (words > 0 && is_one_of(kLeads, word)) return before;
    if (!is_when(word)) break;
    number = number || is_number(word);
    month = month || is_one_of(kMonthNames, word);
    day = day || is_one_of(kDayNames, word);
    ++words;
    rest = before;
  }
  const bool dated = (number && month) || (day && words == 1);
  return dated && !rest.empty() ? rest : who;
}

/// "On Tuesday Apple", "Last week Apple".
std::string_view without_date_in_front(std::string_view who) {
  std::string_view rest = who;
  const std::string first = ascii_lowered(take_word(rest, false));
  if (first == "yesterday") return rest;
  if (!is_one_of(kLeads, first)) return who;
  std::size_t words = 0;
  for (; !rest.empty(); ++words) {
    std::string_view behind = rest;
    if (!is_when(ascii_lowered(take_word(behind, false)))) break;
    rest = behind;
  }
  return words > 0 ? rest : who;
}

}  // namespace

std::size_t date_at_end(Points text) {
  std::size_t end = text.size();
  for (std::size_t unit = 0; (unit = unit_at_end(text.substr(0, end))) > 0;) {
    end -= unit;
    while (end > 0 && text[end - 1] == U' ')
      --end;
  }
  if (end == text.size()) return 0;
  if (end > 0 && (text[end - 1] == U'于' || text[end - 1] == U'在')) --end;
  return text.size() - end;
}

std::size_t date_at_start(Points text) {
  std::size_t begin = 0;
  for (std::size_t unit = 0; (unit = unit_at_start(text.substr(begin))) > 0;) {
    begin += unit;
    while (begin < text.size() && text[begin] == U' ')
      ++begin;
  }
  return begin;
}

std::string_view without_english_dates(std::string_view who) {
  const std::string_view rest = without_date_behind(who);
  return rest.size() < who.size() ? rest : without_date_in_front(who);
}

}  // namespace weft
