// SPDX-License-Identifier: Apache-2.0
/// The one file that knows gumbo: parses the reduced page and lays the tree out flat.
#include "html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <functional>

#include <weft/error.hpp>

#include "html_reducer.hpp"
#include "text_origin.hpp"

namespace weft {
namespace {

struct GumboTreeDeleter {
  void operator()(GumboOutput* output) const {
    if (output != nullptr) gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

const std::array<Tag, GUMBO_TAG_LAST + 1>& gumbo_tags() {
  static const auto table = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> tags{};
    for (unsigned i = 0; i < GUMBO_TAG_UNKNOWN; ++i)
      tags.at(i) = find_tag(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    return tags;
  }();
  return table;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return is_element(node) ? &node.v.element.children : nullptr;
}

}  // namespace

/// Copies a gumbo tree into an HtmlTree, with offsets of the source instead of the reduced text.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder(std::string_view source, const ReducedHtml& reduced)
      : source_(source), reduced_(reduced) {}

  HtmlTree build(const GumboNode& document) {
    struct Open {
      const GumboVector* children;
      unsigned next;
      std::uint32_t node;
      std::uint32_t last_child;
    };
    add(document, kNoNode);
    std::vector<Open> open{{children_of(document), 0, 0, kNoNode}};
    while (!open.empty()) {
      Open& top = open.back();
      if (top.children == nullptr || top.next == top.children->length) {
        finish(top.node);
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(top.children->data[top.next++]);
      const std::uint32_t node = add(child, top.node);
      if (top.last_child == kNoNode)
        tree_.nodes_[top.node].first_child = node;
      else
        tree_.nodes_[top.last_child].next_sibling = node;
      top.last_child = node;
      open.push_back({children_of(child), 0, node, kNoNode});
    }
    return std::move(tree_);
  }

 private:
  std::uint32_t add(const GumboNode& from, std::uint32_t parent) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    HtmlNode& node = tree_.nodes_.emplace_back();
    node.parent = parent;
    if (is_element(from)) {
      node.kind = NodeKind::element;
      add_element(from.v.element, node);
    } else if (from.type == GUMBO_NODE_COMMENT) {
      node.kind = NodeKind::comment;
      add_comment(from.v.text, node);
    } else if (from.type != GUMBO_NODE_DOCUMENT) {
      node.kind = NodeKind::text;
      add_text(from.v.text, node);
    }
    return index;
  }

  void add_element(const GumboElement& from, HtmlNode& node) {
    node.tag = gumbo_tags().at(from.tag);
    node.foreign = from.tag_namespace != GUMBO_NAMESPACE_HTML;
    node.begin = kNoNode;
    if (from.original_tag.length > 0) {
      node.begin = begin_of(from.original_tag);
      node.end = end_of(from.original_tag);
    }
    if (from.original_end_tag.length > 0) node.end = end_of(from.original_end_tag);
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    node.attribute_count = from.attributes.length;
    for (unsigned i = 0; i < from.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(from.attributes.data[i]);
      tree_.attributes_.push_back({tree_.keep(attribute.name), tree_.keep(attribute.value)});
    }
  }

  void add_comment(const GumboText& from, HtmlNode& node) {
    node.text = tree_.keep(from.text);
    node.begin = begin_of(from.original_text);
    node.end = end_of(from.original_text);
  }

  void add_text(const GumboText& from, HtmlNode& node) {
    node.text = tree_.keep(from.text);
    const std::size_t left = reduced_.html.size() - offset(from.original_text);
    const GumboStringPiece raw{from.original_text.data, std::min(from.original_text.length, left)};
    node.begin = begin_of(raw);
    node.end = end_of(raw);
    node.first_piece = static_cast<std::uint32_t>(tree_.pieces_.size());
    const std::uint32_t at = offset(raw);
    // Nothing was left out inside: aligning against the source itself spares the way through the
    // cuts.
    if (node.end - node.begin == raw.length) {
      align_text(node.text, source_.substr(node.begin, raw.length), tree_.pieces_);
      for (auto i = node.first_piece; i < tree_.pieces_.size(); ++i)
        tree_.pieces_[i].there += node.begin;
    } else {
      pieces_.clear();
      align_text(node.text, std::string_view(raw.data, raw.length), pieces_);
      for (const TextPiece& piece : pieces_)
        add_split_at_cuts(piece, at);
    }
    node.piece_count = static_cast<std::uint32_t>(tree_.pieces_.size()) - node.first_piece;
  }

