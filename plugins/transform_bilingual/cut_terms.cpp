// SPDX-License-Identifier: Apache-2.0
/// Lines of a term and its translation.

#include <algorithm>
#include <array>
#include <optional>

#include "cut_text.hpp"
#include "weft/text/sentences.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kLongestTerm = 12;        // words
constexpr std::size_t kLongestLine = 240;  // bytes: longer ones cannot be two terms
constexpr double kPureTerm = 0.35;  // words of a term that may be in the other writing: 维生素C
constexpr double kTermLines = 0.8;  // of a block's lines
constexpr double kSmallLetters = 0.5;  // of the Latin words of a line parted by a colon

/// What parts a term from its translation, the surest first. Colons part labels from values too.
constexpr std::array<std::string_view, 12> kSeparators = {"——",  " — ", " – ", " - ", "—",  "\t",
                                                          " = ", "=",   " | ", " / ", "：", ":"};

struct Split {
  std::size_t left_end = 0;
  std::size_t right_begin = 0;
  bool colon = false;
};

struct TermSides {
  SideGuess left;
  SideGuess right;
};

bool is_term(const Words& words, const SideGuess& guess) {
  return guess.side != kNoSide && guess.beside <= kPureTerm && words.all() > 0 &&
         words.all() <= kLongestTerm;
}

std::optional<TermSides> sides_of(std::string_view line, const Split& split,
                                  const TwoLanguages& languages) {
  const Words left = words_of(count_scripts(line.substr(0, split.left_end)));
  const Words right = words_of(count_scripts(line.substr(split.right_begin)));
  const TermSides out{languages.side_of_words(left), languages.side_of_words(right)};
  const bool fits = is_term(left, out.left) && is_term(right, out.right);
  if (!fits || out.left.side == out.right.side) return std::nullopt;
  return out;
}

/// Where the writing changes, if it changes once.
std::optional<Split> single_change(std::string_view line) {
  std::optional<Split> out;
  std::optional<Writing> current;
  std::size_t last_end = 0;
  for (std::size_t next = 0; next < line.size();) {
    const std::size_t at = next;
    const Writing writing = writing_of(script_of(next_code_point(line, next)));
    if (writing == Writing::kNone) continue;
    if (current && *current != writing) {
      if (out) return std::nullopt;
      out = Split{last_end, at, false};
    }
    current = writing;
    last_end = next;
  }
  return out;
}

/// Names, addresses and numbers are what labels stand before, not what terms are.
bool is_value(std::string_view line, bool colon) {
  if (line.find_first_of("@_") != std::string_view::npos) return true;
  if (line.find("://") != std::string_view::npos) return true;
  if (!colon) return false;
  double words = 0;
  double small = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins =
        i == 0 || line[i - 1] == ' ' || static_cast<unsigned char>(line[i - 1]) > 127;
    const bool lower = line[i] >= 'a' && line[i] <= 'z';
    const bool other = (line[i] >= 'A' && line[i] <= 'Z') || (line[i] >= '0' && line[i] <= '9');
    if (!begins || (!lower && !other)) continue;
    ++words;
    small += lower ? 1 : 0;
  }
  return small < kSmallLetters * words;
}

bool is_around_terms(char32_t point) {
  return std::u32string_view(U" \t\r—–-:：=|/·•*　,，;；、").find(point) !=
         std::u32string_view::npos;
}

/// Brackets whose partner is outside.
bool is_lone_bracket(std::string_view text, char32_t point) {
  constexpr std::u32string_view kBrackets = U"()（）[]【】";
  const std::size_t at = kBrackets.find(point);
  if (at == std::u32string_view::npos) return false;
  std::string partner;
  append_code_point(partner, kBrackets[at ^ 1U]);
  return text.find(partner) == std::string_view::npos;
}

