// SPDX-License-Identifier: Apache-2.0
/// Counting cells under each delimiter, and telling names from values.
#include "table_shape.hpp"

#include <weft/records/columns.hpp>
#include <weft/records/source_text.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace weft::csv {
namespace {

constexpr std::size_t kLookedAt = 65536;
constexpr std::size_t kRowsLookedAt = 200;
constexpr std::array<char, 4> kDelimiters = {',', '\t', ';', '|'};
constexpr std::size_t kLongestName = 60;  // bytes

Delimiting count_cells(std::string_view text, char delimiter) {
  Delimiting out;
  out.delimiter = delimiter;
  CsvReader reader(text, delimiter);
  Row row;
  std::map<std::size_t, std::size_t> by_size;
  while (out.rows < kRowsLookedAt && reader.next(row)) {
    ++out.rows;
    ++by_size[row.cells.size()];
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      ++out.cells;
      const Cell& cell = row.cells[i];
      out.spaced += !cell.quoted && cell.begin < cell.end && text[cell.begin] == ' ' ? 1U : 0U;
    }
  }
  for (const auto& [size, rows] : by_size) {
    if (rows < out.agreeing) continue;
    out.agreeing = rows;
    out.columns = size;
  }
  return out;
}

/// The head without its last line, which may be cut.
std::string_view whole_lines(std::string_view text) {
  if (text.size() < kLookedAt) return text;
  const std::string_view head = text.substr(0, kLookedAt);
  const std::size_t end = head.find_last_of("\r\n");
  return end == std::string_view::npos ? head : head.substr(0, end + 1);
}

bool is_value(std::string_view cell) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = std::count_if(cell.begin(), cell.end(), is_digit);
  const auto others = std::count_if(cell.begin(), cell.end(), [&](char c) {
    return !is_digit(c) && std::string_view(" .,:;/-+%$TZ").find(c) == std::string_view::npos;
  });
  return digits > 0 && others == 0;
}

bool is_sentence(std::string_view cell) {
  for (const std::string_view stop : {".", "!", "?", "。", "！", "？", "…"}) {
    if (cell.ends_with(stop)) return true;
  }
  return cell.size() > kLongestName || cell.find_first_of("\r\n") != std::string_view::npos ||
         cell.find("://") != std::string_view::npos;
}

/// The first row could be one of names. Above the row numbers that programs write in front stands
/// nothing, and joined tables have known names twice.
bool may_name(const std::vector<std::string>& row) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string& cell = row[i];
    const bool numbers = i == 0 && cell.empty() && row.size() > 1;
    if (cell.empty() && !numbers) return false;
    if (is_value(cell) || is_sentence(cell)) return false;
    if (!seen.insert(folded_name(cell)).second && !is_known_column(cell)) return false;
  }
  return !row.empty();
}

}  // namespace

Declared declared_delimiter(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 6) return {};
  if (text[5] != '\r' && text[5] != '\n') return {};
  return {text[4], text.substr(5).starts_with("\r\n") ? std::size_t{7} : std::size_t{6}};
}

Delimiting find_delimiter(std::string_view text) {
  text = whole_lines(text);
  Delimiting best;
  double best_score = -1;
  for (const char delimiter : kDelimiters) {
    const Delimiting found = count_cells(text, delimiter);
    if (found.columns < 2) {
      if (best_score < 0 && found.rows > 0) best = found;
      continue;
    }
    // A comma with a blank behind it is more likely to part words than cells.
    const double spaced = static_cast<double>(found.spaced) / static_cast<double>(found.cells);
    const double share = static_cast<double>(found.agreeing) / static_cast<double>(found.rows);
    const double score = share * (1.0 - 0.5 * spaced);
    if (score <= best_score + 1e-9) continue;
    best = found;
    best_score = score;
  }
  if (best_score < 0) best.delimiter = ',';
  return best;
}

bool has_header(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty() || !may_name(rows.front())) return false;
  const std::vector<std::string>& first = rows.front();
  const auto known = std::count_if(first.begin(), first.end(), is_known_column);
  if (known > 0) return true;
  // Names are shorter than what they name, or are words above numbers.
  std::size_t votes = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    std::size_t bytes = 0;
    std::size_t cells = 0;
    std::size_t values = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      if (i >= rows[row].size() || rows[row][i].empty()) continue;
      ++cells;
      bytes += rows[row][i].size();
      values += is_value(rows[row][i]) ? 1U : 0U;
    }
    if (cells == 0) continue;
    if (values == cells && cells > 1 && !first[i].empty()) return true;
    if (values == cells || bytes > 2 * cells * first[i].size()) ++votes;
  }
  return votes * 2 >= first.size() && votes > 0;
}

int sniff_csv(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = bare_media_type(media_type);
  if (type == "text/csv" || type == "text/tab-separated-values") return 100;
  if (!type.empty() && type != "application/octet-stream" && type != "application/vnd.ms-excel")
    return 0;
  const std::string text = sniffable(head);
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || text.find('\0') != std::string::npos) return 0;
  const bool named = has_ending(uri, ".csv") || has_ending(uri, ".tsv") || has_ending(uri, ".tab");
  if (!named && std::string_view("<{[%#").find(text[start]) != std::string_view::npos) return 0;
  if (declared_delimiter(text).size > 0) return named ? 85 : 60;
  const Delimiting found = find_delimiter(text);
  const bool agree = found.rows > 0 && found.agreeing * 10 >= found.rows * 8;
  if (named) {
    const bool markup = text[start] == '<' && found.columns < 2;
    return markup ? 5 : found.columns >= 2 && agree ? 75 : 55;
  }
  // Prose has commas too: nobody's rows must agree to the last one, and be more than a few.
  const std::size_t least = found.delimiter == '\t' ? 2 : 3;
  const bool table = found.rows >= 5 && found.agreeing == found.rows && found.columns >= least &&
                     found.spaced * 4 <= found.cells;
  return table ? 48 : 0;
}

}  // namespace weft::csv
