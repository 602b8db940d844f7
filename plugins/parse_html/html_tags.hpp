// SPDX-License-Identifier: Apache-2.0
/// The HTML elements that the parser tells apart, as small numbers.
#pragma once

#include <cstdint>
#include <string_view>

// One list, so that names and numbers cannot drift apart. The names are HTML's own.
// clang-format off
#define WEFT_HTML_TAGS(X) \
  X(a) X(abbr) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) X(bdi) \
  X(bdo) X(big) X(blockquote) X(body) X(br) X(button) X(canvas) X(caption) X(center) X(cite) \
  X(code) X(col) X(colgroup) X(data) X(datalist) X(dd) X(del) X(details) X(dfn) X(dialog) \
  X(dir) X(div) X(dl) X(dt) X(em) X(embed) X(fieldset) X(figcaption) X(figure) X(font) \
  X(footer) X(form) X(frame) X(frameset) X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(head) \
  X(header) X(hgroup) X(hr) X(html) X(i) X(iframe) X(img) X(input) X(ins) X(kbd) X(label) \
  X(legend) X(li) X(link) X(listing) X(main) X(map) X(mark) X(math) X(menu) X(meta) X(meter) \
  X(nav) X(nobr) X(noembed) X(noframes) X(noscript) X(object) X(ol) X(optgroup) X(option) \
  X(output) X(p) X(param) X(picture) X(plaintext) X(pre) X(progress) X(q) X(rp) X(rt) X(ruby) \
  X(s) X(samp) X(script) X(section) X(select) X(small) X(source) X(span) X(strike) X(strong) \
  X(style) X(sub) X(summary) X(sup) X(svg) X(table) X(tbody) X(td) X(template_) X(textarea) \
  X(tfoot) X(th) X(thead) X(time) X(title) X(tr) X(track) X(tt) X(u) X(ul) X(var) X(video) \
  X(wbr) X(xmp)
// clang-format on

namespace weft {

/// An HTML element name; `unknown` stands for every other one, foreign (SVG, MathML) ones included.
enum class Tag : std::uint8_t {
  unknown,
#define WEFT_TAG_ENUMERATOR(name) name,
  WEFT_HTML_TAGS(WEFT_TAG_ENUMERATOR)
#undef WEFT_TAG_ENUMERATOR
};

/// The name of a tag in lower case; empty for Tag::unknown. Static.
std::string_view tag_name(Tag tag);

/// The tag of a name in any ASCII case; Tag::unknown when it is none of the list.
Tag find_tag(std::string_view name);

/// True for elements that have neither content nor end tag (`br`, `img`).
bool is_void_tag(Tag tag);

/// True for elements that HTML reopens in the next block when they were left open (`b`, `font`,
/// `a`).
bool is_formatting_tag(Tag tag);

/// True for elements that begin and end a block of text (`p`, `div`, `li`, `td`).
bool is_block_tag(Tag tag);

/// The level of a heading element, 1 to 6; 0 for all others.
int heading_level(Tag tag);

}  // namespace weft
