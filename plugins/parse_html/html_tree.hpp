// SPDX-License-Identifier: Apache-2.0
/// An HTML document as one flat array of nodes, each with its byte range in the source text.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html_tags.hpp"

namespace weft {

/// Index of a node that is not there.
constexpr std::uint32_t kNoNode = 0xFFFFFFFFU;

enum class NodeKind : std::uint8_t { document, element, text, comment };

/// A name in lower case with its unescaped value.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// A piece of a text node and where it stands in the source. Pieces of equal sizes were copied byte
/// for byte; others (character references, line ends) stand for their source as a whole.
struct TextPiece {
  std::uint32_t here = 0;  ///< offset in the node's text
  std::uint32_t here_size = 0;
  std::uint32_t there = 0;  ///< offset in the source text
  std::uint32_t there_size = 0;
};

/// Nodes lie in document order, so that the subtree of node `i` is [i, end_node). Offsets are bytes
/// of the text given to parse_html_tree().
struct HtmlNode {
  NodeKind kind = NodeKind::document;
  Tag tag = Tag::unknown;
  bool foreign = false;  ///< an element of SVG or MathML
  std::uint32_t parent = kNoNode;
  std::uint32_t first_child = kNoNode;
  std::uint32_t next_sibling = kNoNode;
  std::uint32_t end_node = 0;
  std::uint32_t begin =
      0;                  ///< of the start tag or the text; where the first child begins if implied
  std::uint32_t end = 0;  ///< behind the end tag; where the last child ends if there is none
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::uint32_t first_piece = 0;
  std::uint32_t piece_count = 0;
  std::string_view text;  ///< of texts and comments, character references decoded
};

/// A parsed page. Movable; views into it live as long as it does. Reading it is safe from any
/// thread.
class HtmlTree {
 public:
  /// Node 0 is the document.
  [[nodiscard]] std::span<const HtmlNode> nodes() const { return nodes_; }
  [[nodiscard]] const HtmlNode& operator[](std::uint32_t node) const { return nodes_[node]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  [[nodiscard]] std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(attributes_).subspan(node.first_attribute, node.attribute_count);
  }
  /// The value of an attribute (name in lower case); empty when it is absent or has none.
  [[nodiscard]] std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(const HtmlNode& node, std::string_view name) const;

  /// Where the bytes of a text node come from, ascending; bytes under no piece have no origin.
  [[nodiscard]] std::span<const TextPiece> pieces(const HtmlNode& node) const {
    return std::span(pieces_).subspan(node.first_piece, node.piece_count);
  }

 private:
  friend class HtmlTreeBuilder;

  std::string_view keep(std::string_view text);

  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  std::vector<TextPiece> pieces_;
  std::vector<std::unique_ptr<std::string>> pool_;
};

/// Builds the tree of a page (valid UTF-8, borrowed for the call) by the HTML Standard's rules.
/// Contents of scripts, styles and drawings, attributes that tell nothing about text, and tags past
/// the limits of html_reducer.hpp are not in it. Throws weft::Error (WEFT_E_LIMIT) for a page that
/// is too long. Any thread.
HtmlTree parse_html_tree(std::string_view source);

}  // namespace weft
