// SPDX-License-Identifier: Apache-2.0
/// Claims of one description are taken together; a line beside the title outweighs weak claims.
#include "choose_authors.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "line_types.hpp"
#include "metadata_line.hpp"
#include "person_names.hpp"

namespace weft {
namespace {

constexpr double kLabelledName = 0.8;  // "By Odile Pemberwick" beside the title
constexpr double kVisibleName = 0.72;
constexpr double kElsewhere = 0.6;

struct Names {
  std::vector<std::string> names;
  std::string_view origin;
  double confidence = 0;
  std::uint32_t block = kNoNode;
};

class AuthorChooser {
 public:
  explicit AuthorChooser(const MetadataInput& input)
      : input_(input), page_(input.profile.page()), tree_(input.profile.tree()) {}

  std::vector<ChosenValue> run() const {
    Names chosen = claimed();
    for (const Names& names : {beside_title(), labelled(), elsewhere()})
      if (!names.names.empty() && chosen.confidence < names.confidence) chosen = names;
    if (chosen.block == kNoNode) chosen.block = line_of(chosen);
    std::vector<ChosenValue> out;
    for (const std::string& name : chosen.names)
      out.push_back(
          {WEFT_KEY_AUTHOR, name, std::string(chosen.origin), chosen.confidence, chosen.block});
    return out;
  }

 private:
  Names claimed() const {
    Names best;
    for (const Claim& first : input_.claims.claims) {
      if (first.key != WEFT_KEY_AUTHOR || first.confidence <= best.confidence) continue;
      Names names{{}, first.origin, first.confidence, kNoNode};
      for (const Claim& claim : input_.claims.claims) {
        if (claim.key != WEFT_KEY_AUTHOR || claim.origin != first.origin ||
            claim.group != first.group || claim.confidence < first.confidence)
          continue;
        for (std::string& name : read_names(claim.value))
          if (std::find(names.names.begin(), names.names.end(), name) == names.names.end())
            names.names.push_back(std::move(name));
      }
      if (!names.names.empty()) best = std::move(names);
    }
    return best;
  }

  Names beside_title() const {
    for (std::uint32_t i = 0; i < input_.types.size(); ++i) {
      if (input_.types[i].type != WEFT_SPAN_BYLINE || is_aside(i)) continue;
      const bool labelled = has_author_label(page_.of(page_.blocks[i]));
      std::vector<std::string> names = names_of(i);
      if (!names.empty())
        return {std::move(names), "byline", labelled ? kLabelledName : kVisibleName, i};
    }
    return {};
  }

  Names labelled() const {
    const VisibleField field = find_field(input_, FieldKind::author);
    if (field.block == kNoNode) return {};
    constexpr std::uint32_t kLongestName = 6;  // wide characters; a headline may begin "记者：" too
    std::vector<std::string> names = read_names(field.value);
    for (const std::string& name : names)
      if (count_text(name).wide > kLongestName) return {};
    return {std::move(names), "visible", kVisibleName, field.block};
  }

  // "Authors: ..." under the text: only where the page has one such line.
  Names elsewhere() const {
    constexpr float kLongest = 16;
    Names found;
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const TextBlock& block = page_.blocks[i];
      if (block.stats.length() > kLongest) continue;
      const bool said = says_author(page_.of(block)) ||
                        has_class_word(tree_, block.node, "author-name") ||
                        has_class_word(tree_, block.node, "author_name");
      if (!said || is_aside(i)) continue;
      std::vector<std::string> names = read_names(page_.of(block));
      if (names.empty() || names == found.names) continue;
      if (!found.names.empty()) return {};
      found = {std::move(names), "visible", kElsewhere, i};
    }
    return found;
  }

  // A label with a colon; "By ..." begins many other lines.
  static bool says_author(std::string_view text) {
    constexpr auto kLabels = std::to_array<std::string_view>(
        {"author:", "authors:", "written by", "作者：", "作者:", "撰文：", "撰文:", "文/", "文／",
         "文｜", "文丨", "撰稿：", "撰稿:"});
    return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
      return equals_ignoring_case(text.substr(0, label.size()), label);
    });
  }

  // Comments and reviews have authors of their own.
  bool is_aside(std::uint32_t i) const {
    for (std::uint32_t node = page_.blocks[i].node; node != kNoNode; node = tree_[node].parent) {
      const std::string_view property = tree_.attribute(tree_[node], "itemprop");
      if (property == "comment" || property == "review") return true;
      if (tree_[node].tag == Tag::body || tree_[node].tag == Tag::article) return false;
      if (has_class_word(tree_, node, "comment")) return true;
    }
    return false;
  }

  // The part of the byline that is marked as the author, else the whole line.
  std::vector<std::string> names_of(std::uint32_t block) const {
    constexpr std::size_t kMostInlines = 64;
    const auto inlines = page_.inlines_of(page_.blocks[block]);
    for (const InlineRange& range : inlines.first(std::min(inlines.size(), kMostInlines))) {
      const HtmlNode& node = tree_[range.node];
      const bool marked = tree_.attribute(node, "rel") == "author" ||
                          tree_.attribute(node, "itemprop") == "author" ||
                          has_class_word(tree_, range.node, "author");
      if (!marked) continue;
      auto names =
          read_names(std::string_view(page_.text).substr(range.begin, range.end - range.begin));
      if (!names.empty()) return names;
    }
    // A line of several fields names its author in one of them, or names editors alone.
    const std::string_view line = page_.of(page_.blocks[block]);
    if (const std::string_view author = author_in_line(line); !author.empty())
      return read_names(author);
    return is_staff_line(line) ? std::vector<std::string>() : read_names(line);
  }

  // Where the page shows what was claimed.
  std::uint32_t line_of(const Names& chosen) const {
    if (chosen.names.empty()) return kNoNode;
    for (std::uint32_t i = 0; i < input_.types.size(); ++i)
      if (input_.types[i].type == WEFT_SPAN_BYLINE &&
          find_ignoring_case(page_.of(page_.blocks[i]), chosen.names.front()) !=
              std::string_view::npos)
        return i;
    return kNoNode;
  }

  const MetadataInput& input_;
  const PageText& page_;
  const HtmlTree& tree_;
};

}  // namespace

std::vector<ChosenValue> choose_authors(const MetadataInput& input) {
  return AuthorChooser(input).run();
}

}  // namespace weft
