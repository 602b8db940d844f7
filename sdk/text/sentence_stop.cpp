// SPDX-License-Identifier: Apache-2.0
/// Reading stops, and the rules for marks that usually end a sentence.

#include "sentence_stop.hpp"

#include <algorithm>

#include "abbreviation.hpp"
#include "attribution.hpp"

namespace weft {
namespace {

/// Bytes of a note mark at `offset`: "[12]", "[a]", superscript digits; 0 when there is none.
std::size_t note_size(std::string_view text, std::size_t offset) {
  const char32_t first = code_point_at(text, offset);
  if (first == 0xB9 || first == 0xB2 || first == 0xB3 || (first >= 0x2070 && first <= 0x2079))
    return after_one(text, offset) - offset;
  if (first != '[') return 0;
  const std::size_t close = text.substr(offset, 5).find(']');
  if (close == std::string_view::npos || close < 2) return 0;
  const std::string_view label = text.substr(offset + 1, close - 1);
  const bool number = std::all_of(label.begin(), label.end(),
                                  [](char c) { return is_digit(static_cast<unsigned char>(c)); });
  const bool letter = label.size() == 1 && is_letter(static_cast<unsigned char>(label[0]));
  return number || letter ? close + 1 : 0;
}

/// True when the quote at `offset`, which can open as well as close, closes here.
bool closes_here(std::string_view text, std::size_t begin, std::size_t offset, bool inside) {
  const char32_t point = code_point_at(text, offset);
  const char32_t next = code_point_at(text, after_one(text, offset));
  if (point == '"') return inside || (!is_letter(next) && !is_digit(next));
  if (point == '\'') return !is_letter(next) && !is_digit(next);
  constexpr std::size_t kLookBack = 1000;  // bytes; a limit keeps long blocks linear
  const std::size_t far = begin - std::min(begin, kLookBack);
  const std::string_view head = text.substr(far, begin - far);
  if (point == U'“') {  // German: „ ... “
    const std::size_t low = head.rfind("„");
    return low != std::string_view::npos && head.find("“", low) == std::string_view::npos;
  }
  if (point == U'«') {  // German: » ... «
    const std::size_t left = head.rfind("»");
    const std::size_t right = head.rfind("«");
    return left != std::string_view::npos && (right == std::string_view::npos || right < left);
  }
  return false;
}

/// Where white space behind a stop ends, when what follows still belongs to it: the next dot of
/// ". . .", or a closing quote or bracket set apart as French does; else the stop's end.
std::size_t spaced_part(std::string_view text, const Stop& stop) {
  const std::size_t next = skip_space(text, stop.end);
  const char32_t point = code_point_at(text, next);
  const bool dots = point == '.' && stop.last_mark == '.' &&
                    mark_of(code_point_at(text, next + 1)) == Mark::kNone &&
                    !is_digit(code_point_at(text, next + 1));
  const bool closer = (is_closing_quote(point) && point != U'’') || is_closing_bracket(point);
  return dots || closer ? next : stop.end;
}

/// What numbers the items of a list: "1", "12", "b", "iv", 三, 十二.
bool is_item_label(std::string_view text) {
  if (text.find_first_not_of("0123456789") == std::string_view::npos) return text.size() < 4;
  if (text.size() == 1 || text.find_first_not_of("ivxIVX") == std::string_view::npos) return true;
  const std::u32string_view numerals = U"一二三四五六七八九十";
  for (std::size_t i = 0; i < text.size(); i = after_one(text, i)) {
    if (numerals.find(code_point_at(text, i)) == std::u32string_view::npos) return false;
  }
  return true;
}

/// Bytes, white space before them included, of a short bracketed aside at `offset` that belongs to
/// the sentence before it: " (laughter)", （掌声）; 0 when there is none.
std::size_t aside_size(std::string_view text, std::size_t offset) {
  constexpr int kLongest = 12;  // characters
  const std::size_t begin = skip_space(text, offset);
  const char32_t opener = code_point_at(text, begin);
  if (opener != '(' && opener != U'（' && opener != '[' && opener != U'［') return 0;
  const std::size_t inside = after_one(text, begin);
  std::size_t end = inside;
  for (int length = 0; end < text.size() && length <= kLongest; ++length) {
    const char32_t point = code_point_at(text, end);
    if (is_closing_bracket(point)) {
      const bool label = is_item_label(text.substr(inside, end - inside));
      return label ? 0 : after_one(text, end) - offset;
    }
    if (mark_of(point) != Mark::kNone || is_line_end(point)) return 0;
    end = after_one(text, end);
  }
  return 0;
}

void take_mark(Stop& stop, char32_t point) {
  const Mark mark = mark_of(point);
  const bool repeated = stop.last_mark == point && (mark == Mark::kPeriod || point == U'。');
  stop.last_mark = point;
  if (stop.mark == Mark::kStrong || (stop.mark == Mark::kWide && !repeated)) return;
  stop.mark =
      repeated || (stop.mark == Mark::kEllipsis && mark == Mark::kPeriod) ? Mark::kEllipsis : mark;
}

std::string_view opener_of(char32_t closer) {
  switch (closer) {
    case U'”':
      return "“";
    case U'’':
      return "‘";
    case U'」':
      return "「";
    case U'』':
      return "『";
    case U'»':
      return "«";
    case '"':
      return "\"";
    case U'）':
      return "（";
    case ')':
      return "(";
    case ']':
      return "[";
    case U'】':
      return "【";
    default:
      return {};
  }
}

/// The offset of the opening partner of the stop's closer within the sentence, or npos.
std::size_t find_opener(const StopContext& context, const Stop& stop) {
  const std::string_view opener = opener_of(stop.closer);
  if (opener.empty() || stop.begin <= context.sentence_begin) return std::string_view::npos;
  constexpr std::size_t kLookBack = 1000;  // bytes; a limit keeps long sentences linear
  const std::size_t begin =
      std::max(context.sentence_begin, stop.begin - std::min(stop.begin, kLookBack));
  const std::size_t found = context.text.substr(begin, stop.begin - begin).rfind(opener);
  return found == std::string_view::npos ? found : found + begin;
}

bool is_title_closer(char32_t point) {
  return point == U'》' || point == U'〉';
}

/// Chinese structural particles and the Japanese ones that follow a quotation.
bool is_particle(char32_t point) {
  return point == U'的' || point == U'地' || point == U'得' || point == U'と' || point == U'っ' ||
         point == U'を' || point == U'の';
}

/// True when a closed quotation or bracket goes on into the words at `next`.
bool goes_on_behind_closer(const StopContext& context, const Stop& stop, std::size_t next) {
  const char32_t point = code_point_at(context.text, next);
  const std::size_t opener = find_opener(context, stop);
  const bool found = opener != std::string_view::npos;
  const bool gap = next > stop.end;
  const bool within = found && opener > context.sentence_begin;
  const char32_t left = within ? code_point_before(context.text, opener) : char32_t{0};
  const bool soft = stop.last_mark != U'。' && stop.last_mark != '.';
  if (is_closing_bracket(stop.closer)) {
    return within && soft && (is_cjk(point) || is_lower(point));
  }
  if (!gap && is_particle(point)) return true;
  if (is_attribution(context.text, next) &&
      !(found && is_introduced(context.text, context.sentence_begin, opener)))
    return true;
  return !gap && soft && (is_letter(left) || is_digit(left)) && is_cjk(point);
}

/// True when the sentence begins with a small letter: its writer does without capitals.
bool lacks_capital(const StopContext& context) {
  return is_lower(lead_character(context.text, context.sentence_begin));
}

bool strong_ends_sentence(const StopContext& context, const Stop& stop, std::size_t next) {
  const std::string_view text = context.text;
  const char32_t point = code_point_at(text, next);
  const char32_t lead = lead_character(text, next);
  if (next > stop.end || stop.closer != 0) {
    if (!is_lower(lead)) return true;
    return stop.closer == 0 && lacks_capital(context);
  }
  const char32_t left = code_point_before(text, stop.begin);
  if (is_cjk(left)) return true;
  if (is_cjk(point)) return !is_particle(point);
  if (is_opening_quote(point)) return point != '\'';
  const std::size_t begin = word_begin(text, context.sentence_begin, stop.begin);
  return is_upper(point) &&
         text.substr(begin, stop.begin - begin).find('.') == std::string_view::npos;
}

bool has_empty_line(std::string_view gap) {
  const auto newlines = std::count(gap.begin(), gap.end(), '\n');
  return newlines > 1 || (newlines == 0 && std::count(gap.begin(), gap.end(), '\r') > 1);
}

}  // namespace

Stop read_stop(std::string_view text, std::size_t begin, bool inside_straight) {
  Stop stop{begin, begin};
  while (stop.end < text.size()) {
    const char32_t point = code_point_at(text, stop.end);
    if (mark_of(point) != Mark::kNone) {
      take_mark(stop, point);
    } else if (is_closing_quote(point) || is_closing_bracket(point) ||
               closes_here(text, begin, stop.end, inside_straight)) {
      if (stop.closer == 0) stop.closer = point;
      if (point == '"') inside_straight = false;
    } else if (const std::size_t size = note_size(text, stop.end); size > 0) {
      stop.end += size;
      continue;
    } else if (const std::size_t spaced = spaced_part(text, stop); spaced > stop.end) {
      stop.end = spaced;
      continue;
    } else {
      break;
    }
    stop.end = after_one(text, stop.end);
  }
  stop.end += aside_size(text, stop.end);
  return stop;
}

char32_t lead_character(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const char32_t point = code_point_at(text, offset);
    if (is_letter(point) || is_digit(point)) return point;
    if (!is_space(point) && !is_dash(point) && !is_opening_quote(point) &&
        !is_opening_bracket(point) && point != '-' && point != U'¿' && point != U'¡')
      return 0;
    offset = after_one(text, offset);
  }
  return 0;
}

