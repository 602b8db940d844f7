// SPDX-License-Identifier: Apache-2.0
/// Rules over labels, elements and class names; each holds for pages in general.
#include "line_types.hpp"

#include <algorithm>
#include <array>

#include "date_text.hpp"
#include "html_tokens.hpp"
#include "letters.hpp"
#include "person_names.hpp"
#include "phrase_hints.hpp"

namespace weft {
namespace {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return find_ignoring_case(text, word) != std::string_view::npos;
  });
}

bool is_whole_link(const PageProfile& profile, const TextBlock& block) {
  const auto inlines = profile.page().inlines_of(block);
  return std::any_of(inlines.begin(), inlines.end(), [&](const InlineRange& range) {
    return profile.tree()[range.node].tag == Tag::a && range.begin == block.begin &&
           range.end == block.end;
  });
}

// "Read the English version", 点击查看本文英文版: a language together with "version" or "original".
bool is_translation_link(const PageProfile& profile, const TextBlock& block) {
  constexpr float kLongest = 16;
  if (block.stats.length() > kLongest || !is_whole_link(profile, block)) return false;
  const std::string_view text = profile.page().of(block);
  const bool language =
      contains_any(text, {"english", "chinese", "spanish", "french", "german", "japanese", "英文",
                          "英語", "英语", "中文", "日文", "法文", "德文", "俄文", "韩文", "原文"});
  return language &&
         contains_any(text, {"version", "original", "read this", "read the", "版", "原文"});
}

bool in_author_element(const PageProfile& profile, const TextBlock& block) {
  constexpr int kLevels = 3;
  const HtmlTree& tree = profile.tree();
  int level = 0;
  for (std::uint32_t node = block.node; node != kNoNode && level < kLevels;
       node = tree[node].parent, ++level) {
    if (tree[node].tag == Tag::address) return true;
    // What is said about the author is not the name.
    for (const char* about : {"description", "bio", "role", "avatar"})
      if (has_class_word(tree, node, about)) return false;
    if (has_class_word(tree, node, "byline") || has_class_word(tree, node, "author")) return true;
  }
  const auto inlines = profile.page().inlines_of(block);
  return std::any_of(inlines.begin(), inlines.end(), [&](const InlineRange& range) {
    return tree.attribute(tree[range.node], "rel") == "author" ||
           tree.attribute(tree[range.node], "itemprop") == "author" ||
           has_class_word(tree, range.node, "author") || has_class_word(tree, range.node, "byline");
  });
}

// A name that leads to a page about a person, as most sites link their authors.
bool is_profile_link(const PageProfile& profile, const TextBlock& block) {
  constexpr float kLongestName = 5;
  if (block.stats.length() > kLongestName || !is_whole_link(profile, block)) return false;
  for (const InlineRange& range : profile.page().inlines_of(block)) {
    if (profile.tree()[range.node].tag != Tag::a) continue;
    const std::string_view href = profile.tree().attribute(profile.tree()[range.node], "href");
    const bool person = contains_any(
        href, {"/author", "/by/", "/profile", "/people/", "/team/", "/contributor", "/staff/",
               "userprofile", "/writers/", "/columnist", "/journalist", "/expert"});
    if (person && block.stats.words + block.stats.wide >= 2) return true;
  }
  return false;
}

// "Odile van der Pemberwick", "gullcounter7"; not "Meet the team".
bool reads_as_name(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t last = text.rfind(' ');
  return last == std::string_view::npos || !small(text[last + 1]);
}

bool is_byline(const PageProfile& profile, const TextBlock& block) {
  constexpr float kLongest = 16;
  if (block.stats.length() > kLongest || block.stats.ends_sentence) return false;
  const std::string_view text = profile.page().of(block);
  const bool said = has_author_label(text) || is_profile_link(profile, block);
  if (!said && !in_author_element(profile, block)) return false;
  return (has_author_label(text) || reads_as_name(text)) && !read_names(text).empty();
}

bool is_date(const PageProfile& profile, const TextBlock& block) {
  constexpr float kLongest = 16;
  const std::string_view text = profile.page().of(block);
  if (block.stats.length() > kLongest) return false;
  if (read_date(text)) return true;
  const auto inlines = profile.page().inlines_of(block);
  return std::any_of(inlines.begin(), inlines.end(), [&](const InlineRange& range) {
    return profile.tree()[range.node].tag == Tag::time &&
           (range.end - range.begin) * 2 > text.size();
  });
}

// 摘要：... and the like below a title.
bool begins_summary(std::string_view text) {
  for (const std::string_view label :
       {"摘要", "导读", "導讀", "核心提示", "内容提要", "内容摘要", "提要"}) {
    if (!text.starts_with(label)) continue;
    const std::string_view behind = text.substr(label.size());
    return behind.starts_with("：") || behind.starts_with(":") || behind.starts_with(" ");
  }
  return false;
}