  void add_split_at_cuts(TextPiece piece, std::uint32_t raw_begin) {
    const std::uint32_t begin = raw_begin + piece.there;
    if (piece.here_size != piece.there_size) {
      piece.there = source_position(reduced_, begin);
      piece.there_size = source_position(reduced_, begin + piece.there_size - 1) + 1 - piece.there;
      tree_.pieces_.push_back(piece);
      return;
    }
    std::uint32_t done = 0;
    while (done < piece.here_size) {
      const auto cut = std::upper_bound(
          reduced_.cuts.begin(), reduced_.cuts.end(), begin + done,
          [](std::uint32_t value, const ReducedCut& c) { return value < c.position; });
      const std::uint32_t stop = cut == reduced_.cuts.end()
                                     ? piece.here_size
                                     : std::min(piece.here_size, cut->position - begin);
      tree_.pieces_.push_back(
          {piece.here + done, stop - done, source_position(reduced_, begin + done), stop - done});
      done = stop;
    }
  }

  // An element without tags of its own (html, tbody, a reopened <b>) spans its children.
  void finish(std::uint32_t index) {
    HtmlNode& node = tree_.nodes_[index];
    node.end_node = static_cast<std::uint32_t>(tree_.nodes_.size());
    if (node.kind == NodeKind::document) {
      node.end = static_cast<std::uint32_t>(source_.size());
      return;
    }
    for (std::uint32_t child = node.first_child; child != kNoNode;
         child = tree_.nodes_[child].next_sibling) {
      if (node.begin == kNoNode) node.begin = tree_.nodes_[child].begin;
      node.end = std::max(node.end, tree_.nodes_[child].end);
    }
    if (node.begin == kNoNode) node.begin = node.end;
    if (node.end < node.begin) node.end = node.begin;
  }

  // Clamped, because a builder's own text (of an implied element) lies outside the page.
  [[nodiscard]] std::uint32_t offset(const GumboStringPiece& piece) const {
    const char* first = reduced_.html.data();
    const char* last = first + reduced_.html.size();
    if (piece.data == nullptr || std::less<>()(piece.data, first)) return 0;
    return static_cast<std::uint32_t>((std::less<>()(last, piece.data) ? last : piece.data) -
                                      first);
  }
  [[nodiscard]] std::uint32_t begin_of(const GumboStringPiece& piece) const {
    return source_position(reduced_, offset(piece));
  }
  [[nodiscard]] std::uint32_t end_of(const GumboStringPiece& piece) const {
    if (piece.length == 0) return begin_of(piece);
    const auto last = offset(piece) + static_cast<std::uint32_t>(piece.length) - 1;
    return source_position(reduced_, last) + 1;
  }

  std::string_view source_;
  const ReducedHtml& reduced_;
  HtmlTree tree_;
  std::vector<TextPiece> pieces_;
};

std::string_view HtmlTree::keep(std::string_view text) {
  constexpr std::size_t kArenaBlock = 64U << 10U;
  if (text.empty()) return {};
  if (pool_.empty() || pool_.back()->capacity() - pool_.back()->size() < text.size()) {
    pool_.push_back(std::make_unique<std::string>());
    pool_.back()->reserve(std::max(kArenaBlock, text.size()));
  }
  std::string& block = *pool_.back();
  const std::size_t at = block.size();
  block.append(text);
  return std::string_view(block).substr(at);
}

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node))
    if (attribute.name == name) return attribute.value;
  return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, std::string_view name) const {
  const auto all = attributes(node);
  return std::any_of(all.begin(), all.end(),
                     [&](const HtmlAttribute& attribute) { return attribute.name == name; });
}

HtmlTree parse_html_tree(std::string_view source) {
  const ReducedHtml reduced = reduce_html(source);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // collecting them costs time and memory, and nobody reads them
  const std::unique_ptr<GumboOutput, GumboTreeDeleter> output(
      gumbo_parse_with_options(&options, reduced.html.data(), reduced.html.size()));
  if (!output) throw Error(WEFT_E_INTERNAL, "parse_html: the tree builder gave no tree");
  return HtmlTreeBuilder(source, reduced).build(*output->document);
}

}  // namespace weft
