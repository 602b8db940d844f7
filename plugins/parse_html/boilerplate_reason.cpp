// SPDX-License-Identifier: Apache-2.0
/// The nearest element that names a purpose wins; stock phrases of a short block win over it.
#include "boilerplate_reason.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "line_types.hpp"
#include "phrase_hints.hpp"
#include "weft/ascii.hpp"

namespace weft {
namespace {

std::string_view reason_of_words(const PageProfile& profile, std::uint32_t block) {
  constexpr float kLine = 25;
  const TextBlock& own = profile.page().blocks[block];
  if (own.stats.length() > kLine) return {};
  const std::string_view text = profile.page().of(own);
  const PhraseSet phrases = phrases_in(text);
  const auto has = [&](Phrase phrase) { return (phrases & phrase_bit(phrase)) != 0; };
  if (has(Phrase::loading)) return "loading-notice";
  if (has(Phrase::advertising)) return "advertising";
  if (has(Phrase::legal)) return "legal";
  if (has(Phrase::account))
    return text.find("ewsletter") != std::string_view::npos ? "newsletter" : "account";
  if (has(Phrase::related)) return "related";
  if (has(Phrase::sharing)) return "social";
  if (has(Phrase::comments)) return "comments";
  if (has(Phrase::more)) return "read-more";
  if (has(Phrase::buying)) return "shop";
  return has(Phrase::navigation) ? "navigation" : std::string_view();
}

struct HintReason {
  Hint hint;
  std::string_view reason;
};

constexpr auto kHintReasons = std::to_array<HintReason>({
    {Hint::comment, "comments"},
    {Hint::social, "social"},
    {Hint::advertising, "advertising"},
    {Hint::footer, "footer"},
    {Hint::navigation, "navigation"},
    {Hint::side, "sidebar"},
    {Hint::dialog, "form"},
    {Hint::hidden, "hidden"},
});

std::string_view reason_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
      return "navigation";
    case Tag::aside:
      return "sidebar";
    case Tag::footer:
      return "footer";
    case Tag::form:
      return "form";
    default:
      return {};
  }
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

struct StepWord {
  std::string_view word;
  bool enough;  ///< says by itself that this leads to another page
};

constexpr auto kSteps = std::to_array<StepWord>({
    {"next", true},   {"previous", true}, {"prev", true},   {"older", true},  {"newer", true},
    {"下一页", true}, {"上一页", true},   {"下一頁", true}, {"上一頁", true}, {"下页", true},
    {"上页", true},   {"»", true},        {"«", true},      {"›", true},      {"‹", true},
    {"first", false}, {"last", false},    {"page", false},  {"posts", false}, {"首页", false},
    {"尾页", false},  {"末页", false},    {"...", false},   {"…", false},     {"第", false},
    {"页", false},
});

// A linked line of page numbers or of steps to the next page: "1", "2 ... 9", "Next »", "下一页".
bool is_page_step(const TextBlock& block, std::string_view text) {
  constexpr float kLongest = 14;
  if (block.stats.length() > kLongest || block.stats.linked * 2 < block.stats.characters)
    return false;
  const std::string folded = ascii_lowered(text);
  bool step = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto found = std::find_if(kSteps.begin(), kSteps.end(), [rest](const StepWord& entry) {
      return rest.starts_with(entry.word);
    });
    if (found == kSteps.end() && rest.front() != ' ' && rest.front() != '\n' &&
        !is_ascii_digit(rest.front()))
      return false;
    step = step || (found == kSteps.end() ? is_ascii_digit(rest.front()) : found->enough);
    rest.remove_prefix(found == kSteps.end() ? 1 : found->word.size());
  }
  return step;
}

// Words of a class that name a pager and nothing else.
bool names_pager(const HtmlTree& tree, std::uint32_t node) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"pagination", "pager", "paginator", "pagenav", "paging", "fenye", "pagebar"});
  const std::string_view name = tree.attribute(tree[node], "class");
  if (name.find("ag") == std::string_view::npos && name.find("fenye") == std::string_view::npos)
    return false;
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view word) { return has_class_word(tree, node, word); });
}

bool in_pager(const HtmlTree& tree, std::uint32_t node) {
  constexpr int kLevels = 5;
  for (int level = 0; level < kLevels && node != kNoNode; ++level, node = tree[node].parent)
    if (names_pager(tree, node)) return true;
  return false;
}

// The closest element with a purpose is one of comments, or lies in one; a page's own body does not
// count, since its class may say that comments are open.
bool in_comments(const PageProfile& profile, std::uint32_t node) {
  constexpr HintSet kOthers = hint_bit(Hint::navigation) | hint_bit(Hint::footer) |
                              hint_bit(Hint::advertising) | hint_bit(Hint::dialog);
  const HtmlTree& tree = profile.tree();
  for (; node != kNoNode && tree[node].tag != Tag::body; node = tree[node].parent) {
    if ((profile.hints(node) & hint_bit(Hint::comment)) != 0) return true;
    if ((profile.hints(node) & kOthers) != 0 || !reason_of_tag(tree[node].tag).empty())
      return false;
  }
  return false;
}

}  // namespace

std::string_view boilerplate_reason(const PageProfile& profile, std::uint32_t block) {
  const HtmlTree& tree = profile.tree();
  const TextBlock& own = profile.page().blocks[block];
  if (in_pager(tree, own.node) || is_page_step(own, profile.page().of(own))) return "pagination";
  // What stands among comments is part of them, "Reply" and "Share" too; only a bare form is a
  // form.
  if (in_comments(profile, own.node)) return "comments";
  if (const std::string_view reason = reason_of_words(profile, block); !reason.empty())
    return reason;
  for (std::uint32_t node = own.node; node != kNoNode; node = tree[node].parent) {
    if (profile.hidden(node)) return "hidden";
    if (const std::string_view reason = reason_of_tag(tree[node].tag); !reason.empty())
      return reason;
    if (tree[node].tag == Tag::body) break;  // its class is about the page, not about this block
    for (const HintReason& entry : kHintReasons)
      if ((profile.hints(node) & hint_bit(entry.hint)) != 0) return entry.reason;
  }
  return own.stats.linked * 2 > own.stats.characters ? "navigation" : "unrelated";
}

}  // namespace weft
