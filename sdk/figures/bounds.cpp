// SPDX-License-Identifier: Apache-2.0
/// The words beside a figure that say how near it is.
#include <array>

#include "figure_reader.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

struct BoundWord {
  std::string_view text;
  FigureBound bound;
};

constexpr std::array kHanBefore = {
    BoundWord{"大约", FigureBound::kAbout}, BoundWord{"大約", FigureBound::kAbout},
    BoundWord{"约", FigureBound::kAbout},   BoundWord{"約", FigureBound::kAbout},
    BoundWord{"将近", FigureBound::kAbout}, BoundWord{"近", FigureBound::kAbout},
    BoundWord{"大概", FigureBound::kAbout}, BoundWord{"接近", FigureBound::kAbout},
    BoundWord{"超过", FigureBound::kOver},  BoundWord{"超過", FigureBound::kOver},
    BoundWord{"逾", FigureBound::kOver},    BoundWord{"至少", FigureBound::kOver},
    BoundWord{"最少", FigureBound::kOver},  BoundWord{"多于", FigureBound::kOver},
    BoundWord{"多於", FigureBound::kOver},  BoundWord{"高达", FigureBound::kUnder},
    BoundWord{"多达", FigureBound::kUnder}, BoundWord{"不到", FigureBound::kUnder},
    BoundWord{"不足", FigureBound::kUnder}, BoundWord{"少于", FigureBound::kUnder},
    BoundWord{"至多", FigureBound::kUnder}, BoundWord{"最多", FigureBound::kUnder}};
constexpr std::array kHanBehind = {
    BoundWord{"左右", FigureBound::kAbout}, BoundWord{"上下", FigureBound::kAbout},
    BoundWord{"以上", FigureBound::kOver}, BoundWord{"以下", FigureBound::kUnder},
    BoundWord{"以内", FigureBound::kUnder}};
constexpr std::array kEnglishBefore = {
    BoundWord{"more than", FigureBound::kOver},     BoundWord{"less than", FigureBound::kUnder},
    BoundWord{"fewer than", FigureBound::kUnder},   BoundWord{"at least", FigureBound::kOver},
    BoundWord{"as many as", FigureBound::kUnder},   BoundWord{"as much as", FigureBound::kUnder},
    BoundWord{"up to", FigureBound::kUnder},        BoundWord{"at most", FigureBound::kUnder},
    BoundWord{"no more than", FigureBound::kUnder}, BoundWord{"about", FigureBound::kAbout},
    BoundWord{"around", FigureBound::kAbout},       BoundWord{"roughly", FigureBound::kAbout},
    BoundWord{"nearly", FigureBound::kAbout},       BoundWord{"almost", FigureBound::kAbout},
    BoundWord{"some", FigureBound::kAbout},         BoundWord{"approximately", FigureBound::kAbout},
    BoundWord{"over", FigureBound::kOver},          BoundWord{"under", FigureBound::kUnder},
    BoundWord{"exceeding", FigureBound::kOver},     BoundWord{"exceeded", FigureBound::kOver}};
constexpr std::array kEnglishBehind = {BoundWord{" or so", FigureBound::kAbout},
                                       BoundWord{" or more", FigureBound::kOver},
                                       BoundWord{" or less", FigureBound::kUnder}};

bool ends_with_word(std::string_view text, std::size_t end, std::string_view word) {
  if (end < word.size() || !same_word(text, end - word.size(), word)) return false;
  return end == word.size() || !is_letter(text[end - word.size() - 1]);
}

}  // namespace

void read_bounds(std::string_view text, Figure& figure) {
  if (figure.bound != FigureBound::kExact) return;
  const std::size_t before = skip_blank_back(text, figure.begin);
  const std::size_t behind = skip_blank(text, figure.end);
  if (before > 0 && (static_cast<unsigned char>(text[before - 1]) & 0x80U) != 0) {
    for (const BoundWord& word : kHanBefore) {
      if (ends_at(text, before, word.text)) figure.bound = word.bound;
    }
  } else if (before > 0 && is_letter(text[before - 1])) {
    for (const BoundWord& word : kEnglishBefore) {
      if (ends_with_word(text, before, word.text)) figure.bound = word.bound;
    }
  }
  if (figure.bound != FigureBound::kExact) return;
  for (const BoundWord& word : kHanBehind) {
    if (starts_at(text, behind, word.text)) figure.bound = word.bound;
  }
  for (const BoundWord& word : kEnglishBehind) {
    if (same_word(text, figure.end, word.text)) figure.bound = word.bound;
  }
}

}  // namespace weft
