// SPDX-License-Identifier: Apache-2.0
/// English numerals: twenty-one, half a million, two dozen, third; months and weekdays.
#include <algorithm>
#include <array>

#include "number_words.hpp"
#include "numeral.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

/// The word behind a space or a hyphen, with "and " passed over where `with_and`; where it begins
/// and ends.
struct Next {
  NumberWord word;
  std::size_t begin = 0;
  std::size_t end = 0;
};
Next next_word(std::string_view text, std::size_t at, bool with_and) {
  Next out;
  std::size_t begin = byte_at(text, at) == '-' ? at + 1 : skip_blank(text, at);
  if (begin == at) return out;
  std::size_t end = word_end(text, begin);
  if (with_and && end - begin == 3 && same_word(text, begin, "and")) {
    begin = skip_blank(text, end);
    end = word_end(text, begin);
  }
  out = {word_of(text, begin, end), begin, end};
  return out;
}

/// The word before `end`, behind one space or hyphen; where it begins, `end` if there is none.
std::size_t word_before(std::string_view text, std::size_t end) {
  if (end == 0 || (text[end - 1] != ' ' && text[end - 1] != '-')) return end;
  const std::size_t begin = word_begin(text, end - 1);
  return begin == end - 1 ? end : begin;
}
bool is_word(std::string_view text, std::size_t at, std::size_t end, std::string_view word) {
  return end - at == word.size() && same_word(text, at, word);
}

/// May `next` follow in one numeral after a word of `last`? `inverted`: five and thirty.
bool may_follow(WordSort last, const NumberWord& next, bool had_large, bool inverted) {
  switch (next.sort) {
    case WordSort::kUnit:
      return last == WordSort::kTens || last == WordSort::kScore ? next.value > 0
                                                                 : had_large && next.value > 0;
    case WordSort::kTeen:
    case WordSort::kTens:
    case WordSort::kScore:
      if (last == WordSort::kScore) return next.sort == WordSort::kTeen;
      if (last == WordSort::kUnit) return inverted && next.sort == WordSort::kTens;
      return next.value > 0 && (last == WordSort::kHundred || last == WordSort::kScale);
    case WordSort::kHundred:
      return next.value > 0 && last != WordSort::kHundred && last != WordSort::kScale;
    case WordSort::kScale:
      return next.value > 0;
    case WordSort::kDozen:
      return next.value > 0;
    default:
      return false;
  }
}

struct WordSum {
  Rational total = 0;
  Rational section = 0;
  void add(const NumberWord& word) {
    if (word.sort == WordSort::kHundred || word.sort == WordSort::kDozen) {
      section = (section == Rational(0) ? Rational(1) : section) * Rational(word.value);
    } else if (word.sort == WordSort::kScale) {
      // 6,000 million: a larger scale behind a smaller one takes all.
      const Rational before =
          section == Rational(0) && total == Rational(0) ? Rational(1) : section;
      total = section == Rational(0) && !(total == Rational(0))
                  ? total * Rational(word.value)
                  : total + before * Rational(word.value);
      section = 0;
    } else {
      section = section + Rational(word.value);
    }
  }
  [[nodiscard]] Rational result() const { return total + section; }
};

/// "nineteen eighty-four": a teen (or twenty) before tens is a year.
bool joins_year(const NumberWord& first, const NumberWord& next) {
  const bool century = first.sort == WordSort::kTeen || first.value == 20;
  return century && first.value >= 10 && !first.ordinal &&
         (next.sort == WordSort::kTens || (next.sort == WordSort::kTeen)) && next.value >= 10;
}

