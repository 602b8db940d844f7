// SPDX-License-Identifier: Apache-2.0
/// Two small readers, one of Han numerals and one of English words, behind digits in common.
#include "number_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "weft/utf8.hpp"

namespace weft {
namespace {

enum class WordKind : std::uint8_t { kNone, kOne, kTen, kHundred, kBig, kOrdinal, kMonth };
struct NumberWord {
  std::string_view word;
  WordKind kind;
  double value;
};

// Sorted by word.
constexpr std::array kWords = {
    NumberWord{"april", WordKind::kMonth, 4},       NumberWord{"august", WordKind::kMonth, 8},
    NumberWord{"billion", WordKind::kBig, 1e9},     NumberWord{"december", WordKind::kMonth, 12},
    NumberWord{"eight", WordKind::kOne, 8},         NumberWord{"eighteen", WordKind::kOne, 18},
    NumberWord{"eighth", WordKind::kOrdinal, 8},    NumberWord{"eighty", WordKind::kTen, 80},
    NumberWord{"eleven", WordKind::kOne, 11},       NumberWord{"eleventh", WordKind::kOrdinal, 11},
    NumberWord{"february", WordKind::kMonth, 2},    NumberWord{"fifteen", WordKind::kOne, 15},
    NumberWord{"fifth", WordKind::kOrdinal, 5},     NumberWord{"fifty", WordKind::kTen, 50},
    NumberWord{"first", WordKind::kOrdinal, 1},     NumberWord{"five", WordKind::kOne, 5},
    NumberWord{"forty", WordKind::kTen, 40},        NumberWord{"four", WordKind::kOne, 4},
    NumberWord{"fourteen", WordKind::kOne, 14},     NumberWord{"fourth", WordKind::kOrdinal, 4},
    NumberWord{"hundred", WordKind::kHundred, 100}, NumberWord{"january", WordKind::kMonth, 1},
    NumberWord{"july", WordKind::kMonth, 7},        NumberWord{"june", WordKind::kMonth, 6},
    NumberWord{"march", WordKind::kMonth, 3},       NumberWord{"may", WordKind::kMonth, 5},
    NumberWord{"million", WordKind::kBig, 1e6},     NumberWord{"nine", WordKind::kOne, 9},
    NumberWord{"nineteen", WordKind::kOne, 19},     NumberWord{"ninety", WordKind::kTen, 90},
    NumberWord{"ninth", WordKind::kOrdinal, 9},     NumberWord{"november", WordKind::kMonth, 11},
    NumberWord{"october", WordKind::kMonth, 10},    NumberWord{"one", WordKind::kOne, 1},
    NumberWord{"second", WordKind::kOrdinal, 2},    NumberWord{"september", WordKind::kMonth, 9},
    NumberWord{"seven", WordKind::kOne, 7},         NumberWord{"seventeen", WordKind::kOne, 17},
    NumberWord{"seventh", WordKind::kOrdinal, 7},   NumberWord{"seventy", WordKind::kTen, 70},
    NumberWord{"six", WordKind::kOne, 6},           NumberWord{"sixteen", WordKind::kOne, 16},
    NumberWord{"sixth", WordKind::kOrdinal, 6},     NumberWord{"sixty", WordKind::kTen, 60},
    NumberWord{"ten", WordKind::kOne, 10},          NumberWord{"tenth", WordKind::kOrdinal, 10},
    NumberWord{"third", WordKind::kOrdinal, 3},     NumberWord{"thirteen", WordKind::kOne, 13},
    NumberWord{"thirty", WordKind::kTen, 30},       NumberWord{"thousand", WordKind::kBig, 1e3},
    NumberWord{"three", WordKind::kOne, 3},         NumberWord{"trillion", WordKind::kBig, 1e12},
    NumberWord{"twelfth", WordKind::kOrdinal, 12},  NumberWord{"twelve", WordKind::kOne, 12},
    NumberWord{"twenty", WordKind::kTen, 20},       NumberWord{"two", WordKind::kOne, 2},
    NumberWord{"zero", WordKind::kOne, 0}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The value of a Han digit, or -1.
int han_digit(char32_t point) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  const std::size_t at = kDigits.find(point);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  if (point == U'〇' || point == U'○') return 0;
  return point == U'两' || point == U'兩' ? 2 : -1;
}
/// What 十, 百, 千 multiply by; 0 for others.
double han_unit(char32_t point) {
  return point == U'十' ? 10 : point == U'百' ? 100 : point == U'千' ? 1000 : 0;
}
double han_myriad(char32_t point) {
  if (point == U'万' || point == U'萬') return 1e4;
  return point == U'亿' || point == U'億' ? 1e8 : 0;
}

/// 0..9 for a digit, also a full-width one; -1 otherwise.
int digit(char32_t point) {
  if (point >= U'0' && point <= U'9') return static_cast<int>(point - U'0');
  return point >= U'０' && point <= U'９' ? static_cast<int>(point - U'０') : -1;
}

class Reader {
 public:
  Reader(std::string_view text, bool english, std::vector<NumberFound>& out)
      : text_(text), english_(english), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_letter(c)) {
        english_ ? read_words() : skip_word();
        continue;
      }
      if (static_cast<unsigned char>(c) < 0x80 && (c < '0' || c > '9')) {
        ++at_;
        continue;
      }
      const char32_t point = peek(at_);
      if (digit(point) >= 0) {
        read_digits();
      } else if (han_digit(point) >= 0 || han_unit(point) > 0) {
        read_han();
      } else {
        next_code_point(text_, at_);
      }
    }
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < text_.size() ? next_code_point(text_, at) : 0;
  }
  void put(double value, bool month = false) { out_.push_back({value, month}); }
  void skip_word() {
    while (at_ < text_.size() && is_letter(text_[at_]))
      ++at_;
  }
  /// Looks up the word at `begin`; moves `end` behind it.
  [[nodiscard]] const NumberWord* word_at(std::size_t begin, std::size_t& end) const {
    std::array<char, 10> lower{};
    end = begin;
    while (end < text_.size() && is_letter(text_[end])) {
      if (end - begin < lower.size()) lower.at(end - begin) = static_cast<char>(text_[end] | 0x20);
      ++end;
    }
    const std::size_t length = end - begin;
    if (length < 3 || length > 9) return nullptr;
    const std::string_view word(lower.data(), length);
    const auto found = std::lower_bound(
        kWords.begin(), kWords.end(), word,
        [](const NumberWord& entry, std::string_view other) { return entry.word < other; });
    return found != kWords.end() && found->word == word ? &*found : nullptr;
  }
  /// Where the next word may begin: behind one space or hyphen, or the word "and".
  [[nodiscard]] std::size_t after_gap(std::size_t at) const {
    return at < text_.size() && (text_[at] == ' ' || text_[at] == '-') ? at + 1 : at;
  }

  void read_words();
  void read_digits();
  void read_han();
  double multipliers(double value);
  void month_sign(double value);

  std::string_view text_;
  bool english_;
  std::vector<NumberFound>& out_;
  std::size_t at_ = 0;
};

