// SPDX-License-Identifier: Apache-2.0
/// Blocks that alternate whole sentences.

#include <algorithm>
#include <optional>

#include "cut_text.hpp"
#include "weft/text/sentences.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kPureSentence = 0.3;      // words of a sentence that may be in the other writing
constexpr double kImpureSentences = 0.15;  // words of a block that may stand in other sentences
constexpr double kLesserShare = 0.2;       // of a block's words, for the lesser language

bool is_stop(char32_t point) {
  return std::u32string_view(U".!?:;,)\"”’。！？：；，、）」』…—").find(point) !=
         std::u32string_view::npos;
}

/// Where a sentence in two writings is really two: the writing changes once, behind a mark.
std::size_t change_behind_stop(std::string_view text) {
  std::size_t found = std::string_view::npos;
  std::optional<Writing> current;
  char32_t before = 0;  // the last that is neither a letter nor white space
  for (std::size_t next = 0; next < text.size();) {
    const std::size_t at = next;
    const char32_t point = next_code_point(text, next);
    const Writing writing = writing_of(script_of(point));
    if (writing == Writing::kNone) {
      if (point != ' ' && point != '\n') before = point;
      continue;
    }
    if (current && writing != *current) {
      if (found != std::string_view::npos || !is_stop(before)) return std::string_view::npos;
      found = at;
    }
    current = writing;
    before = 0;
  }
  return found;
}

/// Sentences, and those that are two in one cut once more.
std::vector<TextRange> sentences_of(const TextBlock& block, const TwoLanguages& languages) {
  std::vector<TextRange> out;
  for (const TextRange& sentence : split_sentences(block.text)) {
    const std::string_view text = block.text.substr(sentence.begin, sentence.end - sentence.begin);
    const bool mixed =
        languages.side_of_words(words_of(count_scripts(text))).beside > kPureSentence;
    const std::size_t change = mixed ? change_behind_stop(text) : std::string_view::npos;
    if (change == std::string_view::npos) {
      out.push_back(sentence);
      continue;
    }
    const std::size_t end = text.find_last_not_of(" \n", change - 1) + 1;
    out.push_back({sentence.begin, sentence.begin + end});
    out.push_back({sentence.begin + change, sentence.end});
  }
  return out;
}

}  // namespace

std::vector<Piece> cut_sentences(const TextBlock& block, const TwoLanguages& languages) {
  struct Run {
    TextRange range;
    std::uint32_t side;
  };
  std::vector<Run> runs;
  std::array<double, 2> words{};
  double impure = 0;
  for (const TextRange& sentence : sentences_of(block, languages)) {
    const std::string_view text = block.text.substr(sentence.begin, sentence.end - sentence.begin);
    const Words counted = words_of(count_scripts(text));
    const SideGuess guess = languages.side_of_words(counted);
    if (guess.side != kNoSide) words.at(guess.side) += counted.all();
    if (guess.side == kNoSide || guess.beside > kPureSentence) impure += counted.all();
    const bool joins = !runs.empty() && (guess.side == kNoSide || runs.back().side == guess.side);
    if (joins) {
      runs.back().range.end = sentence.end;
    } else {
      runs.push_back({sentence, guess.side});
    }
  }
  const double all = block.words.all();
  const double less = std::min(words[0], words[1]);
  if (runs.size() < 2 || less < kLesserShare * all || impure > kImpureSentences * all) return {};
  std::vector<Piece> out;
  for (const Run& run : runs) {
    const auto begin = static_cast<std::uint32_t>(block.span.begin + run.range.begin);
    const auto end = static_cast<std::uint32_t>(block.span.begin + run.range.end);
    const bool first_is_neutral = run.side == kNoSide;
    out.push_back(make_piece(block, begin, end, Cut::kSentence, first_is_neutral ? 0 : run.side));
    out.back().pairs = !first_is_neutral;
  }
  return out;
}

}  // namespace weft
