// SPDX-License-Identifier: Apache-2.0
/// Rows of a term list; the header and the guess of languages.
#include "term_list.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "gloss.hpp"
#include "lines.hpp"
#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

using Cells = std::vector<std::string_view>;

Cells cells_of(std::string_view line) {
  Cells out;
  for (std::string_view cell; take_field(line, '\t', cell);)
    out.push_back(trim_blanks(cell));
  return out;
}

bool is_comment(std::string_view line) {
  return trim_blanks(line).empty() || line.front() == '#';
}

/// "en", "zh-Hans": words of two letters are rare enough as terms, longer ones are not.
bool is_short_tag(std::string_view cell) {
  return cell.substr(0, cell.find('-')).size() == 2 && is_well_formed_tag(cell);
}

/// The columns of a header that names languages; two equal numbers: it is no header.
struct Columns {
  std::size_t first = 0;
  std::size_t second = 0;
};

Columns find_columns(const Cells& header, const DictionaryLanguages& wanted) {
  Cells tags;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!is_short_tag(header[i])) continue;
    tags.push_back(header[i]);
    places.push_back(i);
  }
  if (tags.size() < 2) return {};
  const auto place = [&](const std::string& language, std::size_t none) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (!language.empty() && matches_range(tags[i], language.substr(0, language.find('-'))))
        return places[i];
    }
    return none;
  };
  const std::size_t none = header.size();
  Columns columns{place(wanted.first, none), place(wanted.second, none)};
  // A language that is not there is told by the languages of the columns that are taken instead.
  for (std::size_t* column : {&columns.first, &columns.second}) {
    if (*column != none) continue;
    const std::size_t taken = column == &columns.first ? columns.second : columns.first;
    *column = places[0] != taken ? places[0] : places[1];
  }
  return columns;
}

std::vector<std::string> terms_of(std::string_view cell) {
  std::vector<std::string> out;
  const std::string plain = without_brackets(cell);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(";|"), rest.size());
    std::string term = fold_space(rest.substr(0, end));
    if (!term.empty()) out.push_back(std::move(term));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

/// The language of a column: of its first kilobytes together.
std::string guess_column(const std::vector<LexiconEntry>& entries, bool headwords) {
  constexpr std::size_t kEnough = 4000;
  std::string text;
  for (const LexiconEntry& entry : entries) {
    for (const std::string& term : headwords ? entry.headwords : entry.translations)
      text += term + "\n";
    if (text.size() > kEnough) break;
  }
  const std::string tag = guess_language(text).tag;
  return tag == "und" ? std::string() : tag.substr(0, tag.find('-'));
}

}  // namespace

bool is_term_list(std::string_view head) {
  for (std::string_view line; take_line(head, line);) {
    if (!is_comment(line)) return line.find('\t') != std::string_view::npos;
  }
  return false;
}

void read_term_list(std::string_view text, const DictionaryLanguages& wanted, Dictionary& out) {
  out.format = "term list";
  Columns columns{0, 1};
  bool first_line = true;
  for (std::string_view line; take_line(text, line);) {
    if (is_comment(line)) continue;
    const Cells cells = cells_of(line);
    if (std::exchange(first_line, false)) {
      const Columns named = find_columns(cells, wanted);
      if (named.first != named.second) {
        columns = named;
        out.first = canonical_tag(cells[columns.first]);
        out.second = canonical_tag(cells[columns.second]);
        continue;
      }
    }
    LexiconEntry entry;
    if (cells.size() > std::max(columns.first, columns.second)) {
      entry.headwords = terms_of(cells[columns.first]);
      entry.translations = terms_of(cells[columns.second]);
    }
    if (entry.headwords.empty() || entry.translations.empty()) {
      ++out.skipped;
    } else {
      out.entries.push_back(std::move(entry));
    }
  }
  if (out.first.empty()) {
    out.first = guess_column(out.entries, true);
    out.second = guess_column(out.entries, false);
  }
}

}  // namespace weft
