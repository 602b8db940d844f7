// SPDX-License-Identifier: Apache-2.0
/// Calling cmark-gfm.
#include "cmark_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <weft/error.hpp>

#include <algorithm>
#include <mutex>

namespace weft::markdown {

Tree parse_tree(std::string_view text) {
  static std::once_flag registered;
  std::call_once(registered, [] { cmark_gfm_core_extensions_ensure_registered(); });
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
    if (extension == nullptr)
      throw Error(WEFT_E_INTERNAL, std::string("cmark-gfm lacks its extension ") + name);
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  std::string out(literal == nullptr ? "" : literal);
  std::replace(out.begin(), out.end(), kHiddenCaret, '^');
  return out;
}

NodeKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::kDocument;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::kQuote;
    case CMARK_NODE_LIST:
      return NodeKind::kList;
    case CMARK_NODE_ITEM:
      return NodeKind::kItem;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::kCode;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::kHtml;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::kParagraph;
    case CMARK_NODE_HEADING:
      return NodeKind::kHeading;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::kFootnote;
    case CMARK_NODE_TEXT:
      return NodeKind::kText;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::kSoftBreak;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::kLineBreak;
    case CMARK_NODE_CODE:
      return NodeKind::kCodeSpan;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::kInlineHtml;
    case CMARK_NODE_LINK:
      return NodeKind::kLink;
    case CMARK_NODE_IMAGE:
      return NodeKind::kImage;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::kFootnoteMark;
    default:
      break;
  }
  // The types of extensions are made when these are registered.
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return NodeKind::kTable;
  if (name == "table_row" || name == "table_header") return NodeKind::kTableRow;
  if (name == "table_cell") return NodeKind::kTableCell;
  return name == "tasklist" ? NodeKind::kItem : NodeKind::kOther;
}

}  // namespace weft::markdown
