// SPDX-License-Identifier: Apache-2.0
/// Alignment by walking text and source together; a character reference is as long as makes the
/// rest match.
#include "text_origin.hpp"

#include <algorithm>

#include <weft/utf8.hpp>

namespace weft {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::size_t code_point_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  next_code_point(text, end);
  return end - at;
}

// How many bytes agree from here on, up to a few.
std::size_t agreement(std::string_view text, std::size_t i, std::string_view raw, std::size_t j) {
  constexpr std::size_t kEnough = 8;
  std::size_t n = 0;
  while (n < kEnough && i + n < text.size() && j + n < raw.size() && text[i + n] == raw[j + n])
    ++n;
  if (i + n == text.size() || (j + n < raw.size() && (raw[j + n] == '&' || raw[j + n] == '<'))) {
    return kEnough;
  }
  return n;
}

std::size_t numeric_reference(std::string_view raw, std::size_t j) {
  std::size_t end = j + 2;
  const bool hex = end < raw.size() && (raw[end] == 'x' || raw[end] == 'X');
  if (hex) ++end;
  while (end < raw.size() && is_name(raw[end]) && (hex || raw[end] <= '9'))
    ++end;
  return end + (end < raw.size() && raw[end] == ';' ? 1 : 0) - j;
}

struct Match {
  std::size_t here = 0;
  std::size_t there = 0;
};

// The reading of the reference at raw[j] after which text and source agree longest; the longest one
// wins ties.
Match match_reference(std::string_view text, std::size_t i, std::string_view raw, std::size_t j) {
  constexpr std::size_t kLongestName = 33;
  const std::size_t one = code_point_size(text, i);
  if (j + 1 < raw.size() && raw[j + 1] == '#') return {one, numeric_reference(raw, j)};
  const std::size_t two = i + one < text.size() ? one + code_point_size(text, i + one) : one;
  Match best{one, 1};
  std::size_t best_agreement = text[i] == '&' ? agreement(text, i + 1, raw, j + 1) : 0;
  for (std::size_t end = j + 1; end < raw.size() && end - j < kLongestName && is_name(raw[end]);
       ++end) {
    std::size_t behind = end + 1;
    if (behind < raw.size() && raw[behind] == ';') ++behind;
    for (const std::size_t size : {one, two}) {
      const std::size_t agreed = agreement(text, i + size, raw, behind);
      const bool named = end + 1 == raw.size() || !is_name(raw[end + 1]);
      if (agreed > best_agreement || (agreed == best_agreement && named && size == one)) {
        best = {size, behind - j};
        best_agreement = agreed;
      }
    }
  }
  return best;
}

class Aligner {
 public:
  Aligner(std::string_view text, std::string_view raw, std::vector<TextPiece>& pieces)
      : text_(text), raw_(raw), pieces_(pieces) {}

  void run() {
    while (i_ < text_.size() && j_ < raw_.size()) {
      if (raw_[j_] == '&') {
        const Match match = match_reference(text_, i_, raw_, j_);
        emit(match.here, match.there);
      } else if (text_[i_] == raw_[j_]) {
        copy();
      } else if (raw_[j_] == '\r' && text_[i_] == '\n') {
        emit(1, raw_.substr(j_, 2) == "\r\n" ? 2 : 1);
      } else {
        skip();
      }
    }
  }

 private:
  void copy() {
    std::size_t n = 1;
    while (i_ + n < text_.size() && j_ + n < raw_.size() && text_[i_ + n] == raw_[j_ + n] &&
           raw_[j_ + n] != '&') {
      ++n;
    }
    while (n > 0 && !(on_border(text_, i_ + n) && on_border(raw_, j_ + n)))
      --n;
    if (n == 0) {
      replace();
    } else {
      emit(n, n);
    }
  }

  // A character that HTML put another one for (a control character, a noncharacter).
  void replace() { emit(code_point_size(text_, i_), code_point_size(raw_, j_)); }

  void emit(std::size_t here, std::size_t there) {
    pieces_.push_back({static_cast<std::uint32_t>(i_), static_cast<std::uint32_t>(here),
                       static_cast<std::uint32_t>(j_), static_cast<std::uint32_t>(there)});
    i_ += here;
    j_ += there;
  }

  // Source that gave no text: a tag that HTML ignored, a comment, or a character it dropped or
  // replaced.
  void skip() {
    if (raw_[j_] != '<') {
      const std::size_t size = code_point_size(raw_, j_);
      if (agreement(text_, i_ + code_point_size(text_, i_), raw_, j_ + size) > 1) {
        replace();
      } else {
        j_ += size;
      }
      return;
    }
    const std::size_t close = raw_.find('>', j_);
    j_ = close == std::string_view::npos ? raw_.size() : close + 1;
  }

  std::string_view text_;
  std::string_view raw_;
  std::vector<TextPiece>& pieces_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
};

}  // namespace

void align_text(std::string_view text, std::string_view raw, std::vector<TextPiece>& pieces) {
  if (text == raw && text.find('&') == std::string_view::npos) {
    if (!text.empty()) {
      const auto size = static_cast<std::uint32_t>(text.size());
      pieces.push_back({0, size, 0, size});
    }
    return;
  }
  Aligner(text, raw, pieces).run();
}

}  // namespace weft
