// SPDX-License-Identifier: Apache-2.0
/// Cutting Latin words out of any text.
#include "latin_words.hpp"

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool is_capital(char32_t point) {
  // Capitals of ASCII and Latin-1; of others the folded form tells.
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  if (point >= 0xC0 && point <= 0xDE) return point != 0xD7;
  if (point < 0x100) return false;
  std::string letter;
  append_code_point(letter, point);
  return fold_case(letter) != letter;
}

/// Behind these a word has a capital whatever it is.
bool restarts(char32_t mark) {
  switch (mark) {
    case U'.':
    case U'!':
    case U'?':
    case U':':
    case U'：':
    case U'…':
    case U'"':
    case U'“':
    case U'‘':
    case U'(':
    case U'\n':
      return true;
    default:
      return false;
  }
}

/// Gathers words in one walk.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<LatinWord> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t point = next_code_point(text_, at);
      const Script script = script_of(point);
      if (script == Script::kLatin || script == Script::kDigit) {
        take(point, script == Script::kDigit, begin);
      } else {
        close(begin);
        pass(point);
      }
    }
    close(text_.size());
    return std::move(words_);
  }

 private:
  void take(char32_t point, bool digit, std::size_t begin) {
    if (!open_) {
      open_ = true;
      word_ = {begin, begin, {}, false, false, restart_, near_};
      word_.capital = !digit && is_capital(point);
      letters_ = 0;
    } else if (digit || is_capital(point)) {
      word_.marked = true;
    }
    letters_ += digit ? 0 : 1;
  }
  void close(std::size_t end) {
    if (!open_) return;
    open_ = false;
    word_.end = end;
    word_.key = comparison_key(text_.substr(word_.begin, end - word_.begin));
    const bool possessive = apostrophe_ && word_.key == "s" && near_;
    if (letters_ > 0 && !possessive) words_.push_back(word_);
    restart_ = false;
    apostrophe_ = false;
    near_ = letters_ > 0;
  }
  void pass(char32_t mark) {
    apostrophe_ = mark == U'\'' || mark == U'’';
    if (restarts(mark)) restart_ = true;
    if (mark != U' ' && mark != U'-' && !apostrophe_) near_ = false;
  }

  std::string_view text_;
  std::vector<LatinWord> words_;
  LatinWord word_;
  std::size_t letters_ = 0;
  bool open_ = false;
  bool restart_ = true;
  bool apostrophe_ = false;
  bool near_ = false;
};

}  // namespace

bool LatinWord::may_be_name() const {
  const bool letter_first = !key.empty() && (key[0] < '0' || key[0] > '9');
  return letter_first && (capital || marked) && key.size() >= 2;
}

std::vector<LatinWord> latin_words(std::string_view text) {
  return Cutter(text).run();
}

}  // namespace weft
