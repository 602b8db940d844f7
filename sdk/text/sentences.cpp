// SPDX-License-Identifier: Apache-2.0
/// The pass over a block that finds stops and line ends and keeps the sentences between them.

#include "weft/text/sentences.hpp"

#include <algorithm>
#include <array>

#include "sentence_stop.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Columns of a terminal: East Asian wide characters take two. Close enough for finding wrapping.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;
    count += (byte >= 0xE3 && byte <= 0xED) || byte >= 0xEF ? 2U : 1U;
  }
  return count;
}

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    longest = std::max(longest, columns(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (script_of(next_code_point(text, i)) != Script::kNone) return true;
  }
  return false;
}

/// By the first byte of a character: its size where it cannot be a mark or a line end, else 0.
/// Those are most of ASCII, Latin and Cyrillic letters, Han and Hangul.
constexpr std::array<unsigned char, 256> kPlainSize = [] {
  std::array<unsigned char, 256> out{};
  for (std::size_t byte = 0; byte < 0x80; ++byte)
    out[byte] = byte == '.' || byte == '!' || byte == '?' || (byte >= '\n' && byte <= '\r') ? 0 : 1;
  for (std::size_t byte = 0xC3; byte <= 0xD3; ++byte)
    out[byte] = byte <= 0xCA || byte >= 0xD0 ? 2 : 0;
  for (std::size_t byte = 0xE4; byte <= 0xED; ++byte)
    out[byte] = 3;
  return out;
}();

class Splitter {
 public:
  explicit Splitter(std::string_view text)
      : text_(text), has_wide_period_(text.find("。") != std::string_view::npos) {}

  std::vector<TextRange> run() {
    for (std::size_t i = 0; i < text_.size();) {
      const unsigned skip = kPlainSize[static_cast<unsigned char>(text_[i])];
      i = skip != 0 ? i + skip : look_at(i);
    }
    keep(text_.size());
    return std::move(sentences_);
  }

 private:
  /// Handles what may be a mark or a line end at `i`; returns where to go on.
  std::size_t look_at(std::size_t i) {
    const char32_t point = code_point_at(text_, i);
    if (is_line_end(point)) {
      if (line_end_ends_sentence(i)) keep(i);
      line_begin_ = after_one(text_, i);
      return line_begin_;
    }
    if (mark_of(point) == Mark::kNone) return after_one(text_, i);
    const Stop stop = read_stop(text_, i, inside_straight_quotes(i));
    if (ends_sentence({text_, begin_, has_wide_period_}, stop)) keep(stop.end);
    return stop.end;
  }

  bool inside_straight_quotes(std::size_t end) {
    straight_quotes_ += std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                   text_.begin() + static_cast<std::ptrdiff_t>(end), '"');
    counted_ = end;
    return straight_quotes_ % 2 != 0;
  }

  /// A line end within a wrapped paragraph is a space: there, the next word had no room.
  bool line_end_ends_sentence(std::size_t i) {
    const std::size_t next = skip_space(text_, i);
    const std::string_view gap = text_.substr(i, next - i);
    if (next == text_.size() || std::count(gap.begin(), gap.end(), '\n') > 1) return true;
    const char32_t left = code_point_before(text_, i);
    const char32_t right = code_point_at(text_, next);
    if (is_lower(right) || is_pause(left) || left == '-') return false;
    if (longest_line_ == 0) longest_line_ = longest_line(text_);
    constexpr std::size_t kNarrowest = 40;
    if (longest_line_ < kNarrowest) return true;
    std::size_t word_end = after_one(text_, next);
    if (!is_cjk(right)) word_end = std::min(text_.find_first_of(" \n", next), text_.size());
    const std::size_t width = columns(text_.substr(line_begin_, i - line_begin_)) +
                              (is_cjk(right) ? 2U : 1U) +
                              columns(text_.substr(next, word_end - next));
    return width <= longest_line_;
  }

  /// Ends the current sentence at `end`; without letters or digits it joins its neighbour.
  void keep(std::size_t end) {
    const std::size_t begin = skip_space(text_, begin_);
    while (end > begin && is_space(code_point_before(text_, end)))
      end = before_one(text_, end);
    if (begin >= end) return;
    const std::size_t unseen = std::max(begin, barren_end_);
    const bool says_something = has_letter_or_digit(text_.substr(unseen, end - unseen));
    if (!says_something && sentences_.empty() && skip_space(text_, end) < text_.size()) {
      barren_end_ = end;
      return;
    }
    if (says_something || sentences_.empty()) {
      sentences_.push_back({begin, end});
    } else {
      sentences_.back().end = end;
    }
    begin_ = end;
  }

  std::string_view text_;
  std::vector<TextRange> sentences_;
  std::size_t begin_ = 0;
  std::size_t barren_end_ = 0;  // no letter or digit between begin_ and here
  std::size_t line_begin_ = 0;
  std::size_t longest_line_ = 0;
  std::size_t counted_ = 0;
  std::ptrdiff_t straight_quotes_ = 0;
  bool has_wide_period_;
};

}  // namespace

std::vector<TextRange> split_sentences(std::string_view block) {
  return Splitter(block).run();
}

}  // namespace weft
