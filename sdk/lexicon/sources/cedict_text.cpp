// SPDX-License-Identifier: Apache-2.0
/// The text format of CC-CEDICT and its sisters.
#include "cedict.hpp"
#include "lines.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool read_line(std::string_view line, CedictEntry& entry) {
  const std::size_t space = line.find(' ');
  const std::size_t open = line.find(" [");
  const std::size_t close = line.find("] /");
  if (space == std::string_view::npos || open == std::string_view::npos ||
      close == std::string_view::npos || space >= open || open >= close) {
    return false;
  }
  entry.traditional = line.substr(0, space);
  entry.simplified = line.substr(space + 1, open - space - 1);
  entry.pinyin = line.substr(open + 2, close - open - 2);
  // A second pronunciation in brackets of its own ("[[ka3]]" in newer files) is read as the first.
  while (!entry.pinyin.empty() && entry.pinyin.front() == '[')
    entry.pinyin.erase(0, 1);
  while (!entry.pinyin.empty() && entry.pinyin.back() == ']')
    entry.pinyin.pop_back();
  std::string_view rest = line.substr(close + 3);
  for (std::string_view definition; take_field(rest, '/', definition);) {
    if (!definition.empty()) entry.definitions.emplace_back(definition);
  }
  return !entry.definitions.empty() && entry.simplified.find(' ') == std::string::npos;
}

/// "#! license=..." and the first words of the first comment.
void read_comment(std::string_view line, Dictionary& out) {
  constexpr std::string_view kLicence = "#! license=";
  if (line.starts_with(kLicence)) {
    out.licence = line.substr(kLicence.size());
  } else if (out.name.empty() && line.size() > 2 && line[1] == ' ') {
    out.name = line.substr(2);
  }
}

}  // namespace

bool is_cedict_text(std::string_view head) {
  for (std::string_view line; take_line(head, line);) {
    if (line.starts_with("# CC-CEDICT")) return true;
    if (line.empty() || line.front() == '#') continue;
    CedictEntry entry;
    return read_line(line, entry);
  }
  return false;
}

void read_cedict_text(std::string_view text, Dictionary& out) {
  std::vector<CedictEntry> entries;
  for (std::string_view line; take_line(text, line);) {
    if (line.empty()) continue;
    if (line.front() == '#') {
      read_comment(line, out);
      continue;
    }
    CedictEntry entry;
    if (read_line(line, entry)) {
      entries.push_back(std::move(entry));
    } else {
      ++out.skipped;
    }
  }
  out.format = "CC-CEDICT";
  add_cedict_entries(entries, out);
}

}  // namespace weft