std::size_t word_begin(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestWord = 40;
  const std::size_t limit = end > begin + kLongestWord ? end - kLongestWord : begin;
  while (end > limit) {
    const char32_t point = code_point_before(text, end);
    const bool inside = (is_letter(point) && !is_cjk(point)) || is_digit(point) || point == '.' ||
                        point == '-' || point == '\'' || point == U'’' || point == '&';
    if (!inside) break;
    end = before_one(text, end);
  }
  return end;
}

bool ends_sentence(const StopContext& context, const Stop& stop) {
  const std::string_view text = context.text;
  const std::size_t next = skip_space(text, stop.end);
  if (next >= text.size() || has_empty_line(text.substr(stop.end, next - stop.end))) return true;
  const char32_t point = code_point_at(text, next);
  if (is_pause(point) || is_title_closer(stop.closer)) return false;
  if (next == stop.end && (is_dash(point) || point == '/')) return false;
  // `"Not now." She left.` shows no verb of saying by its case; Chinese does by its place.
  const bool may_go_on = stop.closer != 0 && (stop.mark != Mark::kPeriod || is_cjk(point));
  if (may_go_on && goes_on_behind_closer(context, stop, next)) return false;
  switch (stop.mark) {
    case Mark::kPeriod:
      return period_ends_sentence(context, stop, next);
    case Mark::kEllipsis:
      return stop.closer != 0 ? !is_lower(lead_character(text, next))
                              : ellipsis_ends_sentence(context, stop, next);
    case Mark::kStrong:
      return strong_ends_sentence(context, stop, next);
    default:
      return true;
  }
}

}  // namespace weft
