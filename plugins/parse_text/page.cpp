// SPDX-License-Identifier: Apache-2.0
/// Looking at the text as a whole, and cutting off what is no text.

#include "page.hpp"

#include <algorithm>
#include <utility>

#include "characters.hpp"
#include "credits.hpp"
#include "furniture.hpp"
#include "match.hpp"
#include "weft/ascii.hpp"
#include "weft/utf8.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kSentenceWidth = 40;    // columns; a stopped line of less may be a title
constexpr std::uint32_t kQuestionWidth = 100;   // columns
constexpr std::uint32_t kParagraphWidth = 120;  // columns; with a stop inside it is prose
constexpr std::uint32_t kCertainWidth = 220;    // columns; prose even without any stop (Thai)
constexpr std::string_view kEndSymbols = "♦■◆□◇∎●▪⬛◼";
constexpr std::string_view kEndWords =
    "(完) | 【完】 | [完] | (全文完) | 【全文完】 | 全文完 | —完— | -完- | (end) | [end] | -end- | "
    "end | "
    "-30- | ### | ## | # | * | *** | * * * | the end | (本文完) | ∎";

bool is_symbol(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t point = next_code_point(text, at);
  if (at != text.size()) return false;
  for (std::size_t i = 0; i < kEndSymbols.size();) {
    if (next_code_point(kEndSymbols, i) == point) return true;
  }
  return false;
}

bool is_end_mark(std::string_view text, std::string_view key) {
  static const WordSet kWords(kEndWords);
  return is_symbol(text) || (text.size() <= 24 && kWords.has(key));
}

/// Where the end mark behind the last sentence begins; text.size() when there is none.
std::size_t end_mark_of(std::string_view text) {
  const std::size_t blank = text.find_last_of(" \t\n");
  std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word = text.substr(begin);
  const std::string_view before = trim(text.substr(0, begin));
  // Most last words follow a letter and not a stop: no need to look closer.
  const bool may_be = !before.empty() && word.size() <= 12 && !is_ascii_letter(before.back());
  const bool word_mark =
      may_be && word != "*" && (is_symbol(word) || is_end_mark(word, match_key(word)));
  if (word_mark && measure(before).stopped()) return begin;
  for (const std::string_view mark : {"(完)", "（完）", "【完】", "♦", "■", "◆", "□", "∎"}) {
    if (text.size() > mark.size() && text.ends_with(mark)) {
      const std::size_t at = text.size() - mark.size();
      if (measure(text.substr(0, at)).stopped()) return at;
    }
  }
  return text.size();
}

void resize(Page& page, Unit& unit) {
  unit.shape = measure(page.text_of(unit));
  unit.key = unit.shape.width <= 240 ? match_key(page.text_of(unit)) : std::string{};
}

/// The part of `unit` from `at` on, as a unit of its own; `unit` keeps the rest.
Unit split(Page& page, Unit& unit, std::size_t at) {
  Unit tail = unit;
  tail.begin = unit.begin + at;
  tail.blank_above = false;
  unit.end = unit.begin + trim(page.text_of(unit).substr(0, at)).size();
  unit.blank_below = false;
  resize(page, unit);
  resize(page, tail);
  return tail;
}

}  // namespace

bool Page::has(std::string_view fact_key) const {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return fact.key == fact_key; });
}

bool Page::is_prose(std::size_t i) const {
  const Shape& shape = units[i].shape;
  if (shape.letters * 2 < shape.points) return false;
  // One question or exclamation may head a text or a section.
  const bool asks = shape.stopped() && shape.ending != Ending::kStop && shape.stops <= 1;
  if (asks && shape.width < kQuestionWidth) return false;
  return (shape.stopped() && shape.width >= kSentenceWidth) ||
         (shape.stops > 0 && shape.width >= kParagraphWidth) || shape.width >= kCertainWidth;
}

bool Page::is_short_line(std::size_t i) const {
  const Shape& shape = units[i].shape;
  const bool end =
      shape.open() || shape.ending == Ending::kQuestion || shape.ending == Ending::kExclamation;
  return end && shape.letters >= 2 && !is_prose(i);
}

bool is_short_han(const Shape& shape) {
  return shape.points >= 2 && shape.points <= 4 && shape.ideographs == shape.points;
}

void Page::mark(std::size_t i, std::string_view kind, std::string_view reason) {
  units[i].kind = kind;
  units[i].reason = reason;
}

void Page::furnish(std::size_t i, std::string_view reason) {
  mark(i, WEFT_SPAN_BOILERPLATE, reason);
}

void Page::add_fact(std::string_view key, std::string value, std::string_view origin,
                    std::size_t unit, double confidence) {
  const bool known = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    const bool several = key == WEFT_KEY_AUTHOR || key == WEFT_KEY_TRANSLATOR;
    return fact.key == key && (!several || fact.value == value);
  });
  if (!known && !value.empty()) facts.push_back({key, std::move(value), origin, unit, confidence});
}

void cut_marks(Page& page) {
  std::vector<std::pair<std::size_t, Unit>> parts;  // what goes behind a unit; seldom any
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    Unit& unit = page.units[i];
    const std::string_view text = page.text_of(unit);
    if (is_slug(text)) {
      page.furnish(i, kReasonAltText);
    } else if (is_end_mark(text, unit.key) || is_rule(text)) {
      const bool press = text.starts_with('#');  // "###" closes a press release
      page.furnish(i, is_rule(text) && !press ? kReasonRule : kReasonEndMark);
    } else if (const std::size_t slug = glued_slug_size(text); slug > 0) {
      Unit caption = split(page, unit, slug);
      if (caption.shape.stops <= 3) caption.kind = WEFT_SPAN_CAPTION;
      page.furnish(i, kReasonAltText);
      parts.emplace_back(i, std::move(caption));
    } else if (const std::size_t mark = end_mark_of(text); mark < text.size()) {
      Unit symbol = split(page, unit, mark);
      symbol.kind = WEFT_SPAN_BOILERPLATE;
      symbol.reason = kReasonEndMark;
      parts.emplace_back(i, std::move(symbol));
    }
  }
  if (parts.empty()) return;
  std::vector<Unit> out;
  out.reserve(page.units.size() + parts.size());
  auto part = parts.begin();
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    out.push_back(std::move(page.units[i]));
    if (part != parts.end() && part->first == i) out.push_back(std::move((part++)->second));
  }
  page.units = std::move(out);
}

void survey(Page& page) {
  std::vector<std::uint32_t> widths;
  std::size_t blank = 0;
  std::size_t turns = 0;
  std::size_t last = page.units.size();
  page.tail_begin = 0;
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    const Unit& unit = page.units[i];
    if (unit.decided() || !page.is_prose(i)) continue;
    widths.push_back(unit.shape.width);
    blank += unit.blank_above ? 1U : 0U;
    if (last < i)
      turns += page.units[last].shape.ideographic() != unit.shape.ideographic() ? 1U : 0U;
    last = i;
    page.tail_begin = i + 1;
  }
  page.prose_count = widths.size();
  page.blank_separated = blank * 2 > widths.size();
  page.interleaved = widths.size() >= 4 && turns * 10 > widths.size() * 6;
  if (widths.empty()) return;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  page.prose_width = *middle;
}

}  // namespace weft::plain
