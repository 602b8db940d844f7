// SPDX-License-Identifier: Apache-2.0
/// The rules for full stops and ellipses, which as often stand within a sentence as at its end.

#include <algorithm>
#include <array>
#include <string_view>

#include "abbreviation.hpp"
#include "sentence_stop.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

std::string_view word_before(const StopContext& context, std::size_t end) {
  const std::size_t begin = word_begin(context.text, context.sentence_begin, end);
  return context.text.substr(begin, end - begin);
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("IVX") == std::string_view::npos;
}

bool roman_follows(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(text.find_first_not_of("IVXLC", offset), text.size());
  return end > offset + 1 && !is_letter(code_point_at(text, end));
}

/// "1.", "2.3.", "a.", "IV." at the begin of the sentence: the number of a list item.
bool is_item_number(const StopContext& context, const Stop& stop, std::string_view word) {
  const std::size_t begin = stop.begin - word.size();
  const std::string_view head =
      context.text.substr(context.sentence_begin, begin - std::min(begin, context.sentence_begin));
  const bool first = std::all_of(head.begin(), head.end(), [](char c) {
    return c == '(' || c == ' ' || c == '*' || c == '#';
  });
  if (!first && !head.ends_with(": ") && !head.ends_with("：")) return false;
  const bool short_number =
      is_number(word) && (word.size() <= 3 || word.find('.') != std::string_view::npos);
  return short_number || is_roman(word) ||
         (word.size() == 1 && is_letter(static_cast<unsigned char>(word[0])));
}

/// 图1. / 表2.: the number belongs to what follows.
bool is_figure_number(const StopContext& context, const Stop& stop, std::string_view word) {
  const char32_t left = code_point_before(context.text, stop.begin - word.size());
  return is_number(word) &&
         std::u32string_view(U"图圖表式例附").find(left) != std::u32string_view::npos;
}

/// German "am 3. Oktober", "der 2. Weltkrieg".
bool is_ordinal(const StopContext& context, const Stop& stop, std::string_view word,
                std::size_t next) {
  if (!is_number(word) || word.size() > 2) return false;
  const std::string_view text = context.text;
  const std::size_t end = std::min(text.find_first_of(" ,.\n", next), text.size());
  if (is_month(text.substr(next, end - next))) return true;
  std::size_t left = stop.begin - word.size();
  while (left > context.sentence_begin && text[left - 1] == ' ')
    --left;
  return precedes_ordinal(word_before(context, left));
}

/// A full stop with a letter or digit right behind it.
bool joined_period_ends(const StopContext& context, const Stop& stop, char32_t point) {
  const char32_t left = code_point_before(context.text, stop.begin);
  const std::string_view word = word_before(context, stop.begin);
  if (is_opening_quote(point)) return is_letter(left) && point != '\'';
  if (is_cjk(left) && (is_letter(point) || is_digit(point))) return !context.has_wide_period;
  if (!is_cjk(point)) return false;
  return !context.has_wide_period && !is_item_number(context, stop, word) &&
         !is_figure_number(context, stop, word) && abbreviation_of(word) == Abbreviation::kNone;
}

/// "iPhone" is no lower-case word.
bool is_lower_word(std::string_view text, std::size_t offset) {
  return is_lower(lead_character(text, offset)) &&
         !(is_lower(code_point_at(text, offset)) &&
           is_upper(code_point_at(text, after_one(text, offset))));
}

/// Characters between the last pause or mark and `end`, and whether an enumeration comma is there.
struct LastClause {
  std::size_t length = 0;
  bool enumerates = false;
};

LastClause clause_before(const StopContext& context, std::size_t end) {
  LastClause out;
  bool open = true;
  for (int looked = 0; end > context.sentence_begin && looked < 40; ++looked) {
    const char32_t point = code_point_before(context.text, end);
    if (mark_of(point) != Mark::kNone) break;
    if (point == U'、') out.enumerates = true;
    if (is_pause(point)) open = false;
    if (open) ++out.length;
    end = before_one(context.text, end);
  }
  return out;
}

