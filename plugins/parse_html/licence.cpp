// SPDX-License-Identifier: Apache-2.0
/// Declared terms first, then links to Creative Commons, then lines.
#include "licence.hpp"

#include <algorithm>
#include <array>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "web_address.hpp"

namespace weft {
namespace {

constexpr double kMarkedLicence = 0.85;
constexpr double kLinkedLicence = 0.75;
constexpr double kSaidLicence = 0.7;

bool says(std::string_view text, std::string_view word) {
  return find_ignoring_case(text, word) != std::string_view::npos;
}

// "All rights reserved" and the holder's name are no licence.
bool grants(std::string_view value) {
  if (says(value, "rights reserved") || says(value, "版权所有") || says(value, "copyright ") ||
      says(value, "©"))
    return false;
  return value.starts_with("http") || !name_of_licence(value).empty() || says(value, "licen") ||
         says(value, "public domain");
}

}  // namespace

std::string name_of_licence(std::string_view text) {
  struct Term {
    std::string_view words;
    std::string_view code;
  };
  // Short codes want their prefix; the long forms are unmistakable.
  std::size_t at = find_ignoring_case(text, "cc by");
  if (at == std::string_view::npos) at = find_ignoring_case(text, "cc-by");
  if (at != std::string_view::npos &&
      (at == 0 || !((text[at - 1] | 0x20) >= 'a' && (text[at - 1] | 0x20) <= 'z'))) {
    std::string code = "CC BY";
    std::size_t end = at + 5;
    for (const std::string_view part : {"-nc", "-nd", "-sa"})
      for (std::size_t i = end; i < std::min(text.size(), at + 16); ++i)
        if (equals_ignoring_case(text.substr(i, 3), part)) {
          for (const char c : part)
            code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
          end = i + 3;
          break;
        }
    for (const std::string_view version : {"1.0", "2.0", "2.5", "3.0", "4.0"})
      if (text.substr(end, 5).find(version) != std::string_view::npos)
        return code + ' ' + std::string(version);
    return code;
  }
  if (!says(text, "creative commons attribution") && !says(text, "知识共享署名") &&
      !says(text, "知识共享 署名") && !says(text, "創用cc 姓名標示") && !says(text, "共享创意") &&
      !says(text, "创作共用"))
    return {};
  constexpr auto kTerms = std::to_array<Term>({{"noncommercial", "-NC"},
                                               {"non-commercial", "-NC"},
                                               {"非商业", "-NC"},
                                               {"非商業", "-NC"},
                                               {"noderiv", "-ND"},
                                               {"no derivative", "-ND"},
                                               {"禁止演绎", "-ND"},
                                               {"禁止改作", "-ND"},
                                               {"sharealike", "-SA"},
                                               {"share alike", "-SA"},
                                               {"share-alike", "-SA"},
                                               {"相同方式共享", "-SA"}});
  std::string code = "CC BY";
  for (const Term& term : kTerms)
    if (says(text, term.words) && code.find(term.code) == std::string::npos) code += term.code;
  for (const std::string_view version : {"4.0", "3.0", "2.5", "2.0", "1.0"})
    if (text.find(version) != std::string_view::npos) return code + ' ' + std::string(version);
  return code;
}

std::optional<ChosenValue> find_licence(const MetadataInput& input) {
  const HtmlTree& tree = input.profile.tree();
  const PageText& page = input.profile.page();
  const std::string own = claimed_url(input.claims);
  const Claim* best = nullptr;
  for (const Claim& claim : input.claims.claims)
    if (claim.key == WEFT_KEY_LICENSE && grants(claim.value) &&
        (best == nullptr || claim.confidence > best->confidence))
      best = &claim;
  if (best != nullptr) {
    const std::string address = resolve_address(own, best->value);
    const bool path = best->value.starts_with("/") || best->value.starts_with("http");
    return ChosenValue{WEFT_KEY_LICENSE, path && !address.empty() ? address : best->value,
                       best->origin, best->confidence};
  }
  std::optional<ChosenValue> found;
  const auto offer = [&](std::string value, std::string_view origin, double confidence,
                         std::uint32_t block) {
    if (!found || confidence > found->confidence)
      found =
          ChosenValue{WEFT_KEY_LICENSE, std::move(value), std::string(origin), confidence, block};
  };
  constexpr float kLine = 60;
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    for (const InlineRange& range : page.inlines_of(page.blocks[i])) {
      if (tree[range.node].tag != Tag::a) continue;
      const std::string_view href = trimmed(tree.attribute(tree[range.node], "href"));
      const bool marked = says(tree.attribute(tree[range.node], "rel"), "license");
      const bool commons = says(href, "creativecommons.org/licenses/") ||
                           says(href, "creativecommons.org/publicdomain/");
      if (!marked && !commons) continue;
      const std::string address = resolve_address(own, href);
      if (!address.empty()) offer(address, "link", marked ? kMarkedLicence : kLinkedLicence, i);
    }
    if (page.blocks[i].stats.length() > kLine) continue;
    if (std::string name = name_of_licence(page.of(page.blocks[i])); !name.empty())
      offer(std::move(name), "visible", kSaidLicence, i);
  }
  // A link without words, around the badge of the licence, is in no block.
  for (std::uint32_t i = 0; !found && i < tree.size(); ++i)
    if (tree[i].tag == Tag::a && says(tree.attribute(tree[i], "rel"), "license"))
      if (std::string address = resolve_address(own, tree.attribute(tree[i], "href"));
          !address.empty())
        offer(std::move(address), "link", kMarkedLicence, kNoNode);
  return found;
}

}  // namespace weft