/// "a", "half a", "a half" before a scale word; "several", "a few", "many" make it vague.
void take_article(std::string_view text, Numeral& out) {
  std::size_t at = word_before(text, out.begin);
  const std::size_t end = out.begin - 1;
  if (at == out.begin) return;
  const auto is = [&](std::string_view word) { return is_word(text, at, end, word); };
  for (const std::string_view word : {"several", "few", "many", "some", "couple", "of"}) {
    if (is(word) && word != "some") out.vague = true;
  }
  if (is("half")) {
    out.value = out.value * Rational(1, 2);
    out.begin = static_cast<std::uint32_t>(at);
    out.bare = false;
  } else if (is("a") || is("an")) {
    out.begin = static_cast<std::uint32_t>(at);
    out.bare = false;
    const std::size_t before = word_before(text, at);
    if (before != at && is_word(text, before, at - 1, "half")) {
      out.value = out.value * Rational(1, 2);
      out.begin = static_cast<std::uint32_t>(before);
    }
  }
  out.high = out.value;
}

/// "two and a half": behind it, or `end`.
std::size_t take_and_half(std::string_view text, std::size_t end, Rational& value) {
  const bool half = same_word(text, end, " and a half") || same_word(text, end, " and one half");
  if (!half) return end;
  const std::size_t behind = end + (same_word(text, end, " and a half") ? 11 : 13);
  if (is_letter(byte_at(text, behind))) return end;
  value = value + Rational(1, 2);
  return behind;
}

/// half, quarter, doubled, twice.
Numeral single_word(const NumberWord& word, std::size_t at, std::size_t end) {
  Numeral out;
  out.begin = static_cast<std::uint32_t>(at);
  out.end = static_cast<std::uint32_t>(end);
  const bool half = word.sort == WordSort::kHalf;
  out.form = half                          ? NumeralForm::kHalf
             : word.sort == WordSort::kEra ? NumeralForm::kEra
                                           : NumeralForm::kTimes;
  out.value = half ? Rational(1, word.value) : Rational(word.value);
  out.high = out.value;
  out.bare = half || word.text == "twice";
  return out;
}

/// "tenfold": the number before "fold", which is left to the units.
std::optional<Numeral> fold_word(std::string_view text, std::size_t at, std::size_t end) {
  if (end - at < 7 || !same_word(text, end - 4, "fold")) return std::nullopt;
  const NumberWord number = word_of(text, at, end - 4);
  if (number.sort == WordSort::kNone || number.ordinal || number.value < 2) return std::nullopt;
  Numeral out;
  out.form = NumeralForm::kWord;
  out.begin = static_cast<std::uint32_t>(at);
  out.end = static_cast<std::uint32_t>(end - 4);
  out.places = 1;
  out.value = number.value;
  out.high = out.value;
  return out;
}

Numeral calendar_word(const NumberWord& word, std::size_t at, std::size_t end) {
  Numeral out;
  out.begin = static_cast<std::uint32_t>(at);
  out.end = static_cast<std::uint32_t>(end);
  out.form = word.sort == WordSort::kMonth ? NumeralForm::kMonth : NumeralForm::kWeekday;
  out.value = word.value;
  out.high = out.value;
  return out;
}

struct Gathered {
  WordSum sum;
  std::size_t end = 0;
  std::size_t words = 1;
  bool ordinal = false;
  bool year = false;
  bool scaled = false;
  std::int64_t scale = 1;  // of the last word
};

Gathered gather(std::string_view text, const NumberWord& first, std::size_t end, bool may_invert) {
  Gathered out;
  out.sum.add(first);
  out.end = end;
  out.ordinal = first.ordinal;
  WordSort last = first.sort;
  bool had_large = last == WordSort::kHundred || last == WordSort::kScale;
  out.scaled = had_large || last == WordSort::kDozen;
  while (!out.ordinal) {
    // "forty and six" and "six and forty" are old-fashioned but clear.
    const bool tens = last == WordSort::kTens;
    const bool with_and =
        had_large || tens || last == WordSort::kScore || (last == WordSort::kUnit && may_invert);
    const Next next = next_word(text, out.end, with_and);
    const bool said_and = next.begin > out.end + 1;
    if (tens && said_and && next.word.sort != WordSort::kUnit) break;
    if (next.word.sort == WordSort::kNone) break;
    if (out.words == 1 && joins_year(first, next.word)) {
      out.sum.section = out.sum.section * Rational(100) + Rational(next.word.value);
      out.year = true;
    } else if (may_follow(last, next.word, had_large, said_and)) {
      out.sum.add(next.word);
    } else {
      break;
    }
    last = next.word.sort;
    had_large = had_large || last == WordSort::kHundred || last == WordSort::kScale;
    out.scaled = out.scaled || had_large || last == WordSort::kDozen;
    out.scale = last == WordSort::kScale || last == WordSort::kHundred ? next.word.value : 1;
    out.ordinal = next.word.ordinal;
    out.end = next.end;
    ++out.words;
  }
  return out;
}

