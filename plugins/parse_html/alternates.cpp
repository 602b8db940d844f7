// SPDX-License-Identifier: Apache-2.0
/// The base of relative addresses is <base>, else the page's own address.
#include "alternates.hpp"

#include <algorithm>
#include <array>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "web_address.hpp"

namespace weft {
namespace {

constexpr double kDeclared = 0.9;
constexpr double kSaidAlternate = 0.75;

struct LanguageWord {
  std::string_view word;
  std::string_view tag;
};

constexpr auto kLanguages = std::to_array<LanguageWord>({
    {"simplified chinese", "zh-Hans"},
    {"traditional chinese", "zh-Hant"},
    {"简体中文", "zh-Hans"},
    {"简体", "zh-Hans"},
    {"簡體", "zh-Hans"},
    {"繁體", "zh-Hant"},
    {"繁体", "zh-Hant"},
    {"english", "en"},
    {"英文", "en"},
    {"英语", "en"},
    {"英語", "en"},
    {"chinese", "zh"},
    {"中文", "zh"},
    {"汉语", "zh"},
    {"spanish", "es"},
    {"español", "es"},
    {"french", "fr"},
    {"français", "fr"},
    {"法文", "fr"},
    {"german", "de"},
    {"deutsch", "de"},
    {"德文", "de"},
    {"japanese", "ja"},
    {"日本語", "ja"},
    {"日文", "ja"},
    {"日语", "ja"},
    {"korean", "ko"},
    {"한국어", "ko"},
    {"韩文", "ko"},
    {"russian", "ru"},
    {"俄文", "ru"},
    {"русск", "ru"},
    {"portuguese", "pt"},
    {"arabic", "ar"},
});

bool holds(std::string_view text, std::string_view word) {
  return find_ignoring_case(text, word) != std::string_view::npos;
}

bool is_tag(std::string_view tag) {
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  return (primary == 2 || primary == 3) && tag.size() <= 35 &&
         std::all_of(tag.begin(), tag.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

class AlternateFinder {
 public:
  AlternateFinder(const MetadataInput& input, std::string_view language)
      : page_(input.profile.page()),
        tree_(input.profile.tree()),
        language_(language),
        own_(address_of(input)),
        base_(own_) {
    for (const HtmlNode& node : tree_.nodes()) {
      if (node.tag != Tag::base) continue;
      const std::string base = resolve_address(own_, tree_.attribute(node, "href"));
      if (!base.empty()) base_ = base;
      break;
    }
  }

  std::vector<ChosenValue> run() {
    constexpr std::size_t kMost = 200;
    for (const HtmlNode& node : tree_.nodes()) {
      if (node.tag != Tag::link || out_.size() >= kMost) continue;
      const std::string_view tag = trimmed(tree_.attribute(node, "hreflang"));
      if (!tag.empty() && holds(tree_.attribute(node, "rel"), "alternate") && is_tag(tag))
        add(tag, tree_.attribute(node, "href"), "link", kDeclared, kNoNode);
    }
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i)
      if (out_.size() < kMost) read_block(i);
    return std::move(out_);
  }

 private:
  void read_block(std::uint32_t i) {
    constexpr float kLongest = 16;
    constexpr std::size_t kMostInlines = 16;
    const TextBlock& block = page_.blocks[i];
    if (block.stats.length() > kLongest || block.stats.linked == 0) return;
    const auto inlines = page_.inlines_of(block);
    for (const InlineRange& range : inlines.first(std::min(inlines.size(), kMostInlines))) {
      if (tree_[range.node].tag != Tag::a) continue;
      const auto words = std::string_view(page_.text).substr(range.begin, range.end - range.begin);
      if (!says_version(words)) continue;
      const auto language =
          std::find_if(kLanguages.begin(), kLanguages.end(),
                       [&](const LanguageWord& known) { return holds(words, known.word); });
      if (language != kLanguages.end())
        add(language->tag, tree_.attribute(tree_[range.node], "href"), "visible", kSaidAlternate,
            i);
    }
  }

  // A language's name alone is the switch of the whole site; with "version" it is of this text.
  static bool says_version(std::string_view words) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"version", "read this", "read the", "read in", "this article in", "版", "阅读英文",
         "阅读中文", "閱讀英文", "閱讀中文", "英文原文", "中文原文"});
    constexpr std::size_t kLongest = 120;
    return words.size() <= kLongest &&
           std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return holds(words, word); });
  }

  void add(std::string_view tag, std::string_view href, std::string_view origin, double confidence,
           std::uint32_t block) {
    const std::string address = resolve_address(base_, href);
    const bool home = is_home(address) && !is_home(own_);
    // A site's front page in another language is not this text in it.
    if (address.empty() || address == own_ || home || is_own_language(tag)) return;
    std::string value = std::string(tag) + ' ' + address;
    for (const ChosenValue& other : out_)
      if (other.value == value || other.value.ends_with(' ' + address)) return;
    out_.push_back({WEFT_KEY_ALTERNATE, std::move(value), std::string(origin), confidence, block});
  }

  // "en" is the page's own where that is "en-US"; "zh-TW" is another where it is "zh-CN".
  bool is_own_language(std::string_view tag) const {
    if (language_.empty()) return false;
    const auto shorter = std::min(tag.size(), language_.size());
    const bool whole = (tag.size() == shorter || tag[shorter] == '-') &&
                       (language_.size() == shorter || language_[shorter] == '-');
    return whole && equals_ignoring_case(tag.substr(0, shorter),
                                         std::string_view(language_).substr(0, shorter));
  }

  static bool is_home(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return false;
    const std::size_t path = address.find('/', scheme + 3);
    return path == std::string_view::npos || path + 1 == address.size();
  }

  const PageText& page_;
  const HtmlTree& tree_;
  std::string language_;
  std::string own_;
  std::string base_;
  std::vector<ChosenValue> out_;
};

}  // namespace

std::vector<ChosenValue> find_alternates(const MetadataInput& input, std::string_view language) {
  return AlternateFinder(input, language).run();
}

}  // namespace weft
