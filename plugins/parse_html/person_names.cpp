// SPDX-License-Identifier: Apache-2.0
/// Labels, separators and what a name may look like; no list of names.
#include "person_names.hpp"

#include <algorithm>
#include <array>

#include <weft/utf8.hpp>

#include "date_text.hpp"
#include "html_tokens.hpp"
#include "letters.hpp"
#include "page_text.hpp"
#include "weft/ascii.hpp"

namespace weft {
namespace {

constexpr auto kAuthorLabels = std::to_array<std::string_view>(
    {"written by", "posted by",   "published by", "reviewed by", "words by", "story by", "text by",
     "article by", "authored by", "by:",          "by ",         "author:",  "authors:", "author ",
     "von ",       "par ",        "por ",         "作者",        "撰文",     "撰稿",     "文/",
     "文／",       "文｜",        "文 |",         "文丨",        "记者",     "記者",     "本报记者",
     "作 者",      "編輯",        "博主"});
constexpr auto kTranslatorLabels = std::to_array<std::string_view>(
    {"translated by", "translator:", "translation:", "traduction :", "übersetzt von", "翻译",
     "翻譯", "译者", "譯者", "编译", "編譯", "译文"});
constexpr auto kSourceLabels =
    std::to_array<std::string_view>({"source:", "来源", "來源", "文章来源", "消息来源", "信息来源",
                                     "稿件来源", "出处", "出處", "原载", "轉載自", "转载自"});

// The text behind the longest label it begins with; labels of words want a colon or space behind
// them.
template <std::size_t N>
std::string_view behind_label(std::string_view text,
                              const std::array<std::string_view, N>& labels) {
  text = trimmed(text);
  std::string_view rest;
  for (const std::string_view label : labels) {
    if (!equals_ignoring_case(text.substr(0, label.size()), label)) continue;
    std::string_view behind = text.substr(label.size());
    const bool word = is_ascii_letter(label.back());
    if (word && !behind.empty() && is_ascii_letter(behind.front())) continue;
    behind = trimmed(behind);
    const bool wide = static_cast<unsigned char>(label.back()) >= 0x80 && !label.ends_with("／") &&
                      !label.ends_with("｜");
    bool marked = !wide;
    for (const std::string_view mark : {":", "：", "|", "｜", "/", "／"}) {
      if (!behind.starts_with(mark)) continue;
      behind.remove_prefix(mark.size());
      marked = true;
      break;
    }
    behind = trimmed(behind);
    if (marked && (rest.empty() || behind.size() < rest.size())) rest = behind;
  }
  return rest;
}

// "王乐文 方 敏" as 王乐文, 方敏: names parted by spaces, those of two letters spread over two.
std::vector<std::string> read_spaced_names(std::string_view text) {
  std::vector<std::string> names;
  std::string half;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : trimmed(text.substr(end));
    const TextStats stats = count_text(part);
    if (stats.wide != stats.characters || stats.wide > 4) return {};
    if (stats.wide == 1 && half.empty()) {
      half = part;
      continue;
    }
    names.push_back(stats.wide == 1 ? half + std::string(part) : std::string(part));
    if (stats.wide != 1 && !half.empty()) return {};
    half.clear();
  }
  return half.empty() && !names.empty() ? names : std::vector<std::string>{};
}

// 本报记者 and the like before a name, with a space or nothing behind.
std::string_view without_office(std::string_view text) {
  for (const std::string_view office :
       {"本报记者", "本报通讯员", "本刊记者", "特约记者", "记者", "記者", "通讯员"})
    if (text.starts_with(office) && text.size() > office.size())
      return trimmed(text.substr(office.size()));
  return text;
}

std::string_view before_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  std::size_t end = text.size();
  for (const std::string_view mark : marks)
    end = std::min(end, text.find(mark));
  return text.substr(0, end);
}

std::vector<std::string_view> split(std::string_view text) {
  constexpr auto kSeparators =
      std::to_array<std::string_view>({" and ", " AND ", " And ", " & ", ", ", ",", ";", "；", "、",
                                       "，", " und ", " et ", " y ", " with ", " • ", " · "});
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto separator =
        std::find_if(kSeparators.begin(), kSeparators.end(),
                     [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (separator == kSeparators.end()) {
      ++at;
      continue;
    }
    parts.push_back(trimmed(text.substr(begin, at - begin)));
    at += separator->size();
    begin = at;
  }
  parts.push_back(trimmed(text.substr(begin)));
  return parts;
}

// Letters behind a comma that belong to the name before it: degrees and certificates.
bool is_degree(std::string_view part) {
  if (part.empty() || part.size() > 12) return false;
  if (part == "Jr." || part == "Jr" || part == "Sr.") return true;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const char c : part) {
    capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
    letters += is_ascii_letter(c) ? 1U : 0U;
  }
  return part.find(' ') == std::string_view::npos && capitals >= 2 && letters <= 5;
}

