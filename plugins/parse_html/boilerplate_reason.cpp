// SPDX-License-Identifier: Apache-2.0
/// The nearest element that names a purpose wins; stock phrases of a short block win over it.
#include "boilerplate_reason.hpp"

#include <array>

#include "phrase_hints.hpp"

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

}  // namespace

std::string_view boilerplate_reason(const PageProfile& profile, std::uint32_t block) {
  if (const std::string_view reason = reason_of_words(profile, block); !reason.empty())
    return reason;
  const HtmlTree& tree = profile.tree();
  const TextBlock& own = profile.page().blocks[block];
  for (std::uint32_t node = own.node; node != kNoNode; node = tree[node].parent) {
    if (profile.hidden(node)) return "hidden";
    if (const std::string_view reason = reason_of_tag(tree[node].tag); !reason.empty())
      return reason;
    for (const HintReason& entry : kHintReasons)
      if ((profile.hints(node) & hint_bit(entry.hint)) != 0) return entry.reason;
  }
  return own.stats.linked * 2 > own.stats.characters ? "navigation" : "unrelated";
}

}  // namespace weft