/// True when `text` begins with words that open a Chinese sentence: a person, or when it happened.
bool opens_chinese_sentence(std::string_view text) {
  constexpr std::array kOpeners = {
      "他"sv,   "她"sv,   "我"sv,     "你"sv,     "您"sv,       "这时"sv,    "這時"sv, "那天"sv,
      "后来"sv, "後來"sv, "第二天"sv, "突然"sv,   "忽然"sv,     "于是"sv,    "於是"sv, "然而"sv,
      "终于"sv, "終於"sv, "没想到"sv, "沒想到"sv, "从那以后"sv, "從那以後"sv};
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

/// True when what follows an ellipsis plainly is a new sentence: set apart by a space, or opened by
/// a person or a time, behind more than a stutter. "我没……我没有" takes up its own words again.
bool begins_anew(const StopContext& context, const Stop& stop, std::size_t next) {
  constexpr std::size_t kLeast = 4;  // characters of a sentence
  const std::string_view text = context.text;
  std::size_t begin = stop.begin;
  std::size_t length = 0;
  for (; begin > context.sentence_begin && length < kLeast; ++length)
    begin = before_one(text, begin);
  if (length < kLeast || !is_cjk(code_point_at(text, next))) return false;
  const char32_t lead = code_point_at(text, next);
  if (lead == lead_character(text, context.sentence_begin)) return false;
  return next > stop.end || opens_chinese_sentence(text.substr(next));
}

}  // namespace

bool starter_follows(std::string_view text, std::size_t offset) {
  while (offset < text.size() && !is_letter(code_point_at(text, offset)) &&
         lead_character(text, offset) != 0)
    offset = after_one(text, offset);
  std::size_t end = offset;
  while (end < text.size() && is_letter(code_point_at(text, end)))
    end = after_one(text, end);
  return begins_sentences(text.substr(offset, end - offset));
}

bool period_ends_sentence(const StopContext& context, const Stop& stop, std::size_t next) {
  const std::string_view text = context.text;
  const char32_t point = code_point_at(text, next);
  if (next == stop.end && stop.closer == 0) return joined_period_ends(context, stop, point);
  if (is_lower_word(text, next)) return false;
  const std::string_view word = word_before(context, stop.begin);
  if (is_item_number(context, stop, word) || is_ordinal(context, stop, word, next)) return false;
  if (is_figure_number(context, stop, word)) return false;
  const bool number_follows = is_digit(lead_character(text, next)) || roman_follows(text, next);
  switch (abbreviation_of(word)) {
    case Abbreviation::kNever:
      return false;
    case Abbreviation::kBeforeNumber:
      return !number_follows;
    case Abbreviation::kMayEnd:
      if (stop.closer != 0) return is_upper(lead_character(text, next));
      return starter_follows(text, next) &&
             !(word.size() == 1 && is_lower(code_point_at(word, 0)) && !is_letter(point));
    default:
      return true;
  }
}

bool ellipsis_ends_sentence(const StopContext& context, const Stop& stop, std::size_t next) {
  const std::string_view text = context.text;
  const char32_t lead = lead_character(text, next);
  const char32_t left = code_point_before(text, stop.begin);
  if (next > stop.end && !is_cjk(left) && !is_pause(left)) {
    const bool pronoun = lead == 'I' && !is_letter(code_point_at(text, next + 1));
    return !pronoun && (is_upper(lead) || is_cjk(lead));
  }
  if ((!is_cjk(left) && !is_cjk(lead)) || is_pause(left)) return false;
  const LastClause clause = clause_before(context, stop.begin);
  if (is_cjk(left) && !clause.enumerates && begins_anew(context, stop, next)) return true;
  constexpr std::size_t kStatement = 6;  // characters; less is a stutter or a pause for breath
  const bool continues = std::u32string_view(U"的地得了吗嗎吧呢啊等都和与與及而").find(lead) !=
                         std::u32string_view::npos;
  return clause.length >= kStatement && !clause.enumerates && !continues;
}

}  // namespace weft
