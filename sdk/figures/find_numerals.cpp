// SPDX-License-Identifier: Apache-2.0
/// One pass over a text that stops only where a numeral may begin.
#include <array>

#include "numeral.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

class Finder {
 public:
  Finder(std::string_view text, DigitStyle style, bool words, std::vector<Numeral>& out)
      : text_(text), style_(style), words_(words), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x80) {
        ascii(text_[at_]);
      } else if (byte >= 0xE2 && byte < 0xF0) {
        wide(byte);
      } else {
        ++at_;
      }
    }
  }

 private:
  void ascii(char c) {
    if (is_digit(c)) {
      digits();
    } else if (is_letter(c)) {
      const std::size_t end = word_end(text_, at_);
      if (words_) {
        if (const auto numeral = read_words(text_, at_, end)) return keep(*numeral);
      }
      at_ = end;
    } else {
      ++at_;
    }
  }
  void wide(unsigned char lead) {
    if (lead == 0xEF) {
      const auto third = static_cast<unsigned char>(byte_at(text_, at_ + 2));
      if (starts_at(text_, at_, "\xEF\xBC") && third >= 0x90 && third <= 0x99) return digits();
      at_ += 3;
      return;
    }
    std::size_t next = at_;
    const char32_t point = next_code_point(text_, next);
    // ○ and what was written over "one character" for 十 begin no numeral.
    if (point == U'半' && halves(next)) return keep(half(next));
    if (point >= 0x3007 && may_begin_han(point)) {
      if (const auto numeral = read_han(text_, at_)) return keep(*numeral);
    }
    at_ = next;
  }
  /// 半 counts before these; elsewhere it is a part of words or of the numeral before it.
  [[nodiscard]] bool halves(std::size_t next) const {
    for (const std::string_view counted :
         {"年", "天", "小时", "小時", "个小时", "個小時", "个月", "個月", "个世纪", "個世紀", "数",
          "數", "公里", "英里", "个多月"}) {
      if (starts_at(text_, next, counted)) return true;
    }
    return false;
  }
  [[nodiscard]] Numeral half(std::size_t end) const {
    Numeral out;
    out.begin = static_cast<std::uint32_t>(at_);
    out.end = static_cast<std::uint32_t>(end);
    out.form = NumeralForm::kHalf;
    out.bare = true;
    out.value = Rational(1, 2);
    out.high = out.value;
    return out;
  }
  void digits() { keep(read_digits(text_, at_, style_)); }

  void keep(const Numeral& numeral) {
    at_ = numeral.end;
    // "half a million" begins at "half".
    while (!out_.empty() && out_.back().begin >= numeral.begin)
      out_.pop_back();
    if (!out_.empty() && joins(out_.back(), numeral)) {
      Numeral& last = out_.back();
      last.value = last.value + numeral.value;
      last.high = last.value;
      last.end = numeral.end;
      return;
    }
    out_.push_back(numeral);
  }
  /// 1亿2000万, 3千5百.
  static bool joins(const Numeral& last, const Numeral& next) {
    return last.end == next.begin && last.form == NumeralForm::kDigits &&
           next.form == NumeralForm::kDigits && last.scaled && !last.point &&
           last.bound == FigureBound::kExact &&
           next.value.to_double() < last.value.to_double() / 2 && !next.point;
  }

  std::string_view text_;
  DigitStyle style_;
  bool words_;
  std::vector<Numeral>& out_;
  std::size_t at_ = 0;
};

}  // namespace

void find_numerals(std::string_view text, DigitStyle style, bool words, std::vector<Numeral>& out) {
  out.clear();
  Finder(text, style, words, out).run();
}

}  // namespace weft
