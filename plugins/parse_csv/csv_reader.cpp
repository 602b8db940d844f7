// SPDX-License-Identifier: Apache-2.0
/// One pass over the text; only a quote that nothing closes is read twice.
#include "csv_reader.hpp"

#include <algorithm>

namespace weft::csv {
namespace {

constexpr std::size_t kLargestCell = std::size_t{16} << 20U;
constexpr std::size_t kSpareBytes = std::size_t{1} << 20U;

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

bool CsvReader::next(Row& row) {
  row.cells.clear();
  row.joined = 0;
  row.unclosed_line = 0;
  while (!at_end() && is_line_end(text_[at_]))
    end_line();
  if (at_end()) return false;
  row.line = line_;
  while (true) {
    if (at_end() || text_[at_] != '"' || !read_quoted(row)) read_plain(row);
    if (at_end()) return true;
    if (text_[at_] != delimiter_) break;
    ++at_;
  }
  end_line();
  return true;
}

void CsvReader::end_line() {
  at_ += text_.substr(at_).starts_with("\r\n") ? 2U : 1U;
  ++line_;
}

void CsvReader::read_plain(Row& row) {
  const std::size_t begin = at_;
  while (!at_end() && text_[at_] != delimiter_ && !is_line_end(text_[at_]))
    ++at_;
  add(row, {begin, at_, false, false});
}

void CsvReader::add(Row& row, const Cell& cell) {
  if (row.cells.size() < kMostCells) {
    row.cells.push_back(cell);
    return;
  }
  row.cells.back().end = cell.end;
  row.cells.back().doubled = false;
  ++row.joined;
}

std::size_t CsvReader::skip_blanks(std::size_t at) const {
  while (at < text_.size() && text_[at] == ' ')
    ++at;
  return at;
}

bool CsvReader::ends_cell(std::size_t at) const {
  at = skip_blanks(at);
  return at >= text_.size() || text_[at] == delimiter_ || is_line_end(text_[at]);
}

/// A lone quote at `at` inside a quoted cell. On the cell's first line it is a slip; further down,
/// behind a delimiter or a line end, it opens the cell of another row.
bool CsvReader::gives_up(std::size_t open, std::size_t at, std::size_t lines) const {
  const char before = text_[at - 1];
  return lines > 0 && at > open + 1 && (before == delimiter_ || is_line_end(before));
}

bool CsvReader::read_quoted(Row& row) {
  const std::size_t open = at_;
  const bool one_line = read_again_ > 2 * text_.size() + kSpareBytes;
  std::size_t lines = 0;
  bool doubled = false;
  std::size_t at = open + 1;
  for (; at < text_.size() && at - open < kLargestCell; ++at) {
    const char c = text_[at];
    if (is_line_end(c)) {
      if (one_line) break;
      lines += c == '\r' && text_.substr(at).starts_with("\r\n") ? 0U : 1U;
    }
    if (c != '"') continue;
    if (text_.substr(at + 1).starts_with('"')) {
      doubled = true;
      ++at;
    } else if (ends_cell(at + 1)) {
      add(row, {open + 1, at, true, doubled});
      at_ = skip_blanks(at + 1);
      line_ += lines;
      return true;
    } else if (gives_up(open, at, lines)) {
      break;
    }
  }
  read_again_ += at - open;
  row.unclosed_line = line_;
  return false;
}

MappedText cell_text(std::string_view text, const Cell& cell) {
  MappedText out;
  const std::string_view raw = text.substr(cell.begin, cell.end - cell.begin);
  if (!cell.doubled) {
    out.copy(raw, cell.begin);
    return out;
  }
  for (std::size_t from = 0; from < raw.size();) {
    std::size_t quote = raw.find("\"\"", from);
    quote = quote == std::string_view::npos ? raw.size() : quote + 1;
    out.copy(raw.substr(from, quote - from), cell.begin + from);
    from = quote + 1;
  }
  return out;
}

}  // namespace weft::csv
