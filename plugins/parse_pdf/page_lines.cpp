// SPDX-License-Identifier: Apache-2.0
/// Lines by the places of their words; Poppler has put these in reading order.
#include "page_lines.hpp"

#include <weft/utf8.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace weft::pdf {
namespace {

/// A line that grows.
struct Growing {
  Line line;
  std::map<int, std::size_t> sizes;  // bytes by size in tenths
  bool space = false;                // wanted before the next word
};

bool continues(const Line& line, const Word& word) {
  const double middle = (word.top + word.bottom) / 2;
  const double size = std::max(line.size, word.size);
  const bool same_row = middle > line.top && middle < line.bottom;
  const double gap = word.left - line.right;
  return same_row && gap > -size && gap < 1.6 * size;
}

void add_word(Growing& growing, const Word& word) {
  Line& line = growing.line;
  if (line.text.empty()) {
    line.left = word.left;
    line.top = word.top;
    line.bottom = word.bottom;
    line.bold = word.bold;
  } else {
    const bool cjk = is_cjk(last_point(line.text)) || is_cjk(first_point(word.text));
    const bool gap = growing.space || word.left - line.right > word.size / 6;
    if (cjk ? word.left - line.right > word.size / 2 : gap) line.text += ' ';
  }
  line.text += word.text;
  line.right = std::max(line.right, word.right);
  line.bold = line.bold && word.bold;
  growing.space = word.space_after;
  growing.sizes[static_cast<int>(std::lround(word.size * 10))] += word.text.size();
  const auto most =
      std::max_element(growing.sizes.begin(), growing.sizes.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  line.size = most->first / 10.0;
}

bool overlaps(const Line& a, const Line& b) {
  const double shared = std::min(a.right, b.right) - std::max(a.left, b.left);
  return shared > 0.5 * std::min(a.right - a.left, b.right - b.left);
}

// Soft hyphens show at the end of a line only; elsewhere they are no text.
void drop_soft_hyphens(std::string& text) {
  constexpr std::string_view kSoft = "\xC2\xAD";
  std::size_t at = text.find(kSoft);
  while (at != std::string::npos && at + kSoft.size() < text.size()) {
    text.erase(at, kSoft.size());
    at = text.find(kSoft, at);
  }
}

// The width of a column: lines near in reading order that stand above each other.
void find_columns(std::vector<Line>& lines) {
  constexpr std::size_t kNear = 12;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    line.column_left = line.left;
    line.column_right = line.right;
    const std::size_t first = i < kNear ? 0 : i - kNear;
    for (std::size_t j = first; j < std::min(lines.size(), i + kNear + 1); ++j) {
      const Line& other = lines[j];
      if (other.page != line.page || other.role != Role::kBody || !overlaps(line, other)) continue;
      if (std::fabs(other.size - line.size) > 0.08 * line.size) continue;
      line.column_left = std::min(line.column_left, other.left);
      line.column_right = std::max(line.column_right, other.right);
    }
  }
}

}  // namespace

bool is_cjk(char32_t point) {
  return (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0xFE30 && point <= 0xFE4F) || (point >= 0xFF00 && point <= 0xFFEF) ||
         (point >= 0x20000 && point <= 0x3FFFF);
}

char32_t first_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && !on_border(text, at))
    --at;
  return next_code_point(text, at);
}

double body_size(const std::vector<Line>& lines) {
  std::map<int, std::size_t> sizes;  // in halves of a point
  for (const Line& line : lines) {
    if (line.role == Role::kBody)
      sizes[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
  }
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? 10 : std::max(1, most->first) / 2.0;
}

std::vector<Line> find_lines(const File& file) {
  std::vector<Line> lines;
  for (std::size_t page = 0; page < file.pages.size(); ++page) {
    Growing growing;
    const auto finish = [&] {
      drop_soft_hyphens(growing.line.text);
      if (growing.line.text.find_first_not_of(' ') != std::string::npos)
        lines.push_back(std::move(growing.line));
      growing = {};
    };
    for (const Word& word : file.pages[page].words) {
      const bool turned = word.rotated != (growing.line.role == Role::kRotated);
      if (!growing.line.text.empty() &&
          (turned || (!word.rotated && !continues(growing.line, word))))
        finish();
      growing.line.page = page;
      growing.line.role = word.rotated ? Role::kRotated : Role::kBody;
      add_word(growing, word);
    }
    finish();
  }
  mark_furniture(file, lines);
  mark_footnotes(file, lines);
  mend_column_order(lines);
  mark_cells(lines);
  find_columns(lines);
  return lines;
}

}  // namespace weft::pdf
