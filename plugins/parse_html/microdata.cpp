// SPDX-License-Identifier: Apache-2.0
/// Microdata and RDFa Lite: a property counts for the item it stands in, and items of comments and
/// of cards in a list say nothing about the page.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "page_metadata.hpp"

namespace weft {
namespace {

constexpr double kNoItem = 0.6;        // a property outside of any item
constexpr double kUnknownType = 0.65;  // an item of a type that says nothing about texts

struct Item {
  std::uint32_t node = kNoNode;
  std::string_view type;  ///< the last part of its address
  double weight = 0;
  bool aside = false;  ///< a comment, an answer, a review, or inside one
};

bool names_type(std::string_view text, std::string_view word) {
  return find_ignoring_case(text, word) != std::string_view::npos;
}

bool is_aside(std::string_view type, std::string_view property) {
  constexpr auto kAside = std::to_array<std::string_view>(
      {"comment", "answer", "review", "rating", "haspart", "ispartof", "mentions", "related",
       "itemlistelement", "breadcrumb"});
  return std::any_of(kAside.begin(), kAside.end(), [&](std::string_view word) {
    return names_type(type, word) || names_type(property, word);
  });
}

std::string_view last_part(std::string_view type) {
  type = trimmed(type);
  type = type.substr(0, type.find(' '));
  const std::size_t at = type.find_last_of("/:#");
  return at == std::string_view::npos ? type : type.substr(at + 1);
}

class ItemCollector {
 public:
  ItemCollector(const HtmlTree& tree, PageClaims& claims) : tree_(tree), claims_(claims) {}

  void run() {
    find_items();
    std::vector<std::size_t> open;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      while (!open.empty() && tree_[items_[open.back()].node].end_node <= i)
        open.pop_back();
      if (tree_[i].kind == NodeKind::element) read_properties(i, open);
      if (next < items_.size() && items_[next].node == i) open.push_back(next++);
    }
  }

 private:
  void find_items() {
    for (const HtmlNode& node : tree_.nodes())
      if (node.tag == Tag::meta) ++loose_[tree_.attribute(node, "itemprop")];
    std::vector<std::size_t> open;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      while (!open.empty() && tree_[items_[open.back()].node].end_node <= i)
        open.pop_back();
      if (node.kind != NodeKind::element) continue;
      std::string_view type = tree_.attribute(node, "itemtype");
      if (type.empty()) type = tree_.attribute(node, "typeof");
      if (type.empty() && !tree_.has_attribute(node, "itemscope")) continue;
      Item item{i, last_part(type), weight_of_type(last_part(type)), false};
      item.aside = is_aside(item.type, tree_.attribute(node, "itemprop")) ||
                   (!open.empty() && items_[open.back()].aside);
      open.push_back(items_.size());
      items_.push_back(item);
    }
    reject_repeated();
    for (const Item& item : items_) {
      if (item.aside) continue;
      for (const char c : item.type)
        claims_.page_type += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      claims_.page_type += ' ';
    }
  }

  // Several items of one type: the posts of a thread, of which the first is the page's own, or the
  // cards of a list, of which one counts only if it holds the page's heading.
  void reject_repeated() {
    std::unordered_map<std::string_view, int> counts;
    for (const Item& item : items_)
      if (!item.aside) ++counts[item.type];
    std::vector<std::uint32_t> headings(tree_.size() + 1);  // h1 before a node
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      headings[i + 1] = headings[i] + (tree_[i].tag == Tag::h1 ? 1U : 0U);
    std::unordered_set<std::string_view> taken;
    for (Item& item : items_) {
      if (item.aside || item.weight == 0 || counts[item.type] < 2) continue;
      const bool thread = names_type(item.type, "forum") || names_type(item.type, "question");
      const bool heads = headings[tree_[item.node].end_node] > headings[item.node];
      item.aside = !((thread || heads) && taken.insert(item.type).second);
    }
  }

