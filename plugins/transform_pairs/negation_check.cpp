// SPDX-License-Identifier: Apache-2.0
/// Word lists of negation, strict for accusing and broad for excusing.
#include "negation_check.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "weft/ascii.hpp"

namespace weft {
namespace {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Lower-case English words, the apostrophe of n't within them.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_letter(text[at])) {
      ++at;
      continue;
    }
    std::string word;
    std::size_t end = at;
    while (end < text.size()) {
      if (is_ascii_letter(text[end])) {
        word += ascii_lower(text[end++]);
      } else if (text[end] == '\'' && end + 1 < text.size() && is_ascii_letter(text[end + 1])) {
        word += '\'';
        ++end;
      } else if (text.substr(end, 3) == "’" && end + 3 < text.size() &&
                 is_ascii_letter(text[end + 3])) {
        word += '\'';
        end += 3;
      } else {
        break;
      }
    }
    visit(word, Range{at, end});
    at = end;
  }
}

bool is_plain_no(std::string_view word) {
  return word == "not" || word == "never" || word == "cannot" ||
         (word.size() > 3 && word.substr(word.size() - 3) == "n't");
}

/// Words that negate or excuse a negation without being "not".
bool may_negate(std::string_view word) {
  constexpr std::array<std::string_view, 62> kWords = {
      "no",       "nor",        "none",       "nothing",    "nobody",  "nowhere",  "neither",
      "without",  "hardly",     "scarcely",   "barely",     "rarely",  "seldom",   "few",
      "little",   "lack",       "lacks",      "lacked",     "lacking", "absence",  "absent",
      "fail",     "fails",      "failed",     "failure",    "refuse",  "refused",  "refuses",
      "deny",     "denied",     "denies",     "unless",     "until",   "only",     "except",
      "rather",   "instead",    "too",        "avoid",      "prevent", "prevents", "stop",
      "stopped",  "without",    "against",    "free",       "far",     "less",     "than",
      "constant", "constantly", "despite",    "regardless", "beyond",  "forbid",   "ban",
      "banned",   "prohibit",   "prohibited", "ignore",     "ignored", "non"};
  if (is_plain_no(word) || std::find(kWords.begin(), kWords.end(), word) != kWords.end())
    return true;
  if (word.size() < 5) return false;
  constexpr std::array<std::string_view, 8> kPrefixes = {"un", "in",  "im",  "ir",
                                                         "il", "dis", "non", "mis"};
  if (word.substr(word.size() - 4) == "less") return true;
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
    return word.substr(0, prefix.size()) == prefix && word.size() > prefix.size() + 3;
  });
}

/// "not only", "why not", "is it not": nothing is denied.
bool is_rhetorical(std::string_view text, const Range& range) {
  constexpr std::array<std::string_view, 6> kBehind = {" only",  " just",       " merely",
                                                       " least", " to mention", " until"};
  const std::string_view behind = text.substr(range.end);
  const bool only = std::any_of(kBehind.begin(), kBehind.end(), [&](std::string_view word) {
    return behind.substr(0, word.size()) == word;
  });
  return only || text.find('?') != std::string_view::npos;
}

std::optional<Range> english_no(std::string_view text) {
  std::optional<Range> found;
  each_word(text, [&](const std::string& word, const Range& range) {
    if (!found && is_plain_no(word) && !is_rhetorical(text, range)) found = range;
  });
  return found;
}
bool english_may_negate(std::string_view text) {
  bool found = false;
  each_word(text,
            [&](const std::string& word, const Range&) { found = found || may_negate(word); });
  return found;
}

/// Denials that Chinese keeps for denying; 不但, 不过, 不断 and questions do not deny.
std::optional<Range> chinese_no(std::string_view text) {
  constexpr std::array<std::string_view, 20> kWords = {
      "没有", "沒有", "不是", "并不", "並不", "从不", "從不", "从未", "從未", "不会",
      "不會", "不能", "不可", "并非", "並非", "不要", "决不", "絕不", "绝不", "毫不"};
  if (text.find("？") != std::string_view::npos || text.find('?') != std::string_view::npos ||
      text.find("不能不") != std::string_view::npos ||
      text.find("不得不") != std::string_view::npos)
    return std::nullopt;
  std::optional<Range> first;
  for (const std::string_view word : kWords) {
    const std::size_t at = text.find(word);
    if (at != std::string_view::npos && (!first || at < first->begin))
      first = Range{at, at + word.size()};
  }
  return first;
}
bool chinese_may_negate(std::string_view text) {
  constexpr std::array<std::string_view, 40> kSigns = {
      "不", "没", "沒", "无", "無", "未", "非", "别", "別", "勿", "莫", "否", "毋", "免",
      "缺", "外", "才", "难", "難", "拒", "禁", "止", "失", "少", "除", "休", "罢", "罷",
      "哪", "怎", "岂", "豈", "甭", "却", "卻", "只", "空", "绝", "絕", "违"};
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

}  // namespace

void check_negation(const BeadPair& bead, std::vector<Finding>& out) {
  const bool english_first = is_language(bead.source.language, "en");
  const BeadSide& english = english_first ? bead.source : bead.target;
  const BeadSide& chinese = english_first ? bead.target : bead.source;
  if (!is_language(english.language, "en") || !is_language(chinese.language, "zh")) return;
  const std::optional<Range> no = english_no(english.text);
  if (no && !chinese_may_negate(chinese.text)) {
    out.push_back({"negation",
                   english_first ? "negated / -" : "- / negated",
                   {place_of(english, no->begin, no->end)}});
  }
  const std::optional<Range> bu = chinese_no(chinese.text);
  if (bu && !english_may_negate(english.text)) {
    out.push_back({"negation",
                   english_first ? "- / negated" : "negated / -",
                   {place_of(chinese, bu->begin, bu->end)}});
  }
}

}  // namespace weft
