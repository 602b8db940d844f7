// SPDX-License-Identifier: Apache-2.0
/// Reading patterns and matching ids, by backtracking.
#include "name_pattern.hpp"

#include <algorithm>
#include <cctype>

#include "weft/error.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

constexpr std::string_view kStem = "{stem}";
constexpr std::string_view kLanguage = "{lang}";

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}
char upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}
bool in_tag(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

}  // namespace

std::string usual_tag(std::string_view tag) {
  std::string out;
  std::size_t begin = 0;
  while (begin <= tag.size()) {
    const std::size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
    const std::string_view subtag = tag.substr(begin, end - begin);
    if (begin > 0) out += '-';
    for (std::size_t i = 0; i < subtag.size(); ++i) {
      const bool region = begin > 0 && subtag.size() == 2;
      const bool script = begin > 0 && subtag.size() == 4 && i == 0;
      out += region || script ? upper(subtag[i]) : lower(subtag[i]);
    }
    begin = end + 1;
  }
  return out;
}

/// One attempt from one start of an id.
struct NamePattern::Search {
  const std::vector<Token>& tokens;
  std::string_view id;
  const std::vector<std::string>& ranges;
  std::string stem = {};
  NameMatch found = {};

  bool from(std::size_t token, std::size_t at) {
    if (token == tokens.size()) return at == id.size();
    switch (tokens[token].part) {
      case Part::kText:
        return id.substr(at).starts_with(tokens[token].text) &&
               from(token + 1, at + tokens[token].text.size());
      case Part::kStem:
        return stem_from(token, at);
      case Part::kLanguage:
        return language_from(token, at);
      case Part::kAny:
        break;
    }
    return rest_from(token, at);
  }
  bool stem_from(std::size_t token, std::size_t at) {
    for (std::size_t end = id.size(); end > at; --end) {
      if (!from(token + 1, end)) continue;
      stem = id.substr(at, end - at);
      return true;
    }
    return false;
  }
  bool language_from(std::size_t token, std::size_t at) {
    std::size_t end = at;
    while (end < id.size() && in_tag(id[end]))
      ++end;
    for (; end > at; --end) {
      const std::string tag = usual_tag(id.substr(at, end - at));
      const auto range = std::find_if(ranges.begin(), ranges.end(), [&](const std::string& r) {
        return is_well_formed_tag(tag) && matches_range(tag, r);
      });
      if (range == ranges.end() || !from(token + 1, end)) continue;
      found.language = tag;
      found.range = static_cast<std::size_t>(range - ranges.begin());
      found.begin = at;
      found.end = end;
      return true;
    }
    return false;
  }
  bool rest_from(std::size_t token, std::size_t at) {
    std::size_t end = at;
    while (end < id.size() && id[end] != '/')
      ++end;
    for (;; --end) {
      if (from(token + 1, end)) {
        found.rest = std::string(id.substr(at, end - at)) + found.rest;
        return true;
      }
      if (end == at) return false;
    }
  }
};

NamePattern::NamePattern(std::string_view text) {
  std::size_t stems = 0;
  std::size_t languages = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view left = text.substr(at);
    if (left.starts_with(kStem)) {
      tokens_.push_back({Part::kStem, {}});
      ++stems;
      at += kStem.size();
    } else if (left.starts_with(kLanguage)) {
      tokens_.push_back({Part::kLanguage, {}});
      ++languages;
      at += kLanguage.size();
    } else if (left.front() == '*') {
      tokens_.push_back({Part::kAny, {}});
      ++at;
    } else {
      add_text(left.substr(0, 1));
      ++at;
    }
  }
  if (stems != 1 || languages != 1) {
    throw Error(WEFT_E_CONFIG, "align_documents: the pattern '" + std::string(text) +
                                   "' needs {stem} and {lang} once each, as in '{stem}.{lang}.*'");
  }
}

void NamePattern::add_text(std::string_view text) {
  if (tokens_.empty() || tokens_.back().part != Part::kText) tokens_.push_back({Part::kText, {}});
  tokens_.back().text += text;
}

std::optional<NameMatch> NamePattern::match(std::string_view id,
                                            const std::vector<std::string>& ranges) const {
  const std::size_t record = std::min(id.rfind('#'), id.size());
  const std::string_view name = id.substr(0, record);
  for (std::size_t start = 0; start != std::string_view::npos && start < name.size();) {
    Search search{tokens_, name, ranges};
    if (search.from(0, start)) {
      NameMatch match = search.found;
      // A newline is in no path, so that the parts of a key cannot run into each other.
      match.key = std::string(name.substr(0, start)) + '\n' + search.stem + '\n' +
                  std::string(id.substr(record));
      return match;
    }
    start = name.find('/', start);
    if (start != std::string_view::npos) ++start;
  }
  return std::nullopt;
}

}  // namespace weft
