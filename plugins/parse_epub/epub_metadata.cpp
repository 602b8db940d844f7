// SPDX-License-Identifier: Apache-2.0
/// Dublin Core as books use it.
#include "epub_metadata.hpp"

#include <weft/text/language.hpp>
#include <weft/text/normalize.hpp>
#include <weft/zip/properties.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace weft {
namespace {

constexpr std::string_view kOrigin = "epub-package";

void add(BlockText& out, std::string_view key, std::string value, double confidence) {
  if (value.empty()) return;
  const bool known = std::any_of(out.metadata.begin(), out.metadata.end(), [&](const auto& one) {
    return one.key == key && one.value == value;
  });
  if (!known) out.metadata.push_back({key, std::move(value), kOrigin, confidence});
}

/// "zh_CN" and "chi" as BCP 47 has them; empty for what is no language.
std::string language_tag(std::string_view value) {
  std::string tag = clean_value(value);
  std::replace(tag.begin(), tag.end(), '_', '-');
  constexpr std::array<std::array<std::string_view, 2>, 16> kCodes = {{{"eng", "en"},
                                                                       {"chi", "zh"},
                                                                       {"zho", "zh"},
                                                                       {"jpn", "ja"},
                                                                       {"kor", "ko"},
                                                                       {"fre", "fr"},
                                                                       {"fra", "fr"},
                                                                       {"ger", "de"},
                                                                       {"deu", "de"},
                                                                       {"spa", "es"},
                                                                       {"rus", "ru"},
                                                                       {"ita", "it"},
                                                                       {"por", "pt"},
                                                                       {"dut", "nl"},
                                                                       {"nld", "nl"},
                                                                       {"pol", "pl"}}};
  for (const auto& code : kCodes)
    if (tag == code[0]) tag = code[1];
  const bool none = matches_range(tag, "und") || matches_range(tag, "zxx");
  return is_well_formed_tag(tag) && !none ? tag : std::string();
}

/// What the body looks like: the first kilobytes of paragraphs.
LanguageGuess guess_of_body(const BlockText& out) {
  std::string sample;
  for (const Block& block : out.blocks) {
    if (block.kind.type == WEFT_SPAN_PARAGRAPH) sample += block.text.substr(0, 500) + "\n";
    if (sample.size() > 4000) break;
  }
  return guess_language(sample.substr(0, sample.rfind('\n') + 1));
}

void add_languages(const EpubPackage& package, BlockText& out) {
  const LanguageGuess guess = guess_of_body(out);
  const std::string body = guess.tag.substr(0, guess.tag.find('-'));
  for (const EpubStatement& one : package.metadata) {
    if (one.name != "dc:language") continue;
    const std::string tag = language_tag(one.value);
    if (tag.empty()) continue;
    // Tools fill in "en" by themselves: a text that is surely something else is believed more.
    const bool agrees = matches_range(tag, body);
    if (!agrees && body != "und" && guess.confidence > 0.7) continue;
    if (out.lang.empty()) out.lang = tag;
    add(out, WEFT_KEY_LANGUAGE, tag, agrees ? 0.95 : 0.6);
  }
}

void add_people(const EpubPackage& package, BlockText& out) {
  for (const EpubStatement& one : package.metadata) {
    const bool creator = one.name == "dc:creator";
    if (!creator && one.name != "dc:contributor") continue;
    std::string role = clean_value(one.role);
    if (role.empty() && creator) role = "aut";
    const std::string_view key = role == "trl"   ? WEFT_KEY_TRANSLATOR
                                 : role == "aut" ? WEFT_KEY_AUTHOR
                                                 : std::string_view();
    if (key.empty()) continue;
    std::vector<std::string> people = plausible_people(one.value);
    for (std::string& person : people)
      add(out, key, std::move(person), 0.9);
  }
}

void add_dates(const EpubPackage& package, BlockText& out) {
  for (const EpubStatement& one : package.metadata) {
    if (one.name == "dcterms:modified" || (one.name == "dc:date" && one.event == "modification"))
      add(out, WEFT_KEY_DATE_MODIFIED, plausible_date(one.value), 0.7);
    const bool of_file = !one.event.empty() && one.event != "publication" &&
                         one.event != "original-publication" && one.event != "ops-publication";
    if (one.name == "dc:date" && !of_file)
      add(out, WEFT_KEY_DATE_PUBLISHED, plausible_date(one.value), one.event.empty() ? 0.7 : 0.85);
  }
}

void add_titles(const EpubPackage& package, BlockText& out) {
  const EpubStatement* main = nullptr;
  for (const EpubStatement& one : package.metadata) {
    if (one.name != "dc:title") continue;
    if (one.title_type == "subtitle") add(out, WEFT_KEY_DECK, plausible_title(one.value), 0.85);
    const bool better = main == nullptr || (main->title_type != "main" && one.title_type == "main");
    if (better && (one.title_type.empty() || one.title_type == "main")) main = &one;
  }
  if (main != nullptr) add(out, WEFT_KEY_TITLE, plausible_title(main->value), 0.9);
}

bool is_link(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://");
}

/// The kind of a block that repeats a value of the metadata; type empty when there is none.
BlockKind kind_of_value(std::string_view key) {
  if (key == WEFT_KEY_TITLE) return {.type = WEFT_SPAN_TITLE};
  if (key == WEFT_KEY_AUTHOR) return {.type = WEFT_SPAN_BYLINE};
  if (key == WEFT_KEY_TRANSLATOR) return {.type = WEFT_SPAN_TRANSLATOR};
  if (key == WEFT_KEY_DECK) return {.type = WEFT_SPAN_DECK};
  if (key == WEFT_KEY_DATE_PUBLISHED) return {.type = WEFT_SPAN_DATE};
  return {.type = {}};
}

std::vector<std::string> keys_of_metadata(const BlockText& out) {
  std::vector<std::string> keys;
  for (const BlockValue& value : out.metadata)
    keys.push_back(comparison_key(value.value));
  return keys;
}

/// A short chapter that has the title and an author as blocks of their own is a title page, said or
/// not: what else stands on it is no text of the book.
void mark_title_page(BlockText& out, std::size_t begin, std::size_t end,
                     const std::vector<std::string>& keys) {
  constexpr std::size_t kLongest = 1000;
  std::size_t size = 0;
  bool title = false;
  bool author = false;
  for (std::size_t i = begin; i < end; ++i) {
    size += out.blocks[i].text.size();
    if (size > kLongest) return;
    const std::string key = comparison_key(out.blocks[i].text);
    for (std::size_t k = 0; k < keys.size(); ++k) {
      if (keys[k] != key) continue;
      title = title || out.metadata[k].key == WEFT_KEY_TITLE;
      author = author || out.metadata[k].key == WEFT_KEY_AUTHOR;
    }
  }
  if (!title || !author) return;
  for (std::size_t i = begin; i < end; ++i) {
    BlockKind& kind = out.blocks[i].kind;
    if (kind.type == WEFT_SPAN_PARAGRAPH || kind.type == WEFT_SPAN_HEADING)
      kind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "title-page"};
  }
}