// Such names stand on whole lists and texts too: they count where one block has them.
bool has_summary_class(const PageProfile& profile, const TextBlock& block) {
  std::uint32_t node = block.node;
  for (int level = 0; level < 2 && node != kNoNode; ++level, node = profile.tree()[node].parent) {
    if (profile.sums(node).blocks > 1) return false;
    for (const char* word : {"summary", "abstract", "zhaiyao", "daodu", "tagline", "excerpt"})
      if (has_class_word(profile.tree(), node, word)) return true;
  }
  return false;
}

bool is_deck(const PageProfile& profile, const TextBlock& block) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"deck", "subtitle", "standfirst", "subhead", "dek",
                                       "strapline", "lede", "sub-title", "subheadline"});
  constexpr float kShortest = 4;
  constexpr float kLongest = 90;
  if (block.stats.length() < kShortest || block.stats.length() > kLongest) return false;
  if (begins_summary(profile.page().of(block))) return true;
  std::uint32_t node = block.node;
  for (int level = 0; level < 2 && node != kNoNode; ++level, node = profile.tree()[node].parent)
    for (const std::string_view word : kWords)
      if (has_class_word(profile.tree(), node, word)) return true;
  return has_summary_class(profile, block);
}

}  // namespace

bool has_class_word(const HtmlTree& tree, std::uint32_t node, std::string_view word) {
  for (const char* name : {"class", "id"}) {
    const std::string_view value = tree.attribute(tree[node], name);
    for (std::size_t at = find_ignoring_case(value, word); at != std::string_view::npos;
         at = find_ignoring_case(value, word, at + 1)) {
      // A word begins the value, follows a mark, or begins with a capital: "photo-credit",
      // "photoCredit".
      const bool starts = at == 0 ||
                          !((value[at - 1] >= 'a' && value[at - 1] <= 'z') ||
                            (value[at - 1] >= 'A' && value[at - 1] <= 'Z')) ||
                          (value[at] >= 'A' && value[at] <= 'Z');
      std::size_t end = at + word.size();
      if (end < value.size() && value[end] == 's') ++end;
      const bool ends = end >= value.size() || !(value[end] >= 'a' && value[end] <= 'z');
      if (starts && ends) return true;
    }
  }
  return false;
}

LineType type_of_far_line(const PageProfile& profile, std::uint32_t index) {
  constexpr float kLabelled = 14;
  const TextBlock& block = profile.page().blocks[index];
  const std::string_view text = profile.page().of(block);
  if (block.stats.length() <= kLabelled && !block.stats.ends_sentence) {
    if (!behind_translator_label(text).empty()) return LineType::translator;
    if (!behind_source_label(text).empty()) return LineType::source;
  }
  return is_translation_link(profile, block) ? LineType::translation_link : LineType::none;
}

LineType type_of_line(const PageProfile& profile, std::uint32_t index) {
  constexpr float kLine = 40;
  const TextBlock& block = profile.page().blocks[index];
  if (block.stats.length() > kLine)
    return is_deck(profile, block) ? LineType::deck : LineType::none;
  const std::string_view text = profile.page().of(block);
  if (const LineType type = type_of_far_line(profile, index); type != LineType::none) return type;
  if (is_author_label(text)) return LineType::author_label;
  if (is_byline(profile, block)) return LineType::byline;
  if (is_date(profile, block)) return LineType::date;
  return is_deck(profile, block) ? LineType::deck : LineType::none;
}

DateMeaning meaning_of_label(std::string_view line) {
  if (contains_any(line, {"publish", "posted", "发布", "發佈", "出版", "created"}))
    return DateMeaning::published;
  if (contains_any(line, {"updated", "modified", "revised", "edited", "更新", "修改", "修订",
                          "aktualisiert"}))
    return DateMeaning::modified;
  if (contains_any(line, {"release",   "deadline", "expires",   "due",       "event",
                          "joined",    "born",     "copyright", "©",         "ends ",
                          "until",     "through",  "valid ",    "last post", "latest reply",
                          "effective", "最后回复", "最新回复",  "截止",      "上映",
                          "出生",      "发售"}))
    return DateMeaning::other;
  return DateMeaning::published;
}

std::uint32_t begin_of_more_link(const PageProfile& profile, std::uint32_t index) {
  constexpr float kLongest = 12;
  const TextBlock& block = profile.page().blocks[index];
  for (const InlineRange& range : profile.page().inlines_of(block)) {
    if (profile.tree()[range.node].tag != Tag::a || range.end != block.end) continue;
    const auto text =
        std::string_view(profile.page().text).substr(range.begin, range.end - range.begin);
    if (count_text(text).length() > kLongest) continue;
    if ((phrases_in(text) & phrase_bit(Phrase::more)) == 0) continue;
    return range.begin;
  }
  return 0;
}

std::string_view first_link(const PageProfile& profile, std::uint32_t block) {
  const HtmlTree& tree = profile.tree();
  for (const InlineRange& range : profile.page().inlines_of(profile.page().blocks[block]))
    if (tree[range.node].tag == Tag::a) return trimmed(tree.attribute(tree[range.node], "href"));
  return {};
}

}  // namespace weft
