// SPDX-License-Identifier: Apache-2.0
/// cmark's tree of a Markdown text, with GitHub's extensions, and what its nodes are.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace weft::markdown {

enum class NodeKind {
  kOther,
  kDocument,
  kParagraph,
  kHeading,
  kQuote,
  kList,
  kItem,
  kCode,
  kHtml,
  kTable,
  kTableRow,
  kTableCell,
  kFootnote,
  kText,
  kCodeSpan,
  kSoftBreak,
  kLineBreak,
  kInlineHtml,
  kLink,
  kImage,
  kFootnoteMark,
};

NodeKind kind_of(cmark_node* node);

/// Stands for '^' in what cmark is given where it shall mean nothing: a byte of no UTF-8 text,
/// which cmark passes on.
inline constexpr char kHiddenCaret = '\xFF';
/// The text of a leaf, hidden carets turned back; empty where a node has none.
std::string literal_of(cmark_node* node);

struct FreeTree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeTree>;

/// Footnotes, tables, strikethrough, autolinks and task lists are read. Any thread.
Tree parse_tree(std::string_view text);

}  // namespace weft::markdown
