// SPDX-License-Identifier: Apache-2.0
/// One table for XHTML, MathML, SVG and DTBook names.
#include "xhtml_tags.hpp"

#include <unordered_map>

namespace weft {

XhtmlTag xhtml_tag(std::string_view name) {
  static const std::unordered_map<std::string_view, XhtmlTag> kTags = [] {
    std::unordered_map<std::string_view, XhtmlTag> tags;
    const auto add = [&](XhtmlTag tag, std::initializer_list<std::string_view> names) {
      for (const std::string_view one : names)
        tags.emplace(one, tag);
    };
    add(XhtmlTag::kSkipped, {"head",
                             "script",
                             "style",
                             "template",
                             "iframe",
                             "audio",
                             "video",
                             "canvas",
                             "map",
                             "object",
                             "svg",
                             "svg:svg",
                             "rt",
                             "rp",
                             "rtc",
                             "select",
                             "textarea",
                             "button",
                             "pagenum",
                             "m:annotation",
                             "m:annotation-xml",
                             "annotation",
                             "annotation-xml",
                             "epub:case"});
    add(XhtmlTag::kVoid, {"img", "wbr", "area", "base", "col", "embed", "input", "link", "meta",
                          "param", "source", "track"});
    add(XhtmlTag::kBreak, {"br"});
    add(XhtmlTag::kRule, {"hr"});
    add(XhtmlTag::kBlock,
        {"html",       "body",   "div",      "section", "article",    "main",
         "header",     "footer", "address",  "aside",   "hgroup",     "center",
         "fieldset",   "form",   "details",  "summary", "tr",         "thead",
         "tbody",      "tfoot",  "colgroup", "book",    "bodymatter", "frontmatter",
         "rearmatter", "level",  "level1",   "level2",  "level3",     "level4",
         "level5",     "level6", "sidebar",  "poem",    "linegroup",  "line"});
    add(XhtmlTag::kParagraph, {"p"});
    add(XhtmlTag::kHeading, {"h1", "h2", "h3", "h4", "h5", "h6", "hd"});
    add(XhtmlTag::kList, {"ul", "ol", "dl", "menu", "dir", "list"});
    add(XhtmlTag::kListItem, {"li", "dt", "dd"});
    add(XhtmlTag::kQuote, {"blockquote", "epigraph"});
    add(XhtmlTag::kCode, {"pre", "listing", "xmp", "plaintext"});
    add(XhtmlTag::kTable, {"table"});
    add(XhtmlTag::kCell, {"td", "th"});
    add(XhtmlTag::kFigure, {"figure", "imggroup"});
    add(XhtmlTag::kCaption, {"figcaption", "caption"});
    add(XhtmlTag::kNavigation, {"nav"});
    add(XhtmlTag::kLink, {"a", "noteref"});
    add(XhtmlTag::kRaised, {"sup"});
    return tags;
  }();
  const auto found = kTags.find(name);
  return found == kTags.end() ? XhtmlTag::kInline : found->second;
}

}  // namespace weft
