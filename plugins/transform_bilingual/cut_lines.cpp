// SPDX-License-Identifier: Apache-2.0
/// Blocks whose lines are each in one language.

#include <algorithm>

#include "cut_text.hpp"

namespace weft {
namespace {

constexpr double kPureLine = 0.3;     // words of a line that may be in the other writing
constexpr double kImpureLines = 0.2;  // words of a block that may stand in other lines

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  SideGuess guess;
  double words = 0;
};

std::vector<Line> read_lines(const TextBlock& block, const TwoLanguages& languages) {
  std::vector<Line> out;
  const std::string_view text = block.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      const ScriptCounts counts = count_scripts(line);
      out.push_back({block.span.begin + static_cast<std::uint32_t>(begin),
                     block.span.begin + static_cast<std::uint32_t>(end),
                     languages.side_of_text(line, counts), words_of(counts).all()});
    }
    begin = end + 1;
  }
  return out;
}

bool are_pure(const std::vector<Line>& lines) {
  double all = 0;
  double impure = 0;
  std::array<bool, 2> seen{};
  for (const Line& line : lines) {
    all += line.words;
    if (line.guess.side == kNoSide) continue;
    if (line.guess.beside > kPureLine) {
      impure += line.words;
    } else {
      seen.at(line.guess.side) = true;
    }
  }
  return seen[0] && seen[1] && impure <= kImpureLines * all;
}

}  // namespace

std::vector<Piece> cut_lines(const TextBlock& block, const TwoLanguages& languages) {
  const std::vector<Line> lines = read_lines(block, languages);
  if (!are_pure(lines)) return {};
  std::vector<Line> joined;
  for (const Line& line : lines) {
    if (!joined.empty()) {
      Line& last = joined.back();
      const std::string_view before =
          block.text.substr(last.begin - block.span.begin, last.end - last.begin);
      const bool same = last.guess.side == line.guess.side && !ends_as_sentence(before);
      if (line.guess.side == kNoSide || last.guess.side == kNoSide || same) {
        last.end = line.end;
        if (last.guess.side == kNoSide) last.guess = line.guess;
        continue;
      }
    }
    joined.push_back(line);
  }
  std::vector<Piece> out;
  for (const Line& line : joined)
    out.push_back(make_piece(block, line.begin, line.end, Cut::kLine, line.guess.side));
  return out;
}

}  // namespace weft