/// "between five and thirty" names two numbers.
bool opens_pair(std::string_view text, std::size_t at) {
  const std::size_t before = word_before(text, at);
  if (before == at) return false;
  return is_word(text, before, at - 1, "between") || is_word(text, before, at - 1, "both");
}

}  // namespace

std::optional<Numeral> read_words(std::string_view text, std::size_t at, std::size_t end) {
  const NumberWord first = word_of(text, at, end);
  if (first.sort == WordSort::kNone) return fold_word(text, at, end);
  if (first.sort == WordSort::kHalf || first.sort == WordSort::kTimes ||
      first.sort == WordSort::kEra)
    return single_word(first, at, end);
  if (first.sort == WordSort::kMonth || first.sort == WordSort::kWeekday)
    return is_upper(text[at]) ? std::optional(calendar_word(first, at, end)) : std::nullopt;
  const Gathered gathered = gather(text, first, end, !opens_pair(text, at));
  Numeral out;
  out.form = NumeralForm::kWord;
  out.begin = static_cast<std::uint32_t>(at);
  out.places = static_cast<std::uint8_t>(std::min<std::size_t>(gathered.words, 255));
  out.ordinal = gathered.ordinal;
  out.value = gathered.sum.result();
  out.scaled = gathered.scaled && !gathered.year;
  out.scale = gathered.scale;
  std::size_t number_end = gathered.end;
  if (!out.ordinal) number_end = take_and_half(text, number_end, out.value);
  out.end = static_cast<std::uint32_t>(number_end);
  out.high = out.value;
  if (number_end != gathered.end) take_word_scale(text, out);
  const bool from_scale = first.sort == WordSort::kHundred || first.sort == WordSort::kScale ||
                          first.sort == WordSort::kDozen;
  out.bare = (gathered.words == 1 && first.value <= 1) || from_scale;
  if (first.value == 0 && first.text != "zero") out.vague = true;
  if (from_scale && !out.vague && !out.ordinal) take_article(text, out);
  if (!out.value.valid()) out.vague = true;
  out.high = out.value;
  return out;
}

void take_word_scale(std::string_view text, Numeral& numeral) {
  const auto multiply = [&](std::int64_t scale, std::size_t end) {
    numeral.scale = numeral.scale * Rational(scale);
    numeral.value = numeral.value * Rational(scale);
    numeral.high = numeral.high * Rational(scale);
    numeral.scaled = true;
    numeral.bare = false;
    numeral.end = static_cast<std::uint32_t>(end);
  };
  std::size_t end = numeral.end;
  for (Next next = next_word(text, end, false);
       (next.word.sort == WordSort::kScale || next.word.sort == WordSort::kHundred ||
        next.word.sort == WordSort::kDozen) &&
       next.word.value > 0 && !next.word.ordinal;
       next = next_word(text, numeral.end, false))
    multiply(next.word.value, next.end);
  if (numeral.scaled) return;
  const std::size_t begin = byte_at(text, end) == ' ' ? end + 1 : end;
  const std::size_t letters = word_end(text, begin) - begin;
  const std::string_view word = text.substr(begin, letters);
  if (word == "bn" || word == "bln") multiply(1000000000, begin + letters);
  if (word == "mn" || word == "mln") multiply(1000000, begin + letters);
  if (begin == end && word == "tn") multiply(1000000000000, begin + letters);
  if (begin == end && word == "k") multiply(1000, begin + letters);
}

}  // namespace weft
