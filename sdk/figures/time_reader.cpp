// SPDX-License-Identifier: Apache-2.0
/// Times of day: 下午三点, 十四时三十分, 3:30 p.m., three o'clock.
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

enum class DayHalf : std::uint8_t { kUnsaid, kMorning, kAfternoon };

Taken time_of(const NumeralView& view, std::size_t end, std::int64_t hour, std::int64_t minute,
              DayHalf half, std::size_t numerals) {
  if (half == DayHalf::kAfternoon && hour < 12) hour += 12;
  if (half == DayHalf::kMorning && hour == 12) hour = 0;
  Taken out;
  out.figure = figure_of(view.here());
  out.figure.end = static_cast<std::uint32_t>(end);
  out.figure.kind = FigureKind::kTime;
  out.figure.twelve_hours = half == DayHalf::kUnsaid && hour <= 12;
  out.figure.value = hour * 60 + minute;
  out.figure.high = out.figure.value;
  out.figure.bound = FigureBound::kExact;
  out.numerals = numerals;
  return out;
}

DayHalf half_before(std::string_view text, std::size_t end) {
  struct Part {
    std::string_view word;
    DayHalf half;
  };
  constexpr std::array kParts = {
      Part{"上午", DayHalf::kMorning},   Part{"早上", DayHalf::kMorning},
      Part{"早晨", DayHalf::kMorning},   Part{"凌晨", DayHalf::kMorning},
      Part{"清晨", DayHalf::kMorning},   Part{"下午", DayHalf::kAfternoon},
      Part{"傍晚", DayHalf::kAfternoon}, Part{"晚上", DayHalf::kAfternoon},
      Part{"晚间", DayHalf::kAfternoon}, Part{"夜里", DayHalf::kUnsaid},
      Part{"中午", DayHalf::kUnsaid}};
  for (const Part& part : kParts) {
    if (ends_at(text, skip_blank_back(text, end), part.word)) return part.half;
  }
  return DayHalf::kUnsaid;
}
bool day_part_before(std::string_view text, std::size_t end) {
  const std::size_t at = skip_blank_back(text, end);
  return half_before(text, end) != DayHalf::kUnsaid || ends_at(text, at, "夜里") ||
         ends_at(text, at, "中午");
}

/// " p.m.", "pm": which half, and where it ends.
DayHalf half_behind(std::string_view text, std::size_t& end) {
  const std::size_t at = skip_blank(text, end);
  const char letter = lower(byte_at(text, at));
  if (letter != 'a' && letter != 'p') return DayHalf::kUnsaid;
  const bool dotted = same_word(text, at + 1, ".m");
  if (!dotted && lower(byte_at(text, at + 1)) != 'm') return DayHalf::kUnsaid;
  std::size_t behind = at + (dotted ? 3 : 2);
  if (is_letter(byte_at(text, behind))) return DayHalf::kUnsaid;
  if (dotted && byte_at(text, behind) == '.') ++behind;
  end = behind;
  return letter == 'a' ? DayHalf::kMorning : DayHalf::kAfternoon;
}

std::optional<Taken> han_time(const NumeralView& view) {
  const Numeral& hour = view.here();
  const std::string_view text = view.text;
  if (!within(hour, 0, 24) || hour.scaled || hour.ordinal) return std::nullopt;
  const std::size_t at = skip_blank(text, hour.end);
  std::size_t end = at;
  for (const std::string_view mark : {"点钟", "點鐘", "点", "點", "时", "時"}) {
    if (!starts_at(text, at, mark)) continue;
    end = at + mark.size();
    break;
  }
  if (end == at) return std::nullopt;
  bool sure = end == at + 6 || day_part_before(text, hour.begin);
  std::int64_t minute = 0;
  std::size_t used = 1;
  const Numeral* next = view.next();
  if (starts_at(text, end, "半") || starts_at(text, end, "整")) {
    minute = starts_at(text, end, "半") ? 30 : 0;
    end += 3;
    sure = true;
  } else if (starts_at(text, end, "一刻") || starts_at(text, end, "三刻")) {
    minute = starts_at(text, end, "一刻") ? 15 : 45;
    end += 6;
    used = 2;
    sure = true;
  } else if (next != nullptr && next->begin <= end + 1 && within(*next, 0, 59) &&
             starts_at(text, skip_blank(text, next->end), "分") &&
             !starts_at(text, skip_blank(text, next->end), "分之")) {
    minute = next->value.numerator();
    end = skip_blank(text, next->end) + 3;
    used = 2;
    sure = true;
  }
  if (!sure) return std::nullopt;
  return time_of(view, end, hour.value.numerator(), minute, half_before(text, hour.begin), used);
}

/// "half past ", "half-past " before an hour: its size.
std::size_t half_past(std::string_view text, std::size_t end) {
  return end >= 10 && same_word(text, end - 10, "half past ") ? 10 : 0;
}

/// "2.30 pm".
std::optional<Taken> pointed_time(const NumeralView& view) {
  const Numeral& numeral = view.here();
  if (!numeral.point || numeral.places < 3 || numeral.places > 4) return std::nullopt;
  std::size_t end = numeral.end;
  const DayHalf half = half_behind(view.text, end);
  const Rational minutes = numeral.value * Rational(100);
  if (half == DayHalf::kUnsaid || !minutes.whole()) return std::nullopt;
  const std::int64_t hour = minutes.numerator() / 100;
  const std::int64_t minute = minutes.numerator() % 100;
  if (hour > 12 || minute > 59) return std::nullopt;
  return time_of(view, end, hour, minute, half, 1);
}

std::optional<Taken> english_time(const NumeralView& view) {
  const Numeral& hour = view.here();
  const std::string_view text = view.text;
  if (auto taken = pointed_time(view)) return taken;
  if (!within(hour, 0, 24) || hour.ordinal || hour.scaled) return std::nullopt;
  const Numeral* next = view.next();
  const bool minutes = next != nullptr && next->places == 2 && within(*next, 0, 59) &&
                       hour.form == NumeralForm::kDigits && hour.places <= 2 &&
                       next->form == NumeralForm::kDigits &&
                       (view.between(hour, *next) == ":" || view.between(hour, *next) == "：");
  std::size_t end = minutes ? next->end : hour.end;
  DayHalf half = half_behind(text, end);
  const std::size_t past = minutes ? 0 : half_past(text, hour.begin);
  if (!minutes && half == DayHalf::kUnsaid) {
    const std::size_t at = skip_blank(text, end);
    const bool clock = same_word(text, at, "o'clock") || same_word(text, at, "o’clock");
    if (!clock && past == 0) return std::nullopt;
    if (clock) end = at + (same_word(text, at, "o'clock") ? 7 : 9);
  }
  if (half == DayHalf::kUnsaid) half = half_before(text, hour.begin);
  const std::int64_t minute = minutes ? next->value.numerator() : past != 0 ? 30 : 0;
  Taken out = time_of(view, end, hour.value.numerator(), minute, half, minutes ? 2 : 1);
  out.figure.begin -= static_cast<std::uint32_t>(past);
  return out;
}

}  // namespace

std::optional<Taken> take_time(const NumeralView& view) {
  if (view.here().form == NumeralForm::kMonth || view.here().form == NumeralForm::kWeekday)
    return std::nullopt;
  if (auto taken = han_time(view)) return taken;
  return english_time(view);
}

}  // namespace weft