  void read_properties(std::uint32_t i, const std::vector<std::size_t>& open) {
    const HtmlNode& node = tree_[i];
    std::string_view names = tree_.attribute(node, "itemprop");
    const bool rdfa = names.empty();
    // RDFa's attribute is also that of OpenGraph, whose names stand outside of items.
    if (rdfa && !open.empty()) names = tree_.attribute(node, "property");
    if (names.empty()) return;
    const Item* owner = owner_of(open);
    if (owner != nullptr && owner->aside) return;
    double weight = owner == nullptr ? weight_outside(node, names) : owner->weight;
    if (weight == 0) weight = rdfa ? 0 : kUnknownType;
    if (weight == 0) return;
    const int group = static_cast<int>(owner == nullptr ? node.parent : owner->node);
    while (!names.empty()) {
      const std::size_t end = names.find(' ');
      std::string_view name = names.substr(0, end);
      names = end == std::string_view::npos ? std::string_view{} : trimmed(names.substr(end));
      if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
        name.remove_prefix(colon + 1);
      read_property(i, name, weight, group);
    }
  }

  // A property of no item: of the page when it stands alone, of cards when it is repeated.
  double weight_outside(const HtmlNode& node, std::string_view names) const {
    constexpr double kAlone = 0.8;
    constexpr double kOfCards = 0.3;
    if (node.tag != Tag::meta) return kNoItem;
    return loose_.at(names) == 1 ? kAlone : kOfCards;
  }

  // The innermost item that is a text: the properties of an author's or publisher's item are its
  // own.
  const Item* owner_of(const std::vector<std::size_t>& open) const {
    return open.empty() ? nullptr : &items_[open.back()];
  }

  void read_property(std::uint32_t i, std::string_view name, double weight, int group) {
    struct Property {
      std::string_view name;
      std::string_view key;
      double factor;
    };
    constexpr auto kProperties = std::to_array<Property>({
        {"author", WEFT_KEY_AUTHOR, 1},
        {"creator", WEFT_KEY_AUTHOR, 1},
        {"datePublished", WEFT_KEY_DATE_PUBLISHED, 1},
        {"issued", WEFT_KEY_DATE_PUBLISHED, 1},
        {"dateCreated", WEFT_KEY_DATE_PUBLISHED, 0.9},
        {"created", WEFT_KEY_DATE_PUBLISHED, 0.9},
        {"dateModified", WEFT_KEY_DATE_MODIFIED, 1},
        {"translator", WEFT_KEY_TRANSLATOR, 1},
        {"publisher", WEFT_KEY_PUBLISHER, 0.9},
        {"license", WEFT_KEY_LICENSE, 1},
    });
    const auto known =
        std::find_if(kProperties.begin(), kProperties.end(),
                     [&](const Property& property) { return property.name == name; });
    if (known == kProperties.end()) return;
    claims_.add(known->key, value_of(i, known->key), "microdata", weight * known->factor * 0.95,
                group);
  }

  std::string value_of(std::uint32_t i, std::string_view key) const {
    const HtmlNode& node = tree_[i];
    if (key == WEFT_KEY_LICENSE)
      if (const auto href = tree_.attribute(node, "href"); !href.empty()) return std::string(href);
    for (const char* name : {"content", "datetime"})
      if (const auto value = tree_.attribute(node, name); !value.empty()) return std::string(value);
    if (key == WEFT_KEY_DATE_PUBLISHED || key == WEFT_KEY_DATE_MODIFIED) return text_of(tree_, i);
    for (std::uint32_t part = i + 1; part < node.end_node; ++part) {
      const HtmlNode& inner = tree_[part];
      if (inner.kind != NodeKind::element) continue;
      if (tree_.attribute(inner, "itemprop") != "name" &&
          last_part(tree_.attribute(inner, "property")) != "name")
        continue;
      const std::string_view content = tree_.attribute(inner, "content");
      return content.empty() ? text_of(tree_, part) : std::string(content);
    }
    return text_of(tree_, i);
  }

  const HtmlTree& tree_;
  PageClaims& claims_;
  std::vector<Item> items_;
  std::unordered_map<std::string_view, int> loose_;  ///< how often a meta element has a property
};

}  // namespace

void collect_microdata(const HtmlTree& tree, PageClaims& claims) {
  ItemCollector(tree, claims).run();
}

}  // namespace weft