void find_title_pages(BlockText& out, const std::vector<std::string>& keys) {
  constexpr int kFirst = 5;  // a title page is one of the first chapters
  std::size_t begin = 0;
  for (int chapter = 0; chapter < kFirst && begin < out.blocks.size(); ++chapter) {
    std::size_t end = begin;
    while (end < out.blocks.size() && out.blocks[end].member == out.blocks[begin].member)
      ++end;
    mark_title_page(out, begin, end, keys);
    begin = end;
  }
}

/// Blocks of the front that say what the metadata says.
void find_evidence(BlockText& out) {
  const std::vector<std::string> keys = keys_of_metadata(out);
  find_title_pages(out, keys);
  for (std::size_t i = 0; i < out.blocks.size() && i < 60; ++i) {
    Block& block = out.blocks[i];
    const bool front = block.kind.reason == "title-page" || block.kind.type == WEFT_SPAN_TITLE ||
                       block.kind.type == WEFT_SPAN_BYLINE || block.kind.type == WEFT_SPAN_DATE;
    if (!front || block.text.size() > 1000) continue;
    const std::string key = comparison_key(block.text);
    for (std::size_t k = 0; k < keys.size(); ++k) {
      if (keys[k] != key) continue;
      const BlockKind kind = kind_of_value(out.metadata[k].key);
      if (kind.type.empty()) continue;
      block.kind = kind;
      if (out.metadata[k].block == kNoBlock) out.metadata[k].block = static_cast<std::uint32_t>(i);
    }
  }
}

}  // namespace

void add_metadata(const EpubPackage& package, BlockText& out) {
  add_titles(package, out);
  add_people(package, out);
  add_dates(package, out);
  for (const EpubStatement& one : package.metadata) {
    const std::string value = clean_value(one.value);
    if (one.name == "dc:publisher") add(out, WEFT_KEY_PUBLISHER, plausible_title(value), 0.85);
    if (one.name == "dc:rights") add(out, WEFT_KEY_LICENSE, value, 0.8);
    if (one.name == "dc:source" && is_link(value)) add(out, WEFT_KEY_URL, value, 0.6);
  }
  add_languages(package, out);
  find_evidence(out);
}

}  // namespace weft