bool may_be_name(std::string_view part) {
  constexpr std::size_t kLongest = 60;
  if (part.size() < 2 || part.size() > kLongest) return false;
  if (part.find("http") == 0 || part.find('@') != std::string_view::npos ||
      part.find("://") != std::string_view::npos)
    return false;
  const TextStats stats = count_text(part);
  if (stats.characters == 0 || stats.words > 6 || stats.wide > 16) return false;
  if (stats.characters == stats.digits) return false;
  return !find_date(part).has_value();
}

std::string_view clean(std::string_view part) {
  part = before_any(
      part, {" | ", "｜", " - ", " – ", " — ", " on ", "\n", "(", "（", "<", " for ", " / "});
  part = trimmed(part);
  if (part.ends_with(" on")) part = trimmed(part.substr(0, part.size() - 3));
  while (!part.empty() && (part.back() == ',' || part.back() == ':' || part.back() == '|' ||
                           part.back() == '-' || part.back() == '*'))
    part = trimmed(part.substr(0, part.size() - 1));
  return part;
}

bool has_letters(std::string_view text) {
  const TextStats stats = count_text(text);
  return stats.characters > stats.digits && stats.words + stats.wide > 0;
}

std::string_view behind_date(std::string_view text) {
  while (!text.empty() && !is_ascii_letter(text.front()) &&
         static_cast<unsigned char>(text.front()) < 0x80)
    text.remove_prefix(1);
  return trimmed(text);
}

}  // namespace

std::string in_title_case(std::string_view name) {
  const TextStats stats = count_text(name);
  const bool capitals =
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool several = name.find(' ') != std::string_view::npos;
  if (!capitals || !several || stats.capitals < 4) return std::string(name);
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool initial = i + 1 < name.size() && name[i + 1] == '.';
    out.push_back(inside && !initial && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a')
                                                             : c);
    inside = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  }
  return out;
}

bool is_author_label(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view mark : {":", "：", "|"})
    if (text.ends_with(mark)) text = trimmed(text.substr(0, text.size() - mark.size()));
  return std::any_of(kAuthorLabels.begin(), kAuthorLabels.end(), [&](std::string_view label) {
    while (!label.empty() && (label.back() == ' ' || label.back() == ':'))
      label.remove_suffix(1);
    return equals_ignoring_case(text, label);
  });
}

std::vector<std::string> read_names(std::string_view text) {
  text = trimmed(before_any(text, {"Reviewed by", "reviewed by", "Updated", "Published on",
                                   "Posted on", "Photo", "Illustration"}));
  if (const auto date = find_date(text)) {
    // "May 21, 2024 by ...": the name may stand on either side.
    const std::string_view before = trimmed(text.substr(0, date->begin));
    text = has_letters(before) ? before : behind_date(text.substr(date->end));
  }
  if (is_author_label(text)) return {};
  for (std::string_view rest = behind_label(text, kAuthorLabels); !rest.empty();
       rest = behind_label(text, kAuthorLabels))
    text = rest;
  text = without_office(text);
  if (std::vector<std::string> spaced = read_spaced_names(text); spaced.size() > 1) return spaced;
  std::vector<std::string> names;
  for (std::string_view part : split(text)) {
    part = clean(part);
    if (is_degree(part) && !names.empty()) {
      if (part.find('.') == std::string_view::npos || part.starts_with("Jr"))
        names.back().append(", ").append(part);
      continue;
    }
    if (!may_be_name(part)) {
      if (names.empty()) return {};
      break;  // a role or a sentence follows the names
    }
    std::string name = in_title_case(part);
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

bool has_author_label(std::string_view text) {
  return !behind_label(text, kAuthorLabels).empty();
}

std::string_view behind_translator_label(std::string_view text) {
  return behind_label(text, kTranslatorLabels);
}

std::string_view behind_source_label(std::string_view text) {
  return behind_label(text, kSourceLabels);
}

}  // namespace weft