void Reader::read_words() {
  const std::size_t begin = at_;
  const NumberWord* word = word_at(begin, at_);
  if (word == nullptr || word->kind == WordKind::kBig || word->kind == WordKind::kHundred) return;
  if (word->kind == WordKind::kMonth) {
    if (text_[begin] < 'a') put(word->value, true);
    return;
  }
  if (word->kind == WordKind::kOrdinal) return put(word->value);
  double sum = 0;
  double part = word->value;
  while (true) {
    std::size_t end = 0;
    std::size_t from = after_gap(at_);
    if (part >= 20 && text_.substr(from, 4) == "and ") from += 4;
    const NumberWord* more = word_at(from, end);
    if (more == nullptr || from == at_) break;
    if (more->kind == WordKind::kOne || more->kind == WordKind::kTen ||
        more->kind == WordKind::kOrdinal) {
      if (part != 0 && (part < 20 || more->value >= 20) && part < 100) break;
      part += more->value;
    } else if (more->kind == WordKind::kHundred) {
      part *= 100;
    } else if (more->kind == WordKind::kBig) {
      sum += part * more->value;
      part = 0;
    } else {
      break;
    }
    at_ = end;
  }
  put(sum + part);
}

/// Applies 万, 亿, "million" and the like behind a number.
double Reader::multipliers(double value) {
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t point = next_code_point(text_, next);
    if (han_myriad(point) > 0) {
      value *= han_myriad(point);
      at_ = next;
      continue;
    }
    std::size_t end = 0;
    const std::size_t from = after_gap(at_);
    const NumberWord* word = english_ ? word_at(from, end) : nullptr;
    if (word == nullptr || (word->kind != WordKind::kBig && word->kind != WordKind::kHundred))
      break;
    value *= word->value;
    at_ = end;
  }
  return value;
}

void Reader::month_sign(double value) {
  if (peek(at_) == U'月' && value >= 1 && value <= 12) put(value, true);
}

void Reader::read_digits() {
  double value = 0;
  double scale = 0;  // of the next decimal; 0 = before the point
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t point = next_code_point(text_, next);
    const int number = digit(point);
    if (number >= 0) {
      value = scale > 0 ? value + number * scale : value * 10 + number;
      scale /= 10;
    } else if ((point == U'.' || point == U'．') && scale == 0 && digit(peek(next)) >= 0) {
      scale = 0.1;
    } else if ((point != U',' && point != U'，') || scale != 0 || digit(peek(next)) < 0) {
      break;
    }
    at_ = next;
  }
  value = multipliers(value);
  put(value);
  month_sign(value);
}

void Reader::read_han() {
  double total = 0;    // of whole 万 and 亿
  double section = 0;  // below 万
  double current = 0;
  bool digits_only = true;
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t point = next_code_point(text_, next);
    if (const int number = han_digit(point); number >= 0) {
      current = digits_only ? current * 10 + number : number;
    } else if (const double unit = han_unit(point); unit > 0) {
      section += (current > 0 ? current : 1) * unit;
      current = 0;
      digits_only = false;
    } else if (const double myriad = han_myriad(point); myriad > 0) {
      const double below = section + current > 0 ? section + current : 1;
      total = myriad > 1e4 ? (total + below) * myriad : total + below * myriad;
      section = current = 0;
      digits_only = false;
    } else {
      break;
    }
    at_ = next;
  }
  const double value = total + section + current;
  put(value);
  month_sign(value);
}

}  // namespace

void read_numbers(std::string_view text, bool english, std::vector<NumberFound>& out) {
  Reader(text, english, out).run();
}

}  // namespace weft
