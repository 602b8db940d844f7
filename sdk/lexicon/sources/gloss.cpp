// SPDX-License-Identifier: Apache-2.0
/// What definitions are padded with, as tables, and how it is taken off.
#include "gloss.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Wholly a remark.
constexpr std::array<std::string_view, 7> kRemarks = {"CL:",     "also pr.", "Taiwan pr.", "pr.",
                                                      "used in", "see also", "abbr. to "};

/// Another entry has the translations.
constexpr std::array<std::string_view, 14> kPointers = {
    "variant of", "form of",       "same as",       "see",        "abbr. for",
    "abbr. of",   "equivalent of", "equivalent to", "equivalent", "contraction of",
    "synonym of", "short for",     "also written",  "also called"};

/// Stands before the translation. Taken off as long as one is found.
constexpr std::array<std::string_view, 12> kLabels = {"surname ", "lit. ",    "fig. ",  "also ",
                                                      "esp. ",    "usually ", "i.e. ",  "e.g. ",
                                                      "or ",      "orig. ",   "abbr. ", "cf "};

/// Ends the translation.
constexpr std::array<std::string_view, 5> kTails = {", e.g.", " e.g.", ", i.e.", ", cf", " cf. "};

/// The offset of the first Han character, or npos.
std::size_t find_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    if (point >= 0x2E80 && script_of(point) == Script::kHan) return begin;
  }
  return std::string_view::npos;
}

/// Headwords are Han characters with the signs that stand inside names and idioms.
std::size_t headword_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size(); begin = at) {
    const char32_t point = next_code_point(text, at);
    if (script_of(point) != Script::kHan && point != U'·' && point != U'，' && point != U'○') break;
  }
  return begin;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kPadding = " \t\r\n,;.:";
  const std::size_t begin = std::min(text.find_first_not_of(kPadding), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kPadding) + 1);
}

/// Takes "裡|里[li3]" at `at` out of the text: the reference, and where it ends.
GlossReference take_reference(std::string_view text, std::size_t at, std::size_t& end) {
  end = headword_end(text, at);
  GlossReference reference{std::string(text.substr(at, end - at))};
  if (end < text.size() && text[end] == '|') end = headword_end(text, end + 1);
  if (end < text.size() && text[end] == '[') {
    const std::size_t close = std::min(text.find(']', end), text.size());
    reference.pinyin = text.substr(end + 1, close - end - 1);
    end = std::min(close + 1, text.size());
  }
  return reference;
}

bool ends_with_pointer(std::string_view before) {
  before = trim(before);
  return std::any_of(kPointers.begin(), kPointers.end(),
                     [before](std::string_view pointer) { return before.ends_with(pointer); });
}

void strip_labels(std::string_view& text) {
  for (bool found = true; found;) {
    text = trim(text);
    found = false;
    for (const std::string_view label : kLabels) {
      if (!text.starts_with(label)) continue;
      text.remove_prefix(label.size());
      found = true;
    }
  }
}

/// One translation, without brackets but for pinyin behind Chinese words.
void read_part(std::string_view part, Gloss& out) {
  part = trim(part);
  for (const std::string_view remark : kRemarks) {
    if (part.starts_with(remark)) return;
  }
  std::string kept;
  for (std::size_t han = find_han(part); han != std::string_view::npos; han = find_han(part)) {
    std::size_t end = han;
    GlossReference reference = take_reference(part, han, end);
    if (ends_with_pointer(part.substr(0, han))) {
      out.references.push_back(std::move(reference));
    } else {
      kept += part.substr(0, han);  // "county in 安徽|安徽, Anhui" says something on both sides
    }
    part.remove_prefix(std::max(end, std::size_t{1}));
  }
  kept += part;
  std::string_view text = kept;
  for (const std::string_view tail : kTails)
    text = text.substr(0, text.find(tail));
  const std::string plain = without_brackets(text);
  text = plain;
  strip_labels(text);
  if (!text.empty()) out.translations.push_back(fold_space(text));
}

/// Round brackets only: pinyin in square ones belongs to the word before it.
std::string without_remarks(std::string_view text) {
  std::string out;
  std::size_t depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) out.push_back(c);
    if (c == ')' && depth > 0 && --depth == 0) out.push_back(' ');
  }
  return out;
}

}  // namespace

void read_gloss(std::string_view definition, std::string_view separators, Gloss& out) {
  const std::string text = without_remarks(definition);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    read_part(rest.substr(0, end), out);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::string without_brackets(std::string_view text) {
  constexpr std::string_view kOpen = "([{<";
  constexpr std::string_view kClose = ")]}>";
  std::string out;
  std::string open;
  for (const char c : text) {
    if (kOpen.find(c) != std::string_view::npos) open.push_back(c);
    if (open.empty()) out.push_back(c);
    const std::size_t kind = kClose.find(c);
    if (kind == std::string_view::npos || open.empty() || open.back() != kOpen[kind]) continue;
    open.pop_back();
    if (open.empty()) out.push_back(' ');
  }
  return out;
}

}  // namespace weft
