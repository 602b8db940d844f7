// SPDX-License-Identifier: Apache-2.0
/// What lines are that belong to the page and not to the text.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "page_lines.hpp"

namespace weft::pdf {
namespace {

constexpr double kMargin = 0.12;  // of the page's height, above and below

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The text with each number as one '#', without spaces.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') continue;
    if (!is_digit(c))
      out += c;
    else if (out.empty() || out.back() != '#')
      out += '#';
  }
  return out;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 7 && text.find_first_not_of("ivxlc") == std::string::npos;
}

// "7", "- 7 -", "Page 7 of 9", "第 7 页 共 9 页", "7 / 9", "vii".
bool is_page_number(std::string_view text) {
  std::string key = folded(text);
  if (is_roman(key)) return true;
  if (key.find('#') == std::string::npos) return false;
  for (const std::string_view part : {"Page", "page", "PAGE", "of", "第", "页", "頁", "共", "—",
                                      "–", "·", "p.", "-", "/", "|", "#", "，", ","}) {
    for (std::size_t at = key.find(part); at != std::string::npos; at = key.find(part))
      key.erase(at, part.size());
  }
  return key.empty();
}

bool begins_with_mark(std::string_view text) {
  if (text.empty()) return false;
  if (is_digit(text.front()) || text.front() == '*' || text.front() == '[') return true;
  for (const std::string_view mark : {"†", "‡", "§", "注", "①", "②", "③", "④", "⑤", "〔", "［"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

}  // namespace

void mark_furniture(const File& file, std::vector<Line>& lines) {
  // Text and place, digits aside -> the pages that have it. Places in steps wide enough for
  // rounding, narrow enough for lines of text.
  constexpr double kStep = 4;
  std::map<std::pair<std::string, long>, std::set<std::size_t>> seen;
  const auto zone = [&](const Line& line) {
    const double height = file.pages[line.page].height;
    if (line.bottom < kMargin * height) return -1;
    return line.top > (1 - kMargin) * height ? 1 : 0;
  };
  const auto key = [&](const Line& line) {
    return std::pair(is_page_number(line.text) ? "#" : folded(line.text),
                     std::lround(line.top / kStep));
  };
  for (const Line& line : lines) {
    if (line.role == Role::kBody && zone(line) != 0) seen[key(line)].insert(line.page);
  }
  const auto pages_with = [&](const Line& line) {
    std::set<std::size_t> pages;
    auto place = key(line);
    for (const long step : {-1L, 0L, 1L}) {
      const auto found = seen.find({place.first, place.second + step});
      if (found != seen.end()) pages.insert(found->second.begin(), found->second.end());
    }
    return pages.size();
  };
  for (Line& line : lines) {
    if (line.role != Role::kBody || zone(line) == 0) continue;
    const std::size_t count = pages_with(line);
    const std::size_t all = file.pages.size();
    // Heads that change with the chapter, or with left and right pages, are on some pages only.
    const bool repeated = count >= 2 && (count >= 4 || 3 * count >= all);
    if (!repeated) continue;
    line.role = is_page_number(line.text) ? Role::kPageNumber
                : zone(line) < 0          ? Role::kHeader
                                          : Role::kFooter;
  }
}

void mark_footnotes(const File& file, std::vector<Line>& lines) {
  const double body = body_size(lines);
  for (std::size_t end = lines.size(); end > 0;) {
    const std::size_t page = lines[end - 1].page;
    std::size_t first_mark = end;
    std::size_t begin = end;
    bool in_notes = true;
    for (; begin > 0 && lines[begin - 1].page == page; --begin) {
      const Line& line = lines[begin - 1];
      if (line.role != Role::kBody || !in_notes) continue;
      in_notes = line.size < 0.93 * body && line.top > 0.4 * file.pages[page].height;
      if (in_notes && begins_with_mark(line.text)) first_mark = begin - 1;
    }
    for (std::size_t i = first_mark; i < end; ++i) {
      if (lines[i].role == Role::kBody) lines[i].role = Role::kFootnote;
    }
    end = begin;
  }
}

void mark_cells(std::vector<Line>& lines) {
  // rows[i]: line i and the next stand beside each other.
  const auto beside = [&](std::size_t i) {
    const Line& a = lines[i];
    const Line& b = lines[i + 1];
    if (a.page != b.page || a.role != Role::kBody || b.role != Role::kBody) return false;
    const double rise = std::fabs((a.top + a.bottom) - (b.top + b.bottom)) / 2;
    return rise < 0.4 * a.size && b.left > a.right;
  };
  std::vector<std::size_t> row_of(lines.size(), 0);  // 0: in no row of several pieces
  std::size_t rows = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!beside(i)) continue;
    if (row_of[i] == 0) row_of[i] = ++rows;
    row_of[i + 1] = row_of[i];
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool next_row =
        row_of[i] != 0 && row_of[i + 1] == row_of[i] + 1 && lines[i].page == lines[i + 1].page;
    if (!next_row) continue;
    for (std::size_t j = i + 1; j-- > 0 && row_of[j] == row_of[i];)
      lines[j].role = Role::kCell;
    for (std::size_t j = i + 1; j < lines.size() && row_of[j] == row_of[i + 1]; ++j)
      lines[j].role = Role::kCell;
  }
}

}  // namespace weft::pdf
