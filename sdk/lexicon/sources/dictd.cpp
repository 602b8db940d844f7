// SPDX-License-Identifier: Apache-2.0
/// The index and the articles of a dictd dictionary.
#include "dictd.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "gloss.hpp"
#include "lines.hpp"
#include "weft/error.hpp"
#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// ISO 639-3 to the tags of BCP 47, for the languages of FreeDict that have a shorter one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 43> kTags = {{
    {"afr", "af"}, {"ara", "ar"}, {"bre", "br"}, {"bul", "bg"}, {"cat", "ca"}, {"ces", "cs"},
    {"cym", "cy"}, {"dan", "da"}, {"deu", "de"}, {"ell", "el"}, {"eng", "en"}, {"epo", "eo"},
    {"fas", "fa"}, {"fin", "fi"}, {"fra", "fr"}, {"gla", "gd"}, {"gle", "ga"}, {"hin", "hi"},
    {"hrv", "hr"}, {"hun", "hu"}, {"isl", "is"}, {"ita", "it"}, {"jpn", "ja"}, {"kur", "ku"},
    {"lat", "la"}, {"lit", "lt"}, {"mkd", "mk"}, {"nld", "nl"}, {"nor", "no"}, {"oci", "oc"},
    {"pol", "pl"}, {"por", "pt"}, {"ron", "ro"}, {"rus", "ru"}, {"san", "sa"}, {"slk", "sk"},
    {"slv", "sl"}, {"spa", "es"}, {"srp", "sr"}, {"swe", "sv"}, {"swh", "sw"}, {"tur", "tr"},
    {"zho", "zh"},
}};

std::string tag_of(std::string_view code) {
  for (const auto& [three, tag] : kTags) {
    if (code == three) return std::string(tag);
  }
  return code.size() == 3 ? std::string(code) : std::string();
}

/// "freedict-deu-eng" is between deu and eng.
void read_name(const std::string& path, Dictionary& out) {
  out.name = fs::path(path).filename().string();
  out.name = out.name.substr(0, out.name.find('.'));
  const std::size_t second = out.name.rfind('-');
  if (second == std::string::npos || second == 0) return;
  const std::size_t first = out.name.rfind('-', second - 1);
  const std::size_t begin = first == std::string::npos ? 0 : first + 1;
  std::string from = tag_of(std::string_view(out.name).substr(begin, second - begin));
  std::string to = tag_of(std::string_view(out.name).substr(second + 1));
  if (from.empty() || to.empty()) return;
  out.first = std::move(from);
  out.second = std::move(to);
}

/// Numbers in an index: base 64, the highest digit first.
std::optional<std::size_t> read_number(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::size_t number = 0;
  if (text.empty() || text.size() > 8) return std::nullopt;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    number = number * 64 + digit;
  }
  return number;
}

struct Article {
  std::size_t begin = 0;
  std::size_t size = 0;
  bool about = false;  ///< of the dictionary itself
  auto operator<=>(const Article&) const = default;
};

/// Several words of the index lead to one article.
std::vector<Article> read_index(std::string_view index, std::size_t size, Dictionary& out) {
  std::vector<Article> articles;
  for (std::string_view line; take_line(index, line);) {
    std::string_view word, begin, length;
    take_field(line, '\t', word);
    take_field(line, '\t', begin);
    take_field(line, '\t', length);
    const auto at = read_number(begin);
    const auto count = read_number(length);
    if (!at || !count || *at > size || *count > size - *at) {
      ++out.skipped;
      continue;
    }
    articles.push_back({*at, *count, word.starts_with("00")});
  }
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  return articles;
}

/// The paragraph behind "Availability:", as far as a line of a report can hold it.
void read_licence(std::string_view article, Dictionary& out) {
  constexpr std::string_view kMark = "Availability:";
  constexpr std::size_t kMost = 300;
  const std::size_t at = article.find(kMark);
  if (at == std::string_view::npos) return;
  article = trim_blanks(article.substr(at + kMark.size()));
  out.licence = fold_space(article.substr(0, article.find("\n\n")));
  if (out.licence.size() <= kMost) return;
  out.licence.resize(out.licence.rfind(' ', kMost));
  out.licence += " ...";
}

bool is_remark(std::string_view line) {
  if (line.starts_with("   ")) return true;
  const std::string_view text = trim_blanks(line);
  return text.empty() || text.front() == '"' || text.starts_with("see:") ||
         text.starts_with("Synonym") || text.starts_with("Note:");
}

void add_translations(std::string_view line, std::vector<std::string>& out) {
  line = trim_blanks(line);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && line.substr(digits).starts_with(". ")) line.remove_prefix(digits + 2);
  const std::string plain = without_brackets(line);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    std::string text = fold_space(rest.substr(0, end));
    if (!text.empty()) out.push_back(std::move(text));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

/// The headword, without pronunciation and grammar.
std::string headword_of(std::string_view line) {
  line = line.substr(0, line.find(" /"));
  return fold_space(without_brackets(line));
}

void read_article(std::string_view article, Dictionary& out) {
  LexiconEntry entry;
  for (std::string_view line; take_line(article, line);) {
    if (entry.headwords.empty()) {
      if (is_remark(line)) continue;
      entry.headwords.push_back(headword_of(line));
    } else if (trim_blanks(line).empty()) {
      break;
    } else if (!is_remark(line)) {
      add_translations(line, entry.translations);
    }
  }
  if (entry.headwords.empty() || entry.translations.empty()) {
    ++out.skipped;
  } else {
    out.entries.push_back(std::move(entry));
  }
}

}  // namespace

bool is_dictd_name(const std::string& path) {
  return path.ends_with(".index") || path.ends_with(".dict") || path.ends_with(".dict.dz");
}

DictdFiles find_dictd_files(const std::string& path) {
  const std::string stem =
      path.substr(0, path.rfind(path.ends_with(".index") ? ".index" : ".dict"));
  DictdFiles files{stem + ".index", stem + ".dict.dz"};
  if (!fs::exists(files.articles)) files.articles = stem + ".dict";
  for (const std::string& file : {files.index, files.articles}) {
    if (!fs::exists(file)) {
      throw Error(WEFT_E_CONFIG, path + ": " + file + " is not there; a dictd dictionary is its " +
                                     "index and its articles, side by side");
    }
  }
  return files;
}

void read_dictd(std::string_view index, std::string_view articles, const std::string& path,
                Dictionary& out) {
  out.format = "dictd";
  read_name(path, out);
  for (const Article& article : read_index(index, articles.size(), out)) {
    const std::string_view text = articles.substr(article.begin, article.size);
    if (find_invalid_utf8(text) != std::string_view::npos) {
      ++out.skipped;
    } else if (article.about) {
      read_licence(text, out);
    } else {
      read_article(text, out);
    }
  }
}

}  // namespace weft