std::size_t begin_of_last(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

bool is_trimmed(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const char32_t point = next_code_point(text, next);
  return is_around_terms(point) || is_lone_bracket(text, point);
}

std::string_view without_number(std::string_view text) {
  const std::size_t number = text.find_first_not_of("0123456789");
  if (number == 0 || number == std::string_view::npos) return text;
  for (const std::string_view mark : {".", ")", "、", "．", "）"})
    if (text.substr(number).starts_with(mark)) return text.substr(number + mark.size());
  return text;
}

/// Without separators, lone brackets and the number of a list item around it.
TextRange trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  std::string_view text = line.substr(begin, end - begin);
  const auto trim_front = [&] {
    while (!text.empty() && is_trimmed(text, 0)) {
      std::size_t next = 0;
      next_code_point(text, next);
      text.remove_prefix(next);
    }
  };
  trim_front();
  text = without_number(text);
  trim_front();
  while (!text.empty() && is_trimmed(text, begin_of_last(text)))
    text = text.substr(0, begin_of_last(text));
  const auto at = static_cast<std::size_t>(text.data() - line.data());
  return {at, at + text.size()};
}

class TermLine {
 public:
  TermLine(std::string_view line, const TwoLanguages& languages) : line_(line) {
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = line.find(separator);
      if (at == std::string_view::npos) continue;
      const bool colon = separator == ":" || separator == "：";
      if (take({at, at + separator.size(), colon}, languages)) return;
    }
    std::optional<Split> change = single_change(line);
    if (!change) return;
    const std::string_view gap =
        line.substr(change->left_end, change->right_begin - change->left_end);
    change->colon =
        gap.find(':') != std::string_view::npos || gap.find("：") != std::string_view::npos;
    take(*change, languages);
  }

  /// A mark between the two that ends a sentence, not an abbreviation ("abandon v. 放弃").
  [[nodiscard]] static bool is_sentence(std::string_view line, const Split& split) {
    constexpr double kFewWords = 3;
    const std::string_view gap = line.substr(split.left_end, split.right_begin - split.left_end);
    for (const std::string_view mark : {"!", "?", "。", "！", "？"})
      if (gap.find(mark) != std::string_view::npos) return true;
    return gap.find('.') != std::string_view::npos &&
           words_of(count_scripts(line.substr(0, split.left_end))).all() > kFewWords;
  }

  [[nodiscard]] bool found() const { return sides_.has_value(); }
  [[nodiscard]] std::array<TextRange, 2> ranges() const {
    return {trimmed(line_, 0, split_.left_end), trimmed(line_, split_.right_begin, line_.size())};
  }
  [[nodiscard]] std::uint32_t left_side() const { return sides_->left.side; }

 private:
  bool take(const Split& split, const TwoLanguages& languages) {
    if (is_value(line_, split.colon) || is_sentence(line_, split)) return false;
    split_ = split;
    sides_ = sides_of(line_, split, languages);
    return found();
  }

  std::string_view line_;
  Split split_;
  std::optional<TermSides> sides_;
};

}  // namespace

std::vector<Piece> cut_terms(const TextBlock& block, const TwoLanguages& languages) {
  std::vector<Piece> out;
  std::size_t lines = 0;
  const std::string_view text = block.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t offset = block.span.begin + begin;
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++lines;
    if (line.size() > kLongestLine) continue;
    const TermLine term(line, languages);
    if (!term.found()) continue;
    const std::array<TextRange, 2> ranges = term.ranges();
    if (ranges[0].begin == ranges[0].end || ranges[1].begin == ranges[1].end) continue;
    for (std::uint32_t i = 0; i < 2; ++i) {
      out.push_back(make_piece(block, static_cast<std::uint32_t>(offset + ranges.at(i).begin),
                               static_cast<std::uint32_t>(offset + ranges.at(i).end), Cut::kTerm,
                               i == 0 ? term.left_side() : 1 - term.left_side()));
    }
  }
  const bool enough =
      static_cast<double>(out.size()) / 2 >= kTermLines * static_cast<double>(lines);
  return enough ? out : std::vector<Piece>{};
}

}  // namespace weft
