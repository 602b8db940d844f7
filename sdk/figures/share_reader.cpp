// SPDX-License-Identifier: Apache-2.0
/// Shares: 三分之二, 百分之五, two thirds, half of; and factors in words: doubled, 翻一番.
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

Taken share(const NumeralView& view, FigureKind kind, std::size_t end, Rational value,
            std::size_t numerals) {
  Taken out;
  out.figure = figure_of(view.here());
  out.figure.end = static_cast<std::uint32_t>(end);
  out.figure.kind = kind;
  out.figure.value = value;
  out.figure.high = value;
  out.numerals = numerals;
  return out;
}

/// 三分之二, 百分之五点五, 千分之三.
std::optional<Taken> han_share(const NumeralView& view) {
  const Numeral& whole = view.here();
  const Numeral* part = view.next();
  if (part == nullptr || view.between(whole, *part) != "分之" || whole.value == Rational(0))
    return std::nullopt;
  const bool percent = whole.value == Rational(100);
  Taken out = share(view, percent ? FigureKind::kPercentage : FigureKind::kFraction, part->end,
                    part->value, 2);
  out.figure.high = part->high;
  out.figure.bound = part->bound;
  if (!percent) {
    const Rational one_of(whole.value.denominator(), whole.value.numerator());
    out.figure.value = part->value * one_of;
    out.figure.high = part->high * one_of;
  }
  return out;
}

/// The part a word names ("thirds": 3), at a space or hyphen before it; where it ends.
std::int64_t named_part(std::string_view text, std::size_t at, std::size_t& end) {
  struct Part {
    std::string_view word;
    std::int64_t parts;
  };
  constexpr std::array kParts = {Part{"half", 2},    Part{"halves", 2},  Part{"third", 3},
                                 Part{"quarter", 4}, Part{"fourth", 4},  Part{"fifth", 5},
                                 Part{"sixth", 6},   Part{"seventh", 7}, Part{"eighth", 8},
                                 Part{"ninth", 9},   Part{"tenth", 10},  Part{"hundredth", 100}};
  const std::size_t begin = at + (byte_at(text, at) == '-' || byte_at(text, at) == ' ');
  if (begin == at) return 0;
  for (const Part& part : kParts) {
    if (!same_word(text, begin, part.word)) continue;
    end = begin + part.word.size();
    if (byte_at(text, end) == 's') ++end;
    if (!is_letter(byte_at(text, end))) return part.parts;
  }
  return 0;
}

bool follows(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (same_word(text, at, word)) return true;
  }
  return false;
}

/// Numerals that begin before `end` from the next one on.
std::size_t numerals_until(const NumeralView& view, std::size_t end) {
  std::size_t used = 1;
  while (view.next(used) != nullptr && view.next(used)->begin < end)
    ++used;
  return used;
}

/// "two thirds", "one-fifth", "three quarters".
std::optional<Taken> english_share(const NumeralView& view) {
  const Numeral& count = view.here();
  if (count.ordinal || count.scaled || !within(count, 1, 99)) return std::nullopt;
  std::size_t end = 0;
  const std::int64_t parts = named_part(view.text, count.end, end);
  if (parts == 0) return std::nullopt;
  const bool plural = view.text[end - 1] == 's';
  const bool one = count.value == Rational(1);
  // "one third party" is no share; "one-third" and "one third of" are.
  if (plural == one || (one && byte_at(view.text, count.end) != '-' &&
                        !follows(view.text, end, {" of", " the", " as", ",", "."})))
    return std::nullopt;
  return share(view, FigureKind::kFraction, end, count.value * Rational(1, parts),
               numerals_until(view, end));
}

/// "a third of": an ordinal between "a" and "of".
std::optional<Taken> article_share(const NumeralView& view) {
  const Numeral& ordinal = view.here();
  if (!ordinal.ordinal || ordinal.form != NumeralForm::kWord || ordinal.places != 1 ||
      !within(ordinal, 3, 100))
    return std::nullopt;
  const std::size_t a = skip_blank_back(view.text, ordinal.begin);
  const bool article = a > 0 && a < ordinal.begin && lower(view.text[a - 1]) == 'a' &&
                       (a == 1 || !is_letter(view.text[a - 2]));
  if (!article || !follows(view.text, ordinal.end, {" of "})) return std::nullopt;
  return share(view, FigureKind::kFraction, ordinal.end, Rational(1, ordinal.value.numerator()), 1);
}

/// 一半: half, whatever it is of.
std::optional<Taken> han_half(const NumeralView& view) {
  const Numeral& one = view.here();
  if (one.form != NumeralForm::kHan || !(one.value == Rational(1)) ||
      !starts_at(view.text, one.end, "半"))
    return std::nullopt;
  return share(view, FigureKind::kFraction, one.end + 3, Rational(1, 2),
               numerals_until(view, one.end + 3));
}

/// 翻一番 is twice, 翻两番 four times.
std::optional<Taken> doubling(const NumeralView& view) {
  const Numeral& times = view.here();
  if (times.form != NumeralForm::kHan || !within(times, 1, 20) ||
      !starts_at(view.text, times.end, "番"))
    return std::nullopt;
  const bool turned =
      ends_at(view.text, times.begin, "翻") || ends_at(view.text, times.begin, "翻了");
  if (!turned) return std::nullopt;
  return share(view, FigureKind::kMultiple, times.end + 3,
               std::int64_t{1} << static_cast<unsigned>(times.value.numerator()), 1);
}

/// "1/3" where it can be no date or score.
std::optional<Taken> slashed(const NumeralView& view) {
  const Numeral& part = view.here();
  const Numeral* whole = view.next();
  if (whole == nullptr || view.between(part, *whole) != "/" || !within(part, 1, 99) ||
      !within(*whole, 2, 10) || part.places > 2 || whole->places > 2 ||
      part.value.numerator() >= whole->value.numerator() ||
      is_digit(byte_at(view.text, whole->end)) || byte_at(view.text, whole->end) == '/')
    return std::nullopt;
  if (part.begin > 0 && (view.text[part.begin - 1] == '/' || is_letter(view.text[part.begin - 1])))
    return std::nullopt;
  Taken out = share(view, FigureKind::kFraction, whole->end,
                    Rational(part.value.numerator(), whole->value.numerator()), 2);
  out.figure.doubtful = part.value.numerator() != 1;  // 9/11, 3/8
  return out;
}

}  // namespace

std::optional<Taken> take_share(const NumeralView& view) {
  if (view.here().form == NumeralForm::kMonth || view.here().form == NumeralForm::kWeekday)
    return std::nullopt;
  for (const auto attempt :
       {han_share, english_share, article_share, han_half, doubling, slashed}) {
    if (auto taken = attempt(view)) return taken;
  }
  return std::nullopt;
}

}  // namespace weft
